"""What somebody types is not lost: by the end of a session, a closed tab, a wrong key or a hasty click."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.cases import opened, sound_at_both_widths
from tests.e2e.harness.checks import settle
from tests.e2e.harness.site import Site

NOTE = "Nasabah menelepon lagi dan meminta kabar hari ini."
ANSWER = "Dana Rp1.500.000 sudah dikembalikan ke rekening Bapak hari ini."


def on_case(page: Page, number: str) -> Page:
    expect(page.get_by_role("heading", name=number)).to_be_visible()
    settle(page)
    return page


def test_a_session_that_ends_over_a_form_gives_it_back_to_the_same_person(open_as: OpenPage, site: Site) -> None:
    case = opened(site)
    person = site.twin("SUPERVISOR", "tulis.lagi")
    page = on_case(open_as(person, f"/cases/{case['id']}", answers={401}), case["case_no"])
    page.get_by_role("textbox", name="Catatan").fill(NOTE)
    settle(page)
    site.end_sessions(person)

    page.get_by_role("button", name="Simpan catatan").click()

    layer = page.get_by_role("dialog")
    expect(layer.get_by_text("Isian yang belum disimpan menunggu di balik halaman ini", exact=False)).to_be_visible()
    expect(layer.get_by_label("Nama pengguna")).to_have_value(person.username)
    assert page.evaluate("document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('dialog') !== null")
    sound_at_both_widths(page, "signed-out")
    page.keyboard.press("Escape")
    layer.get_by_label("Kata sandi", exact=True).fill(person.password)
    layer.get_by_role("button", name="Masuk", exact=True).click()

    expect(layer).to_be_hidden()
    expect(page.get_by_role("textbox", name="Catatan")).to_have_value(NOTE)
    page.get_by_role("button", name="Simpan catatan").click()
    expect(page.get_by_role("listitem").filter(has_text=NOTE)).to_be_visible()


def test_what_waits_over_an_ended_session_is_gone_when_somebody_leaves_it(open_as: OpenPage, site: Site) -> None:
    case = opened(site)
    person = site.twin("SUPERVISOR", "tulis.pergi")
    page = on_case(open_as(person, f"/cases/{case['id']}", answers={401}), case["case_no"])
    page.get_by_role("textbox", name="Catatan").fill(NOTE)
    settle(page)
    site.end_sessions(person)
    page.get_by_role("button", name="Simpan catatan").click()

    page.get_by_role("button", name="Buang isian dan keluar").click()

    expect(page.get_by_role("heading", name="Masuk ke Simpul")).to_be_visible()
    assert page.url == f"{site.url}/sign-in"
    expect(page.get_by_text(case["case_no"])).to_have_count(0)


def test_a_closed_tab_keeps_the_text_sealed_for_its_writer(open_as: OpenPage, site: Site) -> None:
    case = opened(site)
    page = on_case(open_as("SUPERVISOR", f"/cases/{case['id']}"), case["case_no"])
    page.get_by_role("textbox", name="Catatan").fill(NOTE)
    page.wait_for_function("() => Object.keys(localStorage).some((each) => each.startsWith('simpul.draft.'))")
    assert "Nasabah" not in page.evaluate("JSON.stringify(localStorage)")

    again = page.context.new_page()
    page.close(run_before_unload=False)
    again.goto(f"/cases/{case['id']}")

    expect(again.get_by_role("textbox", name="Catatan")).to_have_value(NOTE)
    again.get_by_role("button", name="Simpan catatan").click()
    expect(again.get_by_role("listitem").filter(has_text=NOTE)).to_be_visible()
    again.wait_for_function("() => !Object.keys(localStorage).some((each) => each.startsWith('simpul.draft.'))")


def test_a_final_answer_can_be_taken_back_for_ten_seconds_and_is_sent_by_who_goes_on(open_as: OpenPage, site: Site) -> None:
    case = opened(site)
    page = on_case(open_as("AGENT", f"/cases/{case['id']}"), case["case_no"])
    # The caret is where the click on the tab says it is, and a letter is a letter.
    page.get_by_role("button", name="Tanggapan akhir").first.click()
    answer = page.get_by_role("textbox", name="Tanggapan akhir")
    expect(answer).to_be_focused()
    page.locator("h1").first.click()
    for letter in "rnm":
        page.keyboard.press(letter)
    expect(answer).to_be_visible()
    answer.fill(ANSWER)
    page.get_by_role("button", name="Kirim tanggapan akhir").click()
    expect(page.get_by_text(re.compile(r"Terkirim dalam \d+ dtk"))).to_be_visible()
    page.get_by_role("button", name="Urungkan").click()
    expect(answer).to_have_value(ANSWER)
    assert site.call(site.login("AGENT"), "GET", f"/cases/{case['id']}")["status"] == "NEW"

    page.get_by_role("button", name="Kirim tanggapan akhir").click()
    with page.expect_response(f"**/api/v1/cases/{case['id']}/respond"):
        page.get_by_role("link", name="Nasabah").first.click()

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert site.call(site.login("AGENT"), "GET", f"/cases/{case['id']}")["status"] == "RESOLVED"
