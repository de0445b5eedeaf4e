"""The operations page: timers that wait and are late, and work that was given up and is tried again."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.site import Site

_TIMERS = """
INSERT INTO crm.timers (timer_id, key, kind, subject_type, subject_id, due_at, run_at, status, attempts, last_error)
VALUES (gen_random_uuid(), 'e2e:later', 'e2e.ring', 'CHANGE_REQUEST', '1', now() + interval '2 days', now() + interval '2 days', 'PENDING', 0, ''),
       (gen_random_uuid(), 'e2e:late', 'e2e.ring', 'CHANGE_REQUEST', '2', now() - interval '1 hour', now() - interval '1 hour', 'PENDING', 0, ''),
       (gen_random_uuid(), 'e2e:lost', 'e2e.ring', 'CHANGE_REQUEST', '3', now() - interval '2 hours', now(), 'FAILED', 8, 'RuntimeError'),
       (gen_random_uuid(), 'e2e:gone', 'e2e.ring', 'CHANGE_REQUEST', '4', now() - interval '3 hours', now(), 'FAILED', 8, 'RuntimeError')
"""


@pytest.fixture(autouse=True)
def _timers(site: Site) -> Iterator[None]:
    site.write(_TIMERS)
    yield
    site.write("DELETE FROM crm.timers WHERE kind = 'e2e.ring'")


def _status(site: Site, key: str) -> str:
    return str(site.rows("SELECT status FROM crm.timers WHERE key = %s", key)[0]["status"])


def test_the_figures_open_their_rows_and_the_filters_live_in_the_address(open_as: OpenPage, site: Site) -> None:
    page = open_as("ADMIN", "/operations")
    page.get_by_role("button", name=re.compile(r"^Pewaktu terlambat \d")).click()

    expect(page).to_have_url(f"{site.url}/operations?tab=timers&late=yes")
    page.goto(f"{site.url}/operations?tab=timers&late=yes&kind=e2e.ring")
    expect(page.get_by_role("row").nth(1)).to_contain_text("e2e:late")
    expect(page.get_by_role("row")).to_have_count(2)
    page.reload()
    expect(page.get_by_role("row").nth(1)).to_contain_text("Terlambat")


def test_timers_are_narrowed_to_when_they_are_due_and_jobs_to_their_queue(open_as: OpenPage, site: Site) -> None:
    page = open_as("ADMIN", "/operations?tab=timers&kind=e2e.ring&status=PENDING")
    expect(page.get_by_role("row")).to_have_count(3)
    page.get_by_role("button", name="Jatuh tempo", exact=True).click()
    page.get_by_role("button", name="7 hari ke depan").click()
    expect(page).to_have_url(re.compile(r"from=\d{4}-\d{2}-\d{2}&to=\d{4}-\d{2}-\d{2}"))
    expect(page.get_by_role("row").filter(has_text="e2e:later")).to_be_visible()
    page.goto(f"{site.url}/operations?tab=timers&kind=e2e.ring&from=2020-01-01&to=2020-01-31")
    expect(page.get_by_text("Tidak ada pewaktu yang cocok")).to_be_visible()

    page.get_by_role("button", name="Tugas latar", exact=True).click()
    page.get_by_role("button", name="Antrean", exact=True).click()
    page.get_by_role("menuitemradio", name="default").click()
    expect(page).to_have_url(f"{site.url}/operations?tab=jobs&queue=default")


def test_a_timer_is_fired_early_and_another_called_off_with_a_reason(open_as: OpenPage, site: Site) -> None:
    page = open_as("ADMIN", "/operations?tab=timers&status=PENDING&kind=e2e.ring")
    later = page.get_by_role("row").filter(has_text="e2e:later")

    later.get_by_role("button", name="Picu sekarang").click()
    dialog = page.get_by_role("dialog", name="Picu pewaktu ini sekarang?")
    dialog.get_by_role("textbox", name="Alasan").fill("pendek")
    dialog.get_by_role("button", name="Picu sekarang").click()
    expect(dialog.get_by_text("Paling sedikit 10 huruf.")).to_be_visible()
    dialog.get_by_role("textbox", name="Alasan").fill("Nasabah menunggu di cabang")
    dialog.get_by_role("button", name="Picu sekarang").click()
    expect(page.get_by_text("Pewaktu dipicu.")).to_be_visible()
    assert site.rows("SELECT run_at <= now() AS due FROM crm.timers WHERE key = 'e2e:later'")[0]["due"]

    page.get_by_role("row").filter(has_text="e2e:late").first.get_by_role("button", name="Batalkan").click()
    dialog = page.get_by_role("dialog", name="Batalkan pewaktu ini?")
    dialog.get_by_role("textbox", name="Alasan").fill("Pekerjaannya sudah selesai")
    dialog.get_by_role("button", name="Batalkan", exact=True).click()
    expect(page.get_by_text("Pewaktu dibatalkan.")).to_be_visible()


def test_what_was_given_up_is_tried_again_with_a_result_for_each(open_as: OpenPage, site: Site) -> None:
    page = open_as("ADMIN", "/operations?tab=dead")
    page.get_by_role("checkbox", name="Pilih semua").check()
    page.get_by_role("button", name=re.compile("^Jalankan ulang \\d")).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Alasan").fill("Gangguan sudah berlalu")
    dialog.get_by_role("button", name="Jalankan ulang").click()

    expect(page.get_by_text("Dicoba lagi", exact=True)).to_have_count(2)
    assert {_status(site, "e2e:lost"), _status(site, "e2e:gone")} == {"PENDING"}


def test_a_reader_may_look_and_not_touch(open_as: OpenPage) -> None:
    page = open_as("COMPLIANCE", "/operations?tab=dead")

    expect(page.get_by_role("row").filter(has_text="e2e.ring").first).to_be_visible()
    expect(page.get_by_role("button", name="Jalankan ulang", exact=True)).to_have_count(0)
    expect(page.get_by_role("checkbox", name="Pilih semua")).to_be_disabled()


def test_what_need_not_be_done_any_more_is_discarded(open_as: OpenPage, site: Site) -> None:
    page = open_as("ADMIN", "/operations?tab=dead")
    page.get_by_role("row").filter(has_text="e2e.ring").first.get_by_role("button", name="Buang").click()
    dialog = page.get_by_role("dialog", name="Buang 1 pekerjaan?")
    dialog.get_by_role("textbox", name="Alasan").fill("Nasabah sudah dilayani di cabang")
    dialog.get_by_role("button", name="Buang", exact=True).click()

    expect(page.get_by_text("Dibuang", exact=True)).to_have_count(1)
    assert sorted([_status(site, "e2e:lost"), _status(site, "e2e:gone")]) == ["CANCELLED", "FAILED"]
