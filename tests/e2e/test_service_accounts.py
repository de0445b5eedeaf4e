"""A program gets an account and a key, calls with it, and is shut out again."""

from __future__ import annotations

import re
import urllib.request
from urllib.error import HTTPError

from playwright.sync_api import expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.site import Site

WAITS = "1 perubahan menunggu persetujuan orang kedua"


def _search(site: Site, key: str) -> int:
    """What a program is answered that searches with this key."""
    request = urllib.request.Request(f"{site.url}/api/v1/customers/search?q=siregar", headers={"Authorization": f"Bearer {key}"})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code


def test_a_program_is_given_a_key_that_is_shown_once_used_and_revoked(open_as: OpenPage, site: Site) -> None:
    page = open_as("ADMIN", "/administration/service-accounts", answers={409})
    page.get_by_role("button", name="Buat akun layanan").first.click()
    dialog = page.get_by_role("dialog", name="Buat akun layanan")
    dialog.get_by_role("button", name="Buat akun layanan").click()
    expect(dialog.get_by_text("Pilih sedikitnya satu peran.")).to_be_visible()
    dialog.get_by_label("Nama program").fill("Saluran web")
    expect(dialog.get_by_label("Nama pengguna")).to_have_value("saluran.web")
    dialog.get_by_label("Nama pengguna").fill(site.login("AGENT").username)
    dialog.get_by_label("Kegunaan").fill("Mencari nasabah untuk pusat panggilan.")
    dialog.get_by_label("Petugas Layanan").check()
    dialog.get_by_role("combobox", name="Cabang").click()
    page.get_by_role("option", name=re.compile("MDN")).click()
    dialog.get_by_label("Kegunaan").click()
    dialog.get_by_role("button", name="Buat akun layanan").click()
    expect(dialog.get_by_text("Nama pengguna ini sudah dipakai.")).to_be_visible()
    dialog.get_by_label("Nama pengguna").fill("saluran.web")
    dialog.get_by_role("button", name="Buat akun layanan").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("region", name=WAITS)).to_be_visible()
    site.approve_latest()
    page.reload()
    page.get_by_role("link", name="Saluran web").click()
    expect(page.get_by_role("heading", name=re.compile("Saluran web"), level=1)).to_contain_text("Aktif")

    page.get_by_role("button", name="Buat kunci").click()
    dialog = page.get_by_role("dialog", name="Buat kunci")
    dialog.get_by_label("Nama kunci").fill("Server produksi")
    dialog.get_by_role("searchbox", name="Cari operasi").fill("customers_search")
    dialog.get_by_role("checkbox", name="customers_search", exact=True).check()
    dialog.get_by_role("button", name="30 hari").click()
    dialog.get_by_role("button", name="Buat kunci").click()
    expect(dialog).to_contain_text("Anda mengambil kunci di usulan ini satu kali")
    site.approve_latest()
    dialog.get_by_role("link", name="Lihat usulan").click()
    page.get_by_role("button", name="Ambil sekarang").click()
    shown = page.get_by_role("dialog", name="Salin sekarang")
    key = shown.locator("[data-secret]").inner_text()
    page.keyboard.press("Escape")
    expect(shown).to_be_visible()
    shown.get_by_role("button", name="Sudah saya simpan").click()
    expect(shown).to_be_hidden()
    assert key not in page.content()
    expect(page.get_by_role("button", name="Ambil sekarang")).to_have_count(0)

    assert _search(site, key) == 200
    page.goto("/administration/service-accounts")
    page.get_by_role("link", name="Saluran web").click()
    entry = page.get_by_role("listitem").filter(has_text="Server produksi")
    expect(entry).to_contain_text("terakhir dipakai")
    expect(entry).to_contain_text("Membuka 1 operasi")
    page.get_by_role("button", name="Nonaktifkan").click()
    page.get_by_role("dialog").get_by_role("button", name="Nonaktifkan").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Dinonaktifkan")
    assert _search(site, key) == 401
    page.get_by_role("button", name="Aktifkan").click()
    page.get_by_role("dialog").get_by_role("button", name="Aktifkan").click()
    expect(page.get_by_role("region", name=WAITS)).to_be_visible()
    site.approve_latest()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Aktif")

    entry.get_by_role("button", name="Cabut kunci Server produksi").click()
    page.get_by_role("dialog").get_by_role("button", name="Cabut").click()
    expect(entry).to_contain_text("Dicabut")
    assert _search(site, key) == 401

    page.get_by_role("button", name="Ubah", exact=True).click()
    dialog = page.get_by_role("dialog", name="Ubah Saluran web")
    dialog.get_by_label("Kegunaan").fill("Mencari nasabah untuk pusat panggilan, sampai akhir tahun.")
    dialog.get_by_role("button", name="Simpan").click()
    expect(dialog).to_be_hidden()
    # What it is for guards nothing, and changes at once.
    expect(page.get_by_text("sampai akhir tahun")).to_be_visible()
    page.get_by_role("link", name="Akun layanan").last.click()
    page.get_by_role("button", name="Status", exact=True).click()
    page.get_by_role("menuitemradio", name="Dinonaktifkan").click()
    expect(page).to_have_url(f"{site.url}/administration/service-accounts?status=SUSPENDED")
    expect(page.get_by_role("status")).to_contain_text("Tidak ada yang cocok")


def test_compliance_reads_them_and_changes_nothing(open_as: OpenPage) -> None:
    page = open_as("COMPLIANCE", "/administration/service-accounts")

    expect(page.get_by_role("heading", name="Akun layanan", level=1)).to_be_visible()
    expect(page.get_by_role("button", name="Buat akun layanan")).to_have_count(0)
