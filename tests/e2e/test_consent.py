"""What a customer says at the counter and on the phone: verified, read out, recorded, and approved where it waits."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.pages import expect_record
from tests.e2e.harness.site import Site


def test_a_withdrawal_shows_at_once_and_a_consent_by_questions_waits_for_the_supervisor(open_as: OpenPage, site: Site) -> None:
    [row] = site.rows(
        "SELECT customer_id::text, full_name, birth_date, phone_e164 FROM crm.customers WHERE home_branch_code = 'MDN' AND kind = 'PERSON' AND status = 'ACTIVE'"
        " AND birth_date IS NOT NULL AND phone_e164 IS NOT NULL ORDER BY source_key DESC OFFSET 60 LIMIT 1"
    )
    page = open_as("AGENT", f"/customers/{row['customer_id']}?tab=consent", answers={409})
    expect_record(page, row["full_name"])
    page.get_by_role("button", name="Catat penarikan: Penawaran dan promosi").click()
    form = page.get_by_role("dialog", name="Catat penarikan: Penawaran dan promosi")
    form.get_by_role("button", name="Simpan").click()
    expect(form.get_by_role("alert")).to_have_text("Verifikasi nasabah dahulu.")
    form.get_by_text("Saya sudah memeriksa identitas").click()
    expect(form).to_contain_text("Terverifikasi: hadir sendiri")
    form.get_by_label("Alasan nasabah").fill("Terlalu banyak pesan")
    form.get_by_role("button", name="Simpan").click()
    expect(form).to_be_hidden()
    # The header, the alert that nobody puts aside, the purpose and the history say so.
    expect(page.get_by_role("main")).to_contain_text("Penawaran ditarik")
    expect(page.get_by_role("main")).to_contain_text("Persetujuan pemasaran ditarik")
    expect(page.get_by_role("region", name="Riwayat")).to_contain_text("Terlalu banyak pesan")

    page.reload()
    page.get_by_role("button", name="Catat setuju: Penawaran dan promosi").click()
    form = page.get_by_role("dialog", name="Catat setuju: Penawaran dan promosi")
    form.get_by_text("Pertanyaan", exact=True).click()
    form.get_by_label("Tanggal lahir").fill(f"{row['birth_date']:%d-%m-%Y}")
    form.get_by_label("Nomor telepon").fill("0811 000 000")
    form.get_by_role("button", name="Periksa").click()
    expect(form.get_by_role("alert")).to_have_text("Belum cocok. Sisa 2 percobaan.")
    form.get_by_label("Nomor telepon").fill(row["phone_e164"].replace("+62", "0"))
    form.get_by_role("button", name="Periksa").click()
    expect(form).to_contain_text("Terverifikasi: pertanyaan verifikasi")
    form.get_by_role("button", name="Simpan").click()
    expect(form).to_contain_text("Bacakan naskahnya dahulu.")
    form.get_by_label("Nasabah sudah membaca").check()
    form.get_by_role("button", name="Simpan").click()
    expect(form).to_be_hidden()
    expect(page.get_by_text("Menunggu supervisor", exact=True)).to_be_visible()

    supervisor = open_as("SUPERVISOR", "/consents")
    waiting = supervisor.get_by_role("listitem").filter(has_text=row["full_name"])
    waiting.get_by_role("button", name="Setujui").click()
    supervisor.get_by_role("dialog").get_by_role("button", name="Setujui").click()
    expect(waiting).to_be_hidden()
    page.reload()
    expect(page.get_by_role("main")).to_contain_text("Setuju penawaran")

    # What a colleague recorded meanwhile is refused, and the customer is not verified once more for it.
    page.get_by_role("button", name="Catat penarikan: Penawaran dan promosi").click()
    form = page.get_by_role("dialog", name="Catat penarikan: Penawaran dan promosi")
    form.get_by_text("Saya sudah memeriksa identitas").click()
    expect(form).to_contain_text("Terverifikasi: hadir sendiri")
    colleague, customer = site.login("SUPERVISOR"), f"/customers/{row['customer_id']}"
    verification = site.call(colleague, "POST", f"{customer}/consent-verifications", {"method": "IN_PERSON"})["verification_id"]
    said = {"verification_id": verification, "consent_type": "MARKETING", "status": "WITHDRAWN", "captured_channel": "BRANCH", "reason": "Terlalu banyak pesan"}
    site.call(colleague, "POST", f"{customer}/consents", said)
    form.get_by_label("Alasan nasabah").fill("Terlalu banyak pesan")
    form.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("Persetujuan ini sudah tercatat begitu")).to_be_visible()
    expect(form).to_contain_text("Terverifikasi: hadir sendiri")
