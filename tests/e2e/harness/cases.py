"""Cases for the browser's journeys: made through the API, found on the page, judged at both widths."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page

from tests.e2e.harness.browser import DESKTOP, PHONE
from tests.e2e.harness.checks import violations, wider_than_the_screen
from tests.e2e.harness.pages import BUDI, customer_id
from tests.e2e.harness.site import Site
from tests.support.scale import WHOLE

TEXT = "Tarik tunai di ATM Balai Kota gagal, saldo terdebet Rp1.500.000 dan uang tidak keluar."


def opened(site: Site, cif: str = BUDI.cif, **part: Any) -> dict[str, Any]:
    """A case that the first agent recorded through the API and has, also while a colleague of theirs is at work with less to do."""
    body = {"customer_id": str(customer_id(site, cif)), "channel": "WHATSAPP", "category_code": "CARD_ATM", "priority": "HIGH", "description": TEXT, **part}
    case = site.call(site.login("AGENT"), "POST", "/cases", body)
    give = {"user_id": str(site.user_id(site.login("AGENT"))), "version": case["version"]}
    return dict(site.call(site.login("SUPERVISOR"), "POST", f"/cases/{case['id']}/assign", give))


def sound(page: Page, name: str = "") -> None:
    """Nothing for axe to find and nothing wider than the screen; with a name, a picture of it in a whole run."""
    found = [*wider_than_the_screen(page), *violations(page)]
    assert not found, "\n".join(found)
    if name and WHOLE:
        page.screenshot(path=f"test-results/cases-{name}-{page.viewport_size['width'] if page.viewport_size else 0}.png")


def sound_at_both_widths(page: Page, name: str = "") -> None:
    """The same on the branch's screen and on a phone, where axe looks in a whole run; the page is left as wide as it was."""
    before = page.viewport_size
    for width, height in (DESKTOP, PHONE):
        page.set_viewport_size({"width": width, "height": height})
        if WHOLE or (width, height) == DESKTOP:
            sound(page, name)
        else:
            assert wider_than_the_screen(page) == []
    if before:
        page.set_viewport_size(before)


def row(page: Page, number: str) -> Locator:
    """The case's row in the queue."""
    return page.get_by_role("row").filter(has_text=number)


def full_name(site: Site, role: str) -> str:
    """The name of the role's first person."""
    return str(site.rows("SELECT full_name FROM iam.users WHERE username = %s", site.login(role).username)[0]["full_name"])


def choose(page: Page, label: str, option: str) -> None:
    """Pick an option of a field."""
    page.get_by_role("combobox", name=label, exact=True).click()
    page.get_by_role("option", name=option, exact=True).click()
