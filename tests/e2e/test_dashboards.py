"""Dashboards in the browser: narrowed, explained, taken along, and followed down to the rows."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.site import Site


def test_a_director_narrows_a_dashboard_and_takes_it_along(open_as: OpenPage, site: Site, tmp_path: Path) -> None:
    page = open_as("DIRECTOR", "/dashboards")
    expect(page.get_by_role("heading", name="Direksi", level=1)).to_be_visible()
    page.get_by_role("button", name="Layanan", exact=True).click()
    expect(page.get_by_role("heading", name="Layanan", level=1)).to_be_visible()
    page.get_by_role("button", name=re.compile("^Periode:")).click()
    page.get_by_role("menuitemradio", name="90 hari terakhir").click()
    answer = site.call(site.login("DIRECTOR"), "GET", "/dashboards/service?preset=last_90")
    branch = answer["branches"][0]
    page.get_by_role("button", name="Cabang", exact=True).click()
    page.get_by_role("menuitemradio", name=branch["name"]).click()
    expect(page).to_have_url(re.compile(f"/dashboards/service\\?.*branch={branch['code']}"))
    expect(page).to_have_url(re.compile("preset=last_90"))
    tile = page.locator("[data-tile=sla_compliance]")
    tile.locator("[data-definition]").hover()
    expect(page.get_by_role("tooltip").filter(has_text="sebelum tenggatnya")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("Lihat rincian"))).to_have_count(0)

    page.get_by_role("button", name="Ekspor", exact=True).click()
    dialog = page.get_by_role("dialog", name="Ekspor dasbor")
    dialog.get_by_role("radio", name="CSV", exact=False).last.check()
    with page.expect_download() as waiting:
        dialog.get_by_role("button", name="Ekspor", exact=True).click()
    file = tmp_path / "dasbor"
    waiting.value.save_as(file)
    assert file.stat().st_size > 100
    dialog.get_by_role("button", name="Tutup").first.click()
    picture = page.get_by_role("button", name=re.compile("^Simpan Kasus masuk dari waktu ke waktu"))
    with page.expect_download() as drawn:
        picture.click()
    assert drawn.value.suggested_filename == "cases_trend.png"


def test_a_supervisor_goes_down_to_the_rows_and_has_a_dashboard_sent(open_as: OpenPage, site: Site) -> None:
    page = open_as("SUPERVISOR", "/dashboards/service")
    page.get_by_role("button", name="Kirim berkala").click()
    dialog = page.get_by_role("dialog", name="Kirim dasbor secara berkala")
    dialog.get_by_role("button", name="Jadwalkan").click()
    mine = dialog.get_by_role("list", name="Jadwal saya").get_by_role("listitem")
    expect(mine).to_have_count(1)
    mine.get_by_role("button", name=re.compile("^Jeda")).click()
    expect(mine).to_contain_text("dijeda")
    mine.get_by_role("button", name=re.compile("^Hapus")).click()
    expect(mine).to_have_count(0)
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Lihat rincian Lewat tenggat").click()

    expect(page).to_have_url(re.compile("/cases\\?.*overdue"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
