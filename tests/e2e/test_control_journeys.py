"""Who may do what, under control: roles that must not meet, who could see a customer, and somebody who leaves."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.pages import BUDI, customer_id
from tests.e2e.harness.site import Login, Site

REASON = "Petugas keuangan cabang baru datang bulan depan"
WAITS = "1 perubahan menunggu persetujuan orang kedua"
PAIR = "Keuangan dan Relationship Manager"
# The nightly job itself, so that nothing else of the queue runs.
SETTLE = """
import django
django.setup()
from simpul.iam.public import system_actor
from simpul.iam.services.role_exceptions import exceptions_settle
from simpul.platform.db import scope
with scope(system_actor()):
    exceptions_settle(actor=system_actor())
"""


@pytest.fixture
def manager(site: Site) -> Iterator[Login]:
    """A relationship manager whom only this test knows; nothing that concerns them is left waiting, nor listed as an exception."""
    made = site.twin("RM", "saut.merangkap")
    yield made
    admin = site.login("ADMIN")
    for row in site.call(admin, "GET", "/proposals?status=PROPOSED")["items"]:
        if (row["concerns"] or {}).get("user_id") == str(site.user_id(made)):
            site.call(admin, "POST", f"/proposals/{row['id']}/withdraw", {"version": row["version"]})
    site.write("DELETE FROM iam.role_exceptions WHERE user_id = %s", site.user_id(made))


def _pick_finance(page: Page) -> None:
    page.get_by_role("button", name="Ubah peran").click()
    page.get_by_role("dialog", name="Peran ").get_by_role("checkbox", name="Keuangan").check()


def _night(site: Site) -> None:
    """What the system does at night about exceptions that have ended."""
    subprocess.run([sys.executable, "-W", "ignore", "-c", SETTLE], env=site.background, check=True, timeout=60)


def test_a_role_that_does_not_go_with_another_is_given_by_an_exception_and_goes_with_it(open_as: OpenPage, site: Site, manager: Login) -> None:
    account, name = f"/administration/users/{site.user_id(manager)}", site.full_name(manager)
    page = open_as("ADMIN", "/administration/role-conflicts")
    expect(page.get_by_role("row").filter(has_text=PAIR)).to_contain_text("Bawaan")
    page.goto(account)
    _pick_finance(page)
    dialog = page.get_by_role("dialog", name="Peran ")
    expect(dialog.get_by_role("alert")).to_contain_text(f"{PAIR} tidak boleh dipegang satu orang.")
    expect(dialog.get_by_role("button", name="Simpan")).to_be_disabled()

    page.goto("/administration/role-conflicts")
    page.get_by_role("button", name="Beri pengecualian", exact=True).click()
    dialog = page.get_by_role("dialog", name="Beri pengecualian")
    dialog.get_by_role("combobox", name="Orang").fill(name)
    page.get_by_role("option", name=name).click()
    dialog.get_by_role("combobox", name="Pasangan").click()
    page.get_by_role("option", name=PAIR).click()
    last_day = datetime.now(UTC) + timedelta(hours=7, days=20)
    dialog.get_by_label("Hari terakhir").fill(last_day.strftime("%d-%m-%Y"))
    dialog.get_by_role("textbox", name="Alasan").fill(REASON)
    dialog.get_by_role("button", name="Beri pengecualian").click()
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("region", name=WAITS)).to_be_visible()
    site.approve_latest()

    page.goto(account)
    _pick_finance(page)
    dialog = page.get_by_role("dialog", name="Peran ")
    expect(dialog.get_by_role("alert")).to_have_count(0)
    dialog.get_by_role("button", name="Simpan").click()
    expect(page.get_by_role("region", name=WAITS)).to_be_visible()
    site.approve_latest()
    page.reload()
    roles = page.get_by_role("region", name="Peran", exact=True)
    expect(roles).to_contain_text("Keuangan")

    page.goto("/administration/role-conflicts?tab=exceptions&state=OPEN")
    row = page.get_by_role("row").filter(has_text=name)
    for words in (PAIR, REASON, "sisa 20 hari", site.full_name(site.login("ADMIN")), site.full_name(site.second_admin)):
        expect(row).to_contain_text(words)
    row.get_by_role("button", name="Akhiri").click()
    dialog = page.get_by_role("dialog", name=f"Akhiri pengecualian {name}?")
    dialog.get_by_role("textbox", name="Alasan").fill("Petugas keuangan baru sudah datang")
    dialog.get_by_role("button", name="Akhiri").click()
    expect(row).to_have_count(0)
    _night(site)

    page.goto("/administration/role-conflicts?tab=exceptions&state=ENDED")
    expect(row).to_contain_text("Satu peran dilepas")
    page.goto(account)
    expect(roles).to_contain_text("Relationship Manager")
    expect(roles).not_to_contain_text("Keuangan")


def test_compliance_learns_who_can_see_a_customer_and_the_trail_knows_that_they_asked(open_as: OpenPage, site: Site) -> None:
    officer, supervisor = site.twin("COMPLIANCE", "mutiara.bertanya"), site.login("SUPERVISOR")
    page = open_as(officer, "/access-report")
    page.get_by_label("Nomor nasabah").fill(BUDI.cif)
    page.get_by_role("button", name="Temukan").click()
    expect(page.get_by_role("heading", name=re.compile("^Siapa dapat melihat nasabah ."), level=1)).to_be_visible()
    expect(page).to_have_url(f"{site.url}/access-report?customer={customer_id(site, BUDI.cif)}")
    row = page.get_by_role("row").filter(has_text=site.full_name(supervisor))
    expect(row).to_contain_text("Supervisor Layanan")
    expect(row).to_contain_text("Medan")

    page.get_by_role("button", name="Ekspor", exact=True).click()
    dialog = page.get_by_role("dialog", name="Ekspor laporan akses")
    dialog.get_by_text("CSV baku, untuk sistem lain").click()
    with page.expect_download() as coming:
        dialog.get_by_role("button", name="Ekspor", exact=True).click()
    rows = coming.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert (
        len([each for each in rows if each.startswith(f"{supervisor.username},{site.full_name(supervisor)},Cabang tempat bertugas,Supervisor Layanan,Medan")])
        == 1
    )
    expect(dialog).to_contain_text("Sidik SHA-256")

    page.goto(f"/audit?actor={site.user_id(officer)}")
    for deed in ("Buka laporan akses nasabah", "Ekspor laporan akses nasabah"):
        expect(page.get_by_role("row").filter(has_text=deed).first).to_contain_text(site.full_name(officer))


def test_somebody_who_leaves_loses_everything_in_one_act_and_is_out_at_the_next_page(open_as: OpenPage, site: Site) -> None:
    leaver = site.twin("AGENT", "tiodor.berhenti")
    theirs = open_as(leaver, "/customers", answers={401, 403})
    expect(theirs.get_by_role("searchbox", name="Cari nasabah")).to_be_visible()
    page = open_as("ADMIN", f"/administration/users/{site.user_id(leaver)}")
    expect(page.get_by_role("region", name="Penugasan", exact=True)).to_contain_text("berlaku")
    page.get_by_role("button", name="Lainnya").click()
    page.get_by_role("menuitem", name="Keluar dari organisasi").click()
    dialog = page.get_by_role("dialog", name=f"{site.full_name(leaver)} keluar dari organisasi?")
    expect(dialog).to_contain_text("Sesi, peran, pengecualian peran, penugasan, hak per nama, jabatan pimpinan, dan semua cara masuk berakhir sekarang")
    dialog.get_by_role("textbox", name="Alasan").fill("Pindah ke perusahaan lain akhir bulan")
    dialog.get_by_role("button", name="Keluar dari organisasi").click()
    expect(page.get_by_text("Keluar dari organisasi sejak")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Dinonaktifkan")
    expect(page.get_by_text("Petugas Layanan", exact=True)).to_have_count(0)
    expect(page.get_by_role("button", name="Aktifkan", exact=True)).to_have_count(0)

    # By its address: the open page may have heard already that its session ended, and its links are gone.
    theirs.goto("/cases")
    expect(theirs.get_by_role("heading", name="Masuk ke Simpul")).to_be_visible()
