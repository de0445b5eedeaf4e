"""The configuration as a file: downloaded, compared, brought in; a file that cannot be is refused before anything happens."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from simpul.oversight.services.configuration import fingerprint
from tests.e2e.conftest import OpenPage
from tests.e2e.harness.site import Site

PAGE = "/configuration"
WAITS = "1 perubahan menunggu persetujuan orang kedua"


def _written(place: Path, document: dict[str, Any]) -> Path:
    file = place / "konfigurasi.json"
    file.write_text(json.dumps({**document, "sha256": fingerprint(document["sections"])}))
    return file


def _chosen(page: Page, file: Path) -> None:
    page.locator("input[type=file]").set_input_files(file)


@pytest.fixture
def document(site: Site) -> dict[str, Any]:
    found: dict[str, Any] = site.call(site.login("ADMIN"), "GET", "/configuration/export")
    return found


def test_a_file_is_downloaded_changed_elsewhere_compared_and_brought_in(open_as: OpenPage, site: Site, document: dict[str, Any], tmp_path: Path) -> None:
    page = open_as("ADMIN", PAGE)
    with page.expect_download() as download:
        page.get_by_role("button", name="Unduh berkas").click()
    found = json.loads(Path(download.value.path()).read_text())
    assert (found["sections"], found["sha256"]) == (document["sections"], document["sha256"])

    found["sections"]["settings"]["search.per_minute"] -= 1
    found["sections"]["branches"]["UJI"] = {"name": "Cabang Uji", "city": "Medan", "time_zone": "Asia/Jakarta", "is_active": True}
    _chosen(page, _written(tmp_path, found))
    expect(page.get_by_role("region", name="Cabang").get_by_text("Cabang Cabang Uji (UJI) ditambahkan.")).to_be_visible()
    expect(page.get_by_role("region", name="Pengaturan").get_by_role("listitem")).to_have_count(1)
    assert site.rows("SELECT 1 FROM iam.branches WHERE branch_code = 'UJI'") == [], "nothing happens before it is asked for"
    page.get_by_role("button", name="Impor perubahan ini").click()
    dialog = page.get_by_role("dialog", name="Impor 2 perubahan?")
    dialog.get_by_role("button", name="Impor", exact=True).click()
    expect(dialog.get_by_text("Paling sedikit 10 huruf.")).to_be_visible()
    dialog.get_by_role("textbox", name="Alasan").fill("Menyamakan dengan kantor pusat")
    dialog.get_by_role("button", name="Impor", exact=True).click()

    expect(page.get_by_role("region", name=WAITS)).to_be_visible()
    assert site.rows("SELECT 1 FROM iam.branches WHERE branch_code = 'UJI'") == [], "nothing happens before a second person agrees"
    site.approve_latest()
    assert len(site.rows("SELECT 1 FROM iam.branches WHERE branch_code = 'UJI'")) == 1
    _chosen(page, _written(tmp_path, found))
    expect(page.get_by_text("Konfigurasi sudah sama dengan berkas ini")).to_be_visible()


def test_what_lowers_protection_stands_first_and_is_imported_once_it_was_seen(open_as: OpenPage, site: Site, document: dict[str, Any], tmp_path: Path) -> None:
    page = open_as("ADMIN", PAGE)
    before = document["sections"]["settings"]["session.idle_seconds"]
    document["sections"]["settings"]["session.idle_seconds"] = before + 60
    document["sections"]["branches"]["BNJ"]["name"] = "Binjai Kota"
    _chosen(page, _written(tmp_path, document))
    lowering = page.get_by_role("region", name="1 perubahan menurunkan perlindungan")
    expect(lowering.get_by_role("listitem")).to_have_text([re.compile(rf"{before} detik menjadi {before + 60} detik")])
    expect(page.get_by_role("main").get_by_role("listitem").first).to_contain_text(f"{before} detik menjadi {before + 60} detik")

    page.get_by_role("button", name="Impor perubahan ini").click()
    dialog = page.get_by_role("dialog", name="Impor 2 perubahan?")
    dialog.get_by_role("textbox", name="Alasan").fill("Disetujui rapat keamanan")
    expect(dialog.get_by_role("button", name="Impor", exact=True)).to_be_disabled()
    dialog.get_by_role("checkbox", name="Saya sudah melihat 1 perubahan yang menurunkan perlindungan.").check()
    dialog.get_by_role("button", name="Impor", exact=True).click()

    expect(page.get_by_role("region", name=WAITS)).to_be_visible()
    site.approve_latest()
    after = site.call(site.login("ADMIN"), "GET", "/configuration/export")["sections"]
    assert (after["settings"]["session.idle_seconds"], after["branches"]["BNJ"]["name"]) == (before + 60, "Binjai Kota")


def test_what_stands_against_a_file_is_told_with_its_place_and_it_cannot_be_imported(open_as: OpenPage, document: dict[str, Any], tmp_path: Path) -> None:
    page = open_as("ADMIN", PAGE, answers={422})
    document["sections"]["workflows"]["customer_change"]["transitions"][1]["by"]["roles"] = ["WIZARD"]
    _chosen(page, _written(tmp_path, document))

    problems = page.get_by_role("region", name="1 masalah menghalangi impor")
    expect(problems).to_contain_text("/workflows/customer_change/transitions/1/by/roles/0")
    expect(page.get_by_role("button", name="Impor perubahan ini")).to_have_count(0)

    torn = tmp_path / "rusak.json"
    torn.write_text(json.dumps(document).replace("WIZARD", "OTHER"))
    _chosen(page, torn)
    expect(page.get_by_role("alert")).to_contain_text("tidak cocok dengan sidiknya")
    torn.write_text("bukan json")
    _chosen(page, torn)
    expect(page.get_by_role("alert")).to_contain_text("tidak dapat dibaca")


def test_a_reader_exports_and_imports_nothing(open_as: OpenPage) -> None:
    page = open_as("COMPLIANCE", PAGE)

    expect(page.get_by_role("button", name="Unduh berkas")).to_be_visible()
    expect(page.locator("input[type=file]")).to_have_count(0)
    expect(page.get_by_text("Hanya administrator yang mengimpor konfigurasi.")).to_be_visible()
