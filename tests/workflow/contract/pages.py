"""The pages on workflows, calendars and timers that the browser tests look at."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.contract.declared import Link, Look, Maker
from tests.e2e.harness.looks import DIALOG, PANEL, heading, listed, refused
from tests.e2e.harness.site import Site

_WORKFLOW = "/workflows/customer_change"


def drawn(page: Page) -> None:
    expect(page.locator(".react-flow__node").first).to_be_attached()


def uncompared(page: Page) -> None:
    expect(page.get_by_role("status").filter(has_text=re.compile("Belum ada yang dibandingkan|Kedua sisi sama"))).to_be_visible()


def selected(page: Page) -> None:
    """A state is selected, so that its fields and the marks of the canvas are there."""
    state = page.get_by_role("treeitem", name=re.compile("^Diajukan, Tugas"))
    state.click()
    expect(page.get_by_role("textbox", name="Nama (Indonesia)")).to_have_value("Diajukan")


def guarded(page: Page) -> None:
    page.get_by_role("treeitem", name=re.compile("^Setujui, ")).click()
    page.get_by_text("Aturan", exact=True).click()
    expect(page.get_by_role("group", name="Syarat").last).to_be_visible()


def canvas(page: Page) -> None:
    expect(page.get_by_role("tree")).to_be_visible()
    if (drawing := page.get_by_text("Gambar", exact=True)).is_visible():
        drawing.click()
    expect(page.locator(".react-flow__node").first).to_be_visible()


def new_transition(page: Page) -> None:
    expect(page.get_by_role("tree")).to_be_visible()
    page.get_by_role("button", name="Transisi baru").click()
    expect(page.get_by_role("dialog", name="Transisi baru")).to_be_visible()


def calendar_day(page: Page) -> None:
    page.locator('[data-day$="-08-17"]').click()
    expect(page.get_by_role("dialog", name="17 Agustus").get_by_label("Ikut minggu kerja")).to_be_visible()


def calendar_hours(page: Page) -> None:
    expect(page.get_by_role("heading", name="Jam kantor WITA", level=1)).to_be_visible()
    if page.get_by_role("button", name="Minggu dan pengaturan").is_visible():
        page.get_by_role("button", name="Minggu dan pengaturan").click()
    page.get_by_role("button", name="Ubah jam Senin").click()
    expect(page.get_by_label("Senin, Rentang 1, mulai")).to_be_visible()


def calendar_check(page: Page) -> None:
    page.get_by_role("button", name="Hitung", exact=True).click()
    expect(page.get_by_text("Mengapa saat itu")).to_be_visible()


def calendar_versions(page: Page) -> None:
    panel = page.get_by_role("complementary", name="Versi")
    panel.get_by_role("button", name="Versi 1").click()
    expect(panel.get_by_text("Versi pertama.")).to_be_visible()


def calendar_made(page: Page) -> None:
    page.get_by_role("button", name="Buat kalender").click()
    expect(page.get_by_role("dialog", name="Buat kalender")).to_be_visible()


def _item(site: Site, record: Callable[[str], str]) -> str:
    """The item of Budi's change request in its workflow."""
    return str(site.rows("SELECT item_id FROM crm.workflow_items WHERE customer_id = %s LIMIT 1", record("budi"))[0]["item_id"])


RECORDS: dict[str, Maker] = {"item": _item}
PAGES = {
    "workflows": Look("ADMIN", "/workflows", lambda page: expect(page.get_by_role("link", name="Perubahan data nasabah")).to_be_visible()),
    "workflow": Look("ADMIN", _WORKFLOW, lambda page: expect(page.get_by_role("tree")).to_be_visible()),
    "workflow state": Look("ADMIN", _WORKFLOW, selected),
    "workflow rule": Look("ADMIN", _WORKFLOW, guarded),
    "workflow canvas": Look("ADMIN", _WORKFLOW, canvas, opened_anew=True),
    "workflow to read": Look("COMPLIANCE", _WORKFLOW, selected),
    "new transition": Look("ADMIN", _WORKFLOW, new_transition, within=DIALOG, opened_anew=True),
    "workflow versions": Look("ADMIN", f"{_WORKFLOW}/versions?before=1&after=draft", drawn),
    "workflow version compared with itself": Look("ADMIN", f"{_WORKFLOW}/versions?before=1&after=1", uncompared),
    "workflow items": Look("ADMIN", f"{_WORKFLOW}/items", lambda page: expect(page.locator("[data-row]").first).to_be_visible(), after="item"),
    "workflow item": Look("ADMIN", "/workflow-items/{item}", heading("")),
    "workflow migration": Look("ADMIN", f"{_WORKFLOW}/migrate", heading("Perubahan data nasabah"), after="item"),
    "workflow refused": Look("AGENT", "/workflows", refused, (403,)),
    "missing workflow": Look("ADMIN", "/workflows/tidak_ada", heading("Tidak ditemukan"), (404,)),
    "calendars": Look("ADMIN", "/calendars", listed),
    "new calendar": Look("ADMIN", "/calendars", calendar_made, within=DIALOG),
    "calendar": Look("ADMIN", "/calendars/office-wita", heading("Jam kantor WITA")),
    "calendar hours": Look("ADMIN", "/calendars/office-wita", calendar_hours, opened_anew=True),
    "calendar day": Look("ADMIN", "/calendars/office-wita", calendar_day, within=DIALOG, opened_anew=True),
    "calendar check": Look("ADMIN", "/calendars/office-wita?panel=check", calendar_check, within=PANEL),
    "calendar versions": Look("ADMIN", "/calendars/office-wita?panel=versions", calendar_versions, within=PANEL),
    "calendar, read only": Look("COMPLIANCE", "/calendars/office-wib", heading("Jam kantor WIB")),
}
LINKS = (
    Link("Alur kerja", "/workflows", 100, ["COMPLIANCE", "ADMIN"], "configuration"),
    Link("Kalender kerja", "/calendars", 110, ["COMPLIANCE", "ADMIN"], "configuration"),
)
