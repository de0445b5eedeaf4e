"""The pages on customers that the browser tests look at."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.contract.declared import Link, Look, Maker, Tab
from tests.e2e.harness.looks import DIALOG, MENU, Step, clicked, listed, record
from tests.e2e.harness.pages import BUDI, customer_id, expect_record, search
from tests.e2e.harness.site import Site

READERS = ["SUPERVISOR", "AGENT", "RM", "DATA_STEWARD", "FIELD_OFFICER", "FINANCE"]


def searched(page: Page) -> None:
    expect(search(page, "siregar").nth(3)).to_be_visible()


def nothing_found(page: Page) -> None:
    search(page, "qwxzvy jjkqqx")
    expect(page.get_by_text("Tidak ada nasabah yang cocok")).to_be_visible()


def dialog(button: str, dialog: str) -> Step:
    def then(page: Page) -> None:
        expect_record(page, BUDI.name)
        if page.get_by_role("tab", name="Profil").count():
            page.get_by_role("tab", name="Profil").click()
        page.get_by_role("button", name=button).first.click()
        expect(page.get_by_role("dialog", name=dialog)).to_be_visible()

    return then


def number_acts(page: Page) -> None:
    page.get_by_role("button", name="Kelola nomor").click()
    page.get_by_role("dialog", name="Nomor identitas").get_by_role("button", name=re.compile("^Tindakan untuk")).first.click()
    expect(page.get_by_role("menuitem", name="Hentikan pemakaian")).to_be_visible()


def number_added(page: Page) -> None:
    page.get_by_role("button", name="Kelola nomor").click()
    page.get_by_role("dialog", name="Nomor identitas").get_by_role("button", name="Tambah nomor").click()
    expect(page.get_by_role("dialog", name="Tambah nomor").get_by_role("checkbox", name="Jadikan nomor utama")).to_be_visible()


def relationship_ended(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Tindakan untuk relasi")).first.click()
    page.get_by_role("menuitem", name="Akhiri relasi").click()
    expect(page.get_by_role("dialog", name="Akhiri relasi")).to_be_visible()


def _budi(site: Site, record: Callable[[str], str]) -> str:
    """Budi's id; somebody has asked for a change of his data."""
    found = str(customer_id(site, BUDI.cif))
    if not site.rows("SELECT FROM crm.customer_change_requests WHERE customer_id = %s", found):
        site.call(
            site.login("AGENT"), "POST", f"/customers/{found}/change-requests", {"changes": {"email": "budi@surel.example"}, "note": "Disebut saat menelepon"}
        )
    return found


RECORDS: dict[str, Maker] = {"budi": _budi}
PAGES = {
    "search": Look("AGENT", "/customers", lambda page: expect(page.get_by_role("searchbox", name="Cari nasabah")).to_be_visible()),
    "results": Look("AGENT", "/customers", searched),
    "nothing found": Look("AGENT", "/customers", nothing_found),
    "relationships": Look("AGENT", "/customers/{budi}?tab=relationships", record("Relasi")),
    "changes": Look("DATA_STEWARD", "/customers/{budi}?tab=changes", record("Perubahan")),
    "numbers": Look("DATA_STEWARD", "/customers/{budi}", dialog("Kelola nomor", "Nomor identitas"), within=DIALOG),
    "what is done with a number": Look("DATA_STEWARD", "/customers/{budi}", number_acts, within=MENU, opened_anew=True),
    "new number": Look("DATA_STEWARD", "/customers/{budi}", number_added, within=DIALOG),
    "move to another branch": Look("DATA_STEWARD", "/customers/{budi}", dialog("Pindahkan cabang", "Pindahkan cabang"), within=DIALOG),
    "relationships of a steward": Look("DATA_STEWARD", "/customers/{budi}?tab=relationships", record("Relasi")),
    "new relationship": Look("DATA_STEWARD", "/customers/{budi}?tab=relationships", clicked("Tambah relasi", "Tambah relasi"), within=DIALOG, opened_anew=True),
    "end of a relationship": Look("DATA_STEWARD", "/customers/{budi}?tab=relationships", relationship_ended, within=DIALOG),
    "reveal": Look("AGENT", "/customers/{budi}", dialog("Tampilkan NIK", "Tampilkan NIK selama 60 detik"), within=DIALOG, opened_anew=True),
    "request": Look("AGENT", "/customers/{budi}", dialog("Ajukan perubahan", "Ajukan perubahan"), within=DIALOG),
    "edit": Look("DATA_STEWARD", "/customers/{budi}", dialog("Ubah data", "Ubah data nasabah"), within=DIALOG),
    "change requests": Look(
        "DATA_STEWARD", "/change-requests?status=ALL", lambda page: expect(page.get_by_role("button", name="Setujui").first).to_be_visible(), after="budi"
    ),
    "segments": Look("ADMIN", "/customer-lists", listed),
    "products": Look("ADMIN", "/customer-lists?tab=PRODUCT", listed),
    "kinds of relationships": Look("ADMIN", "/customer-lists?tab=RELATIONSHIP", listed),
    "segments to read": Look("COMPLIANCE", "/customer-lists", listed),
    "new segment": Look("ADMIN", "/customer-lists", clicked("Tambah segmen", "Tambah segmen"), within=DIALOG),
    "segment": Look("ADMIN", "/customer-lists", clicked("Ubah Massal", "Ubah Massal"), within=DIALOG),
}
LINKS = (
    Link("Nasabah", "/customers", 20, READERS, "work", heading="Cari nasabah", home_of=["AGENT", "RM", "FIELD_OFFICER", "FINANCE"]),
    Link(
        "Permintaan perubahan",
        "/change-requests",
        40,
        ["SUPERVISOR", "AGENT", "RM", "DATA_STEWARD"],
        "work",
        short="Perubahan",
        heading="Permintaan perubahan",
    ),
    Link("Segmen & produk", "/customer-lists", 140, ["COMPLIANCE", "ADMIN"], "configuration"),
)
TABS = (Tab("Relasi", 50), Tab("Perubahan", 60))
