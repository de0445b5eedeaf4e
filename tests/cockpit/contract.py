"""What the contract tests and the browser tests know of a working day."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.contract.declared import Contract, Link, Look
from tests.contract.matrix import Recipe
from tests.e2e.harness.looks import heading, refused

RECIPES: dict[str, Recipe] = {"cockpits_get": Recipe(), "cockpits_portfolio": Recipe()}

PAGES = {
    "my day": Look("RM", "/day", heading("Hari saya")),
    "my day of an agent": Look("AGENT", "/day", heading("Hari saya")),
    "my portfolio": Look(
        "RM",
        "/day/portfolio",
        lambda page: expect(page.locator("[data-row]").first).to_be_visible(),
    ),
    "an empty part of my portfolio": Look(
        "RM",
        "/day/portfolio?show=leads",
        lambda page: expect(page.get_by_text("Tidak ada nasabah di bagian ini").or_(page.locator("[data-row]")).first).to_be_visible(),
    ),
    "my portfolio refused": Look("MARKETING", "/day/portfolio", refused, (403,)),
}
LINKS = (Link("Hari saya", "/day", 5, ["AGENT", "RM"], "work"),)

CONTRACT = Contract(recipes=RECIPES, pages=PAGES, links=LINKS)
