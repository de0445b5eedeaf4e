"""A state that an administrator adds to the workflow of cases: the next case walks through it on its page, by the names of the drawing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.cases import opened, sound_at_both_widths
from tests.e2e.harness.checks import settle
from tests.e2e.harness.site import Site

BY = {"roles": ["AGENT", "SUPERVISOR"], "reach": "BRANCH"}


def published(site: Site, content: dict[str, Any]) -> None:
    admin = site.login("ADMIN")
    version = site.call(admin, "GET", "/workflows/case")["draft"]["version"]
    saved = site.call(admin, "PUT", "/workflows/case/draft", {"content": content, "version": version})
    site.approve(site.call(admin, "POST", "/workflows/case/publish", {"version": saved["version"], "note": "Vendor"}))


@pytest.fixture
def vendor(site: Site) -> Iterator[None]:
    """A state that counts as being worked on, with a step into it that asks why, and one out of it."""
    shipped = site.call(site.login("ADMIN"), "GET", "/workflows/case")["published"]["content"]
    content = json.loads(json.dumps(shipped))
    title = {"id": "Menunggu vendor", "en": "Waiting for the vendor"}
    content["states"].append({"key": "VENDOR", "title": title, "kind": "task", "lane": "unit", "counts_as": "IN_PROGRESS"})
    content["transitions"] += [
        {"key": "ask_vendor", "title": {"id": "Tanya vendor", "en": "Ask the vendor"}, "from": ["IN_PROGRESS"], "to": "VENDOR", "by": BY,
         "required": [{"field": "reason", "min_length": 5}]},
        {"key": "vendor_said", "title": {"id": "Vendor menjawab", "en": "The vendor answered"}, "from": ["VENDOR"], "to": "IN_PROGRESS", "by": BY},
    ]  # fmt: skip
    published(site, content)
    yield
    published(site, shipped)


def test_a_case_walks_through_an_added_state_on_its_page(vendor: None, open_as: OpenPage, site: Site) -> None:
    case = opened(site)
    page = open_as("AGENT", f"/cases/{case['id']}")
    expect(page.get_by_role("heading", name=case["case_no"])).to_be_visible()
    # A reading that is under way while the case is taken up may hold the state of before with the steps of after.
    settle(page)
    page.get_by_role("button", name="Mulai kerjakan").click()
    page.get_by_role("button", name="Tanya vendor").click()
    dialog = page.get_by_role("dialog", name=f"Tanya vendor: {case['case_no']}")
    dialog.get_by_role("button", name="Tanya vendor").click()
    expect(dialog.get_by_text("Paling sedikit 5 huruf")).to_be_visible()
    dialog.get_by_label("alasan").fill("Surat ke vendor ATM sudah dikirim.")
    sound_at_both_widths(page, "own-step")
    dialog.get_by_role("button", name="Tanya vendor").click()

    expect(page.locator("header").get_by_text("Menunggu vendor")).to_be_visible()
    expect(page.get_by_role("button", name="Tunggu nasabah")).to_have_count(0)
    expect(page.get_by_role("listitem").filter(has_text="Surat ke vendor ATM sudah dikirim.")).to_contain_text("Menunggu vendor")
    sound_at_both_widths(page, "own-state")
    page.get_by_role("button", name="Vendor menjawab").click()
    expect(page.locator("header").get_by_text("Dikerjakan")).to_be_visible()
    expect(page.get_by_role("button", name="Tunggu nasabah")).to_be_visible()
