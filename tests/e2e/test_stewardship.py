"""A data steward empties a field, manages numbers and moves a customer; each shows at once and can be taken back where it says so."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.pages import expect_record
from tests.e2e.harness.site import Site

REASON = "Sesuai dokumen yang dibawa nasabah"


def test_a_steward_empties_a_field_adds_a_number_and_moves_the_customer_and_back(open_as: OpenPage, site: Site) -> None:
    [row] = site.rows(
        "SELECT customer_id::text, full_name FROM crm.customers WHERE home_branch_code = 'MDN' AND kind = 'PERSON' AND email IS NOT NULL AND NOT is_vip"
        " AND rm_user_id IS NULL ORDER BY source_key DESC OFFSET 40 LIMIT 1"
    )
    customer = row["customer_id"]
    page = open_as("DATA_STEWARD", f"/customers/{customer}")
    expect_record(page, row["full_name"])

    page.get_by_role("button", name="Ubah data").click()
    form = page.get_by_role("dialog", name="Ubah data nasabah")
    form.get_by_role("button", name="Kosongkan E-mail").click()
    form.get_by_label("Alasan perubahan").fill(REASON)
    form.get_by_role("button", name="Simpan").click()
    expect(form).to_be_hidden()
    assert site.rows("SELECT email FROM crm.customers WHERE customer_id = %s", customer) == [{"email": None}]

    page.get_by_role("button", name="Kelola nomor").click()
    numbers = page.get_by_role("dialog", name="Nomor identitas")
    numbers.get_by_role("button", name="Tambah nomor").click()
    add = page.get_by_role("dialog", name="Tambah nomor")
    add.get_by_role("combobox", name="Jenis").click()
    page.get_by_role("option", name="No. meter").click()
    add.get_by_label("Nomor", exact=True).fill("MTR 998877")
    add.get_by_label("Alasan perubahan").fill(REASON)
    add.get_by_role("button", name="Simpan").click()
    expect(numbers.get_by_role("list", name="Nomor identitas")).to_contain_text("****877")
    numbers.get_by_role("button", name="Tutup").last.click()

    page.get_by_role("button", name="Pindahkan cabang").click()
    move = page.get_by_role("dialog", name="Pindahkan cabang")
    move.get_by_role("combobox", name="Cabang tujuan").click()
    page.get_by_role("option").first.click()
    move.get_by_label("Alasan").fill(REASON)
    move.get_by_role("button", name="Pindahkan").click()
    expect(move).to_be_hidden()
    assert site.rows("SELECT home_branch_code = 'MDN' AS stays FROM crm.customers WHERE customer_id = %s", customer) == [{"stays": False}]
    page.get_by_role("button", name="Urungkan").click()
    expect(page.get_by_role("main")).to_contain_text("(MDN)")
