"""What the contract tests and the browser tests know of changes that take a second person."""

from __future__ import annotations

from typing import Any

from simpul.iam.schemas.users import UserRolesIn
from simpul.platform import guarding
from simpul.platform.db import scope
from simpul.platform.ids import uuid7
from tests.contract.declared import Contract
from tests.contract.matrix import Recipe, World
from tests.control.pages import LINKS, PAGES, RECORDS
from tests.support import people


def _waiting(world: World) -> dict[str, Any]:
    """A change that an administrator proposed and nobody decided about."""
    proposer, user_id = people.actor("admin"), people.user_id("nobody")
    with scope(proposer):
        waiting = guarding.propose_change(proposer, "users_set_roles", UserRolesIn(version=1, roles=["AGENT"]), user_id=user_id)
    return {"proposal_id": waiting.value["id"]}


def _reads(role: str | None, subject: str) -> int:
    return 200 if role in ("ADMIN", "COMPLIANCE") else 403


def _refused(role: str | None, subject: str) -> int:
    """The callers are who proposed it, and compliance, who only reads."""
    return 403


RECIPES: dict[str, Recipe] = {
    "proposals_list": Recipe(),
    "proposals_kinds": Recipe(),
    "proposals_get": Recipe(path=_waiting, rule=_reads),
    "proposals_approve": Recipe(path=_waiting, body=lambda world: {"version": 1}, rule=_refused),
    "proposals_decline": Recipe(path=_waiting, body=lambda world: {"version": 1, "note": "belum ada surat tugas"}, rule=_refused),
    "proposals_withdraw": Recipe(path=_waiting, body=lambda world: {"version": 1}, rule=lambda role, subject: 200 if role == "ADMIN" else 403),
    # No codes were made.
    "proposals_use_codes": Recipe(
        path=_waiting,
        body=lambda world: {"version": 1, "first_code": "AAAA-BBBB", "second_code": "CCCC-DDDD"},
        rule=lambda role, subject: 409 if role == "ADMIN" else 403,
    ),
    "recertifications_list": Recipe(),
    "recertifications_create": Recipe(),
    "recertification_items_list": Recipe(),
    "recertification_items_decide": Recipe(body=lambda world: {"items": [{"id": str(uuid7()), "decision": "CONFIRMED"}]}),
    "proposals_take_result": Recipe(path=_waiting, rule=_refused),
}

CONTRACT = Contract(recipes=RECIPES, pages=PAGES, records=RECORDS, links=LINKS)
