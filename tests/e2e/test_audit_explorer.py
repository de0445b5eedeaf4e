"""The audit explorer: filters as a sentence, kept in the address, and a record with its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.pages import ANITA, customer_id
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
    page = open_as("ADMIN", "/audit")

    expect(page.get_by_text("Tindakan Anda sendiri")).to_be_visible()
    expect(page.get_by_role("row").nth(1)).to_be_visible()
    actors = {text.split("\n")[0] for text in page.locator("tbody tr td:nth-child(2)").all_inner_texts()}
    assert actors and all(text.startswith(name) for text in actors)


@pytest.fixture
def _no_filters(site: Site) -> Iterator[None]:
    yield
    site.write("DELETE FROM crm.audit_filters")


@pytest.mark.usefixtures("_no_filters")
def test_a_filter_is_kept_shared_applied_changed_and_deleted(open_as: OpenPage, site: Site) -> None:
    page = open_as("COMPLIANCE", "/audit?outcome=DENIED&from=2026-01-01&to=2026-12-31", answers={409})
    menu = page.get_by_role("button", name="Filter tersimpan")
    menu.click()
    expect(page.get_by_text("Belum ada filter tersimpan.")).to_be_visible()
    page.get_by_role("menuitem", name="Simpan filter ini").click()
    dialog = page.get_by_role("dialog", name="Simpan filter ini")
    dialog.get_by_label("Nama filter").fill("Penolakan tahun ini")
    dialog.get_by_role("combobox", name="Bagikan kepada peran").click()
    page.get_by_role("option", name="Kepatuhan").click()
    dialog.get_by_role("button", name="Simpan").click()
    expect(page).to_have_url(re.compile(r"/audit\?outcome=DENIED&from=2026-01-01&to=2026-12-31&saved=[0-9a-f-]{36}$"))

    colleague = open_as(site.login("COMPLIANCE", 1), "/audit")
    colleague.get_by_role("button", name="Filter tersimpan").click()
    colleague.get_by_role("menuitemradio", name="Penolakan tahun ini").click()
    expect(colleague).to_have_url(re.compile(r"/audit\?.*outcome=DENIED"))
    expect(colleague).to_have_url(re.compile(r"from=2026-01-01&to=2026-12-31"))
    colleague.get_by_role("button", name="Penolakan tahun ini").click()
    expect(colleague.get_by_role("menuitem", name=re.compile("Hapus"))).to_have_count(0)

    _choose(page, "Tindakan", "Masuk")
    menu = page.get_by_role("button", name="Penolakan tahun ini (diubah)")
    menu.click()
    page.get_by_role("menuitem", name=re.compile("^Perbarui")).click()
    expect(page.get_by_role("button", name="Penolakan tahun ini", exact=True)).to_be_visible()
    page.get_by_role("button", name="Penolakan tahun ini", exact=True).click()
    page.get_by_role("menuitem", name=re.compile("^Ubah nama")).click()
    dialog = page.get_by_role("dialog", name=re.compile("^Ubah nama"))
    dialog.get_by_label("Nama filter").fill("Gagal masuk")
    site.write("UPDATE crm.audit_filters SET version = version + 1")
    dialog.get_by_role("button", name="Simpan").click()
    expect(page.get_by_role("dialog", name="Baru saja diubah orang lain")).to_be_visible()
    page.get_by_role("button", name="Terapkan perubahan saya").click()
    page.get_by_role("button", name="Gagal masuk", exact=True).click()
    page.get_by_role("menuitem", name=re.compile("^Hapus")).click()
    page.get_by_role("dialog").get_by_role("button", name="Hapus").click()

    expect(page.get_by_role("button", name="Filter tersimpan")).to_be_visible()
    expect(page.get_by_role("button", name="Tindakan: Masuk")).to_be_visible()
    assert site.rows("SELECT FROM crm.audit_filters") == []


def test_who_has_seen_a_customer_is_told_by_person_and_narrowed_to_one(open_as: OpenPage, site: Site) -> None:
    customer, agent = customer_id(site, ANITA.cif), site.login("AGENT")
    site.call(agent, "GET", f"/customers/{customer}/360")
    site.call(agent, "POST", f"/customers/{customer}/reveal", {"field": "phone_e164", "reason": "Memastikan identitas penelepon"})
    page = open_as("COMPLIANCE", f"/audit?customer_id={customer}")
    page.get_by_role("link", name="Menurut orang").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Siapa melihat nasabah A")
    assert ANITA.name not in page.content()
    name = str(site.rows("SELECT full_name FROM iam.users WHERE username = %s", agent.username)[0]["full_name"])
    person = page.get_by_role("list", name="Orang").get_by_role("listitem").filter(has_text=name)
    expect(person).to_contain_text("Memastikan identitas penelepon")
    person.get_by_role("button", name=name).click()
    expect(page).to_have_url(f"{site.url}/audit/customers/{customer}?actor={site.user_id(agent)}")
    expect(page.get_by_role("heading", name=f"Yang dilakukan {name}")).to_be_visible()
    expect(page.locator("tbody tr").filter(has_not_text=name)).to_have_count(0)
    page.get_by_role("button", name="Hasil", exact=True).click()
    page.get_by_role("menuitemradio", name="Ditolak").click()
    expect(page.get_by_role("status").filter(has_text="Tidak ada catatan yang cocok")).to_be_visible()
    page.get_by_role("status").get_by_role("button", name="Hapus filter").click()
    page.locator("tbody").get_by_role("button").first.click()
    expect(page.get_by_role("complementary", name="Catatan audit")).to_be_visible()
    expect(page).to_have_url(re.compile(r"record=[0-9a-f-]{36}"))
