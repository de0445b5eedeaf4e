"""What staff hear of becomes data only after a data steward's decision; nobody overwrites a colleague unseen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.pages import expect_record
from tests.e2e.harness.site import Login, Site

NOTE = "Nasabah menyebutkannya saat datang ke cabang"


def _somebody(site: Site, at: int) -> tuple[str, str]:
    """Id and name of an ordinary person of branch MDN, for one test only."""
    row = site.rows(
        "SELECT customer_id::text, full_name FROM crm.customers WHERE home_branch_code = 'MDN' AND kind = 'PERSON' AND status = 'ACTIVE' AND NOT is_vip AND phone_e164 IS NOT NULL"
        " AND segment_code = 'MASS' AND rm_user_id IS NULL ORDER BY source_key OFFSET %s LIMIT 1",
        10 + at,
    )[0]
    return row["customer_id"], row["full_name"]


def _request(page: Page, field: str, value: str) -> None:
    page.get_by_role("button", name="Ajukan perubahan").click()
    dialog = page.get_by_role("dialog", name="Ajukan perubahan")
    dialog.get_by_label(field).fill(value)
    dialog.get_by_label("Dari mana Anda tahu?").fill(NOTE)
    dialog.get_by_role("button", name="Ajukan perubahan").click()
    expect(dialog).to_be_hidden()


def _waiting(page: Page, name: str) -> Locator:
    return page.get_by_role("listitem").filter(has=page.get_by_role("link", name=name, exact=True))


def test_an_agent_asks_a_steward_approves_and_the_agent_sees_it(open_as: OpenPage, site: Site) -> None:
    customer, name = _somebody(site, 0)
    agent = open_as("AGENT", f"/customers/{customer}")
    expect_record(agent, name)
    _request(agent, "Telepon baru", "0813 9999 8881")
    expect(agent.get_by_text("Perubahan diajukan. Pengelola data akan memeriksanya.")).to_be_visible()
    agent.get_by_role("tab", name="Perubahan").click()
    own = agent.get_by_role("tabpanel", name="Perubahan").get_by_role("listitem").filter(has_text="Menunggu")
    expect(own).to_contain_text("+62813****881")
    expect(own).to_contain_text(NOTE)
    expect(own.get_by_role("button", name="Setujui")).to_have_count(0)

    steward = open_as("DATA_STEWARD", "/change-requests")
    _waiting(steward, name).get_by_role("button", name="Setujui").click()
    dialog = steward.get_by_role("dialog", name="Setujui perubahan ini?")
    expect(dialog).to_contain_text("+62813****881")
    dialog.get_by_role("button", name="Setujui").click()
    expect(steward.get_by_text("Perubahan disetujui dan diterapkan.")).to_be_visible()
    expect(_waiting(steward, name)).to_have_count(0)

    agent.reload()
    expect(agent.get_by_role("main").get_by_text("+62813****881", exact=True).first).to_be_visible()
    expect(agent.get_by_role("tabpanel", name="Perubahan").get_by_role("listitem").filter(has_text="Disetujui")).to_contain_text("Yohana Sitorus")
    assert site.rows("SELECT phone_e164 FROM crm.customers WHERE customer_id = %s", customer) == [{"phone_e164": "+6281399998881"}]


def test_a_rejection_needs_its_reason_and_changes_nothing(open_as: OpenPage, site: Site) -> None:
    customer, name = _somebody(site, 1)
    before = site.rows("SELECT * FROM crm.customers WHERE customer_id = %s", customer)
    site.call(site.login("AGENT"), "POST", f"/customers/{customer}/change-requests", {"changes": {"email": "baru@surel.example"}, "note": NOTE})
    page = open_as("DATA_STEWARD", "/change-requests")
    _waiting(page, name).get_by_role("button", name="Tolak").click()
    dialog = page.get_by_role("dialog", name="Tolak permintaan ini?")
    expect(dialog.get_by_role("button", name="Tolak", exact=True)).to_be_disabled()

    dialog.get_by_label("Catatan untuk jejak audit").fill("Alamat itu milik orang lain")
    dialog.get_by_role("button", name="Tolak", exact=True).click()

    expect(page.get_by_text("Permintaan ditolak.")).to_be_visible()
    page.get_by_role("group", name="Status").get_by_role("button", name="Ditolak").click()
    expect(page).to_have_url(f"{site.url}/change-requests?status=REJECTED")
    expect(_waiting(page, name)).to_contain_text("Alamat itu milik orang lain")
    assert site.rows("SELECT * FROM crm.customers WHERE customer_id = %s", customer) == before


def test_an_agent_takes_the_own_request_back(open_as: OpenPage, site: Site) -> None:
    customer, name = _somebody(site, 2)
    site.call(site.login("AGENT"), "POST", f"/customers/{customer}/change-requests", {"changes": {"preferred_language": "en"}, "note": NOTE})
    page = open_as("AGENT", "/change-requests")
    expect(_waiting(page, name).get_by_role("definition")).to_contain_text("Inggris")
    _waiting(page, name).get_by_role("button", name="Tarik kembali").click()

    page.get_by_role("dialog", name="Tarik kembali permintaan ini?").get_by_role("button", name="Tarik kembali").click()

    expect(page.get_by_text("Permintaan ditarik kembali.")).to_be_visible()
    expect(_waiting(page, name)).to_have_count(0)


def test_a_request_names_the_field_that_is_wrong(open_as: OpenPage, site: Site) -> None:
    customer, name = _somebody(site, 3)
    page = open_as("AGENT", f"/customers/{customer}", answers={422})
    expect_record(page, name)
    page.get_by_role("button", name="Ajukan perubahan").click()
    dialog = page.get_by_role("dialog", name="Ajukan perubahan")
    dialog.get_by_role("button", name="Ajukan perubahan").click()
    expect(dialog.get_by_text("Isi paling sedikit satu perubahan.")).to_be_visible()

    dialog.get_by_label("Telepon baru").fill("12")
    dialog.get_by_label("Dari mana Anda tahu?").fill(NOTE)
    dialog.get_by_role("button", name="Ajukan perubahan").click()

    expect(dialog.get_by_label("Telepon baru")).to_have_attribute("aria-invalid", "true")
    assert not site.rows("SELECT FROM crm.customer_change_requests WHERE customer_id = %s", customer)


def test_a_day_that_is_none_stays_as_typed_and_is_not_saved_around(open_as: OpenPage, site: Site) -> None:
    customer, name = _somebody(site, 7)
    page = open_as("DATA_STEWARD", f"/customers/{customer}")
    expect_record(page, name)
    page.get_by_role("button", name="Ubah data").click()
    dialog = page.get_by_role("dialog", name="Ubah data nasabah")
    day = dialog.get_by_role("textbox", name="Tanggal lahir")
    dialog.get_by_label("Alasan perubahan").fill("Pembetulan sesuai berkas nasabah")
    for typed, said in (("31-02-1980", "Tanggal ini tidak dikenali."), ("01/01/9999", "Paling lambat ")):
        day.fill(typed)
        dialog.get_by_role("button", name="Simpan").click()
        expect(dialog.get_by_text(said)).to_be_visible()
        expect(day).to_have_value(typed)
    day.fill("5/6/1979")
    dialog.get_by_role("button", name="Simpan").click()

    expect(page.get_by_text("Data nasabah disimpan.")).to_be_visible()
    assert [str(row["birth_date"]) for row in site.rows("SELECT birth_date FROM crm.customers WHERE customer_id = %s", customer)] == ["1979-06-05"]


def test_leaving_a_half_filled_form_asks_first(open_as: OpenPage, site: Site) -> None:
    customer, name = _somebody(site, 4)
    page = open_as("AGENT", f"/customers/{customer}")
    expect_record(page, name)
    page.keyboard.press("u")
    dialog = page.get_by_role("dialog", name="Ajukan perubahan")
    dialog.get_by_label("E-mail baru").fill("setengah@surel.example")
    page.keyboard.press("Escape")

    asking = page.get_by_role("dialog", name="Perubahan belum disimpan")
    expect(asking).to_be_visible()
    page.keyboard.press("Escape")
    expect(asking).to_be_hidden()
    expect(dialog.get_by_label("E-mail baru")).to_have_value("setengah@surel.example")
    dialog.get_by_role("button", name="Batal").click()
    asking.get_by_role("button", name="Buang isian").click()

    expect(dialog).to_be_hidden()


def _edit(page: Page, channel: str) -> Locator:
    page.get_by_role("button", name="Ubah data").click()
    dialog = page.get_by_role("dialog", name="Ubah data nasabah")
    dialog.get_by_role("combobox", name="Segmen").or_(dialog.get_by_role("textbox", name="Segmen")).click()
    page.get_by_role("option", name=channel).click()
    dialog.get_by_label("Alasan perubahan").fill("Pembetulan sesuai berkas nasabah")
    return dialog


@pytest.mark.parametrize(("choice", "stays"), [("Simpan isian saya", "MSME"), ("Pakai yang di server", "PRIORITY")])
def test_a_stale_edit_shows_both_versions_and_overwrites_only_on_request(open_as: OpenPage, site: Site, choice: str, stays: str) -> None:
    customer, name = _somebody(site, 5 if stays == "MSME" else 6)
    second: Login = site.twin("DATA_STEWARD", f"rekan.{stays.lower()}")
    slow = open_as("DATA_STEWARD", f"/customers/{customer}", answers={409})
    quick = open_as(second, f"/customers/{customer}")
    expect_record(slow, name)
    expect_record(quick, name)
    mine = _edit(slow, "UMKM")
    theirs = _edit(quick, "Prioritas")
    theirs.get_by_role("button", name="Simpan").click()
    expect(quick.get_by_text("Data nasabah disimpan.")).to_be_visible()

    mine.get_by_role("button", name="Simpan").click()

    conflict = slow.get_by_role("dialog", name="Data ini baru saja diubah orang lain")
    row = conflict.get_by_role("row").filter(has_text="Segmen")
    expect(row.get_by_role("cell").nth(0)).to_contain_text("Prioritas")
    expect(row.get_by_role("cell").nth(1)).to_have_text("UMKM")
    assert site.rows("SELECT segment_code FROM crm.customers WHERE customer_id = %s", customer) == [{"segment_code": "PRIORITY"}]
    conflict.get_by_role("button", name=choice).click()

    expect(conflict).to_be_hidden()
    expect(slow.get_by_role("dialog")).to_have_count(0)
    expect(slow.get_by_role("heading", name=name, level=1).locator("..").get_by_text({"MSME": "UMKM", "PRIORITY": "Prioritas"}[stays])).to_be_visible()
    assert site.rows("SELECT segment_code FROM crm.customers WHERE customer_id = %s", customer) == [{"segment_code": stays}]


def test_a_change_that_reads_the_same_when_masked_is_called_a_change(open_as: OpenPage, site: Site) -> None:
    customer, name = _somebody(site, 9)
    site.write("UPDATE crm.customers SET email = 'lama@surel.example' WHERE customer_id = %s", customer)
    person = site.twin("AGENT", "surel.tersamar")
    asked = {"changes": {"email": "l.baru@surel.example"}, "note": NOTE}
    site.call(person, "POST", f"/customers/{customer}/change-requests", asked)

    steward = open_as("DATA_STEWARD", "/change-requests")
    row = _waiting(steward, name)
    expect(row).to_contain_text("l***@surel.example(diubah; yang berbeda disamarkan)")
    row.get_by_role("button", name="Setujui").click()
    dialog = steward.get_by_role("dialog", name="Setujui perubahan ini?")
    expect(dialog).to_contain_text("E-mail l***@surel.example (diubah; yang berbeda disamarkan)")
    dialog.get_by_role("button", name="Setujui").click()
    expect(steward.get_by_text("Perubahan disetujui dan diterapkan.")).to_be_visible()

    audit = open_as("COMPLIANCE", f"/audit?action=UPDATE_CUSTOMER&customer_id={customer}")
    audit.get_by_role("row").nth(1).get_by_role("button").click()
    record = audit.get_by_role("complementary", name="Catatan audit")
    expect(record).to_contain_text("l***@surel.example(diubah; yang berbeda disamarkan)")
    expect(record).to_contain_text("Pengelola Data")
    expect(record).not_to_contain_text("DATA_STEWARD")
