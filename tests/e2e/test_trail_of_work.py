"""What an agent did is found again by compliance: each search, profile and revealed field."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.pages import ANITA, expect_record, reveal, search
from tests.e2e.harness.site import Site

REASON = "Mencocokkan identitas penelepon"


@pytest.mark.covers("US-01 AC-5", "US-02 AC-3", "15.3.2-3", "US-11 AC-1", "US-11 AC-2")
def test_compliance_finds_search_profile_and_reveal_of_an_agent(open_as: OpenPage, site: Site) -> None:
    person = site.twin("AGENT", "lina.terekam")
    agent = open_as(person)
    search(agent, "anita rosmadia").first.get_by_role("link").click()
    expect_record(agent, ANITA.name)
    reveal(agent, "Telepon", REASON)
    expect(agent.get_by_text(ANITA.phone, exact=True)).to_be_visible()

    page = open_as("COMPLIANCE", f"/audit?actor={site.user_id(person)}")
    expect(page.get_by_role("button", name="Pelaku: Lina Terekam")).to_be_visible()
    for action in ("SEARCH_CUSTOMER", "VIEW_PROFILE", "REVEAL_FIELD"):
        page.goto(f"/audit?actor={site.user_id(person)}&action={action}")
        rows = page.get_by_role("row")
        expect(rows).to_have_count(2)
        expect(rows.nth(1)).to_contain_text("Lina Terekam")
        expect(rows.nth(1)).to_contain_text("Diizinkan")
        assert "anita" not in page.get_by_role("main").inner_text().lower()

    rows.nth(1).get_by_role("button").click()
    record = page.get_by_role("complementary", name="Catatan audit")
    expect(record.get_by_text("REVEAL_FIELD", exact=True)).to_be_visible()
    expect(record.get_by_text(REASON)).to_be_visible()
    expect(record).to_contain_text("A*** R*** S***")
    assert ANITA.phone not in page.content()

    record.get_by_role("button", name="Semua oleh pelaku ini pada nasabah ini").click()

    expect(page).to_have_url(re.compile(r"/audit\?actor=[0-9a-f-]+&customer_id=[0-9a-f-]+$"))
    expect(page.get_by_role("row").filter(has_text="Lina Terekam")).not_to_have_count(0)
    assert {"REVEAL_FIELD", "VIEW_PROFILE"} <= {
        row["action"] for row in site.rows("SELECT action FROM audit.audit_logs WHERE actor_user_id = %s AND customer_id IS NOT NULL", site.user_id(person))
    }


@pytest.mark.covers("US-01 AC-5")
def test_a_search_is_recorded_by_its_hash_never_by_its_words(open_as: OpenPage, site: Site) -> None:
    person = site.twin("AGENT", "tono.bertanya")
    page = open_as(person)
    expect(search(page, "anita rosmaida siregar").first).to_be_visible()

    found = site.rows(
        "SELECT meta::text AS meta, object_id FROM audit.audit_logs WHERE actor_user_id = %s AND action = 'SEARCH_CUSTOMER'", site.user_id(person)
    )
    assert len(found) == 1
    assert re.search(r'"query_hash": "[0-9a-f]{32,}"', found[0]["meta"])
    assert "anita" not in str(found[0]).lower()
