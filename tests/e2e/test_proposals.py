"""Changes that wait for a second person: proposed by one administrator, read and decided by another, in force at once or never."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.browser import PHONE
from tests.e2e.harness.checks import violations, wider_than_the_screen
from tests.e2e.harness.site import Login, Site

REASON = "Penyesuaian tugas cabang bulan ini"


@pytest.fixture(autouse=True)
def _nothing_waits(site: Site) -> Iterator[None]:
    """Nothing of the test's is left waiting, and the table of grants is as it was."""
    admin = site.login("ADMIN")
    before = {row["id"] for row in site.call(admin, "GET", "/proposals?status=PROPOSED")["items"]}
    yield
    for row in site.call(admin, "GET", "/proposals?status=PROPOSED")["items"]:
        if row["id"] not in before:
            site.call(admin, "POST", f"/proposals/{row['id']}/withdraw", {"version": row["version"]})
    if changes := site.call(admin, "GET", "/grants/shipped")["changes"]:
        body = {"version": site.call(admin, "GET", "/grants")["version"], "changes": changes, "reason": REASON}
        site.approve(site.call(admin, "PUT", "/grants", body))


def _sound(page: Page) -> None:
    assert [*violations(page), *wider_than_the_screen(page)] == []


def _row(page: Page, text: str) -> Locator:
    return page.get_by_role("main").get_by_role("listitem").filter(has_text=text)


def _roles_proposed(site: Site, person: Login, roles: list[str]) -> dict[str, Any]:
    """New roles for a person, which wait."""
    admin, user_id = site.login("ADMIN"), site.user_id(person)
    version = site.call(admin, "GET", f"/users/{user_id}")["version"]
    found: dict[str, Any] = site.call(admin, "PUT", f"/users/{user_id}/roles", {"version": version, "roles": roles, "reason": REASON})
    assert found["status"] == "PROPOSED"
    return found


def test_a_grant_is_proposed_its_difference_read_and_approved_by_another_and_felt_at_the_next_request(open_as: OpenPage, site: Site) -> None:
    supervisor = open_as("SUPERVISOR", "/change-requests", answers={403})
    page = open_as("ADMIN", "/administration/grants?cell=SUPERVISOR.change_request")
    page.get_by_role("complementary", name="Supervisor Layanan: Pengajuan perubahan data").get_by_label("Lihat", exact=True).select_option("NONE")
    page.get_by_role("button", name="Tinjau perubahan").click()
    dialog = page.get_by_role("dialog", name="Tinjau perubahan")
    dialog.get_by_role("textbox", name="Alasan").fill(REASON)
    dialog.get_by_role("button", name="Simpan 1 perubahan").click()
    expect(page.get_by_text("Menunggu persetujuan orang kedua").first).to_be_visible()
    expect(page.get_by_role("region", name="1 perubahan menunggu persetujuan orang kedua")).to_contain_text(site.full_name(site.login("ADMIN")))
    expect(page.get_by_role("region", name="Perubahan", exact=True)).to_be_hidden()
    page.get_by_role("button", name="Lihat usulan").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Menunggu")
    expect(page.get_by_role("button", name="Setujui")).to_have_count(0)
    _sound(page)
    supervisor.reload()
    expect(supervisor.get_by_role("alert")).to_have_count(0)

    other = open_as(site.second_admin, "/proposals")
    waiting = len(site.call(site.second_admin, "GET", "/proposals?decidable=true")["items"])
    expect(other.get_by_role("link", name=re.compile(f"^Perubahan menunggu.* {waiting} menunggu keputusan Anda$"))).to_be_visible()
    _sound(other)
    _row(other, REASON).get_by_role("link", name="Periksa").click()
    changed = other.get_by_role("region", name="Yang akan berubah").get_by_role("row").nth(1)
    expect(changed).to_contain_text("Supervisor Layanan: Pengajuan perubahan data · Lihat")
    expect(changed.get_by_role("cell").nth(1)).to_have_text("Tidak ada")
    other.get_by_role("button", name="Setujui").click()
    dialog = other.get_by_role("dialog", name="Setujui perubahan ini?")
    dialog.get_by_role("textbox", name="Catatan").fill("Sesuai rapat")
    _sound(other)
    dialog.get_by_role("button", name="Setujui").click()
    expect(other.get_by_text("Disetujui; perubahan sudah berlaku.")).to_be_visible()
    expect(other.get_by_role("region", name="Riwayat")).to_contain_text("Sesuai rapat")
    expect(other.get_by_role("heading", level=1)).to_contain_text("Berlaku")

    supervisor.reload()
    expect(supervisor.get_by_role("alert")).to_contain_text("tidak berwenang")


def test_one_is_declined_with_a_reason_that_its_proposer_reads(open_as: OpenPage, site: Site) -> None:
    person = site.twin("AGENT", "dina.ditolak")
    proposal = _roles_proposed(site, person, ["AGENT", "SUPERVISOR"])
    theirs = open_as("ADMIN", f"/administration/users/{site.user_id(person)}")
    waiting = theirs.get_by_role("region", name="1 perubahan menunggu persetujuan orang kedua")
    expect(waiting).to_be_visible()
    _sound(theirs)

    other = open_as(site.second_admin, f"/proposals/{proposal['id']}", size=PHONE)
    expect(other.get_by_role("region", name="Yang akan berubah")).to_contain_text("Petugas Layanan, Supervisor Layanan")
    _sound(other)
    other.get_by_role("button", name="Tolak").click()
    dialog = other.get_by_role("dialog", name="Tolak perubahan ini?")
    expect(dialog.get_by_role("button", name="Tolak")).to_be_disabled()
    dialog.get_by_role("textbox", name="Alasan").fill("Belum ada surat tugasnya")
    dialog.get_by_role("button", name="Tolak").click()
    expect(other.get_by_text("Perubahan ditolak.")).to_be_visible()

    waiting.get_by_role("link").click()
    expect(theirs.get_by_role("region", name="Riwayat")).to_contain_text("Belum ada surat tugasnya")
    expect(theirs.get_by_role("heading", level=1)).to_contain_text("Ditolak")
    assert [role["key"] for role in site.call(site.login("ADMIN"), "GET", f"/users/{site.user_id(person)}")["roles"]] == ["AGENT"]


def test_one_is_withdrawn_by_who_proposed_it_and_found_among_those_that_came_to_nothing(open_as: OpenPage, site: Site) -> None:
    person = site.twin("AGENT", "wina.ditarik")
    _roles_proposed(site, person, ["RM"])
    page = open_as("ADMIN", "/proposals?mine=yes")
    row = _row(page, site.full_name(person))
    row.get_by_role("button", name="Tarik").click()
    page.get_by_role("dialog", name="Tarik usulan ini?").get_by_role("button", name="Tarik").click()
    expect(page.get_by_text("Usulan ditarik.")).to_be_visible()
    expect(row).to_have_count(0)

    page.get_by_role("button", name="Tidak jadi").click()
    expect(page).to_have_url(f"{site.url}/proposals?mine=yes&view=over")
    expect(row).to_contain_text("Ditarik")
    page.get_by_role("button", name="Jenis").click()
    page.get_by_role("menuitemradio", name="Ubah peran pengguna").click()
    expect(row).to_be_visible()
    page.reload()
    expect(row).to_be_visible()


def test_one_that_nobody_decided_in_time_has_expired_and_is_decided_no_more(open_as: OpenPage, site: Site) -> None:
    person = site.twin("AGENT", "lala.lewat")
    proposal = _roles_proposed(site, person, ["RM"])
    other = open_as(site.second_admin, f"/proposals/{proposal['id']}", answers={409})
    other.get_by_role("button", name="Setujui").click()
    # What was proposed never changes; past its guard the time passes.
    site.write(
        """UPDATE crm.proposals SET proposed_at = now() - interval '4 days', expires_at = now() - interval '1 minute'
           FROM (SELECT set_config('session_replication_role', 'replica', true)) quietly WHERE proposal_id = %s""",
        proposal["id"],
    )
    dialog = other.get_by_role("dialog", name="Setujui perubahan ini?")
    dialog.get_by_role("button", name="Setujui").click()
    expect(dialog.get_by_role("alert")).to_be_visible()
    dialog.get_by_role("button", name="Batal").click()

    expect(other.get_by_role("heading", level=1)).to_contain_text("Lewat waktu")
    expect(other.get_by_role("button", name="Setujui")).to_have_count(0)
    assert [role["key"] for role in site.call(site.login("ADMIN"), "GET", f"/users/{site.user_id(person)}")["roles"]] == ["AGENT"]


def test_compliance_reads_what_waits_and_an_agent_is_told_that_it_is_not_theirs(open_as: OpenPage, site: Site) -> None:
    proposal = _roles_proposed(site, site.twin("AGENT", "kiki.dilihat"), ["RM"])
    page = open_as("COMPLIANCE", f"/proposals/{proposal['id']}")
    expect(page.get_by_role("region", name="Yang akan berubah")).to_contain_text("Relationship Manager")
    expect(page.get_by_role("button", name="Setujui")).to_have_count(0)

    agent = open_as("AGENT", "/proposals", size=PHONE, answers={403})
    expect(agent.get_by_role("alert")).to_contain_text("tidak berwenang")
