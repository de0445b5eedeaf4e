"""Two days of a member, again and again: from agent to agent, past who is away, and around."""

from __future__ import annotations

import re
import time
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.browser import PHONE
from tests.e2e.harness.checks import wider_than_the_screen
from tests.e2e.harness.site import Login, Site
from tests.followup.looks import agents_of, give_members

_SOON = """
UPDATE crm.followup_assignments SET window_ends_at = now() + interval '90 seconds'
WHERE customer_id = %s AND status = 'ACTIVE'
"""
# Two days have gone by since the window began.
_OVER = """
UPDATE crm.followup_assignments
SET started_at = now() - interval '2 days', window_started_at = now() - interval '2 days',
    window_ends_at = clock_timestamp()
WHERE customer_id = %s AND status = 'ACTIVE'
"""
# The story begins here: where the demonstration had the member before is no part of it.
_FRESH = "DELETE FROM crm.followup_assignments WHERE customer_id = %s AND status <> 'ACTIVE'"
_BACK = "UPDATE crm.followup_days_off SET cancelled_at = now() WHERE agent_id = %s"
_PLACED = """
UPDATE crm.followup_assignments SET agent_id = %s, number = %s
WHERE customer_id = %s AND status = 'ACTIVE'
"""


def _run(site: Site) -> str:
    """Ask for a run, let a worker do it, and give its id."""
    run = str(site.call(site.login("ADMIN"), "POST", "/followup/runs", {})["run_id"])
    with site.working():
        ends = time.monotonic() + 60
        while not site.rows("SELECT 1 FROM crm.followup_runs WHERE run_id = %s", run):
            assert time.monotonic() < ends, "Nobody ran the rotation."
            time.sleep(0.2)
    return run


def _expect_path(page: Page, member: dict[str, Any], *numbers: int) -> None:
    page.goto(f"/followup/members/{member['id']}")
    path = page.get_by_role("list", name="Perjalanan").get_by_role("listitem")
    expect(path).to_have_text([str(number) for number in numbers])


def _mark_today(page: Page, agent: dict[str, Any]) -> None:
    """Number three is on leave today, marked with the keyboard alone."""
    page.goto(f"/followup/agents/{agent['id']}")
    page.locator("[data-today]").focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("status").filter(has_text="1 hari dipilih")).to_be_visible()
    page.get_by_role("button", name="Tandai tidak masuk").click()
    form = page.get_by_role("dialog", name=re.compile("^Tandai hari tidak masuk"))
    form.get_by_label("Alasan").fill("Cuti tahunan")
    form.get_by_role("button", name="Tandai tidak masuk").click()
    expect(page.get_by_text("Cuti: 1 hari ditandai").first).to_be_visible()
    expect(page.locator("[data-today]")).to_have_attribute("data-kind", "LEAVE")


def test_a_member_without_a_deposit_goes_around_the_circle(open_as: OpenPage, site: Site) -> None:
    agents = agents_of(site)
    first, second, third, fourth, last = *agents[:4], agents[-1]
    # Whom the demonstration sent on leave is back.
    for present in (first, second, fourth):
        site.write(_BACK, present["id"])
    [member] = give_members(site, first, 1)
    site.write(_SOON, member["id"])
    site.write(_FRESH, member["id"])
    login = Login("AGENT", first["username"], site.login("AGENT").password, ())

    # Day one, with the thumb: the time left, who is next, and a call that is logged.
    phone = open_as(login, "/followup", size=PHONE)
    card = phone.get_by_role("article", name=member["name"])
    expect(card).to_contain_text(f"ke no. 2 {second['name']}")
    expect(card).to_contain_text("Belum ditindaklanjuti")
    assert not wider_than_the_screen(phone)
    card.get_by_role("button", name="Catat tindak lanjut").tap()
    form = phone.get_by_role("dialog")
    form.get_by_label("Isi").fill("Menelepon, belum sempat menyetor.")
    # Two taps this quick would count as a double tap, which submits nothing.
    form.get_by_role("button", name="Simpan").click()
    expect(phone.get_by_text(f"Tindak lanjut dicatat: {member['name']}").first).to_be_visible()
    expect(card).not_to_contain_text("Belum ditindaklanjuti")
    phone.clock.install()
    phone.reload()
    expect(card.get_by_role("time").first).to_contain_text("00:0")
    phone.clock.fast_forward("01:31")
    expect(card).to_contain_text("Menunggu rotasi")

    # Day two is over: the run is only queued here, and says so until a worker has done it.
    admin = open_as("ADMIN", "/followup/runs", answers=(404,))
    _mark_today(admin, third)
    site.write(_OVER, member["id"])
    admin.goto("/followup/runs")
    admin.get_by_role("button", name="Jalankan sekarang").click()
    admin.get_by_role("dialog").get_by_role("button", name="Antrekan").click()
    expect(admin.get_by_text("Rotasi diantrekan")).to_be_visible()
    with site.working():
        expect(admin.get_by_text("Rotasi selesai.")).to_be_visible(timeout=60_000)
    _expect_path(admin, member, 1, 2)
    # It was followed up, so what was missing is the deposit.
    expect(admin.get_by_text("Tanpa setoran, dari no. 1")).to_be_visible()

    # Number two does nothing; number three is on leave, and is passed over.
    site.write(_OVER, member["id"])
    run = _run(site)
    _expect_path(admin, member, 1, 2, 4)
    expect(admin.get_by_text("Tidak ditindaklanjuti, dari no. 2")).to_be_visible()
    expect(admin.get_by_text("Dilewati: no. 3 (cuti atau libur)").first).to_be_visible()
    admin.goto(f"/followup/runs/{run}")
    passed = admin.get_by_role("row").filter(has_text=third["name"])
    expect(passed).to_contain_text("cuti atau libur")

    # From the last number the way leads to the first again.
    site.write(_PLACED, last["id"], last["number"], member["id"])
    site.write(_OVER, member["id"])
    _run(site)
    _expect_path(admin, member, 1, 2, last["number"], 1)
    again = open_as(login, "/followup", size=PHONE)
    expect(again.get_by_role("article", name=member["name"])).to_be_visible()


def test_the_order_is_changed_by_button_and_taken_back(open_as: OpenPage, site: Site) -> None:
    one, two, three = agents_of(site)[:3]
    page = open_as("ADMIN", "/followup/agents")
    order = page.get_by_role("list", name="Urutan petugas").get_by_role("listitem")
    page.get_by_role("button", name=f"Naikkan {two['name']}").press("Enter")
    expect(order.nth(0)).to_contain_text(two["name"])
    expect(page.get_by_role("button", name=f"Turunkan {two['name']}")).to_be_focused()
    page.get_by_role("button", name="Simpan urutan").click()
    expect(page.get_by_text("Urutan disimpan").first).to_be_visible()
    assert [each["id"] for each in agents_of(site)[:3]] == [two["id"], one["id"], three["id"]]

    page.get_by_role("button", name="Urungkan").last.click()
    expect(page.get_by_text("Urutan semula dikembalikan").first).to_be_visible()
    expect(order.nth(0)).to_contain_text(one["name"])
    assert [each["id"] for each in agents_of(site)[:3]] == [one["id"], two["id"], three["id"]]
