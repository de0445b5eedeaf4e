"""Where each role arrives, and that its navigation offers only what it may open."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.browser import PHONE
from tests.e2e.harness.declared import bar_of, homes, rail_of
from tests.e2e.harness.site import Site

SEARCH, REQUESTS = "Cari nasabah", "Permintaan perubahan"
HOMES = homes()
TODAY = datetime.now(tz=ZoneInfo("Asia/Jakarta"))


@pytest.mark.parametrize("role", HOMES)
def test_each_role_arrives_at_its_home_and_is_offered_only_its_pages(open_as: OpenPage, site: Site, role: str) -> None:
    home = HOMES[role]
    page = open_as(role)

    expect(page.get_by_role("heading", level=1)).to_contain_text(home.heading)
    assert page.url == f"{site.url}{home.path}"
    offered = page.get_by_role("navigation", name="Navigasi utama").get_by_role("listitem")
    expect(offered).to_have_text(rail_of(role))


def test_the_director_arrives_at_the_figures_of_complaints_and_nobodys_name(open_as: OpenPage, site: Site) -> None:
    page = open_as("DIRECTOR")

    figures = page.get_by_role("region", name="Laporan pengaduan")
    received = figures.locator("dl > div").filter(has_text="Diterima")
    total = site.call(site.login("DIRECTOR"), "GET", f"/complaint-report?year={TODAY:%Y}&quarter={(TODAY.month + 2) // 3}")["total"]
    expect(received.locator("dd .num")).to_have_text(f"{total['received']:,}".replace(",", "."))
    expect(figures.get_by_role("list", name="Diterima menurut cabang").get_by_role("listitem").first).to_be_visible()
    figures.get_by_role("link", name="Buka laporan").click()

    expect(page.get_by_role("heading", name="Laporan pengaduan", level=1)).to_be_visible()


def test_who_has_no_page_of_work_yet_arrives_at_what_is_to_be_done(open_as: OpenPage) -> None:
    page = open_as("MARKETING")

    expect(page.get_by_role("region", name="Tugas saya")).to_be_visible()
    expect(page.get_by_text("disiapkan", exact=False)).to_have_count(0)


def test_a_manager_sees_who_has_waited_longest_for_a_contact(open_as: OpenPage, site: Site) -> None:
    page = open_as("RM")
    mine = site.call(site.login("RM"), "GET", "/portfolio/mine?limit=8")["items"]

    quiet = page.get_by_role("region", name="Nasabah saya, yang paling lama belum dihubungi")
    expect(quiet.get_by_role("listitem")).to_have_count(len(mine))
    quiet.get_by_role("link").first.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text(mine[0]["name"])


def test_somebody_without_a_role_sees_nothing_and_is_told_whom_to_ask(open_as: OpenPage, site: Site) -> None:
    person = site.twin("AGENT", "nina.tanpa.peran")
    site.write("DELETE FROM iam.user_roles WHERE user_id = %s", site.user_id(person))
    page = open_as(person, answers={403})

    expect(page.get_by_role("status")).to_contain_text("nina.tanpa.peran")
    expect(page.get_by_role("navigation", name="Navigasi utama").get_by_role("listitem")).to_have_text(["Beranda"])

    page.goto("/audit")

    expect(page.get_by_role("alert")).to_contain_text("Anda tidak berwenang untuk ini")


def test_the_phone_has_the_same_pages_in_a_bar_at_the_thumb(open_as: OpenPage) -> None:
    page = open_as("DATA_STEWARD", size=PHONE)
    expect(page.get_by_role("heading", name="Selamat datang", level=1)).to_be_visible()
    bar = page.get_by_role("navigation", name="Navigasi utama")
    expect(bar.get_by_role("link")).to_have_text(bar_of("DATA_STEWARD")[0])

    bar.get_by_role("link", name="Nasabah").click()

    expect(page.get_by_role("searchbox", name=SEARCH)).to_be_visible()


def test_what_has_no_place_in_the_phones_bar_is_behind_one_key(open_as: OpenPage, site: Site) -> None:
    page = open_as("COMPLIANCE", size=PHONE)
    bar = page.get_by_role("navigation", name="Navigasi utama")
    first, others = bar_of("COMPLIANCE")
    expect(bar.get_by_role("link")).to_have_text(first)

    bar.get_by_role("button", name="Lainnya").tap()
    more = page.get_by_role("dialog", name="Lainnya")
    expect(more.get_by_role("link")).to_have_text(others)
    more.get_by_role("link", name="Kalender kerja").tap()

    expect(page.get_by_role("heading", name="Kalender kerja", level=1)).to_be_visible()
    expect(more).to_be_hidden()
    assert page.url == f"{site.url}/calendars"


def test_the_page_where_somebody_begins_has_its_place_in_the_phones_bar(open_as: OpenPage) -> None:
    bar = open_as("ADMIN", size=PHONE).get_by_role("navigation", name="Navigasi utama")
    home = HOMES["ADMIN"]
    expect(bar.get_by_role("link")).to_have_text(bar_of("ADMIN")[0])
    expect(bar.get_by_role("link", name=home.name)).to_have_attribute("aria-current", "page")


def test_an_unknown_address_says_so_and_keeps_the_way_on(open_as: OpenPage, site: Site) -> None:
    page = open_as("AGENT", "/halaman-yang-tidak-ada")

    expect(page.get_by_role("navigation").get_by_role("link", name="Kasus")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("heading", name="Tidak ditemukan", level=1)).to_be_visible()
    page.get_by_role("link", name="Beranda").click()
    expect(page).to_have_url(f"{site.url}/customers")
