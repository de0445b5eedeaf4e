"""The documents of a customer: attached, refused, opened and taken away in the browser, at both widths."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.browser import DESKTOP, PHONE
from tests.e2e.harness.checks import violations, wider_than_the_screen
from tests.e2e.harness.pages import CITRA, customer_id, expect_record
from tests.e2e.harness.site import Site
from tests.support.documents import PNG, pdf


def _sound(page: Page) -> None:
    assert [*violations(page), *wider_than_the_screen(page)] == []


@pytest.mark.parametrize(("size", "theme"), [(DESKTOP, "light"), (PHONE, "dark")])
def test_a_file_is_attached_opened_and_taken_away(open_as: OpenPage, site: Site, size: tuple[int, int], theme: str) -> None:
    page = open_as("AGENT", f"/customers/{customer_id(site, CITRA.cif)}?tab=documents", size=size, theme=theme, answers={422})
    expect_record(page, CITRA.name)
    panel = page.get_by_role("tabpanel", name="Dokumen")
    expect(panel.get_by_text("Belum ada dokumen")).to_be_visible()
    _sound(page)

    content = pdf(f"Surat kuasa {size[0]}")
    chosen = panel.locator("input[type=file]")
    chosen.set_input_files(
        [
            {"name": "surat kuasa.pdf", "mimeType": "application/pdf", "buffer": content},
            {"name": "pemasang.exe", "mimeType": "application/octet-stream", "buffer": b"MZ"},
            {"name": "bukan foto.png", "mimeType": "image/png", "buffer": PNG + b"<script>"},
        ]
    )
    letter, program, fake = (panel.get_by_role("listitem", name=name, exact=True) for name in ("surat kuasa.pdf", "pemasang.exe", "bukan foto.png"))
    expect(program.get_by_role("alert")).to_have_text("Jenis berkas .exe tidak diterima.")
    panel.get_by_role("button", name="Lampirkan 2 berkas").click()
    expect(letter.get_by_role("alert")).to_have_text("Pilih jenisnya.")
    for one, kind in ((letter, "Surat"), (fake, "Foto")):
        one.get_by_role("combobox", name="Jenis").click()
        page.get_by_role("option", name=kind, exact=True).click()
    _sound(page)
    panel.get_by_role("button", name="Lampirkan 2 berkas").click()

    row = panel.get_by_role("list", name="Dokumen").get_by_role("listitem")
    expect(row).to_contain_text("surat kuasa")
    expect(fake.get_by_role("alert")).to_have_text("Isi berkas memuat jenis berkas lain di dalamnya.")
    for name in ("pemasang.exe", "bukan foto.png"):
        panel.get_by_role("button", name=f"Singkirkan {name}").click()
    expect(letter).to_be_hidden()
    _sound(page)
    page.screenshot(path=f"test-results/documents-{size[0]}.png")
    with page.expect_download() as given:
        row.get_by_role("button", name="Unduh surat kuasa").click()
    assert given.value.suggested_filename == "surat kuasa.pdf"
    assert given.value.path().read_bytes() == content

    row.get_by_role("button", name="Hapus surat kuasa").click()
    dialog = page.get_by_role("dialog", name="Hapus dokumen?")
    expect(dialog.get_by_role("button", name="Hapus")).to_be_disabled()
    dialog.get_by_label("Alasan").fill("berkas milik nasabah lain")
    _sound(page)
    dialog.get_by_role("button", name="Hapus").click()
    expect(panel.get_by_text("Belum ada dokumen")).to_be_visible()


def test_an_upload_is_cancelled_and_leaves_nothing(open_as: OpenPage, site: Site) -> None:
    page = open_as("AGENT", f"/customers/{customer_id(site, CITRA.cif)}?tab=documents", alone=True)
    panel = page.get_by_role("tabpanel", name="Dokumen")
    page.context.new_cdp_session(page).send(
        "Network.emulateNetworkConditions", {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 20_000}
    )
    panel.locator("input[type=file]").set_input_files({"name": "rekaman.txt", "mimeType": "text/plain", "buffer": b"catatan panggilan\n" * 40_000})
    one = panel.get_by_role("listitem", name="rekaman.txt", exact=True)
    one.get_by_role("combobox", name="Jenis").click()
    page.get_by_role("option", name="Lainnya").click()
    panel.get_by_role("button", name="Lampirkan").click()
    expect(one.get_by_role("progressbar", name="Kemajuan rekaman.txt")).to_be_visible()

    one.get_by_role("button", name="Batalkan rekaman.txt").click()

    expect(one).to_be_hidden()
    expect(panel.get_by_text("Belum ada dokumen")).to_be_visible()
    assert site.rows("SELECT 1 FROM crm.documents WHERE title = 'rekaman'") == []
