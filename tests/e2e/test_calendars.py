"""Working calendars: copied, drafted by mouse and keyboard, approved, and asked why something is due."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from simpul.platform.clock import today
from simpul.workflow.calendars.proposals import holidays
from tests.e2e.conftest import OpenPage
from tests.e2e.harness.site import Login, Site

NEXT = today().year + 1  # the year that the page turns to, where the organisation works
# A Saturday far from every holiday, and the Friday before it.
SATURDAY = next(day for day in (date(NEXT, 7, 5) + timedelta(days=n) for n in range(30)) if day.weekday() == 5)
FRIDAY = SATURDAY - timedelta(days=1)
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()


def _day(page: Page, day: date) -> Locator:
    return page.locator(f'[data-day="{day.isoformat()}"]')


def _draft_bar(page: Page) -> Locator:
    return page.get_by_role("region", name="Draf")


def _copy(site: Site, key: str, title: str, *, approve: bool = True) -> None:
    """A calendar of the test's own, made behind the page's back."""
    admin = site.login("ADMIN")
    made = site.call(admin, "POST", "/calendars", {"key": key, "title": {"id": title}, "copy_of": "office-wita"})
    if approve:
        site.call(admin, "POST", f"/calendars/{key}/approve", {"version": made["draft"]["version"]})


def _steps(site: Site, key: str) -> list[Any]:
    found = site.rows("SELECT meta ->> 'step' AS step FROM audit.audit_logs WHERE object_type = 'CALENDAR' AND object_id = %s ORDER BY created_at", key)
    return [row["step"] for row in found]


def test_a_copied_calendar_gets_a_special_day_is_approved_and_explains_a_due_date(open_as: OpenPage, site: Site) -> None:
    page = open_as("ADMIN", "/calendars")
    page.get_by_role("button", name="Buat kalender").click()
    dialog = page.get_by_role("dialog", name="Buat kalender")
    dialog.get_by_label("Salin dari").click()
    page.get_by_role("option", name="Jam kantor WIT", exact=True).click()
    dialog.get_by_label("Nama", exact=True).fill("Loket Jayapura")
    expect(dialog.get_by_label("Kode")).to_have_value("loket-jayapura")
    dialog.get_by_role("button", name="Buat kalender").click()
    expect(page.get_by_role("heading", name="Loket Jayapura", level=1)).to_be_visible()
    expect(page).to_have_url(f"{site.url}/calendars/loket-jayapura")

    page.get_by_role("button", name="Tahun berikutnya").click()
    _day(page, SATURDAY).click()
    popover = page.get_by_role("dialog", name=str(SATURDAY.day))
    popover.get_by_label("Hari kerja khusus").check()
    popover.get_by_label("Keterangan", exact=True).fill("Layanan akhir tahun buku")
    popover.get_by_role("button", name="Terapkan").click()
    expect(_day(page, SATURDAY)).to_have_accessible_name(
        f"Sabtu, {SATURDAY.day} {MONTHS[SATURDAY.month - 1]} {NEXT}: Hari kerja khusus, Layanan akhir tahun buku"
    )
    page.get_by_role("button", name="Tolak Tahun Baru Masehi").first.click()
    expect(page.get_by_role("button", name="Tolak Tahun Baru Masehi")).to_have_count(0)
    expect(_draft_bar(page)).to_contain_text("belum disimpan")

    page.get_by_role("button", name="Setujui…").click()
    approval = page.get_by_role("dialog", name="Setujui versi 1?")
    approval.get_by_label("Catatan").fill("Keputusan rapat layanan")
    approval.get_by_role("button", name="Setujui").click()
    expect(page.get_by_text("Versi 1 berlaku.")).to_be_visible()
    expect(_draft_bar(page)).to_contain_text("Versi 1 berlaku sejak")

    page.get_by_role("button", name="Hitung tenggat").click()
    panel = page.get_by_role("complementary", name="Hitung tenggat")
    panel.get_by_label("Mulai (WIT)").fill(FRIDAY.strftime("%d-%m-%Y"))
    panel.get_by_label("Jam", exact=True).fill("16")
    panel.get_by_label("Lamanya").fill("3")
    panel.get_by_role("button", name="Hitung", exact=True).click()
    expect(panel.get_by_text("10.00 WIT")).to_contain_text(f"Sab, {SATURDAY.day}")
    steps = panel.get_by_role("listitem")
    expect(steps).to_have_count(2)
    expect(steps.nth(0)).to_contain_text("16.00–17.00")
    expect(steps.nth(1)).to_contain_text("Hari kerja khusus: Layanan akhir tahun buku")
    expect(steps.nth(1)).to_contain_text("jumlah 3 j")

    days = site.rows(
        "SELECT d.day, d.kind, d.decision FROM crm.calendar_days d JOIN crm.calendar_versions v USING (version_id) JOIN crm.calendars c USING (calendar_id)"
        " WHERE c.key = 'loket-jayapura' AND v.status = 'APPROVED' ORDER BY 1"
    )
    assert days == [
        {"day": date(NEXT, 1, 1), "kind": "HOLIDAY", "decision": "REJECTED"},
        {"day": SATURDAY, "kind": "SPECIAL", "decision": "APPROVED"},
    ]
    assert _steps(site, "loket-jayapura") == ["CREATE", "DRAFT", "APPROVE"]


def test_the_year_is_walked_by_keyboard_alone(open_as: OpenPage) -> None:
    page = open_as("ADMIN", f"/calendars/office-wita?year={NEXT}")
    first = _day(page, date(NEXT, 1, 1))
    expect(first).to_have_attribute("tabindex", "0")
    first.focus()
    for key, lands in [
        ("ArrowRight", date(NEXT, 1, 2)),
        ("ArrowDown", date(NEXT, 1, 9)),
        ("PageDown", date(NEXT, 2, 9)),
        ("ArrowUp", date(NEXT, 2, 2)),
        ("PageUp", date(NEXT, 1, 2)),
        ("ArrowLeft", date(NEXT, 1, 1)),
        ("ArrowLeft", date(NEXT - 1, 12, 31)),
    ]:
        page.keyboard.press(key)
        expect(_day(page, lands)).to_be_focused()

    page.keyboard.press("Enter")
    popover = page.get_by_role("dialog", name="31 Desember")
    expect(popover.get_by_label("Ikut minggu kerja")).to_be_focused()
    page.keyboard.press("Escape")
    expect(popover).to_be_hidden()
    expect(_day(page, date(NEXT - 1, 12, 31))).to_be_focused()
    page.keyboard.press("]")
    expect(page.get_by_role("heading", name=str(NEXT), level=2, exact=True)).to_be_visible()
    page.keyboard.press("t")
    expect(page.get_by_role("complementary", name="Hitung tenggat")).to_be_visible()


def test_every_change_is_undone_and_leaving_asks_first(open_as: OpenPage, site: Site) -> None:
    page = open_as("ADMIN", f"/calendars/office-wita?year={NEXT}")
    proposed = len(holidays("ID", NEXT))
    waiting = page.get_by_role("button", name=re.compile("^Tolak (?!semua)"))
    expect(waiting).to_have_count(proposed)
    page.get_by_role("button", name="Terima semua").click()
    expect(waiting).to_have_count(0)
    expect(_draft_bar(page)).to_contain_text(f"{proposed} perubahan")
    page.get_by_role("button", name="Ubah jam Jumat").click()
    closes = page.get_by_label("Jumat, Rentang 2, selesai")
    closes.press("ArrowDown")
    closes.press("ArrowDown")
    expect(closes).to_have_value("16.30")

    page.get_by_role("heading", level=1).click()
    for keys in ("Control+z", "Control+z", "Control+z"):
        page.keyboard.press(keys)
    expect(waiting).to_have_count(proposed)
    page.keyboard.press("Control+y")
    expect(waiting).to_have_count(0)

    page.get_by_role("link", name="Jejak audit").click()
    asking = page.get_by_role("dialog", name="Perubahan belum disimpan")
    asking.get_by_role("button", name="Lanjut mengisi").click()
    expect(page.get_by_role("heading", name="Jam kantor WITA", level=1)).to_be_visible()
    page.get_by_role("link", name="Jejak audit").click()
    asking.get_by_role("button", name="Buang isian").click()
    expect(page.get_by_role("heading", name="Jejak audit", level=1)).to_be_visible()
    assert not site.rows("SELECT FROM crm.calendar_versions v JOIN crm.calendars c USING (calendar_id) WHERE c.key = 'office-wita' AND v.status = 'DRAFT'")


def test_what_a_draft_changes_is_read_beside_the_year(open_as: OpenPage, site: Site) -> None:
    _copy(site, "loket-beda", "Loket beda")
    page = open_as("ADMIN", f"/calendars/loket-beda?year={NEXT}")
    expect(page.get_by_role("button", name="Lihat perubahan")).to_have_count(0)
    page.get_by_role("button", name="Terima semua").click()
    page.keyboard.press("Control+s")
    expect(page.get_by_text("Draf disimpan.")).to_be_visible()
    page.get_by_role("button", name="Lihat perubahan").click()

    panel = page.get_by_role("complementary", name="Yang berubah")
    expect(panel.get_by_role("listitem")).to_have_count(len(holidays("ID", NEXT)))
    page.reload()
    expect(panel.get_by_role("listitem").first).to_contain_text("ditambahkan")
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def test_hours_that_overlap_are_marked_and_refused(open_as: OpenPage, site: Site) -> None:
    _copy(site, "loket-tumpang", "Loket tumpang")
    page = open_as("ADMIN", "/calendars/loket-tumpang", answers={422})
    page.get_by_role("button", name="Ubah jam Senin").click()
    opens = page.get_by_label("Senin, Rentang 2, mulai")
    opens.fill("11.30")
    opens.press("Enter")

    expect(page.get_by_role("alert").filter(has_text="Bertumpuk dengan jam sebelumnya.")).to_be_visible()
    expect(opens).to_have_attribute("aria-invalid", "true")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("alert").filter(has_text="Jam ini bertumpuk dengan jam 08:00-12:00.").first).to_be_visible()
    assert _steps(site, "loket-tumpang") == ["CREATE", "APPROVE", None]


@pytest.mark.parametrize(("choice", "title"), [("Simpan draf saya", "Nama saya"), ("Muat yang terbaru", "Nama rekan")])
def test_two_people_at_one_draft_overwrite_each_other_only_on_request(open_as: OpenPage, site: Site, choice: str, title: str) -> None:
    key = f"loket-{title.lower().replace(' ', '-')}"
    _copy(site, key, "Loket bersama")
    second: Login = site.twin("ADMIN", f"admin.{key}")
    page = open_as("ADMIN", f"/calendars/{key}", answers={409})
    page.get_by_label("Nama", exact=True).fill("Nama saya")
    standing = site.call(second, "GET", f"/calendars/{key}")["draft"]
    content = {**standing["content"], "title": {"id": "Nama rekan", "en": ""}}
    site.call(second, "PUT", f"/calendars/{key}/draft", {"content": content, "version": standing["version"]})

    page.get_by_role("button", name="Simpan draf").click()
    page.get_by_role("dialog", name="Draf ini baru saja diubah orang lain").get_by_role("button", name=choice).click()

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_label("Nama", exact=True)).to_have_value(title)
    expect(_draft_bar(page)).not_to_contain_text("belum disimpan")
    assert site.call(second, "GET", f"/calendars/{key}")["draft"]["content"]["title"]["id"] == title


def test_versions_show_what_changed_and_an_older_one_comes_back(open_as: OpenPage, site: Site) -> None:
    _copy(site, "loket-versi", "Loket versi")
    page = open_as("ADMIN", "/calendars/loket-versi")
    page.get_by_label("Cuti bersama dihitung hari kerja").click()
    page.get_by_role("button", name="Setujui…").click()
    approval = page.get_by_role("dialog", name="Setujui versi 2?")
    expect(approval.get_by_role("listitem")).to_have_text(["Cuti bersama sekarang tidak dihitung sebagai hari kerja."])
    approval.get_by_role("button", name="Setujui").click()
    expect(page.get_by_text("Versi 2 berlaku.")).to_be_visible()

    page.keyboard.press("v")
    panel = page.get_by_role("complementary", name="Versi")
    panel.get_by_role("button", name="Versi 2").click()
    expect(panel.get_by_text("Cuti bersama sekarang tidak dihitung sebagai hari kerja.")).to_be_visible()
    panel.get_by_role("button", name="Versi 1").click()
    panel.get_by_role("button", name="Jadikan draf").click()
    expect(page.get_by_text("Versi 1 menjadi draf.")).to_be_visible()
    expect(_draft_bar(page)).to_contain_text("Draf: 1 perubahan dari versi 2")
    page.get_by_role("button", name="Buang draf").click()
    page.get_by_role("dialog", name="Buang draf ini?").get_by_role("button", name="Buang draf").click()
    expect(_draft_bar(page)).to_contain_text("Versi 2 berlaku sejak")


def test_a_calendar_that_nothing_uses_goes_to_the_archive_and_back(open_as: OpenPage, site: Site) -> None:
    _copy(site, "loket-arsip", "Loket arsip")
    page = open_as("ADMIN", "/calendars/loket-arsip")
    page.get_by_role("button", name="Lainnya").click()
    page.get_by_role("menuitem", name="Arsipkan").click()
    page.get_by_role("dialog", name="Arsipkan kalender ini?").get_by_role("button", name="Arsipkan").click()
    expect(page.get_by_text("Kalender ini diarsipkan. Kembalikan dari arsip untuk mengubahnya.")).to_be_visible()
    expect(page.get_by_role("button", name="Setujui…")).to_have_count(0)

    page.get_by_role("link", name="Kalender kerja").first.click()
    expect(page.get_by_role("link", name="Loket arsip")).to_have_count(0)
    page.get_by_role("button", name="Diarsipkan").click()
    page.get_by_role("link", name="Loket arsip").click()
    page.get_by_role("button", name="Lainnya").click()
    page.get_by_role("menuitem", name="Kembalikan dari arsip").click()
    expect(page.get_by_text("Kalender dikembalikan.")).to_be_visible()


def test_a_reader_looks_and_nobody_else_comes_in(open_as: OpenPage) -> None:
    page = open_as("COMPLIANCE", f"/calendars/office-wita?year={NEXT}")
    expect(page.get_by_text("Anda dapat melihat kalender ini")).to_be_visible()
    _day(page, date(NEXT, 8, 17)).click()
    popover = page.get_by_role("dialog", name="17 Agustus")
    expect(popover).to_contain_text("usulan hari libur")
    expect(popover.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("button", name="Terima semua")).to_have_count(0)

    stranger = open_as("AGENT", "/calendars", answers={403})
    expect(stranger.get_by_role("alert")).to_contain_text("tidak berwenang")
    expect(stranger.get_by_role("link", name="Kalender kerja")).to_have_count(0)
