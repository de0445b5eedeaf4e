"""What the contract tests and the browser tests know of messages and the inbox."""

from __future__ import annotations

from tests.contract.declared import Contract, Look
from tests.contract.matrix import Recipe
from tests.e2e.harness.looks import heading
from tests.messaging import app_recipes

RECIPES: dict[str, Recipe] = {
    "inbox_list": Recipe(),
    "inbox_summary": Recipe(),
    "inbox_mark": Recipe(body=lambda world: {"mark": "READ"}),
    "inbox_stream": Recipe(),
    **app_recipes.RECIPES,
}

# Functions that run with their owner's rights. simpul_search passes by row-level security, so each of its functions
# either answers about the caller only or applies the caller's scope itself.
BORROWED_RIGHTS: dict[str, tuple[str, str]] = {
    "iam.resources_whole(asked_action text)": ("simpul_search", "of the caller only"),
}


PAGES = {
    "inbox": Look("AGENT", "/inbox", heading("Kotak masuk")),
    "inbox of compliance": Look("COMPLIANCE", "/inbox", heading("Kotak masuk")),
}

CONTRACT = Contract(
    recipes=RECIPES,
    borrowed_rights=BORROWED_RIGHTS,
    pages=PAGES,
)
