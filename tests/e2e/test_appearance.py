"""Language and theme: switched anywhere, kept with the account."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.site import Site


def _scheme(page: Page) -> str:
    return str(page.evaluate("() => document.documentElement.getAttribute('data-mantine-color-scheme')"))


def test_english_is_one_click_away_and_follows_the_account_to_another_computer(open_as: OpenPage, site: Site) -> None:
    person = site.twin("COMPLIANCE", "erna.english")
    page = open_as(person, "/audit")
    expect(page.get_by_role("heading", name="Jejak audit", level=1)).to_be_visible()
    page.get_by_role("button", name="Akun saya:").click()
    with page.expect_response("**/me/preferences"):
        page.get_by_role("radiogroup", name="Bahasa").get_by_text("English").click()

    expect(page.get_by_role("heading", name="Audit trail", level=1)).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "en"
    # What the server writes speaks it as well, now and when the page is loaded anew.
    role = page.locator("header").get_by_text("Compliance", exact=True)
    expect(role).to_be_visible()
    page.reload()
    expect(role).to_be_visible()
    elsewhere = open_as(person, "/audit")
    expect(elsewhere.get_by_role("heading", name="Audit trail", level=1)).to_be_visible()


def test_the_sign_in_page_speaks_both_languages(open_as: OpenPage) -> None:
    page = open_as(None, "/sign-in")
    page.get_by_role("radiogroup", name="Bahasa").get_by_text("EN").click()

    expect(page.get_by_role("heading", name="Sign in to Simpul")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Sign in to Simpul")).to_be_visible()


def test_the_theme_follows_the_computer_until_one_is_chosen(open_as: OpenPage, site: Site) -> None:
    person = site.twin("COMPLIANCE", "gelap.malam")
    page = open_as(person, "/profile")
    expect(page.get_by_role("heading", name="Profil", level=1)).to_be_visible()
    assert _scheme(page) == "light"
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("() => document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark'")

    page.emulate_media(color_scheme="light")
    with page.expect_response("**/me/preferences"):
        page.get_by_role("radiogroup", name="Tema").get_by_text("Gelap").click()

    page.wait_for_function("() => document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark'")
    page.reload()
    expect(page.get_by_role("heading", name="Profil", level=1)).to_be_visible()
    assert _scheme(page) == "dark"
    elsewhere = open_as(person, "/profile")
    expect(elsewhere.get_by_role("radio", name="Gelap")).to_be_checked()
    assert _scheme(elsewhere) == "dark"
