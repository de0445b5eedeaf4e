"""The demonstration of ten minutes, minute by minute, as its tour leads through it: every step is played in the browser by its own role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.cases import choose, full_name, row
from tests.e2e.harness.pages import ANITA, BUDI, CITRA, expect_record, fill_sign_in, search
from tests.e2e.harness.site import Site

CAMPAIGN = "KUR Berkah untuk tiga nasabah"
REASON, CALL = "Peragaan perubahan hak", "Nasabah meminta brosur KUR."
STORY = "Nasabah tidak dapat masuk ke aplikasi sejak mengganti ponsel kemarin."
ANSWER = "Perangkat lama sudah kami lepas; Bapak dapat masuk dari ponsel baru sekarang."


@pytest.fixture
def _rules(site: Site) -> Iterator[None]:
    """The grant table as it was, whatever the test did."""
    yield
    admin = site.login("ADMIN")
    grants = site.call(admin, "GET", "/grants")
    if changes := site.call(admin, "GET", "/grants/shipped")["changes"]:
        site.approve(site.call(admin, "PUT", "/grants", {"version": grants["version"], "changes": changes, "reason": REASON}))


def _step(page: Page, title: str) -> None:
    """Go on to the next step of the tour, as the role that plays it, and put the tour out of the way."""
    tour = page.get_by_role("complementary", name="Tur peragaan")
    page.get_by_role("button", name="Demo · Tur").click()
    expect(tour.get_by_role("heading")).to_be_visible()
    if not tour.get_by_role("heading", name=title).is_visible():
        tour.get_by_role("button", name="Lanjut").click()
    expect(tour.get_by_role("heading", name=title)).to_be_visible()
    play = tour.get_by_role("button", name=re.compile("^(Masuk sebagai|Buka halamannya)"))
    if play.inner_text().startswith("Masuk"):
        with page.expect_navigation():
            play.click()
    else:
        play.click()
    tour.get_by_role("button", name="Tutup").click()
    expect(tour).to_be_hidden()


def _find(page: Page, words: str, name: str) -> None:
    search(page, words).first.get_by_role("link").click()
    expect_record(page, name)


def _confirm(page: Page, title: str, button: str) -> None:
    dialog = page.get_by_role("dialog", name=title)
    dialog.get_by_role("button", name=button, exact=True).click()
    expect(dialog).to_be_hidden()


def _reason(page: Page, cif: str) -> Locator:
    """What the campaign says of one customer, looked up by number."""
    page.get_by_role("textbox", name="Nomor CIF").fill(cif)
    page.get_by_role("button", name="Cari nasabah").click()
    return page.get_by_role("complementary", name="Mengapa nasabah ini?")


@pytest.mark.covers("US-02 AC-1", "US-03 AC-1", "US-05 AC-1", "15.3.3-1", "15.3.3-3", "15.3.3-4", "15.3.3-5", "15.3.6-2", "15.3.6-3", "15.3.6-4")
@pytest.mark.usefixtures("_rules")
def test_the_demonstration_of_ten_minutes_is_played_to_its_end(open_as: OpenPage, site: Site) -> None:
    with site.working():
        page = open_as(None, "/sign-in", alone=True, answers={403, 409})
        fill_sign_in(page, site.login("AGENT"))
        _customer_and_case(page, site)
        _campaign(page)
        _lead(page)
        _consent(page)
        _rules_and_rights(page, site)
        _trail(page, site)


def _customer_and_case(page: Page, site: Site) -> None:
    """Minutes 0:45 to 4:30."""
    _step(page, "Pembukaan")
    _step(page, "Mencari dan mengenal nasabah")
    _find(page, "budi hutapae", BUDI.name)
    expect(page.get_by_role("main")).to_contain_text("Setuju penawaran")
    expect(page.get_by_role("region", name="Peringatan")).to_contain_text("VIP")
    for clear in (BUDI.nik, BUDI.phone, BUDI.account):
        assert clear not in page.content()

    _step(page, "Mencatat kasus")
    _find(page, "budi hutapea", BUDI.name)
    page.get_by_role("link", name="Catat kasus").first.click()
    choose(page, "Kanal", "Contact center")
    choose(page, "Kategori", "Akses layanan digital")
    page.get_by_text("Sedang", exact=True).click()
    page.get_by_role("textbox", name="Pengaduan", exact=True).fill(STORY)
    page.get_by_role("button", name="Catat dan beri tanda terima").click()
    expect(page.get_by_text("Pengaduan tercatat")).to_be_visible()
    number = page.get_by_role("heading", level=1).inner_text()
    assert re.fullmatch(r"CASE-\d{4}-MDN-\d{6}", number)
    expect(page.get_by_role("main")).to_contain_text(re.compile(r"\d{4} \d\d\.\d\d WIB"))

    _step(page, "Menugaskan kasus")
    row(page, number).get_by_role("link").click()
    expect(page.get_by_role("heading", name=number)).to_be_visible()
    page.get_by_role("button", name="Tugaskan").first.click()
    palette = page.get_by_role("dialog", name="Tugaskan kepada")
    palette.get_by_role("combobox").fill(full_name(site, "AGENT"))
    expect(palette.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"{number} ditugaskan.")).to_be_visible()

    _step(page, "Menjawab dan menutup")
    row(page, number).get_by_role("link").click()
    page.get_by_role("textbox", name="Catatan").fill("Perangkat lama masih terdaftar.")
    page.get_by_role("button", name="Simpan catatan").click()
    expect(page.get_by_role("listitem").filter(has_text="Perangkat lama masih terdaftar.")).to_be_visible()
    closing = page.get_by_role("button", name="Tutup kasus")
    expect(closing).to_have_attribute("aria-disabled", "true")
    page.get_by_role("button", name="Tanggapan akhir").first.click()
    page.get_by_role("textbox", name="Tanggapan akhir").fill(ANSWER)
    page.get_by_role("button", name="Kirim tanggapan akhir").click()
    page.get_by_role("button", name="Kirim sekarang").click()
    expect(closing).not_to_have_attribute("aria-disabled", "true")
    closing.click()
    dialog = page.get_by_role("dialog", name=f"Tutup {number}")
    dialog.get_by_role("combobox", name="Penyelesaian").click()
    page.get_by_role("option", name="Terselesaikan", exact=True).click()
    dialog.get_by_role("button", name="Tutup kasus").click()
    expect(page.get_by_text(f"{number} ditutup.")).to_be_visible()
    # The task is made in the background, within a few seconds.
    follow = page.get_by_role("region", name="Sesudah ditutup")
    for _ in range(15):
        with suppress(AssertionError):
            expect(follow).to_be_visible(timeout=1_000)
            break
        page.reload()
    expect(follow).to_contain_text("Tugas tindak lanjut dibuat.")


def _campaign(page: Page) -> None:
    """Minutes 4:30 to 6:45."""
    _step(page, "Kampanye yang patuh persetujuan")
    page.get_by_role("link", name=CAMPAIGN).click()
    expect(page.get_by_role("region", name="Pratinjau", exact=True).locator("[data-figure=eligible]")).to_have_text("1")
    page.get_by_role("link", name="Periksa dan ajukan").click()
    page.get_by_role("button", name="Ajukan").click()
    expect(page.get_by_role("heading", name=CAMPAIGN)).to_contain_text("Menunggu persetujuan")
    expect(page.get_by_role("button", name="Setujui")).to_have_count(0)

    _step(page, "Disetujui orang lain")
    page.get_by_role("link", name=CAMPAIGN).click()
    page.get_by_role("button", name="Setujui").click()
    _confirm(page, "Setujui kampanye?", "Setujui")
    expect(page.get_by_role("heading", name=CAMPAIGN)).to_contain_text("Disetujui")

    _step(page, "Menjalankan, lalu prospek untuk RM")
    page.get_by_role("link", name=CAMPAIGN).click()
    page.get_by_role("button", name="Jalankan").click()
    _confirm(page, "Jalankan sekarang?", "Jalankan")
    page.get_by_role("button", name="Nasabah", exact=True).click()
    expect(_reason(page, ANITA.cif)).to_contain_text("Tidak layak: Belum menyetujui")
    expect(_reason(page, CITRA.cif)).to_contain_text("Tidak layak: Kasus peka terbuka")
    panel = _reason(page, BUDI.cif)
    expect(panel).not_to_contain_text("Tidak layak")
    panel.get_by_role("button", name="Buat prospek").click()
    expect(page.get_by_text(re.compile("^Prospek dibuat"))).to_be_visible()


def _lead(page: Page) -> None:
    """Minutes 6:45 to 7:30."""
    _step(page, "Tindak lanjut RM")
    page.get_by_role("row").filter(has_text=CAMPAIGN).get_by_role("button", name=BUDI.name).click()
    page.get_by_role("complementary").get_by_role("button", name=re.compile("Buka halaman penuh")).click()
    expect(page.get_by_role("heading", name=BUDI.name, level=1)).to_be_visible()
    page.get_by_role("button", name="Telepon").first.click()
    page.get_by_label("Isi kegiatan").fill(CALL)
    page.get_by_role("button", name="Simpan kegiatan").click()
    expect(page.get_by_text("Telepon dicatat")).to_be_visible()
    page.get_by_role("button", name="Sudah dihubungi", exact=True).click()
    page.get_by_role("button", name="Memenuhi syarat", exact=True).click()
    expect(page.get_by_role("button", name="Jadikan peluang")).to_be_visible()
    page.goto("/customers")
    _find(page, "budi hutapea", BUDI.name)
    expect(page.get_by_role("main").get_by_text(CALL).first).to_be_visible()


def _consent(page: Page) -> None:
    """Minutes 7:30 to 8:00."""
    _step(page, "Persetujuan berubah")
    _find(page, "anita rosmaida", ANITA.name)
    expect(page.get_by_role("main")).to_contain_text("Penawaran ditarik")
    page.get_by_role("tab", name="Persetujuan").click()
    title = "Catat setuju: Pemrofilan untuk penawaran yang sesuai"
    page.get_by_role("button", name=title).click()
    form = page.get_by_role("dialog", name=title)
    form.get_by_text("Saya sudah memeriksa identitas").click()
    expect(form).to_contain_text("Terverifikasi: hadir sendiri")
    form.get_by_label("Nasabah sudah membaca").check()
    form.get_by_role("button", name="Simpan").click()
    expect(form).to_be_hidden()


def _rules_and_rights(page: Page, site: Site) -> None:
    """Minutes 8:00 to 8:45."""
    _step(page, "Aturan dan hak berubah")
    page.get_by_role("table").get_by_role("link").first.click()
    page.get_by_label(re.compile("Akses layanan digital, Rendah: jam sampai penyelesaian")).fill("100")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Terbitkan…").click()
    dialog = page.get_by_role("dialog", name=re.compile("^Terbitkan versi"))
    dialog.get_by_role("button", name="Terbitkan").click()
    expect(page.get_by_text(re.compile(r"^Versi \d+ terbit\.$"))).to_be_visible()
    page.goto("/administration/grants?cell=AGENT.case")
    page.get_by_role("complementary", name="Petugas Layanan: Kasus").get_by_label("Ubah", exact=True).select_option("NONE")
    page.get_by_role("button", name="Tinjau perubahan").click()
    dialog = page.get_by_role("dialog", name="Tinjau perubahan")
    dialog.get_by_role("textbox", name="Alasan").fill(REASON)
    dialog.get_by_role("button", name="Simpan 1 perubahan").click()
    expect(page.get_by_text("Menunggu persetujuan orang kedua").first).to_be_visible()
    site.approve_latest()


def _trail(page: Page, site: Site) -> None:
    """Minutes 8:45 to 10:00: each act stands in the trail with who did it, and one record is opened."""
    _step(page, "Semuanya ada di jejak audit")
    names = {role: full_name(site, role) for role in ("AGENT", "SUPERVISOR", "MARKETING", "RM", "ADMIN")}
    for action, role in (
        ("VIEW_PROFILE", "AGENT"),
        ("CREATE_CASE", "AGENT"),
        ("ASSIGN_CASE", "SUPERVISOR"),
        ("FINAL_RESPONSE", "AGENT"),
        ("APPROVE_CAMPAIGN", "SUPERVISOR"),
        ("CREATE_LEAD", "MARKETING"),
        ("CHANGE_CONSENT", "AGENT"),
        ("CHANGE_CONFIG", "ADMIN"),
        ("CHANGE_RBAC", "ADMIN"),
        ("CLOSE_CASE", "AGENT"),
    ):
        page.goto(f"/audit?action={action}&outcome=ALLOWED")
        expect(page.get_by_role("row").filter(has_text=names[role]).first).to_be_visible()
    page.get_by_role("row").nth(1).get_by_role("button").click()
    record = page.get_by_role("complementary", name="Catatan audit")
    expect(record.get_by_text("CLOSE_CASE", exact=True)).to_be_visible()
    expect(record.get_by_role("heading", name="Dalam permintaan yang sama")).to_be_visible()
    assert BUDI.name not in record.inner_text()
