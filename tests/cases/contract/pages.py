"""The pages on cases that the browser tests look at."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.contract.declared import Link, Look, Maker, Tab
from tests.e2e.harness.looks import DIALOG, MENU, PANEL, clicked, heading, listed, record, refused
from tests.e2e.harness.pages import BUDI
from tests.e2e.harness.site import Site


def level_versions(page: Page) -> None:
    panel = page.get_by_role("complementary", name="Versi")
    panel.get_by_role("button", name="Versi 1").click()
    expect(panel.get_by_role("button", name="Versi 1")).to_have_attribute("aria-expanded", "true")


def level_explained(page: Page) -> None:
    panel = page.get_by_role("complementary", name="Hitung tenggat")
    panel.get_by_role("button", name="Hitung", exact=True).click()
    expect(panel.get_by_role("heading", name="Penyelesaian")).to_be_visible()


def case_rows(page: Page) -> None:
    expect(page.locator("tr[data-row]").first).to_be_visible()


def case_views(page: Page) -> None:
    case_rows(page)
    page.get_by_role("button", name="Kelola tampilan").click()
    expect(page.get_by_role("menuitem", name="Simpan sebagai tampilan baru")).to_be_visible()


def case_peeked(page: Page) -> None:
    expect(page.get_by_role("complementary", name="Intip kasus").get_by_role("heading", name="Waktu")).to_be_visible()


def case_shown(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text("CASE-")
    expect(page.get_by_role("textbox", name="Catatan")).to_be_visible()


def case_why(page: Page) -> None:
    case_shown(page)
    # On a phone the facts stand in a part of their own.
    facts = page.get_by_role("group", name="Bagian kasus").get_by_role("button", name="Rincian")
    if facts.is_visible():
        facts.click()
    page.get_by_role("button", name="Mengapa").click()
    expect(page.get_by_role("complementary", name="Mengapa tenggatnya begitu").get_by_role("listitem").first).to_be_visible()


def case_assigning(page: Page) -> None:
    case_shown(page)
    page.get_by_role("button", name="Tugaskan").first.click()
    expect(page.get_by_role("dialog", name="Tugaskan kepada").get_by_role("option").first).to_be_visible()


def reply_made(page: Page) -> None:
    page.get_by_role("button", name="Buat balasan").first.click()
    expect(page.get_by_role("dialog", name="Buat balasan")).to_be_visible()


def _complaint(site: Site, record: Callable[[str], str]) -> str:
    """A complaint of Budi's that an agent recorded."""
    budi = record("budi")
    known = site.rows("SELECT case_id FROM crm.cases WHERE customer_id = %s AND category_code = 'CARD_ATM' AND status = 'NEW' LIMIT 1", budi)
    if known:
        return str(known[0]["case_id"])
    body = {
        "customer_id": budi,
        "channel": "WHATSAPP",
        "category_code": "CARD_ATM",
        "priority": "HIGH",
        "description": "Uang tidak keluar dari ATM, saldo terdebet.",
    }
    return str(site.call(site.login("AGENT"), "POST", "/cases", body)["id"])


RECORDS: dict[str, Maker] = {"complaint": _complaint}
PAGES = {
    "queue": Look("SUPERVISOR", "/cases?view=queue", case_rows, after="complaint"),
    "queue on a view": Look("SUPERVISOR", "/cases?view=queue", case_views, within=MENU, after="complaint"),
    "peek at a case": Look("SUPERVISOR", "/cases?view=queue&peek={complaint}", case_peeked, within=PANEL),
    "no cases": Look("AGENT", "/cases?q=999999", lambda page: expect(page.get_by_text("Tidak ada kasus yang cocok")).to_be_visible()),
    "case": Look("SUPERVISOR", "/cases/{complaint}", case_shown),
    "case of a colleague": Look("AGENT", "/cases/{complaint}", heading("CASE-")),
    "why a case is due": Look("SUPERVISOR", "/cases/{complaint}", case_why, within=PANEL, opened_anew=True),
    "escalating": Look("SUPERVISOR", "/cases/{complaint}", clicked("Eskalasi", "Eskalasi CASE"), within=DIALOG),
    "assigning": Look("SUPERVISOR", "/cases/{complaint}", case_assigning, within=DIALOG),
    "missing case": Look("AGENT", "/cases/01920000-0000-7000-8000-000000000000", heading("Tidak ditemukan"), (404,)),
    "new case": Look("AGENT", "/cases/new?customer={budi}", lambda page: expect(page.get_by_text(BUDI.name)).to_be_visible()),
    "new case of nobody": Look("AGENT", "/cases/new", heading("Catat kasus")),
    "workload": Look("SUPERVISOR", "/cases/board", listed, after="complaint"),
    "workload refused": Look("AGENT", "/cases/board", refused, (403,)),
    "complaint report": Look("SUPERVISOR", "/cases/report", heading("Laporan pengaduan"), after="complaint"),
    "complaint report of all branches": Look("DIRECTOR", "/cases/report", heading("Laporan pengaduan"), after="complaint"),
    "replies": Look("AGENT", "/cases/replies", heading("Balasan siap pakai")),
    "new reply": Look("AGENT", "/cases/replies", reply_made, within=DIALOG),
    "messages": Look("AGENT", "/cases/intake", heading("Pengaduan masuk")),
    "cases of a customer": Look("AGENT", "/customers/{budi}?tab=cases", record("Kasus"), after="complaint"),
    "service levels": Look("ADMIN", "/service-levels", lambda page: expect(page.get_by_role("row").last).to_contain_text("bank-standard")),
    "new service level": Look("ADMIN", "/service-levels", clicked("Buat tingkat layanan", "Buat tingkat layanan"), within=DIALOG),
    "service level": Look(
        "ADMIN", "/service-levels/bank-standard", lambda page: expect(page.get_by_role("textbox", name=re.compile("jam sampai")).first).to_be_visible()
    ),
    "service level to read": Look("COMPLIANCE", "/service-levels/bank-standard", lambda page: expect(page.get_by_text("Hanya untuk dibaca")).to_be_visible()),
    "versions of a service level": Look("ADMIN", "/service-levels/bank-standard?panel=versions", level_versions, within=PANEL),
    "due times explained": Look("COMPLIANCE", "/service-levels/bank-standard?panel=explain", level_explained, within=PANEL),
    "legal limits": Look("ADMIN", "/service-levels?tab=legal", listed),
    "new legal limits": Look("ADMIN", "/service-levels?tab=legal", clicked("Buat batas peraturan", "Buat batas peraturan"), within=DIALOG),
    "case categories": Look("ADMIN", "/case-categories", listed),
    "new category": Look("ADMIN", "/case-categories", clicked("Buat kategori", "Buat kategori"), within=DIALOG),
    "products of cases": Look("ADMIN", "/case-categories?tab=products", listed),
    "resolution codes": Look("ADMIN", "/case-categories?tab=resolutions", listed),
    "packs": Look("ADMIN", "/case-categories?tab=packs", listed),
    "service levels refused": Look("AGENT", "/service-levels", refused, (403,)),
}
LINKS = (
    Link("Kasus", "/cases", 30, ["SUPERVISOR", "AGENT"], "work", heading="Kasus", home_of=["SUPERVISOR"]),
    Link("Laporan pengaduan", "/cases/report", 90, ["DIRECTOR", "COMPLIANCE"], "control"),
    Link("Tingkat layanan", "/service-levels", 120, ["COMPLIANCE", "ADMIN"], "configuration"),
    Link("Kategori kasus", "/case-categories", 130, ["COMPLIANCE", "ADMIN"], "configuration"),
)
TABS = (Tab("Kasus", 20, counted=True),)
