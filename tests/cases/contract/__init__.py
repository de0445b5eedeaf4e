"""What the contract tests and the browser tests know of cases."""

from __future__ import annotations

from tests.cases.contract.configuring import CONFIGURING
from tests.cases.contract.handling import HANDLING
from tests.cases.contract.pages import LINKS, PAGES, RECORDS, TABS
from tests.cases.contract.reviewed import BORROWED_RIGHTS
from tests.contract.declared import Contract

CONTRACT = Contract(
    recipes={**HANDLING, **CONFIGURING},
    borrowed_rights=BORROWED_RIGHTS,
    pages=PAGES,
    records=RECORDS,
    links=LINKS,
    tabs=TABS,
)
