"""What the contract tests and the browser tests know of users, roles and the organisation."""

from __future__ import annotations

from tests.contract.declared import Contract
from tests.iam.contract.pages import LINKS, PAGES, RECORDS
from tests.iam.contract.recipes import RECIPES
from tests.iam.contract.reviewed import BORROWED_RIGHTS, OPEN_TABLES

CONTRACT = Contract(
    recipes=RECIPES,
    open_tables=OPEN_TABLES,
    borrowed_rights=BORROWED_RIGHTS,
    pages=PAGES,
    records=RECORDS,
    links=LINKS,
)
