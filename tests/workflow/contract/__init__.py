"""What the contract tests and the browser tests know of workflows, calendars and timers."""

from __future__ import annotations

from tests.contract.declared import Contract
from tests.workflow.contract.pages import LINKS, PAGES, RECORDS
from tests.workflow.contract.recipes import RECIPES

# Functions that run with their owner's rights. simpul_search passes by row-level security, so each of its functions
# either answers about the caller only or applies the caller's scope itself.
BORROWED_RIGHTS: dict[str, tuple[str, str]] = {
    "crm.judge_workflow_move()": ("simpul_search", "a trigger: refuses a history with a gap, tells nothing"),
    "crm.judge_workflow_item()": ("simpul_search", "a trigger: refuses a state without its move, tells nothing"),
}

CONTRACT = Contract(
    recipes=RECIPES,
    borrowed_rights=BORROWED_RIGHTS,
    pages=PAGES,
    records=RECORDS,
    links=LINKS,
)
