"""Finding a customer from the one box: by anything that staff are told, inside their scope only."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.pages import ANITA, BUDI, customer_id, expect_record, hits, search
from tests.e2e.harness.site import Site

TYPED = [
    ("anita rosmaida siregar", "Tepat", "Nama sama persis"),
    ("siregar rosmaida anita", "Sebagian", "Nama mirip"),
    ("anita rosmadia siregar", "Sebagian", "Nama mirip"),
    ("aniat rosmaida siregar", "Sebagian", "Nama mirip"),
    ("081260001001", "Tepat", "Telepon sama"),
    ("+62 812-6000-1001", "Tepat", "Telepon sama"),
    ("6281260001001", "Tepat", "Telepon sama"),
    ("CIF00000001", "Tepat", "CIF sama"),
    ("1271215204850001", "Tepat", "NIK sama"),
    ("00100000001", "Tepat", "Nomor rekening sama"),
]


@pytest.mark.covers("US-01 AC-1", "US-01 AC-3", "15.3.2-1")
def test_a_customer_is_found_by_whatever_staff_are_told(open_as: OpenPage, site: Site) -> None:
    page = open_as("AGENT")
    for typed, badge, reason in TYPED:
        # Ten searches a minute are allowed, and the pace of typing is not what is tried here.
        site.forget_limits()
        # Not what the search before this one found.
        with page.expect_response("**/customers/search") as answer:
            first = search(page, typed).first
        assert answer.value.json()["items"][0]["name"] == ANITA.name, typed

        expect(first.get_by_role("link"), typed).to_contain_text(ANITA.name)
        expect(first, typed).to_contain_text(badge)
        expect(first.get_by_text(reason, exact=True), typed).to_be_visible()
        assert page.url == f"{site.url}/customers"


@pytest.mark.covers("US-02 AC-2", "15.3.1-3")
def test_results_show_masked_identifiers_and_the_page_holds_no_clear_one(open_as: OpenPage) -> None:
    page = open_as("AGENT")
    with page.expect_response("**/customers/search") as answer:
        first = search(page, ANITA.phone).first

    expect(first).to_contain_text("CIF****001")
    expect(first).to_contain_text("+62812****001")
    expect(first).to_contain_text("Medan Utama")
    body = answer.value.text()
    assert "CIF****001" in body and all(secret not in body for secret in (ANITA.phone, ANITA.nik, ANITA.account, ANITA.cif))


def test_typing_searches_by_itself_when_it_rests_and_enter_opens_the_first_row(open_as: OpenPage) -> None:
    page = open_as("AGENT")
    page.get_by_role("searchbox", name="Cari nasabah").press_sequentially("budi santoso hutapea")
    expect(hits(page).first).to_contain_text(BUDI.name)
    expect(hits(page).first).to_contain_text("VIP")

    page.keyboard.press("ArrowDown")
    expect(hits(page).first.get_by_role("link")).to_be_focused()
    page.keyboard.press("Enter")

    expect_record(page, BUDI.name)


def test_filters_narrow_the_result_and_live_in_the_address_but_the_words_do_not(open_as: OpenPage, site: Site) -> None:
    page = open_as("AGENT")
    expect(search(page, "siregar").first).to_be_visible()
    page.get_by_role("button", name="Segmen").click()
    page.get_by_role("menuitemradio", name="Prioritas").click()

    expect(page).to_have_url(f"{site.url}/customers?segment=PRIORITY")
    expect(hits(page).first).to_contain_text("Prioritas")
    found = hits(page).all_inner_texts()
    assert found and all("Prioritas" in text for text in found)

    page.get_by_role("button", name="Hapus filter", exact=True).click()

    expect(page).to_have_url(f"{site.url}/customers")


def test_nothing_found_says_what_was_tried_and_what_to_do(open_as: OpenPage) -> None:
    page = open_as("AGENT")
    search(page, "qwxzvy jjkqqx")

    state = page.get_by_role("status").filter(has_text="Tidak ada nasabah yang cocok")
    expect(state).to_contain_text("termasuk salah ketik")
    expect(page.get_by_role("list", name="Hasil pencarian")).to_have_count(0)


def test_opened_customers_wait_below_the_box_next_time(open_as: OpenPage, site: Site) -> None:
    person = site.twin("AGENT", "wati.terakhir")
    page = open_as(person)
    expect(page.get_by_text("Nasabah yang Anda buka akan muncul di sini.")).to_be_visible()
    search(page, ANITA.cif).first.get_by_role("link").click()
    expect_record(page, ANITA.name)

    page.keyboard.press("/")
    page.get_by_role("searchbox", name="Cari nasabah").fill("")

    recent = page.get_by_role("region", name="Terakhir Anda buka")
    expect(recent.get_by_role("listitem")).to_have_count(1)
    expect(recent.get_by_role("link")).to_contain_text(ANITA.name)
    expect(page.get_by_role("region", name="Pencarian tadi").get_by_role("button")).to_have_text([ANITA.cif])


def test_the_palette_finds_a_customer_too(open_as: OpenPage) -> None:
    page = open_as("AGENT", "/profile")
    expect(page.get_by_role("heading", name="Profil", level=1)).to_be_visible()
    page.keyboard.press("Control+k")
    box = page.get_by_role("combobox", name="Palet perintah")
    expect(box).to_be_focused()
    box.fill("anita rosmaida")
    option = page.get_by_role("option").filter(has_text=ANITA.name).filter(has_text="CIF")
    expect(option).to_be_visible()
    option.click()

    expect_record(page, ANITA.name)


def test_the_search_survives_going_into_a_record_and_back(open_as: OpenPage) -> None:
    page = open_as("AGENT")
    search(page, ANITA.cif).first.get_by_role("link").click()
    expect_record(page, ANITA.name)

    page.go_back()

    expect(page.get_by_role("searchbox", name="Cari nasabah")).to_have_value(ANITA.cif)
    expect(hits(page).first).to_contain_text(ANITA.name)


@pytest.mark.covers("US-01 AC-4", "15.3.1-4")
def test_after_the_searches_of_a_minute_a_countdown_stands_in_the_place_of_results_and_goes_on_by_itself(open_as: OpenPage, site: Site) -> None:
    person = site.twin("AGENT", "cepat.sekali")
    page = open_as(person, answers={429}, alone=True)
    expect(page.get_by_role("searchbox", name="Cari nasabah")).to_be_focused()
    page.clock.install()
    # As many as the site allows a minute now: administrators may have set another number than ten.
    left = site.call(person, "POST", "/customers/search", {"q": "siregar"})["rate"]["remaining"]
    # Nothing comes back to the bucket until then, however slow the machine is.
    site.write("UPDATE jobs.rate_buckets SET updated_at = updated_at + interval '1 hour' WHERE key = %s", f"search:{site.user_id(person)}")
    for number in range(left):
        site.call(person, "POST", "/customers/search", {"q": f"siregar {number}"})

    search(page, "anita rosmaida siregar")

    limited = page.get_by_role("status").filter(has_text="Terlalu banyak permintaan")
    expect(limited.get_by_role("timer")).to_have_text(re.compile(r"^0:\d\d$"))
    expect(hits(page)).to_have_count(0)
    site.forget_limits()
    page.clock.fast_forward("01:01")
    expect(hits(page).first).to_contain_text(ANITA.name)


@pytest.mark.covers("US-01 AC-2", "15.3.1-2")
def test_a_customer_of_another_branch_looks_exactly_like_one_who_does_not_exist(open_as: OpenPage, site: Site) -> None:
    other = site.rows("SELECT customer_id, source_key FROM crm.customers WHERE home_branch_code = 'RAP' ORDER BY source_key LIMIT 1")[0]
    page = open_as("AGENT", answers={404})

    told = []
    for query in (other["source_key"], "CIF99999999"):
        search(page, query)
        expect(page.get_by_text("Tidak ada nasabah yang cocok")).to_be_visible()
        told.append(page.get_by_role("main").inner_text())
    assert told[0] == told[1]

    told = []
    for unknown in (other["customer_id"], "01920000-0000-7000-8000-000000000000"):
        page.goto(f"/customers/{unknown}")
        expect(page.get_by_role("heading", name="Tidak ditemukan", level=1)).to_be_visible()
        told.append((page.get_by_role("main").inner_text(), page.title()))
    assert told[0] == told[1]


@pytest.mark.covers("US-01 AC-2", "15.3.1-2")
def test_a_relationship_manager_finds_and_opens_the_own_portfolio_only(open_as: OpenPage, site: Site) -> None:
    manager = site.login("RM")
    mine = {row["full_name"] for row in site.rows("SELECT full_name FROM crm.customers WHERE rm_user_id = %s", site.user_id(manager))}
    page = open_as("RM", answers={404})

    expect(search(page, "budi santoso hutapea").first).to_contain_text(BUDI.name)
    search(page, "siregar")
    expect(page.get_by_role("status").first).to_contain_text("nasabah")
    names = [link.inner_text().split("\n") for link in hits(page).get_by_role("link").all()]
    assert all(any(part in mine for part in parts) for parts in names)
    search(page, ANITA.cif)
    expect(page.get_by_text("Tidak ada nasabah yang cocok")).to_be_visible()

    page.goto(f"/customers/{customer_id(site, ANITA.cif)}")

    expect(page.get_by_role("heading", name="Tidak ditemukan", level=1)).to_be_visible()


@pytest.mark.parametrize("typed", ["<img src=x onerror=alert(1)>", "' OR 1=1; DROP TABLE crm.customers --", "%_\\ \U0001f600"])
def test_code_in_the_box_is_only_text(open_as: OpenPage, typed: str) -> None:
    page = open_as("AGENT", answers={422}, alone=True)
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    page.get_by_role("searchbox", name="Cari nasabah").fill(typed)
    with page.expect_response("**/customers/search") as answer:
        page.keyboard.press("Enter")

    assert answer.value.status in (200, 422)
    expect(page.get_by_role("searchbox", name="Cari nasabah")).to_have_value(typed)
    expect(hits(page)).to_have_count(0)
    assert page.get_by_role("main").locator("img").count() == 0


def test_the_box_and_its_button_are_called_what_they_do_and_no_second_search_stands_beside_it(open_as: OpenPage) -> None:
    page = open_as("AGENT")
    box = page.get_by_role("searchbox", name="Cari nasabah", exact=True)
    search(page, ANITA.name)
    expect(hits(page).first).to_be_visible()
    expect(page.get_by_role("button", name="Cari nasabah atau perintah")).to_have_count(0)
    expect(page.get_by_role("button", name="Cari perintah")).to_be_visible()

    page.get_by_role("button", name="Kosongkan pencarian").click()

    expect(box).to_have_value("")
    expect(box).to_be_focused()
    expect(hits(page)).to_have_count(0)
    page.get_by_role("link", name="Permintaan perubahan").click()
    expect(page.get_by_role("button", name="Cari nasabah atau perintah")).to_be_visible()


def test_a_refused_search_names_the_entry_once_and_says_what_helps(open_as: OpenPage, site: Site) -> None:
    page = open_as("AGENT", "/customers?status=KACAU", answers={422})
    search(page, "siregar")

    alert = page.get_by_role("alert")
    expect(alert).to_have_text("Isian ini belum dapat dipakaiStatus: Pilih salah satu: ACTIVE, DORMANT, CLOSED.Hapus filter")
    alert.get_by_role("button", name="Hapus filter").click()
    expect(page).to_have_url(f"{site.url}/customers")
    expect(hits(page).first).to_be_visible()
