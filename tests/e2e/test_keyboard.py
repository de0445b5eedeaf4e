"""Everything by keyboard: palette, shortcuts sheet, going to pages."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.pages import BUDI, CITRA, customer_id, search
from tests.e2e.harness.site import Site


def test_the_palette_finds_a_page_by_its_words_and_goes_there(open_as: OpenPage, site: Site) -> None:
    page = open_as("DATA_STEWARD", "/change-requests")
    expect(page.get_by_role("heading", name="Permintaan perubahan", level=1)).to_be_visible()

    page.keyboard.press("Control+k")
    box = page.get_by_role("combobox", name="Palet perintah")
    expect(box).to_be_focused()
    page.keyboard.type("prof")
    expect(page.get_by_role("option").first).to_contain_text("Profil dan sesi")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Profil", level=1)).to_be_visible()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_palette_moves_by_arrows_and_closes_by_escape(open_as: OpenPage) -> None:
    page = open_as("COMPLIANCE")
    expect(page.get_by_role("heading", name="Jejak audit", level=1)).to_be_visible()
    page.keyboard.press("Control+k")
    options = page.get_by_role("option")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")

    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_palette_changes_the_theme(open_as: OpenPage, site: Site) -> None:
    page = open_as(site.twin("COMPLIANCE", "tema.palet"))
    expect(page.get_by_role("heading", name="Jejak audit", level=1)).to_be_visible()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Palet perintah")).to_be_focused()
    page.keyboard.type("gelap")
    expect(page.get_by_role("option")).to_have_text(["Tema: Gelap"])
    with page.expect_response("**/me/preferences"):
        page.keyboard.press("Enter")

    page.wait_for_function("() => document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark'")


def test_the_question_mark_lists_the_shortcuts_of_the_open_page(open_as: OpenPage) -> None:
    page = open_as("AGENT")
    expect(page.get_by_role("searchbox", name="Cari nasabah")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("?")

    sheet = page.get_by_role("dialog", name="Pintasan papan ketik")
    expect(sheet.get_by_role("region", name="Pergi ke").get_by_role("term")).to_have_text(
        [
            "Pencarian nasabah",
            "Antrean kasus",
            "Buka tugas",
            "Permintaan perubahan",
            "Persetujuan nasabah",
            "Hak data pribadi",
            "Kotak masuk",
            "Profil dan sesi",
        ]
    )
    expect(sheet.get_by_role("region", name="Daftar").get_by_role("term")).to_have_text(
        ["Baris berikutnya", "Baris sebelumnya", "Buka baris", "Intip baris di panel samping", "Tutup panel atau dialog"]
    )
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()


def test_g_and_a_letter_go_to_a_page_and_slash_to_the_search_box(open_as: OpenPage, site: Site) -> None:
    page = open_as("AGENT", "/profile")
    expect(page.get_by_role("heading", name="Profil", level=1)).to_be_visible()
    page.keyboard.press("g")
    page.keyboard.press("r")
    expect(page.get_by_role("heading", name="Permintaan perubahan", level=1)).to_be_visible()

    page.keyboard.press("/")

    expect(page.get_by_role("searchbox", name="Cari nasabah")).to_be_focused()
    assert page.url == f"{site.url}/customers"
    page.keyboard.type("gr?/")
    expect(page.get_by_role("searchbox", name="Cari nasabah")).to_have_value("gr?/")
    assert page.url == f"{site.url}/customers"


def test_rows_are_walked_by_j_and_k_and_peeked_by_space(open_as: OpenPage) -> None:
    page = open_as("COMPLIANCE")
    rows = page.get_by_role("row").get_by_role("button")
    expect(rows.nth(1)).to_be_visible()

    page.keyboard.press("j")
    expect(rows.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(rows.nth(0)).to_be_focused()
    page.keyboard.press(" ")
    record = page.get_by_role("complementary", name="Catatan audit")
    expect(record).to_be_visible()
    page.keyboard.press("Escape")

    expect(record).to_be_hidden()
    expect(rows.nth(0)).to_be_focused()


def test_the_first_tab_stop_skips_to_the_content(open_as: OpenPage) -> None:
    page = open_as("COMPLIANCE")
    expect(page.get_by_role("heading", name="Jejak audit", level=1)).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Langsung ke isi")).to_be_focused()

    page.keyboard.press("Enter")

    expect(page.get_by_role("main")).to_be_focused()


def test_the_palette_does_not_offer_itself_but_the_sheet_names_its_key(open_as: OpenPage) -> None:
    page = open_as("COMPLIANCE")
    expect(page.get_by_role("heading", name="Jejak audit", level=1)).to_be_visible()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Palet perintah")).to_be_focused()

    expect(page.get_by_role("option").filter(has_text="Keluar")).to_be_visible()
    expect(page.get_by_role("option").filter(has_text="Palet perintah")).to_have_count(0)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog").get_by_text("Palet perintah")).to_be_visible()


def test_the_focus_returns_to_where_it_was_when_a_dialog_a_panel_or_the_palette_closes(open_as: OpenPage, site: Site) -> None:
    page = open_as("DATA_STEWARD", f"/customers/{customer_id(site, BUDI.cif)}")
    edit = page.get_by_role("button", name="Ubah data")
    edit.click()
    dialog = page.get_by_role("dialog", name="Ubah data nasabah")
    expect(dialog.get_by_label("Nama lengkap")).to_be_focused()
    dialog.get_by_role("button", name="Batal").click()
    expect(dialog).to_be_hidden()
    expect(edit).to_be_focused()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Palet perintah")).to_be_focused()
    page.keyboard.press("Escape")
    expect(edit).to_be_focused()

    page.goto("/customers")
    row = search(page, BUDI.name).first.get_by_role("link")
    row.focus()
    page.keyboard.press("Space")
    panel = page.get_by_role("complementary", name="Intip nasabah")
    panel.get_by_role("button", name="Tutup").click()
    expect(panel).to_be_hidden()
    expect(row).to_be_focused()


def test_the_focus_stays_on_the_page_when_what_had_it_is_gone(open_as: OpenPage, site: Site) -> None:
    customer = customer_id(site, CITRA.cif)
    person = site.twin("AGENT", "fokus.hilang")
    site.call(person, "POST", f"/customers/{customer}/change-requests", {"changes": {"preferred_channel": "SMS"}, "note": "Disampaikan lewat telepon"})
    page = open_as(person, "/change-requests")
    page.get_by_role("button", name="Tarik kembali").click()
    page.get_by_role("dialog").get_by_role("button", name="Tarik kembali").click()

    expect(page.get_by_text("Permintaan ditarik kembali.")).to_be_visible()
    # The next request has the focus; where there is none, the content.
    expect(page.locator("main:focus, main [data-row]:focus")).to_have_count(1)


def test_the_eye_of_a_password_has_a_name_and_a_place_in_the_order(open_as: OpenPage) -> None:
    page = open_as(None, "/sign-in")
    page.get_by_label("Kata sandi", exact=True).fill("rahasia-sekali")
    page.keyboard.press("Tab")
    eye = page.get_by_role("button", name="Tampilkan Kata sandi")
    expect(eye).to_be_focused()

    page.keyboard.press("Enter")

    expect(page.get_by_label("Kata sandi", exact=True)).to_have_attribute("type", "text")
    expect(eye).to_have_attribute("aria-pressed", "true")
