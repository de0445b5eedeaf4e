"""From a campaign to a won opportunity and back: marketing hands the story's customer B over, the manager finds the lead in the day's work, and every page agrees."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.pages import BUDI, customer_id
from tests.e2e.harness.site import Site
from tests.marketing.looks import offer_template, until_frozen

NAME, NOTE = "Kredit usaha untuk undangan", "Nasabah ingin menambah modal warung."


def _running(site: Site, cif: str) -> dict[str, Any]:
    """A campaign to one customer who agreed to offers, approved by another and started."""
    writer, approver = site.login("MARKETING"), site.login("SUPERVISOR")
    template = offer_template(site, "Kredit usaha (SMS)", "kredit_usaha_sms")
    segment = site.call(writer, "POST", "/segments", {"name": "Undangan kredit usaha", "description": "", "kind": "STATIC", "refresh": "NONE"})
    site.call(writer, "POST", f"/segments/{segment['segment_id']}/upload", {"version": segment["version"], "text": cif})
    body = {
        "name": NAME,
        "objective": "Menawarkan kredit usaha kepada nasabah undangan.",
        "expected_result": "Satu pengajuan",
        "budget": "750000.00",
        "segment_id": segment["segment_id"],
        "channel": "SMS",
        "template_id": template,
    }
    made: dict[str, Any] = site.call(writer, "POST", "/campaigns", body)
    for step in ("submit", "approve", "start"):
        who = approver if step == "approve" else writer
        made = site.call(who, "POST", f"/campaigns/{made['campaign_id']}/{step}", {"version": made["version"]})
    until_frozen(site, made["campaign_id"])
    return made


@pytest.mark.covers("US-16 AC-1", "US-16 AC-2", "15.3.5-1", "15.3.5-2", "15.3.5-3")
def test_a_campaign_makes_a_lead_that_its_manager_wins_and_the_report_says_so(open_as: OpenPage, site: Site) -> None:
    manager = site.login("RM")
    campaign, customer, name = _running(site, BUDI.cif), customer_id(site, BUDI.cif), BUDI.name
    owner = site.rows("SELECT full_name FROM iam.users WHERE username = %s", manager.username)[0]["full_name"]

    marketing = open_as("MARKETING", f"/campaigns/{campaign['campaign_id']}?view=customers&customer={customer}")
    panel = marketing.get_by_role("complementary", name="Mengapa nasabah ini?")
    expect(panel).not_to_contain_text(name)
    panel.get_by_role("button", name="Buat prospek").click()
    expect(marketing.get_by_text(f"Prospek dibuat untuk {owner}")).to_be_visible()

    page = open_as(manager, "/day")
    page.get_by_role("link", name=re.compile("^Prospek baru")).click()
    page.get_by_role("row").filter(has_text=NAME).get_by_role("button", name=name).click()
    page.get_by_role("complementary").get_by_role("button", name=re.compile("Buka halaman penuh")).click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Kampanye")

    page.get_by_role("button", name="Telepon").first.click()
    page.get_by_label("Isi kegiatan").fill(NOTE)
    page.get_by_role("button", name="Simpan kegiatan").click()
    expect(page.get_by_text("Telepon dicatat")).to_be_visible()
    page.get_by_role("button", name="Sudah dihubungi", exact=True).click()
    page.get_by_role("button", name="Memenuhi syarat", exact=True).click()
    page.get_by_role("button", name="Jadikan peluang").click()
    form = page.get_by_role("dialog", name=re.compile("^Jadikan peluang"))
    form.get_by_label("Perkiraan nilai").fill("50000000")
    form.get_by_role("button", name="Jadikan peluang").click()
    expect(page.get_by_role("link", name="Buka prospek")).to_be_visible()
    page.get_by_role("button", name="Langkah lain").click()
    page.get_by_role("menuitem", name="Berhasil").click()
    won = page.get_by_role("dialog", name=re.compile("^Berhasil"))
    won.get_by_role("combobox", name="Produk yang diambil").click()
    page.get_by_role("option").first.click()
    won.get_by_role("button", name="Berhasil").click()
    expect(page.get_by_text(re.compile("dipindahkan ke Berhasil")).first).to_be_visible()

    page.goto(f"/customers/{customer}?tab=timeline")
    for said in (NOTE, "Memenuhi syarat", "Berhasil"):
        expect(page.get_by_role("main").get_by_text(said).first).to_be_visible()
    page.goto("/day")
    expect(page.get_by_role("heading", name="Hari saya")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("^Prospek terbuka"))).to_be_visible()

    marketing.goto(f"/campaigns/{campaign['campaign_id']}?view=report")
    funnel = marketing.get_by_role("list", name="Hasil di penjualan").get_by_role("listitem")
    expect(funnel.filter(has_text="Berhasil")).to_have_text(re.compile(r"Berhasil\s*1$"))
    expect(funnel.filter(has_text=re.compile("^Prospek"))).to_have_text(re.compile(r"Prospek\s*1$"))
    expect(marketing.get_by_role("main")).to_contain_text("Rp 50.000.000")
    report = open_as(manager, f"/campaigns/{campaign['campaign_id']}?view=report")
    expect(report.get_by_role("main")).to_contain_text("Rp 50.000.000")
    assert site.rows("SELECT status FROM crm.leads WHERE customer_id = %s AND source_id = %s", customer, campaign["campaign_id"]) == [{"status": "CLOSED_WON"}]
