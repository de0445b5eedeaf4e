"""Administration in the browser: a new colleague comes in, a grant changes under an open session, a suspended one is out."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.browser import PHONE
from tests.e2e.harness.site import Site

PASSWORD = "gunung-sibayak-2026"
REASON = "Penyesuaian tugas cabang bulan ini"
WAITS = "Menunggu persetujuan orang kedua"


def _dialog(page: Page, name: str | re.Pattern[str]) -> Locator:
    return page.get_by_role("dialog", name=name)


def _reasoned(page: Page, dialog: Locator, button: str | re.Pattern[str]) -> None:
    dialog.get_by_role("textbox", name="Alasan").fill(REASON)
    dialog.get_by_role("button", name=button).click()


def test_a_new_colleague_is_added_chooses_a_password_and_lands_on_the_home_page_of_the_role(open_as: OpenPage, site: Site) -> None:
    page = open_as("ADMIN", "/administration/users")
    page.get_by_role("button", name="Tambah pengguna").click()
    dialog = _dialog(page, "Tambah pengguna")
    dialog.get_by_label("Nama lengkap").fill("Rina Hapsari")
    expect(dialog.get_by_label("Nama pengguna")).to_have_value("rina.hapsari")
    dialog.get_by_label("Pengelola Data").check()
    dialog.get_by_role("button", name="Tambah pengguna").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_text(WAITS).first).to_be_visible()
    assert site.rows("SELECT 1 FROM iam.users WHERE username = 'rina.hapsari'") == [], "nobody is made before a second person agrees"
    site.approve_latest()

    [made] = site.rows("SELECT user_id FROM iam.users WHERE username = 'rina.hapsari'")
    page.goto(f"/administration/users/{made['user_id']}")
    expect(page.get_by_role("heading", name=re.compile("Rina Hapsari"), level=1)).to_contain_text("Belum ada kata sandi")
    page.get_by_role("button", name="Tambah penugasan").click()
    dialog = _dialog(page, "Tambah penugasan")
    dialog.get_by_role("combobox", name="Cabang").click()
    page.get_by_role("option", name=re.compile("MDN")).click()
    dialog.get_by_role("button", name="Tambah penugasan").click()
    expect(page.get_by_role("listitem").filter(has_text="MDN")).to_contain_text("berlaku")

    page.get_by_role("button", name="Buat tautan kata sandi").click()
    dialog = _dialog(page, re.compile("Tautan kata sandi"))
    expect(dialog).to_contain_text("penyetuju mengambil tautan satu kali")
    dialog.get_by_role("button", name="Usulkan tautan").click()
    expect(dialog).to_contain_text(WAITS)
    approved = site.approve_latest()
    link = site.take_result(approved, site.second_admin)["path"]

    theirs = open_as(None, link)
    expect(theirs.get_by_role("heading", name="Buat kata sandi", level=1)).to_be_visible()
    assert "#" not in theirs.url, "the token does not stay in the address"
    theirs.get_by_label("Kata sandi baru", exact=True).fill("pendek")
    theirs.get_by_role("button", name="Simpan kata sandi").click()
    expect(theirs.get_by_text("Kedua isian tidak sama.")).to_be_visible()
    theirs.get_by_label("Kata sandi baru", exact=True).fill(PASSWORD)
    theirs.get_by_label("Ulangi kata sandi baru", exact=True).fill(PASSWORD)
    theirs.get_by_role("button", name="Simpan kata sandi").click()
    theirs.get_by_role("button", name="Ke halaman masuk").click()
    theirs.get_by_label("Nama pengguna").fill("rina.hapsari")
    theirs.get_by_label("Kata sandi", exact=True).fill(PASSWORD)
    theirs.get_by_role("button", name="Masuk", exact=True).click()

    expect(theirs).to_have_url(f"{site.url}/welcome")
    expect(theirs.get_by_role("heading", level=1)).to_be_visible()


def test_a_link_that_was_used_says_so(open_as: OpenPage) -> None:
    page = open_as(None, "/set-password#tidak-pernah-ada-tautan-ini", answers={404})

    expect(page.get_by_role("heading", name="Tautan ini tidak berlaku lagi", level=1)).to_be_visible()


@pytest.fixture
def _table(site: Site) -> Iterator[None]:
    """The grant table as it was, whatever the test did."""
    yield
    grants = site.call(site.login("ADMIN"), "GET", "/grants")
    if changes := site.call(site.login("ADMIN"), "GET", "/grants/shipped")["changes"]:
        site.approve(site.call(site.login("ADMIN"), "PUT", "/grants", {"version": grants["version"], "changes": changes, "reason": REASON}))


@pytest.mark.usefixtures("_table")
def test_an_edited_grant_is_read_as_sentences_and_felt_by_an_open_session(open_as: OpenPage, site: Site) -> None:
    supervisor = open_as("SUPERVISOR", "/change-requests", answers={403})
    expect(supervisor.get_by_role("link", name="Permintaan perubahan").first).to_be_visible()
    page = open_as("ADMIN", "/administration/grants")
    cell = page.get_by_role("button", name=re.compile("^Supervisor Layanan, Pengajuan perubahan data:"))
    cell.click()
    panel = page.get_by_role("complementary", name="Supervisor Layanan: Pengajuan perubahan data")
    panel.get_by_label("Lihat", exact=True).select_option("NONE")
    expect(cell).to_have_accessible_name(re.compile("diubah, belum disimpan"))

    page.get_by_role("button", name="Tinjau perubahan").click()
    dialog = _dialog(page, "Tinjau perubahan")
    expect(dialog.get_by_role("listitem")).to_contain_text("Supervisor Layanan kehilangan “Lihat” pada Pengajuan perubahan data")
    _reasoned(page, dialog, "Simpan 1 perubahan")
    expect(page.get_by_text(WAITS).first).to_be_visible()
    site.approve_latest()

    supervisor.reload()
    expect(supervisor.get_by_role("alert")).to_contain_text("tidak berwenang")
    page.reload()
    page.get_by_role("button", name="Riwayat", exact=True).click()
    expect(page.get_by_text(REASON).first).to_be_visible()


@pytest.mark.usefixtures("_table")
def test_the_table_is_walked_undone_and_led_back_by_keyboard(open_as: OpenPage, site: Site) -> None:
    page = open_as("ADMIN", "/administration/grants?cell=AGENT.case")
    panel = page.get_by_role("complementary", name="Petugas Layanan: Kasus")
    panel.get_by_label("Ubah", exact=True).select_option("BRANCH")
    expect(page.get_by_role("region", name="Perubahan")).to_contain_text("1 perubahan belum disimpan")

    page.locator('[data-cell="AGENT.case"]').focus()
    page.keyboard.press("Control+z")
    expect(page.get_by_role("region", name="Perubahan")).to_contain_text("0 perubahan")
    page.keyboard.press("Control+Shift+z")
    expect(page.get_by_role("region", name="Perubahan")).to_contain_text("1 perubahan")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("complementary", name="Relationship Manager: Kasus")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    panel.get_by_role("button", name="Kembalikan ke bawaan").click()
    expect(page.get_by_role("region", name="Perubahan")).to_contain_text("0 perubahan")


@pytest.mark.usefixtures("_table")
def test_two_administrators_at_one_table_lose_nothing(open_as: OpenPage, site: Site) -> None:
    page = open_as("ADMIN", "/administration/grants?cell=AGENT.case", answers={409})
    page.get_by_role("complementary").get_by_label("Ubah", exact=True).select_option("BRANCH")
    grants = site.call(site.login("ADMIN"), "GET", "/grants")
    change = {"role": "AGENT", "resource": "task", "action": "R", "reach": "BRANCH"}
    site.approve(site.call(site.login("ADMIN"), "PUT", "/grants", {"version": grants["version"], "changes": [change], "reason": REASON}))

    page.get_by_role("button", name="Tinjau perubahan").click()
    dialog = _dialog(page, "Tinjau perubahan")
    expect(dialog.get_by_role("alert")).to_be_visible()
    dialog.get_by_role("button", name="Muat tabel terbaru").click()

    expect(dialog).to_be_hidden()
    expect(page.get_by_role("region", name="Perubahan")).to_contain_text("1 perubahan")
    page.get_by_role("button", name="Tinjau perubahan").click()
    _reasoned(page, dialog, "Simpan 1 perubahan")
    expect(page.get_by_text(WAITS).first).to_be_visible()
    site.approve_latest()


def test_a_suspended_user_is_out_at_once_and_comes_back_with_all_roles(open_as: OpenPage, site: Site) -> None:
    colleague = site.twin("AGENT", "wira.tarigan")
    theirs = open_as(colleague, "/customers", answers={401, 403})
    expect(theirs.get_by_role("searchbox", name="Cari nasabah")).to_be_visible()
    page = open_as("ADMIN", f"/administration/users/{site.user_id(colleague)}")
    page.get_by_role("button", name="Lainnya").click()
    page.get_by_role("menuitem", name="Nonaktifkan").click()
    dialog = _dialog(page, re.compile("^Nonaktifkan"))
    dialog.get_by_role("button", name="Nonaktifkan").click()
    expect(dialog.get_by_text("Paling sedikit 10 huruf.")).to_be_visible()
    _reasoned(page, dialog, "Nonaktifkan")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Dinonaktifkan")

    theirs.reload()
    expect(theirs.get_by_role("heading", name="Masuk ke Simpul")).to_be_visible()
    page.get_by_role("button", name="Aktifkan", exact=True).click()
    _reasoned(page, _dialog(page, re.compile("^Aktifkan")), "Aktifkan")
    expect(page.get_by_role("region", name="1 perubahan menunggu persetujuan orang kedua")).to_be_visible()
    site.approve_latest()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Aktif")
    expect(page.get_by_text("Petugas Layanan")).to_be_visible()


def test_a_stale_change_of_a_person_is_shown_first_and_repeated_on_request(open_as: OpenPage, site: Site) -> None:
    colleague = site.twin("AGENT", "ratna.pohan")
    user_id = site.user_id(colleague)
    page = open_as("ADMIN", f"/administration/users/{user_id}", answers={409})
    page.get_by_label("Nama lengkap").fill("Ratna Sari Pohan")
    version = site.call(site.login("ADMIN"), "GET", f"/users/{user_id}")["version"]
    site.call(site.login("ADMIN"), "PATCH", f"/users/{user_id}", {"version": version, "language": "en"})

    page.get_by_role("button", name="Simpan", exact=True).click()
    dialog = _dialog(page, "Baru saja diubah orang lain")
    dialog.get_by_role("button", name="Terapkan perubahan saya").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ratna Sari Pohan")


def test_a_setting_is_bounded_reviewed_saved_and_led_back(open_as: OpenPage, site: Site) -> None:
    page = open_as("ADMIN", "/administration/settings")
    field = page.get_by_role("textbox", name="Gagal masuk sebelum dikunci")
    field.fill("99")
    expect(page.get_by_role("button", name="Tinjau dan simpan")).to_be_disabled()
    field.fill("7")
    page.get_by_role("button", name="Tinjau dan simpan").click()
    dialog = _dialog(page, "Tinjau dan simpan")
    expect(dialog.get_by_role("listitem")).to_contain_text("7 kali")
    saves: list[str] = []
    page.on("request", lambda request: saves.append(request.url) if request.method == "PUT" else None)
    dialog.get_by_role("textbox", name="Alasan").fill(REASON)
    dialog.get_by_role("button", name="Simpan").dblclick()
    expect(page.get_by_text(WAITS).first).to_be_visible()
    assert saves == [f"{site.url}/api/v1/settings"], "a double click saves once"
    site.approve_latest()
    page.reload()

    page.get_by_role("button", name="Pakai bawaan untuk Gagal masuk sebelum dikunci").click()
    page.get_by_role("button", name="Tinjau dan simpan").click()
    _reasoned(page, dialog, "Simpan")
    expect(page.get_by_role("region", name="Perubahan", exact=True)).to_be_hidden()
    site.approve_latest()
    page.reload()
    page.get_by_role("button", name="Riwayat", exact=True).click()
    expect(page.get_by_text("kembali ke bawaan").first).to_be_visible()


def test_customers_are_given_to_a_manager_in_bulk_with_a_result_for_each(open_as: OpenPage, site: Site) -> None:
    page = open_as("ADMIN", "/administration/portfolio?unassigned=yes")
    for index in range(2):
        page.get_by_role("checkbox", name=re.compile("^Pilih (?!semua)")).nth(index).check()
    page.get_by_role("button", name="Tetapkan RM untuk 2").click()
    dialog = _dialog(page, "RM untuk 2 nasabah")
    dialog.get_by_role("combobox", name="RM").click()
    page.get_by_role("option").first.click()
    _reasoned(page, dialog, "Tetapkan RM")

    expect(page.get_by_text(re.compile(r"\d ditetapkan, \d tetap, \d ditolak"))).to_be_visible()
    assert site.rows("SELECT count(*) AS n FROM audit.audit_logs WHERE meta ->> 'reason' = %s", REASON)[0]["n"] > 0


def test_compliance_reads_everything_and_changes_nothing(open_as: OpenPage) -> None:
    page = open_as("COMPLIANCE", "/administration/grants?cell=AGENT.case")

    expect(page.get_by_role("complementary").get_by_label("Ubah", exact=True)).to_be_disabled()
    page.get_by_role("link", name="Pengguna", exact=True).click()
    expect(page.get_by_role("button", name="Tambah pengguna")).to_have_count(0)
    page.get_by_role("link", name="Pengaturan", exact=True).click()
    expect(page.get_by_role("textbox", name="Gagal masuk sebelum dikunci")).to_be_disabled()


def test_an_agent_is_told_that_the_administration_is_not_theirs(open_as: OpenPage, site: Site) -> None:
    for path in ("users", "grants", "organisation", "settings"):
        page = open_as("AGENT", f"/administration/{path}", size=PHONE, answers={403})
        expect(page.get_by_role("alert")).to_contain_text("tidak berwenang")
