"""Changing the password and ending sessions."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.pages import fill_sign_in
from tests.e2e.harness.site import Login, Site

NEW = "hujan-di-medan-2026"


def _change(page: Page, current: str, new: str, again: str) -> None:
    page.get_by_label("Kata sandi sekarang", exact=True).fill(current)
    page.get_by_label("Kata sandi baru", exact=True).fill(new)
    page.get_by_label("Ulangi kata sandi baru", exact=True).fill(again)
    page.get_by_role("button", name="Ganti kata sandi").click()


def test_a_new_password_works_at_once_and_ends_the_other_sessions(open_as: OpenPage, site: Site) -> None:
    person = site.twin("DIRECTOR", "putri.sandi")
    elsewhere = open_as(person, "/profile", answers={401})
    expect(elsewhere.get_by_role("heading", name="Profil", level=1)).to_be_visible()
    site.cookies.pop(person.username)
    page = open_as(person, "/profile")

    _change(page, person.password, NEW, NEW)

    expect(page.get_by_text("Kata sandi diganti. Sesi lain sudah diakhiri.")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="Sesi ini")).to_have_count(1)
    elsewhere.reload()
    expect(elsewhere.get_by_role("heading", name="Masuk ke Simpul")).to_be_visible()
    fill_sign_in(elsewhere, person, password=NEW)
    expect(elsewhere.get_by_role("heading", name="Profil", level=1)).to_be_visible()


def test_a_password_is_refused_beside_the_field_that_is_wrong(open_as: OpenPage, site: Site) -> None:
    person = site.twin("DIRECTOR", "rudi.keliru")
    page = open_as(person, "/profile", answers={422})

    _change(page, person.password, NEW, f"{NEW}x")
    expect(page.get_by_label("Ulangi kata sandi baru", exact=True)).to_have_accessible_description("Kedua isian tidak sama.")

    _change(page, "bukan-yang-sekarang", NEW, NEW)
    expect(page.get_by_label("Kata sandi sekarang", exact=True)).to_have_accessible_description("Kata sandi saat ini tidak cocok.")

    _change(page, person.password, "12345", "12345")
    expect(page.get_by_label("Kata sandi baru", exact=True)).to_have_accessible_description(re.compile("^Pakai paling sedikit 12 karakter"))


def test_other_sessions_are_ended_one_by_one_or_together(open_as: OpenPage, site: Site) -> None:
    person = site.twin("DIRECTOR", "sari.sesi")
    pages = [_new_session(open_as, site, person) for _ in range(3)]
    first, second, third = pages
    first.reload()
    sessions = first.get_by_role("listitem").filter(has_text="Terakhir aktif")
    expect(sessions).to_have_count(3)
    expect(sessions.first).to_contain_text("Sesi ini")

    first.get_by_role("button", name="Akhiri", exact=True).first.click()
    first.get_by_role("dialog", name="Akhiri sesi ini?").get_by_role("button", name="Akhiri", exact=True).click()
    expect(first.get_by_text("Sesi diakhiri.")).to_be_visible()
    expect(sessions).to_have_count(2)
    first.get_by_role("button", name="Akhiri semua sesi lain").click()
    first.get_by_role("dialog", name="Akhiri semua sesi lain?").get_by_role("button", name="Akhiri semua sesi lain").click()

    expect(sessions).to_have_count(1)
    for page in (second, third):
        page.reload()
        expect(page.get_by_role("heading", name="Masuk ke Simpul")).to_be_visible()


def _new_session(open_as: OpenPage, site: Site, person: Login) -> Page:
    site.cookies.pop(person.username, None)
    page = open_as(person, "/profile", answers={401})
    expect(page.get_by_role("heading", name="Profil", level=1)).to_be_visible()
    return page


def test_days_away_are_entered_for_oneself_and_by_a_supervisor_and_taken_back(open_as: OpenPage, site: Site) -> None:
    supervisor, agent = site.twin("SUPERVISOR", "ratna.jadwal"), site.twin("AGENT", "tono.cuti")
    page = open_as(supervisor, "/profile")

    page.get_by_role("button", name="Catat ketidakhadiran").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("combobox", name="Siapa").fill("Tono Cuti")
    page.get_by_role("option", name="Tono Cuti").click()
    dialog.get_by_text("Dinas luar").click()
    dialog.get_by_role("button", name="Catat ketidakhadiran").click()

    row = page.get_by_role("listitem").filter(has_text="Dinas luar")
    expect(row).to_have_count(1)
    away = open_as(agent, "/profile")
    own = away.get_by_role("listitem").filter(has_text="Dinas luar")
    expect(own).to_contain_text("dicatat")
    own.get_by_role("button", name="Batalkan").click()
    away.get_by_role("dialog").get_by_role("button", name="Batalkan").last.click()
    expect(away.get_by_text("Tidak ada ketidakhadiran mulai hari ini.")).to_be_visible()
