"""What the contract tests and the browser tests know of tasks that follow closed cases."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect

from simpul.customers.models import Customer
from simpul.platform.clock import now
from simpul.platform.db import execute
from tests.cases.contract.handling import reads
from tests.contract.declared import Link, Look
from tests.contract.matrix import Recipe, World, beyond_units
from tests.e2e.harness.looks import DIALOG, clicked, heading, refused
from tests.support import cases
from tests.support.database import rows

RULE = "01930000-0000-7000-8000-00000000ac01"
_BODY: dict[str, Any] = {
    "name_id": "Edukasi pencegahan",
    "name_en": "Prevention education",
    "task_title": "Jelaskan cara menjaga PIN",
    "categories": [],
}


def _decided(world: World) -> dict[str, Any]:
    """A case of the customer about which something was decided."""
    case = cases.opened("system", customer_id=world.customer_id, branch=_branch(world))
    with rows():
        execute(
            "INSERT INTO crm.after_case_decisions (case_id, customer_id, branch_code, outcome, decided_at) VALUES (%s, %s, %s, 'NO_RULE', %s)",
            (case.id, case.customer_id, case.branch_code, now()),
        )
    return {"case_id": case.id}


def _branch(world: World) -> str:
    with rows():
        return str(Customer.objects.get(pk=world.customer_id).home_branch_code)


@beyond_units
def _finds(role: str | None, subject: str) -> bool:
    """Whoever reads the case whole."""
    return reads(role, subject)


RECIPES: dict[str, Recipe] = {
    "after_case_rules_list": Recipe(),
    "after_case_rules_create": Recipe(body=lambda world: _BODY),
    "after_case_rules_update": Recipe(path=lambda world: {"rule_id": RULE}, body=lambda world: _BODY | {"version": 1}),
    "after_case_measures_get": Recipe(),
    "after_case_decisions_get": Recipe(path=_decided, subject=True, seen=_finds),
}
PAGES = {
    "after a case": Look("ADMIN", "/sales/after-case", lambda page: expect(page.get_by_text("Edukasi pencegahan")).to_be_visible()),
    "after a case, measured": Look("SUPERVISOR", "/sales/after-case", heading("Sesudah kasus ditutup")),
    "changing what follows a case": Look(
        "ADMIN", "/sales/after-case", clicked("Ubah aturan: Edukasi pencegahan", "Ubah aturan: Edukasi pencegahan"), within=DIALOG
    ),
    "after a case refused": Look("MARKETING", "/sales/after-case", refused, (403,)),
}
LINKS = (Link("Sesudah kasus", "/sales/after-case", 136, ["SUPERVISOR", "COMPLIANCE", "ADMIN"], "configuration"),)
