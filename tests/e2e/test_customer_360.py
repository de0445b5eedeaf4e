"""Customer 360: masked first, revealed for a minute with a reason, alerts, timeline, relationships."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Response, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.declared import tabs
from tests.e2e.harness.pages import ANITA, BUDI, CITRA, customer_id, expect_record, hits, reveal, search
from tests.e2e.harness.site import Login, Site


def _open(open_as: OpenPage, site: Site, cif: str, who: str | Login = "AGENT", rest: str = "", alone: bool = False) -> Page:
    return open_as(who, f"/customers/{customer_id(site, cif)}{rest}", alone=alone)


@pytest.mark.covers("US-02 AC-1", "15.3.2-2")
def test_the_record_shows_who_this_is_what_they_hold_and_what_happened(open_as: OpenPage, site: Site) -> None:
    page = _open(open_as, site, BUDI.cif)

    expect_record(page, BUDI.name)
    assert page.title() == f"{BUDI.name} · Simpul"
    main = page.get_by_role("main")
    for fact in ("VIP", "Aktif", "Prioritas", "Medan Utama", "Laki-laki, 48 tahun"):
        expect(main.get_by_text(fact, exact=True).first).to_be_visible()
    for heading in ("Identitas", "Produk", "Relasi", "Kontak", "Kegiatan rekening", "Rekening", "Interaksi"):
        expect(main.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    expect(main.get_by_role("tab")).to_have_text(tabs())
    expect(main.get_by_text("Fajar Pratama Ginting", exact=True)).to_be_visible()
    expect(main.get_by_role("tabpanel").get_by_role("button", expanded=False).first).to_be_visible()


@pytest.mark.covers("US-02 AC-2", "15.3.1-3")
def test_nothing_that_the_page_receives_holds_a_clear_identifier(open_as: OpenPage, site: Site) -> None:
    page = open_as("AGENT", "/profile")
    answers: list[Response] = []
    page.on("response", lambda response: answers.append(response) if "/api/v1/customers/" in response.url else None)
    with page.expect_response("**/timeline?*"):
        page.goto(f"/customers/{customer_id(site, ANITA.cif)}")
    expect_record(page, ANITA.name)

    main = page.get_by_role("main")
    for masked in ("1271********0001", "******0001", "CIF****001", "+62812****001", "a***@surel.example"):
        expect(main.get_by_text(masked, exact=True).first).to_be_visible()
    expect(main.get_by_role("tabpanel").get_by_role("button", expanded=False).first).to_be_visible()
    bodies = [answer.text() for answer in answers]
    assert len(bodies) >= 2
    for secret in (ANITA.nik, ANITA.account, ANITA.phone, "anita.siregar@", "1985-04-12", ANITA.cif):
        assert not [body for body in bodies if secret in body], secret


def test_a_revealed_phone_hides_again_after_a_minute(open_as: OpenPage, site: Site) -> None:
    page = _open(open_as, site, ANITA.cif, alone=True)
    page.clock.install()
    expect_record(page, ANITA.name)

    reveal(page, "Telepon", "Mencocokkan identitas penelepon")

    clear = page.get_by_text(ANITA.phone, exact=True)
    expect(clear).to_be_visible()
    expect(page.get_by_role("timer")).to_contain_text("tersembunyi dalam")
    page.clock.fast_forward("00:58")
    expect(clear).to_be_visible()
    page.clock.fast_forward("00:03")
    expect(clear).to_be_hidden()
    expect(page.get_by_text("+62812****001", exact=True)).to_be_visible()


def test_a_revealed_value_is_hidden_by_hand_and_gone_after_leaving(open_as: OpenPage, site: Site) -> None:
    page = _open(open_as, site, ANITA.cif)
    expect_record(page, ANITA.name)
    reveal(page, "NIK", "Memeriksa keluhan nasabah")
    expect(page.get_by_text(ANITA.nik, exact=True)).to_be_visible()

    page.get_by_role("button", name="Sembunyikan: NIK").click()
    expect(page.get_by_text(ANITA.nik, exact=True)).to_be_hidden()
    reveal(page, "NIK", "Memeriksa keluhan nasabah")
    expect(page.get_by_text(ANITA.nik, exact=True)).to_be_visible()
    page.get_by_role("link", name="Nasabah", exact=True).click()
    expect(page.get_by_role("searchbox", name="Cari nasabah")).to_be_visible()
    page.go_back()

    expect_record(page, ANITA.name)
    expect(page.get_by_text(ANITA.nik, exact=True)).to_be_hidden()


def test_a_reveal_needs_a_reason(open_as: OpenPage, site: Site) -> None:
    page = _open(open_as, site, ANITA.cif)
    expect_record(page, ANITA.name)
    page.get_by_role("button", name="Tampilkan E-mail").click()
    dialog = page.get_by_role("dialog", name="Tampilkan E-mail selama 60 detik")
    expect(dialog.get_by_label("Alasan")).to_be_focused()
    expect(dialog.get_by_role("button", name="Tampilkan", exact=True)).to_be_disabled()

    dialog.get_by_role("button", name="Memeriksa keluhan").click()
    dialog.get_by_role("button", name="Tampilkan", exact=True).click()

    expect(page.get_by_text("anita.siregar@surel.example", exact=True)).to_be_visible()


@pytest.mark.covers("US-04 AC-2")
def test_an_alert_is_put_aside_for_me_and_comes_back_by_undo(open_as: OpenPage, site: Site) -> None:
    page = _open(open_as, site, BUDI.cif, site.twin("AGENT", "sisih.peringatan"))
    alerts = page.get_by_role("region", name="Peringatan")
    vip = alerts.get_by_role("listitem").filter(has_text="VIP")
    expect(vip).to_be_visible()

    vip.get_by_role("button", name="Sembunyikan").click()
    expect(vip).to_be_hidden()
    page.get_by_role("button", name="Urungkan").click()
    expect(vip).to_be_visible()
    expect(page.get_by_text("Peringatan muncul lagi.")).to_be_visible()
    with page.expect_response("**/acknowledge"):
        vip.get_by_role("button", name="Sembunyikan").click()
    page.reload()
    expect_record(page, BUDI.name)
    expect(vip).to_be_hidden()

    alerts.get_by_role("button", name="1 peringatan Anda sembunyikan").click()
    vip.get_by_role("button", name="Munculkan lagi").click()

    expect(alerts.get_by_role("button", name="1 peringatan Anda sembunyikan")).to_be_hidden()
    expect(_open(open_as, site, BUDI.cif).get_by_role("region", name="Peringatan").get_by_role("listitem").filter(has_text="VIP")).to_be_visible()


@pytest.mark.covers("US-03 AC-2")
def test_timeline_filters_live_in_the_address_and_narrow_what_is_shown(open_as: OpenPage, site: Site) -> None:
    page = _open(open_as, site, ANITA.cif)
    panel = page.get_by_role("tabpanel", name="Linimasa")
    events = panel.get_by_role("button", expanded=False)
    expect(events.first).to_be_visible()
    panel.get_by_role("button", name="Waktu").click()
    page.get_by_role("button", name="30 hari terakhir").click()

    expect(page).to_have_url(re.compile(r"\?from=\d{4}-\d\d-\d\d$"))
    expect(panel.get_by_text("Sampai di sini semuanya.")).to_be_attached()
    page.reload()
    expect(panel.get_by_role("button", name="30 hari terakhir")).to_be_visible()
    expect(events.first).to_be_visible()

    panel.get_by_role("button", name="Hapus filter: Waktu").click()

    expect(page).to_have_url(f"{site.url}/customers/{customer_id(site, ANITA.cif)}")


def test_the_timeline_scrolls_on_and_opens_an_event(open_as: OpenPage, site: Site) -> None:
    page = _open(open_as, site, BUDI.cif)
    panel = page.get_by_role("tabpanel", name="Linimasa")
    events = panel.locator("[data-row]")
    expect(events).to_have_count(50)
    # What has a page of its own is a link to it; a booking opens in its place.
    panel.get_by_role("button", expanded=False).first.click()
    expect(panel.get_by_role("button", expanded=True)).to_have_count(1)

    events.last.scroll_into_view_if_needed()

    expect(events).to_have_count(100)
    seen = [event.get_attribute("data-row") for event in events.all()]
    assert len(set(seen)) == 100


def test_relationships_are_a_list_and_lead_to_the_other_customer(open_as: OpenPage, site: Site) -> None:
    page = _open(open_as, site, BUDI.cif, rest="?tab=relationships")
    panel = page.get_by_role("tabpanel", name="Relasi")
    ties = panel.get_by_role("list", name="Relasi").get_by_role("listitem")
    expect(ties.filter(has_text=ANITA.name)).to_contain_text("Keluarga · Saudara")
    expect(ties.filter(has_text=CITRA.name)).to_contain_text("Penjamin")

    ties.filter(has_text=ANITA.name).get_by_role("link").click()

    expect_record(page, ANITA.name)


def test_a_relative_outside_my_scope_is_named_by_initials_only(open_as: OpenPage, site: Site) -> None:
    page = _open(open_as, site, BUDI.cif, "RM", "?tab=relationships")
    panel = page.get_by_role("tabpanel", name="Relasi")
    ties = panel.get_by_role("list", name="Relasi").get_by_role("listitem")

    outside = ties.filter(has_text="A*** R*** S***")
    expect(outside).to_contain_text("Di luar cakupan Anda")
    expect(outside.get_by_role("link")).to_have_count(0)
    assert ANITA.name not in page.content()


def test_tabs_are_reached_by_their_numbers_and_kept_in_the_address(open_as: OpenPage, site: Site) -> None:
    page = _open(open_as, site, BUDI.cif)
    expect_record(page, BUDI.name)
    page.keyboard.press("2")
    expect(page.get_by_role("tab", name="Kasus")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("3")
    expect(page.get_by_role("tab", name="Layanan")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("4")
    expect(page.get_by_role("tab", name="Persetujuan")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("5")
    expect(page.get_by_role("tab", name="Pemasaran")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("6")
    expect(page.get_by_role("tab", name="Pesan", exact=True)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("7")
    expect(page.get_by_role("tab", name="Hak pribadi")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("8")
    expect(page.get_by_role("tab", name="Dokumen")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("9")
    expect(page.get_by_role("tab", name="Relasi")).to_have_attribute("aria-selected", "true")
    expect(page).to_have_url(re.compile(r"\?tab=relationships$"))
    page.get_by_role("tab", name="Perubahan").click()
    expect(page.get_by_role("tabpanel", name="Perubahan")).to_be_visible()

    page.get_by_role("tab", name="Perubahan").press("ArrowLeft")

    expect(page.get_by_role("tab", name="Relasi")).to_be_focused()


def test_space_peeks_beside_the_list_and_escape_returns_to_the_row(open_as: OpenPage, site: Site) -> None:
    page = open_as("AGENT")
    rows = search(page, "siregar").get_by_role("link")
    expect(rows.nth(1)).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.get_by_role("searchbox", name="Cari nasabah").fill("siregar")
    expect(rows.nth(1)).to_be_visible()
    page.get_by_role("searchbox", name="Cari nasabah").press("ArrowDown")
    page.keyboard.press("j")
    expect(rows.nth(1)).to_be_focused()
    name = rows.nth(1).inner_text()
    page.keyboard.press(" ")

    peek = page.get_by_role("complementary", name="Intip nasabah")
    expect(peek.get_by_role("heading", name="Identitas")).to_be_visible()
    assert "peek=" in page.url
    page.keyboard.press("Escape")

    expect(peek).to_be_hidden()
    expect(rows.nth(1)).to_be_focused()
    assert rows.nth(1).inner_text() == name
    page.keyboard.press("Enter")
    expect(page.get_by_role("tablist")).to_be_visible()
    expect(hits(page)).to_have_count(0)
