"""The audit explorer: filters as a sentence, kept in the address, and a record with its neighbours."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.site import Site


def _choose(page: Page, slot: str, option: str) -> None:
    page.get_by_role("button", name=re.compile(f"^{slot}: ")).click()
    page.get_by_role("option", name=option, exact=True).click()


def test_filters_narrow_the_trail_and_live_in_the_address(open_as: OpenPage, site: Site) -> None:
    page = open_as("COMPLIANCE")
    rows = page.get_by_role("row")
    expect(rows.nth(1)).to_be_visible()

    _choose(page, "Tindakan", "Masuk")
    _choose(page, "Hasil", "Diizinkan")

    expect(page).to_have_url(f"{site.url}/audit?action=SIGN_IN&outcome=ALLOWED")
    expect(rows.nth(1)).to_be_visible()
    expect(page.locator("tbody tr td:nth-child(3)").filter(has_not_text=re.compile("^Masuk$"))).to_have_count(0)
    page.reload()
    expect(page.get_by_role("button", name="Tindakan: Masuk")).to_be_visible()
    expect(page.get_by_role("button", name="Hasil: Diizinkan")).to_be_visible()

    page.get_by_role("button", name="Hapus filter", exact=True).click()

    expect(page).to_have_url(f"{site.url}/audit")


def test_an_actor_is_found_by_name_and_named_in_the_sentence(open_as: OpenPage, site: Site) -> None:
    person = site.twin("AGENT", "zulkifli.terlacak")
    site.sign_in(person)
    page = open_as("COMPLIANCE")

    page.get_by_role("button", name="Pelaku: siapa saja").click()
    page.get_by_role("combobox", name="Ketik nama atau nama pengguna").fill("zulkif")
    page.get_by_role("option", name="Zulkifli Terlacak").click()

    expect(page.get_by_role("button", name="Pelaku: Zulkifli Terlacak")).to_be_visible()
    rows = page.get_by_role("row")
    expect(rows).to_have_count(2)
    expect(rows.nth(1)).to_contain_text("Zulkifli Terlacak")
    expect(page).to_have_url(f"{site.url}/audit?actor={site.user_id(person)}")


def test_an_empty_answer_says_what_to_do(open_as: OpenPage, site: Site) -> None:
    page = open_as("COMPLIANCE", "/audit?from=2019-01-01&to=2019-01-02")

    expect(page.get_by_role("status")).to_contain_text("Tidak ada catatan yang cocok")
    page.get_by_role("status").get_by_role("button", name="Hapus filter").click()

    expect(page.get_by_role("row").nth(1)).to_be_visible()
    expect(page).to_have_url(f"{site.url}/audit")


def test_a_record_opens_beside_the_list_and_leads_to_its_request(open_as: OpenPage, site: Site) -> None:
    page = open_as("COMPLIANCE", "/audit?action=SIGN_IN")
    page.get_by_role("row").nth(1).get_by_role("button").click()

    record = page.get_by_role("complementary", name="Catatan audit")
    expect(record.get_by_role("heading", name="Dalam permintaan yang sama")).to_be_visible()
    expect(record.get_by_text("SIGN_IN", exact=True)).to_be_visible()
    assert "record=" in page.url
    page.reload()
    expect(record.get_by_text("SIGN_IN", exact=True)).to_be_visible()

    record.get_by_role("button", name="Seluruh permintaan ini").click()

    expect(page).to_have_url(re.compile(r"/audit\?request_id=[^&]+$"))
    expect(record).to_be_hidden()
    expect(page.get_by_role("row").nth(1)).to_be_visible()


def test_the_administrator_sees_only_what_they_did_themselves(open_as: OpenPage, site: Site) -> None:
    site.sign_in(site.login("AGENT"))
    admin = site.login("ADMIN")
    name = site.rows("SELECT full_name FROM iam.users WHERE username = %s", admin.username)[0]["full_name"]
    page = open_as("ADMIN")

    expect(page.get_by_role("row").nth(1)).to_be_visible()
    actors = {text.split("\n")[0] for text in page.locator("tbody tr td:nth-child(2)").all_inner_texts()}
    assert actors and all(text.startswith(name) for text in actors)
