"""The pictures of the documentation, taken from a running demonstration: `python -m tools.screenshots [DIR]`.

DIR is the demonstration's data directory (by default .simpul/demo); its address and users are read from there, so the
pictures hold generated data only. They are taken into docs/images, at 1440 px, at 390 px or at both.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from simpul.config.chromium import find_chromium
from tools.repository import ROOT

IMAGES = ROOT / "docs" / "images"
SIZES = {"1440": (1440, 900), "390": (390, 844)}
Step = Callable[[Page], None]


def _nothing(page: Page) -> None:
    """The page as it opens."""


def _search(page: Page) -> None:
    page.get_by_role("searchbox", name="Cari nasabah").fill("siregar")
    page.get_by_role("searchbox", name="Cari nasabah").press("Enter")
    expect(page.get_by_role("list", name="Hasil pencarian").get_by_role("listitem").nth(3)).to_be_visible()


def _open(page: Page) -> None:
    page.get_by_role("searchbox", name="Cari nasabah").fill("budi santoso hutapea")
    page.get_by_role("searchbox", name="Cari nasabah").press("Enter")
    page.get_by_role("list", name="Hasil pencarian").get_by_role("link").first.click()
    expect(page.get_by_role("tabpanel")).to_be_visible()


def _relations(page: Page) -> None:
    _open(page)
    page.get_by_role("tab", name="Relasi").click()


def _timeline(page: Page) -> None:
    _open(page)
    page.get_by_role("tab", name="Linimasa").click()
    expect(page.get_by_role("tabpanel", name="Linimasa").get_by_role("button", expanded=False).first).to_be_visible()


def _record(page: Page) -> None:
    page.get_by_role("row").nth(1).get_by_role("button").click()
    expect(page.get_by_role("complementary", name="Catatan audit").get_by_role("heading", name="Dalam permintaan yang sama")).to_be_visible()


def _state(page: Page) -> None:
    page.get_by_role("treeitem", name="Dikerjakan, ").first.click()
    expect(page.get_by_role("textbox", name="Nama (Indonesia)")).to_have_value("Dikerjakan")
    if page.viewport_size and page.viewport_size["width"] > 1100:
        expect(page.locator(".react-flow__node").first).to_be_visible()


def _case(page: Page) -> None:
    page.locator("tr[data-row]").first.get_by_role("link").click()
    expect(page.get_by_role("textbox", name="Catatan")).to_be_visible()


class Picture(NamedTuple):
    """What the README or the guide shows: whose page, what is done there, and at which widths it is taken."""

    role: str
    path: str
    then: Step = _nothing
    widths: tuple[str, ...] = ("1440",)
    theme: str = "light"


PICTURES = {
    "search": Picture("AGENT", "/customers", _search, ("1440", "390")),
    "customer-360": Picture("AGENT", "/customers", _timeline, ("1440", "390")),
    "customer-360-dark": Picture("AGENT", "/customers", _timeline, theme="dark"),
    "customer-360-profile": Picture("AGENT", "/customers", _open, ("390",)),
    "relationships": Picture("RM", "/customers", _relations),
    "audit": Picture("COMPLIANCE", "/audit", widths=("390",)),
    "audit-record": Picture("COMPLIANCE", "/audit?action=VIEW_PROFILE", _record),
    "workflow": Picture("ADMIN", "/workflows/case", _state),
    "case-queue": Picture("SUPERVISOR", "/cases?view=queue", widths=("1440", "390")),
    "case": Picture("SUPERVISOR", "/cases?view=queue", _case, ("1440", "390")),
    "case-board": Picture("SUPERVISOR", "/cases/board"),
    "case-report": Picture("DIRECTOR", "/cases/report"),
}


def _cookies(browser: Browser, url: str, login: dict[str, Any]) -> list[Any]:
    context = browser.new_context(base_url=url)
    context.request.get("/_allauth/browser/v1/config")
    token = next(cookie["value"] for cookie in context.cookies() if cookie["name"].startswith("csrftoken"))
    answer = context.request.post(
        "/_allauth/browser/v1/auth/login", data={"username": login["username"], "password": login["password"]}, headers={"X-CSRFToken": token, "Referer": url}
    )
    if not answer.ok:
        raise SystemExit(f"{login['username']} cannot sign in: {answer.status}")
    found = context.cookies()
    context.close()
    return list(found)


def _take(browser: Browser, url: str, cookies: list[Any], name: str, width: str) -> Path:
    picture = PICTURES[name]
    size, phone = SIZES[width], width == "390"
    context = browser.new_context(
        base_url=url,
        viewport={"width": size[0], "height": size[1]},
        device_scale_factor=2 if phone else 1,
        has_touch=phone,
        is_mobile=phone,
        locale="id-ID",
        timezone_id="Asia/Jakarta",
        color_scheme="dark" if picture.theme == "dark" else "light",
        reduced_motion="reduce",
    )
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(picture.path)
    expect(page.get_by_role("heading", level=1)).to_be_attached()
    picture.then(page)
    page.wait_for_load_state("networkidle")
    page.wait_for_function("() => document.fonts.status === 'loaded' && !document.querySelector('[aria-busy=\"true\"]')")
    target = IMAGES / f"{name}-{width}.png"
    page.screenshot(path=target)
    context.close()
    return target


def _launch(playwright: Playwright) -> Browser:
    chromium, remedy = find_chromium()
    if not chromium:
        raise SystemExit(f"No Chromium was found. {remedy}")
    return playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"] if os.geteuid() == 0 else [])


def main() -> int:
    """Take every picture, or those named after the directory."""
    directory = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".simpul" / "demo"
    try:
        document = json.loads((directory / "demo-logins.json").read_text())
    except OSError:
        print(f"{directory} holds no demonstration. Start one first: ./simpul demo", file=sys.stderr)
        return 1
    IMAGES.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=30_000)
    with sync_playwright() as playwright:
        browser = _launch(playwright)
        cookies: dict[str, list[Any]] = {}
        for name in sys.argv[2:] or PICTURES:
            role = PICTURES[name].role
            if role not in cookies:
                cookies[role] = _cookies(browser, document["url"], next(each for each in document["logins"] if each["role"] == role))
            for width in PICTURES[name].widths:
                print(_take(browser, document["url"], cookies[role], name, width).relative_to(ROOT))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
