"""A person asks for the own data: the agent receives and works on it, compliance approves, and the pack is handed over."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.site import Site


def test_an_agent_receives_compliance_approves_and_the_pack_is_handed_over(open_as: OpenPage, site: Site) -> None:
    [row] = site.rows(
        "SELECT customer_id::text FROM crm.customers WHERE home_branch_code = 'MDN' AND kind = 'PERSON' AND status = 'ACTIVE' ORDER BY source_key DESC OFFSET 70 LIMIT 1"
    )
    page = open_as("AGENT", f"/customers/{row['customer_id']}?tab=rights")
    page.get_by_role("button", name="Catat permintaan").click()
    form = page.get_by_role("dialog", name="Catat permintaan")
    form.get_by_label("Yang diminta").fill("Meminta salinan datanya.")
    form.get_by_text("Saya sudah memeriksa identitas").click()
    expect(form).to_contain_text("Terverifikasi: hadir sendiri")
    form.get_by_role("button", name="Simpan").click()
    expect(form).to_be_hidden()
    page.get_by_role("link", name="Akses data").click()
    page.get_by_role("button", name="Kerjakan").click()
    page.get_by_role("dialog").get_by_role("button", name="Kerjakan").click()
    page.get_by_role("button", name="Ajukan persetujuan").click()
    asked = page.get_by_role("dialog", name="Ajukan persetujuan")
    asked.get_by_label("Yang dilakukan").fill("Paket diserahkan di kantor cabang.")
    asked.get_by_role("button", name="Ajukan persetujuan").click()
    expect(page.get_by_text("Menunggu keputusan orang kedua.")).to_be_visible()
    path = page.url.split("/rights-requests/")[1]

    other = open_as("COMPLIANCE", f"/rights-requests/{path}")
    expect(other.get_by_text("Periksa yang dikerjakan")).to_be_visible()
    other.get_by_role("button", name="Setujui").click()
    other.get_by_role("dialog").get_by_role("button", name="Setujui").click()
    expect(other.get_by_role("main")).to_contain_text("Paket data")

    with site.working():
        page.reload()
        expect(page.get_by_role("button", name="Unduh paket")).to_be_visible(timeout=60_000)
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh paket").click()
    assert download.value.suggested_filename.endswith(".zip")
