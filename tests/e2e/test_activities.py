"""An activity from the customer's page to the timeline and the tasks, wide and on the phone, and taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import expect

from simpul.platform.clock import today
from tests.e2e.conftest import OpenPage
from tests.e2e.harness.browser import DESKTOP, PHONE
from tests.e2e.harness.checks import violations, wider_than_the_screen
from tests.e2e.harness.site import Site

_OWN = """
SELECT c.customer_id::text AS id, c.full_name AS name FROM crm.customers c
JOIN iam.users u ON u.user_id = c.rm_user_id WHERE u.username = %s ORDER BY c.source_key LIMIT 1
"""


@pytest.mark.covers("US-17 AC-2", "15.3.5-3")
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["wide", "phone"])
def test_a_call_with_its_next_step_shows_in_the_timeline_and_in_the_tasks(open_as: OpenPage, site: Site, size: tuple[int, int]) -> None:
    manager = site.login("RM")
    customer = site.rows(_OWN, manager.username)[0]
    note, step = f"Nasabah menanyakan bunga {size[0]}.", f"Antar formulir {size[0]}"
    page = open_as(manager, f"/customers/{customer['id']}?tab=timeline", size=size)
    page.get_by_role("button", name="Catat kegiatan", exact=True).click()
    form = page.get_by_role("dialog", name="Catat kegiatan")
    form.get_by_role("button", name="Telepon").click()
    form.get_by_label("Langkah berikut").fill(step)
    form.get_by_role("button", name="Simpan kegiatan").click()
    expect(form.get_by_text("Pilih tanggal langkah berikut.")).to_be_visible()
    # What is typed is not lost by a key.
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Lanjut mengisi").click()
    form.get_by_label("Isi kegiatan").fill(note)
    form.get_by_role("textbox", name="Tanggal").fill(f"{today() + timedelta(days=3):%d-%m-%Y}")
    form.get_by_role("textbox", name="Tanggal").press("Tab")
    assert [*wider_than_the_screen(page), *violations(page)] == []
    form.get_by_label("Isi kegiatan").press("Control+Enter")

    expect(page.get_by_text("Telepon dicatat")).to_be_visible()
    expect(form).to_have_count(0)
    expect(page.get_by_text(note).first).to_be_visible()

    tasks = open_as(manager, "/tasks?mine=yes", size=size)
    expect(tasks.get_by_role("row").filter(has_text=step)).to_be_visible()
    [kept] = site.rows(
        "SELECT a.activity_type, t.title, t.status, t.origin FROM crm.rm_activities a JOIN crm.tasks t ON t.task_id = a.next_task_id WHERE a.note = %s",
        note,
    )
    assert kept == {"activity_type": "CALL", "title": step, "status": "OPEN", "origin": "ACTIVITY"}

    # Its author puts it right within a day.
    page.goto(f"/customers/{customer['id']}?tab=sales")
    page.get_by_role("listitem").filter(has_text=note).get_by_role("button", name="Ubah kegiatan").click()
    change = page.get_by_role("dialog", name="Ubah kegiatan")
    change.get_by_label("Isi kegiatan").fill(f"{note} Juga bunga deposito.")
    assert [*wider_than_the_screen(page), *violations(page)] == []
    change.get_by_role("button", name="Simpan").click()
    expect(change).to_have_count(0)
    expect(page.get_by_role("list", name="Kegiatan").get_by_text("Juga bunga deposito.").first).to_be_visible()


def test_an_activity_is_taken_back_from_its_notice(open_as: OpenPage, site: Site) -> None:
    manager = site.login("RM")
    customer = site.rows(_OWN, manager.username)[0]
    page = open_as(manager, f"/customers/{customer['id']}?tab=timeline")
    page.get_by_role("button", name="Catat kegiatan", exact=True).click()
    form = page.get_by_role("dialog", name="Catat kegiatan")
    form.get_by_role("button", name="Kunjungan").click()
    form.get_by_label("Isi kegiatan").fill("Salah nasabah.")
    form.get_by_role("button", name="Simpan kegiatan").click()
    expect(page.get_by_text("Kunjungan dicatat")).to_be_visible()
    page.get_by_role("button", name="Urungkan").click()
    expect(page.get_by_text("Kegiatan ditarik kembali")).to_be_visible()
    expect(page.get_by_text("Salah nasabah.")).to_have_count(0)


def test_a_calendar_address_is_made_read_and_revoked(open_as: OpenPage, site: Site) -> None:
    page = open_as("RM", "/tasks", answers={404})
    page.get_by_role("button", name="Kalender", exact=True).click()
    dialog = page.get_by_role("dialog", name="Kalender")
    dialog.get_by_label("Nama alamat").fill("Ponsel")
    dialog.get_by_role("button", name="Buat alamat").click()
    expect(dialog.get_by_text("Salin alamat ini sekarang")).to_be_visible()
    address = dialog.locator("[data-secret]").inner_text()

    answer: Any = page.request.get(address)
    assert (answer.status, answer.text().splitlines()[0]) == (200, "BEGIN:VCALENDAR")
    dialog.get_by_role("button", name="Cabut Ponsel").click()
    expect(page.get_by_text("Alamat Ponsel dicabut")).to_be_visible()
    assert page.request.get(address).status == 404
