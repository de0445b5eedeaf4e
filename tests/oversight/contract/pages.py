"""The pages on oversight that the browser tests look at."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

from simpul.oversight.services.configuration import fingerprint
from tests.contract.declared import Link, Look
from tests.e2e.harness.looks import DIALOG, MENU, PANEL, heading, listed, refused


def audit_record(page: Page) -> None:
    listed(page)
    page.get_by_role("row").nth(1).get_by_role("button").click()
    expect(page.get_by_role("complementary", name="Catatan audit").get_by_role("heading", name="Dalam permintaan yang sama")).to_be_visible()


def audit_slot(page: Page) -> None:
    page.get_by_role("button", name="Tindakan: apa saja").click()
    expect(page.get_by_role("listbox", name="Tindakan")).to_be_visible()


def range(page: Page) -> None:
    page.get_by_role("button", name="kapan saja").click()
    expect(page.get_by_role("button", name="7 hari terakhir")).to_be_visible()


def figures(page: Page) -> None:
    expect(page.get_by_role("region", name="Ringkasan").get_by_role("button").first).to_be_visible()


def due(page: Page) -> None:
    page.get_by_role("button", name="Jatuh tempo", exact=True).click()
    expect(page.get_by_role("button", name="7 hari ke depan")).to_be_visible()


def kept_filters(page: Page) -> None:
    page.get_by_role("button", name="Filter tersimpan").click()
    expect(page.get_by_role("menuitem", name="Simpan filter ini")).to_be_visible()


def nobody_then(page: Page) -> None:
    expect(page.get_by_role("status").get_by_text("Tidak seorang pun")).to_be_visible()


def ways(page: Page) -> None:
    expect(page.get_by_role("note")).to_be_visible()
    page.get_by_role("button", name="Jalan akses").click()
    expect(page.get_by_role("menuitemcheckbox").first).to_be_visible()


def keeping(page: Page) -> None:
    kept_filters(page)
    page.get_by_role("menuitem", name="Simpan filter ini").click()
    expect(page.get_by_role("dialog", name="Simpan filter ini")).to_be_visible()


def configuration_compared(page: Page) -> None:
    """A file is compared after which sessions last longer."""
    document = page.context.request.get("/api/v1/configuration/export").json()
    document["sections"]["settings"]["session.idle_seconds"] += 60
    document["sha256"] = fingerprint(document["sections"])
    file = {"name": "konfigurasi.json", "mimeType": "application/json", "buffer": json.dumps(document).encode()}
    page.locator("input[type=file]").set_input_files(files=[file])
    expect(page.get_by_role("region", name="1 perubahan menurunkan perlindungan")).to_be_visible()


def configuration_asked(page: Page) -> None:
    configuration_compared(page)
    page.get_by_role("button", name="Impor perubahan ini").click()
    expect(page.get_by_role("dialog").get_by_role("checkbox", name="Saya sudah melihat 1 perubahan")).to_be_visible()


PAGES = {
    "audit": Look("COMPLIANCE", "/audit?action=SIGN_IN", listed),
    "audit record": Look("COMPLIANCE", "/audit?action=SIGN_IN", audit_record, within=PANEL),
    "audit filter": Look("COMPLIANCE", "/audit?outcome=DENIED", audit_slot, within=DIALOG),
    "range": Look("COMPLIANCE", "/audit?outcome=DENIED", range, within=DIALOG),
    "saved filters": Look("COMPLIANCE", "/audit?outcome=DENIED", kept_filters, within=MENU),
    "new saved filter": Look("COMPLIANCE", "/audit?outcome=DENIED", keeping, within=DIALOG),
    "trail of a customer": Look("COMPLIANCE", "/audit/customers/{budi}", lambda page: expect(page.get_by_role("list", name="Orang")).to_be_visible()),
    "trail refused": Look("AGENT", "/audit/customers/{budi}", refused, (403,)),
    "report of access": Look("COMPLIANCE", "/access-report?customer={budi}", listed),
    "report of access before its history": Look("COMPLIANCE", "/access-report?customer={budi}&day=2021-03-04", nobody_then),
    "report of access of whom": Look("COMPLIANCE", "/access-report", heading("Siapa dapat melihat nasabah")),
    "ways of access": Look("COMPLIANCE", "/access-report?customer={budi}&did=true", ways, within=MENU),
    "report of access refused": Look("AGENT", "/access-report?customer={budi}", refused, (403,)),
    "refused": Look("AGENT", "/audit", refused, (403,)),
    "timers": Look("ADMIN", "/operations", figures),
    "timers by when they are due": Look("ADMIN", "/operations", due, within=DIALOG),
    "jobs": Look("ADMIN", "/operations?tab=jobs", figures),
    "processes": Look("ADMIN", "/operations?tab=processes", heading("Operasi")),
    "configuration file": Look("ADMIN", "/configuration", heading("Ekspor & impor konfigurasi")),
    "configuration that lowers protection": Look("ADMIN", "/configuration", configuration_compared),
    "import that lowers protection": Look("ADMIN", "/configuration", configuration_asked, within=DIALOG),
    "dead letters": Look("ADMIN", "/operations?tab=dead", figures),
    "suspicion": Look("COMPLIANCE", "/suspicion", heading("Aktivitas mencurigakan")),
    "suspicion rules": Look("COMPLIANCE", "/suspicion?tab=rules", heading("Aktivitas mencurigakan")),
    "suspicion refused": Look("AGENT", "/suspicion", refused, (403,)),
}
LINKS = (
    Link("Jejak audit", "/audit", 60, ["COMPLIANCE", "ADMIN"], "control", short="Audit", heading="Jejak audit", home_of=["COMPLIANCE"]),
    Link("Aktivitas mencurigakan", "/suspicion", 80, ["COMPLIANCE"], "control", short="Temuan"),
    Link("Ekspor & impor", "/configuration", 150, ["COMPLIANCE", "ADMIN"], "configuration"),
    Link("Operasi", "/operations", 160, ["COMPLIANCE", "ADMIN"], "control", heading="Operasi"),
)
