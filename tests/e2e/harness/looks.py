"""What is done on pages until they show what is looked at, as far as several domains do it; each domain keeps its own."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.harness.pages import BUDI, expect_record

Step = Callable[[Page], None]
# What opens over a page that has a look of its own.
DIALOG, MENU, PANEL = "[role=dialog]", "[role=menu]", "[data-side-panel]"


def heading(name: str) -> Step:
    return lambda page: expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


def listed(page: Page) -> None:
    """A table with a row."""
    expect(page.get_by_role("row").nth(1)).to_be_visible()


def refused(page: Page) -> None:
    expect(page.get_by_role("alert")).to_contain_text("tidak berwenang")


def record(tab: str) -> Step:
    """Budi's record on a tab."""

    def then(page: Page) -> None:
        expect_record(page, BUDI.name)
        expect(page.get_by_role("tabpanel", name=tab)).to_be_visible()

    return then


def clicked(button: str, dialog: str) -> Step:
    def then(page: Page) -> None:
        page.get_by_role("button", name=button, exact=True).click()
        expect(page.get_by_role("dialog", name=re.compile(f"^{dialog}"))).to_be_visible()

    return then
