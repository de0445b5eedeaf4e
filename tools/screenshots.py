"""The pictures of the documentation, taken from a running demonstration: `python -m tools.screenshots [DIR]`.

DIR is the demonstration's data directory (by default .simpul/demo); its address and users are read from there, so the
pictures hold generated data only. Each page is taken at 1440 and at 390 px into docs/images.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

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


def _palette(page: Page) -> None:
    expect(page.get_by_role("main")).to_be_visible()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox")).to_be_focused()


def _record(page: Page) -> None:
    page.get_by_role("row").nth(1).get_by_role("button").click()
    expect(page.get_by_role("complementary", name="Catatan audit").get_by_role("heading", name="Dalam permintaan yang sama")).to_be_visible()


def _state(page: Page) -> None:
    page.get_by_role("treeitem", name="Diajukan, ").first.click()
    expect(page.get_by_role("textbox", name="Nama (Indonesia)")).to_have_value("Diajukan")
    if page.viewport_size and page.viewport_size["width"] > 1100:
        expect(page.locator(".react-flow__node").first).to_be_visible()


def _comparison(page: Page) -> None:
    expect(page.locator(".react-flow__node").first).to_be_visible()


def _case(page: Page) -> None:
    page.locator("tr[data-row]").first.get_by_role("link").click()
    expect(page.get_by_role("textbox", name="Catatan")).to_be_visible()


# name: (role, address, what is done there, theme)
PICTURES: dict[str, tuple[str | None, str, Step, str]] = {
    "sign-in": (None, "/sign-in", _nothing, "light"),
    "search": ("AGENT", "/customers", _search, "light"),
    "customer-360": ("AGENT", "/customers", _timeline, "light"),
    "customer-360-dark": ("AGENT", "/customers", _timeline, "dark"),
    "customer-360-profile": ("AGENT", "/customers", _open, "light"),
    "relationships": ("RM", "/customers", _relations, "light"),
    "palette": ("AGENT", "/customers", _palette, "light"),
    "change-requests": ("DATA_STEWARD", "/change-requests?status=ALL", _nothing, "light"),
    "audit": ("COMPLIANCE", "/audit", _nothing, "light"),
    "audit-record": ("COMPLIANCE", "/audit?action=VIEW_PROFILE", _record, "light"),
    "profile": ("AGENT", "/profile", _nothing, "light"),
    "workflows": ("ADMIN", "/workflows", _nothing, "light"),
    "workflow": ("ADMIN", "/workflows/customer_change", _state, "light"),
    "workflow-dark": ("ADMIN", "/workflows/customer_change", _state, "dark"),
    "workflow-versions": ("ADMIN", "/workflows/customer_change/versions", _comparison, "light"),
    "workflow-items": ("ADMIN", "/workflows/customer_change/items", _nothing, "light"),
    "service-level": ("ADMIN", "/service-levels/bank-standard", _nothing, "light"),
    "case-queue": ("SUPERVISOR", "/cases?view=queue", _nothing, "light"),
    "case-queue-dark": ("SUPERVISOR", "/cases?view=queue", _nothing, "dark"),
    "case": ("SUPERVISOR", "/cases?view=queue", _case, "light"),
    "operations": ("ADMIN", "/operations", _nothing, "light"),
}
_REQUESTS = (
    ("CIF00000001", {"phone_e164": "+6281260009441"}, "Nasabah menyebut nomor barunya saat datang ke cabang"),
    ("CIF00000003", {"email": "citra.baru@surel.example", "preferred_channel": "EMAIL"}, "Disampaikan lewat telepon, identitas sudah dicocokkan"),
)
# On a phone the record opens on its profile; on a desktop that is the same picture as the timeline.
PHONE_ONLY = {"customer-360-profile"}


def _cookies(browser: Browser, url: str, login: dict[str, Any]) -> list[Any]:
    context = browser.new_context(base_url=url)
    context.request.get("/_allauth/browser/v1/config")
    token = next(cookie["value"] for cookie in context.cookies() if cookie["name"] == "csrftoken")
    answer = context.request.post(
        "/_allauth/browser/v1/auth/login", data={"username": login["username"], "password": login["password"]}, headers={"X-CSRFToken": token, "Referer": url}
    )
    if not answer.ok:
        raise SystemExit(f"{login['username']} cannot sign in: {answer.status}")
    found = context.cookies()
    context.close()
    return list(found)


def _take(browser: Browser, url: str, cookies: list[Any], name: str, width: str) -> Path:
    _, path, then, theme = PICTURES[name]
    size, phone = SIZES[width], width == "390"
    context = browser.new_context(
        base_url=url,
        viewport={"width": size[0], "height": size[1]},
        device_scale_factor=2 if phone else 1,
        has_touch=phone,
        is_mobile=phone,
        locale="id-ID",
        timezone_id="Asia/Jakarta",
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
    )
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_attached()
    then(page)
    page.wait_for_load_state("networkidle")
    page.wait_for_function("() => document.fonts.status === 'loaded' && !document.querySelector('[aria-busy=\"true\"]')")
    target = IMAGES / f"{name}-{width}.png"
    page.screenshot(path=target)
    context.close()
    return target


def _ask_for_changes(browser: Browser, url: str, cookies: list[Any]) -> None:
    """Let the agent ask for two changes where nobody has asked for any, so that the page of requests shows its work."""
    context = browser.new_context(base_url=url)
    context.add_cookies(cookies)
    token = next(cookie["value"] for cookie in cookies if cookie["name"] == "csrftoken")
    if not context.request.get("/api/v1/change-requests").json()["items"]:
        for q, changes, note in _REQUESTS:
            headers = {"X-CSRFToken": token, "Referer": url}
            found = context.request.post("/api/v1/customers/search", data={"q": q}, headers=headers).json()["items"][0]["customer_id"]
            path = f"/api/v1/customers/{found}/change-requests"
            context.request.post(path, data={"changes": changes, "note": note}, headers=headers)
    context.close()


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
    with sync_playwright() as playwright:
        browser = _launch(playwright)
        cookies: dict[str | None, list[Any]] = {None: []}
        for name in sys.argv[2:] or PICTURES:
            role = PICTURES[name][0]
            if role not in cookies:
                cookies[role] = _cookies(browser, document["url"], next(each for each in document["logins"] if each["role"] == role))
                if role == "AGENT":
                    _ask_for_changes(browser, document["url"], cookies[role])
            for width in SIZES:
                if width == "390" or name not in PHONE_ONLY:
                    print(_take(browser, document["url"], cookies[role], name, width).relative_to(ROOT))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
