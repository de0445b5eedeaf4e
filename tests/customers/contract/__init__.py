"""What the contract tests and the browser tests know of customers."""

from __future__ import annotations

from tests.contract.declared import Contract
from tests.customers.contract.pages import LINKS, PAGES, RECORDS, TABS
from tests.customers.contract.recipes import RECIPES
from tests.customers.contract.reviewed import BORROWED_RIGHTS, SYSTEM_VIEWS

CONTRACT = Contract(
    recipes=RECIPES,
    borrowed_rights=BORROWED_RIGHTS,
    system_views=SYSTEM_VIEWS,
    pages=PAGES,
    records=RECORDS,
    links=LINKS,
    tabs=TABS,
)
