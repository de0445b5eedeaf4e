"""The main journey with the thumb, at 390 px, and nothing wider than the screen."""

from __future__ import annotations

import re

from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.browser import PHONE
from tests.e2e.harness.checks import wider_than_the_screen
from tests.e2e.harness.declared import tabs
from tests.e2e.harness.pages import ANITA, BUDI, customer_id, expect_record, reveal, search
from tests.e2e.harness.site import Site


def _fits(page: Page) -> None:
    found = wider_than_the_screen(page)
    assert not found, "\n".join(found)


def test_an_agent_finds_opens_reveals_and_asks_for_a_change_on_the_phone(open_as: OpenPage, site: Site) -> None:
    page = open_as(site.twin("AGENT", "lapangan.jempol"), size=PHONE)
    _fits(page)
    first = search(page, "budi santosa hutapea").first
    expect(first).to_contain_text(BUDI.name)
    _fits(page)

    first.get_by_role("link").tap()
    expect_record(page, BUDI.name)
    expect(page.get_by_role("tab")).to_have_text(tabs("Profil"))
    _fits(page)
    reveal(page, "Telepon", "Menghubungi nasabah kembali")
    expect(page.get_by_text(BUDI.phone, exact=True)).to_be_visible()
    _fits(page)
    for tab, last in (("Linimasa", "Transfer"), ("Relasi", f"{ANITA.name}Keluarga"), ("Perubahan", re.compile("permintaan|Diajukan oleh"))):
        page.get_by_role("tab", name=tab).tap()
        expect(page.get_by_role("tabpanel", name=tab)).to_contain_text(last)
        _fits(page)
    page.get_by_role("button", name="Ajukan perubahan").tap()
    dialog = page.get_by_role("dialog", name="Ajukan perubahan")
    expect(dialog.get_by_label("Telepon baru")).to_be_visible()
    _fits(page)
    dialog.get_by_role("button", name="Batal").tap()
    expect(dialog).to_be_hidden()


def test_the_palette_is_the_search_of_the_bottom_bar(open_as: OpenPage) -> None:
    page = open_as("AGENT", "/profile", size=PHONE)
    page.get_by_role("navigation", name="Navigasi utama").get_by_role("button", name="Cari").tap()
    box = page.get_by_role("combobox", name="Palet perintah")
    expect(box).to_be_focused()
    box.fill(ANITA.name)
    _fits(page)
    page.get_by_role("option").filter(has_text="CIF****001").tap()

    expect_record(page, ANITA.name)


def test_the_audit_explorer_works_on_the_phone(open_as: OpenPage) -> None:
    page = open_as("COMPLIANCE", size=PHONE)
    _fits(page)
    page.get_by_role("button", name="Hasil: apa saja").tap()
    page.get_by_role("option", name="Diizinkan").tap()
    expect(page.get_by_role("button", name="Hasil: Diizinkan")).to_be_visible()
    page.get_by_role("row").nth(1).get_by_role("button").tap()
    record = page.get_by_role("complementary", name="Catatan audit")
    expect(record.get_by_role("heading", name="Dalam permintaan yang sama")).to_be_visible()
    _fits(page)

    record.get_by_role("button", name="Tutup").tap()

    expect(record).to_be_hidden()


def test_no_key_is_named_and_no_tab_is_cut_off_on_the_phone(open_as: OpenPage) -> None:
    page = open_as("AGENT", "/change-requests?status=ALL", size=PHONE)
    tabs = page.get_by_role("group", name="Status").get_by_role("button")
    expect(tabs).to_have_count(5)
    for tab in tabs.all():
        box = tab.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE[0]
    page.get_by_role("navigation", name="Navigasi utama").get_by_role("button", name="Cari").tap()
    expect(page.get_by_role("combobox", name="Palet perintah")).to_be_focused()
    expect(page.locator("kbd:visible")).to_have_count(0)
    expect(page.get_by_role("option").filter(has_text="Pintasan")).to_have_count(0)

    page.get_by_role("dialog").get_by_role("button", name="Tutup").tap()

    expect(page.get_by_role("dialog")).to_be_hidden()


def test_skeletons_fit_the_phone_as_well(open_as: OpenPage, site: Site) -> None:
    page = open_as("AGENT", "/profile", size=PHONE)
    held: list[Route] = []
    page.route(re.compile(r"/timeline|/360|/customers/search"), lambda route: held.append(route))
    page.goto("/customers")
    page.get_by_role("searchbox", name="Cari nasabah").fill("siregar")
    expect(page.get_by_role("main").get_by_text("Memuat…")).to_be_attached()
    _is_not_wider(page)

    page.goto(f"/customers/{customer_id(site, BUDI.cif)}?tab=timeline")
    expect(page.get_by_role("main").get_by_text("Memuat…")).to_be_attached()
    _is_not_wider(page)
    next(route for route in held if "/360" in route.request.url).continue_()
    expect_record(page, BUDI.name)
    _is_not_wider(page)
    for route in held:
        if "/timeline" in route.request.url:
            route.continue_()
        elif "/search" in route.request.url:
            route.abort()
    expect(page.get_by_role("tabpanel", name="Linimasa").get_by_role("button", expanded=False).first).to_be_visible()


def _is_not_wider(page: Page) -> None:
    assert page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")
