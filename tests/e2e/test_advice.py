"""Advice from its acceptance to its outcome: a task comes of it, and its end shows in the panel."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.browser import PHONE
from tests.e2e.harness.checks import violations, wider_than_the_screen
from tests.e2e.harness.site import Site


@pytest.mark.covers("US-18 AC-1", "US-18 AC-2")
def test_accepted_advice_becomes_a_task_whose_end_is_its_outcome(open_as: OpenPage, site: Site) -> None:
    rm = site.login("RM")
    first = site.call(rm, "GET", "/advice?limit=1")["items"][0]
    customer, title = first["customer_id"], first["title"]
    page = open_as(rm, "/advice")
    row = page.get_by_role("row").filter(has_text=first["customer"]["name"]).filter(has_text=title).first
    row.get_by_role("button", name=f"Terima: {title}").click()
    expect(page.get_by_text("Saran diterima")).to_be_visible()
    page.get_by_role("button", name="Urungkan").click()
    expect(page.get_by_text("Putusan dibatalkan")).to_be_visible()

    page = open_as(rm, f"/customers/{customer}", size=PHONE)
    copilot = page.get_by_role("region", name="30 detik")
    expect(copilot.get_by_text("Dari data induk nasabah; nomor disamarkan.")).to_be_visible()
    panel = page.get_by_role("region", name="Saran tindakan").first
    assert [*wider_than_the_screen(page), *violations(page)] == []
    panel.get_by_role("button", name=f"Terima: {title}").first.click()
    panel.get_by_role("link", name="Buka tugas").first.click()
    page.get_by_role("button", name="Selesai", exact=True).first.click()
    expect(page.get_by_text(re.compile("Selesai")).first).to_be_visible()

    page = open_as(rm, f"/customers/{customer}")
    decided = page.get_by_role("list", name="Putusan terakhir").first
    expect(decided.get_by_role("listitem").first).to_contain_text(f"Diterima: {title} · Berhasil")
    [kept] = site.rows(
        "SELECT decision, outcome FROM crm.nba_recommendations WHERE customer_id = %s AND rule_code = %s AND decision IS NOT NULL",
        customer,
        first["rule_code"],
    )
    assert kept == {"decision": "ACCEPTED", "outcome": "SUCCESS"}
