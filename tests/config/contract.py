"""What the contract tests and the browser tests know of the product as a whole."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.contract.declared import Contract, Look
from tests.contract.matrix import Recipe
from tests.e2e.harness.looks import DIALOG, heading

RECIPES: dict[str, Recipe] = {
    "demo_get": Recipe(rule=lambda role, subject: 404),
}


def palette(page: Page) -> None:
    expect(page.get_by_role("main")).to_be_visible()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Palet perintah")).to_be_focused()


def me(page: Page) -> None:
    page.get_by_role("button", name="Akun saya:").click()
    expect(page.get_by_role("dialog").get_by_role("radiogroup", name="Tema")).to_be_visible()


def sheet(page: Page) -> None:
    heading("Profil")(page)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Pintasan papan ketik")).to_be_visible()


PAGES = {
    "palette": Look("AGENT", "/profile", palette, within=DIALOG),
    "my menu": Look("AGENT", "/profile", me, within=DIALOG),
    "shortcuts": Look("AGENT", "/profile", sheet, within=DIALOG),
    "unknown address": Look("AGENT", "/tidak-ada", heading("Tidak ditemukan")),
}

CONTRACT = Contract(
    recipes=RECIPES,
    pages=PAGES,
)
