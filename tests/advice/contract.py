"""What the contract tests and the browser tests know of alerts and advice."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests.advice import world
from tests.contract.declared import Contract, Link, Look
from tests.contract.matrix import Recipe, World
from tests.e2e.harness.looks import DIALOG, clicked, heading, listed, refused


def _sees_alerts(role: str | None, subject: str) -> int:
    """An alert that is not shown does not exist."""
    return 404 if role in ("FINANCE", "FIELD_OFFICER") else 200


def _decided(found: World) -> dict[str, Any]:
    """A decision of somebody else's."""
    branch = world.branch_of(found.customer_id)
    return {"advice_id": world.decide(found.customer_id, "OFFER_READY", None, "REJECTED", 1, branch=branch, by="rm_mdn_2").id}


def _offered(found: World) -> dict[str, Any]:
    """Advice that stands for the customer."""
    world.say(found.customer_id, "MARKETING", "GRANTED")
    return {"rule_code": "OFFER_READY", "decision": "REJECTED"}


RECIPES: dict[str, Recipe] = {
    "alerts_acknowledge": Recipe(subject=True, rule=_sees_alerts),
    "alerts_restore": Recipe(subject=True, rule=_sees_alerts),
    "customer_advice_get": Recipe(subject=True),
    "advice_decide": Recipe(body=_offered, subject=True),
    # Whoever did not decide cannot take it back.
    "advice_undo": Recipe(path=_decided, body=lambda found: {"version": 1}, subject=True, rule=lambda role, subject: 409),
    "advice_list": Recipe(),
    "advice_decisions_list": Recipe(),
    "advice_count": Recipe(),
    "advice_rules_list": Recipe(),
    "advice_rules_update": Recipe(
        path=lambda found: {"code": "LEAD_WAITING"},
        body=lambda found: {
            "version": 1,
            "priority": "LOW",
            "position": 40,
            "cooldown_days": 3,
            "parameters": {"waiting_days": 5},
            "is_active": True,
        },
    ),
}
SYSTEM_VIEWS = {
    "crm.advice_customers": "whom advice may be about: keys, day of birth, no name",
    "crm.advice_cases": "which cases are open, overdue or of fraud, for rules of advice: no text",
    "crm.advice_leads": "which open leads wait, for rules of advice: no text",
    "crm.advice_decided": "what was decided about advice, so that it stays away: no words",
}


def _rejecting(page: Page) -> None:
    page.get_by_role("button", name="Tolak:").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


PAGES = {
    "advice": Look("RM", "/advice", listed),
    "advice narrowed to nothing": Look(
        "RM", "/advice?action=GREET", lambda page: expect(page.get_by_text("Tidak ada saran").or_(page.get_by_role("row").nth(1)).first).to_be_visible()
    ),
    "reject advice": Look("RM", "/advice", _rejecting, within=DIALOG),
    "decisions on advice": Look("SUPERVISOR", "/advice/decisions", listed),
    "decisions of nobody": Look("RM", "/advice/decisions?action=EDUCATE&from=2020-01-01&to=2020-01-02", heading("Putusan atas saran")),
    "advice refused": Look("MARKETING", "/advice", refused, (403,)),
    "advice rules": Look("ADMIN", "/advice/rules", listed),
    "change an advice rule": Look("ADMIN", "/advice/rules", clicked("Ubah aturan: Prospek baru yang menunggu", "Ubah aturan"), within=DIALOG),
    "advice rules refused": Look("AGENT", "/advice/rules", refused, (403,)),
}
LINKS = (
    Link("Saran", "/advice", 38, ["AGENT", "SUPERVISOR", "RM"], "work"),
    Link("Aturan saran", "/advice/rules", 137, ["COMPLIANCE", "ADMIN"], "configuration"),
)

CONTRACT = Contract(recipes=RECIPES, system_views=SYSTEM_VIEWS, pages=PAGES, links=LINKS)
