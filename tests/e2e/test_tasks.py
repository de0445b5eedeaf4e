"""A task from its making to its end: given by the supervisor, found by the agent, done, and taken back."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.browser import PHONE
from tests.e2e.harness.checks import violations, wider_than_the_screen
from tests.e2e.harness.pages import BUDI
from tests.e2e.harness.site import Site

TITLE = "Jelaskan suku bunga baru"


def test_a_task_is_given_found_done_and_taken_back(open_as: OpenPage, site: Site) -> None:
    agent = site.login("AGENT")
    name = site.rows("SELECT full_name FROM iam.users WHERE username = %s", agent.username)[0]["full_name"]
    page = open_as("SUPERVISOR", "/tasks")
    page.get_by_role("button", name="Buat tugas", exact=True).click()
    form = page.get_by_role("dialog", name="Buat tugas")
    form.get_by_role("button", name="Simpan").click()
    expect(form.get_by_text("Pilih nasabahnya dahulu.")).to_be_visible()
    form.get_by_label("Nasabah").fill(BUDI.name)
    form.get_by_role("list", name="Nasabah yang cocok").get_by_role("button", name=re.compile(BUDI.name)).first.click()
    form.get_by_label("Tugas").fill(TITLE)
    # What is typed is not lost by a key.
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Lanjut mengisi").click()
    form.get_by_role("combobox", name="Penanggung jawab").click()
    page.get_by_role("option", name=name).click()
    form.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text(f"Tugas dibuat: {TITLE}")).to_be_visible()

    page = open_as(agent, "/tasks?mine=yes", size=PHONE)
    row = page.get_by_role("row").filter(has_text=TITLE)
    row.get_by_role("button", name=f"Selesai: {TITLE}").click()
    expect(row).to_have_count(0)
    page.get_by_role("button", name="Urungkan").click()
    row.get_by_role("button", name=TITLE, exact=True).click()
    panel = page.get_by_role("complementary", name="Intip tugas")
    expect(panel.get_by_text(BUDI.name)).to_be_visible()
    assert [*wider_than_the_screen(page), *violations(page)] == []
    panel.get_by_role("button", name="Lewati").click()
    dialog = page.get_by_role("dialog", name="Lewati tugas")
    dialog.get_by_label("Alasan").fill("Nasabah sudah paham.")
    dialog.get_by_role("button", name="Lewati").click()
    expect(panel.get_by_text("Nasabah sudah paham.")).to_be_visible()

    [kept] = site.rows("SELECT status, skip_reason, owner_user_id::text AS owner, version FROM crm.tasks WHERE title = %s", TITLE)
    assert kept == {"status": "SKIPPED", "skip_reason": "Nasabah sudah paham.", "owner": str(site.user_id(agent)), "version": 4}


def test_what_a_colleague_changed_meanwhile_is_compared_before_anything_is_written_over(open_as: OpenPage, site: Site) -> None:
    agent = site.login("AGENT")
    customer = site.rows("SELECT customer_id::text AS id FROM crm.customers WHERE full_name = %s LIMIT 1", BUDI.name)[0]["id"]
    made = site.call(agent, "POST", "/tasks", {"customer_id": customer, "title": "Kirim buku tabungan", "due_on": "2030-05-02"})
    page = open_as(agent, f"/tasks/{made['id']}", answers={409})
    page.get_by_role("button", name="Ubah", exact=True).click()
    form = page.get_by_role("dialog", name="Ubah tugas")
    form.get_by_label("Catatan").fill("Lewat kurir.")
    theirs = {"version": 1, "title": "Antar buku tabungan", "notes": "", "due_on": "2030-05-02", "owner_id": made["owner"]["id"]}
    site.call(site.login("SUPERVISOR"), "PATCH", f"/tasks/{made['id']}", theirs)
    form.get_by_role("button", name="Simpan").click()

    compared = page.get_by_role("dialog", name="Baru saja diubah orang lain")
    expect(compared.get_by_role("row").filter(has_text="Antar buku tabungan")).to_contain_text("Kirim buku tabungan")
    expect(compared.get_by_role("row").filter(has_text="Lewat kurir.")).to_be_visible()
    compared.get_by_role("button", name="Tinjau dahulu").click()
    expect(form.get_by_label("Catatan")).to_have_value("Lewat kurir.")
    # What the comparison has shown counts as seen.
    form.get_by_role("button", name="Simpan").click()
    expect(form).to_have_count(0)

    [kept] = site.rows("SELECT title, notes, version FROM crm.tasks WHERE task_id = %s", made["id"])
    assert kept == {"title": "Kirim buku tabungan", "notes": "Lewat kurir.", "version": 3}
