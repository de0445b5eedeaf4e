"""What is done on some pages until they show what is looked at."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Page, expect

from simpul.oversight.services.configuration import fingerprint


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


def kept_filters(page: Page) -> None:
    page.get_by_role("button", name="Filter tersimpan").click()
    expect(page.get_by_role("menuitem", name="Simpan filter ini")).to_be_visible()


def keeping(page: Page) -> None:
    kept_filters(page)
    page.get_by_role("menuitem", name="Simpan filter ini").click()
    expect(page.get_by_role("dialog", name="Simpan filter ini")).to_be_visible()


def program(page: Page) -> None:
    page.get_by_role("button", name="Buat akun layanan").first.click()
    expect(page.get_by_role("dialog", name="Buat akun layanan").get_by_role("checkbox").first).to_be_visible()


def key(page: Page) -> None:
    page.get_by_role("button", name="Buat kunci").click()
    expect(page.get_by_role("dialog", name="Buat kunci").get_by_role("checkbox").first).to_be_visible()


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
    page.get_by_role("button", name="Kelola view").click()
    expect(page.get_by_role("menuitem", name="Simpan sebagai view baru")).to_be_visible()


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
