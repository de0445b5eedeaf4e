"""What the contract tests and the browser tests know of oversight."""

from __future__ import annotations

from tests.contract.declared import Contract
from tests.oversight.contract.pages import LINKS, PAGES
from tests.oversight.contract.recipes import RECIPES

# Functions that run with their owner's rights. simpul_search passes by row-level security, so each of its functions
# either answers about the caller only or applies the caller's scope itself.
BORROWED_RIGHTS: dict[str, tuple[str, str]] = {
    "crm.place_refusal()": ("simpul_search", "a trigger: the branch that a refused attempt aimed at, written into the trail and told to nobody else"),
    "audit.customer_labels(wanted uuid[])": ("simpul_search", "initials of customers, for readers of the trail"),
    "crm.customer_viewers(wanted uuid, since timestamp with time zone, until timestamp with time zone)": (
        "simpul_search",
        "staff who could open a customer, for readers of the whole trail",
    ),
    "crm.customer_place(wanted uuid)": ("simpul_search", "the branch and the zone of a customer, for readers of the whole trail"),
}

CONTRACT = Contract(
    recipes=RECIPES,
    borrowed_rights=BORROWED_RIGHTS,
    pages=PAGES,
    links=LINKS,
)
