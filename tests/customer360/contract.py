"""What the contract tests and the browser tests know of the customer's record."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.contract.declared import Contract, Look, Tab
from tests.contract.matrix import Recipe
from tests.e2e.harness.looks import PANEL, heading, record


def _sees_business(role: str | None, subject: str) -> int:
    """Finance and field officers see a limited part of the profile."""
    return 403 if role in ("FINANCE", "FIELD_OFFICER") else 200


RECIPES: dict[str, Recipe] = {
    "copilot_get": Recipe(subject=True, rule=_sees_business),
    "customer360_get": Recipe(subject=True),
    "services_list": Recipe(subject=True, rule=_sees_business),
    "timeline_list": Recipe(subject=True, rule=_sees_business),
}


def peeked(page: Page) -> None:
    expect(page.get_by_role("complementary", name="Intip nasabah").get_by_role("heading", name="Identitas")).to_be_visible()


PAGES = {
    "peek": Look("AGENT", "/customers?peek={budi}", peeked, within=PANEL),
    "timeline": Look("AGENT", "/customers/{budi}?tab=timeline", record("Linimasa")),
    "services": Look("AGENT", "/customers/{budi}?tab=services", record("Layanan"), after="complaint"),
    "no services in a period": Look("AGENT", "/customers/{budi}?tab=services&from=2019-01-01&to=2019-01-02", record("Layanan")),
    "missing customer": Look("AGENT", "/customers/01920000-0000-7000-8000-000000000000", heading("Tidak ditemukan"), (404,)),
}
TABS = (Tab("Linimasa", 10), Tab("Layanan", 30))

CONTRACT = Contract(
    recipes=RECIPES,
    pages=PAGES,
    tabs=TABS,
)
