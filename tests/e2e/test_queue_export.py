"""The queue as a file: what leaves is the list on the screen, in the form and with the columns that were chosen."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from python_calamine import CalamineWorkbook

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.browser import PHONE
from tests.e2e.harness.site import Login, Site

_NUMBERS = itertools.count(1)


@pytest.fixture
def exporter(site: Site) -> Login:
    """A supervisor to whom exporting was given by name."""
    made = site.twin("SUPERVISOR", f"ekspor.antrean.{next(_NUMBERS)}")
    site.write(
        "INSERT INTO iam.user_switches (switch_id, user_id, resource, action, switched_by) VALUES (uuidv7(), %s, 'case', 'X', %s)",
        site.user_id(made),
        site.user_id(site.login("ADMIN")),
    )
    return made


def _listed(page: Page) -> list[str]:
    return [text for text in page.locator("[data-row] a").all_inner_texts() if text.startswith("CASE-")]


def test_the_list_on_the_screen_leaves_as_a_workbook_and_the_choice_is_remembered(open_as: OpenPage, exporter: Login, tmp_path: Path) -> None:
    page = open_as(exporter, "/cases?view=queue&overdue=1&sort=-created")
    expect(page.locator("[data-row]").first).to_be_visible()
    listed = _listed(page)
    page.get_by_role("button", name="Ekspor", exact=True).click()
    dialog = page.get_by_role("dialog", name="Ekspor daftar kasus")
    expect(dialog.get_by_text("daftar di layar ini")).to_be_visible()
    expect(dialog.get_by_role("radio", name="Excel (XLSX)")).to_be_checked()
    expect(dialog.get_by_role("radio", name="Yang tampak di layar")).to_be_checked()
    expect(dialog.get_by_text("Jam ditulis dalam WIB.")).to_be_visible()

    with page.expect_download() as waiting:
        dialog.get_by_role("button", name="Ekspor", exact=True).click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    expect(dialog.get_by_text("Sidik SHA-256")).to_be_visible()

    head, *rows = CalamineWorkbook.from_path(file).get_sheet_by_name("Data").to_python()
    assert file.suffix == ".xlsx"
    assert head == ["Tenggat terdekat", "Nomor kasus", "Nasabah", "Kategori", "Prioritas", "Status", "Penanggung jawab", "Unit", "Kanal", "Diterima"]
    assert listed and [row[1] for row in rows][: len(listed)] == listed

    dialog.get_by_role("button", name="Tutup").last.click()
    page.get_by_role("button", name="Ekspor", exact=True).click()
    dialog.get_by_text("CSV untuk Excel Indonesia (titik koma)").click()
    with page.expect_download() as waiting:
        dialog.get_by_role("button", name="Ekspor", exact=True).click()
    assert waiting.value.suggested_filename.endswith(".csv")
    page.reload()
    page.get_by_role("button", name="Ekspor", exact=True).click()
    expect(dialog.get_by_role("radio", name="CSV untuk Excel Indonesia (titik koma)")).to_be_checked()


def test_on_a_phone_the_list_leaves_from_the_menu_with_all_that_a_row_says(open_as: OpenPage, exporter: Login) -> None:
    page = open_as(exporter, "/cases?view=queue", size=PHONE)
    expect(page.locator("[data-row]").first).to_be_visible()
    page.get_by_role("main").get_by_role("button", name="Lainnya").first.click()
    page.get_by_role("menuitem", name="Ekspor").click()

    with page.expect_request("**/api/v1/exports") as asked:
        page.get_by_role("dialog", name="Ekspor daftar kasus").get_by_role("button", name="Ekspor", exact=True).click()
    body = asked.value.post_data_json
    assert (body["filter"], body["format"]) == ({}, "xlsx")
    assert {"due_at", "case_no", "customer", "status"} <= set(body["columns"])
    expect(page.get_by_text("Sidik SHA-256")).to_be_visible()


def test_who_may_not_export_finds_no_button(open_as: OpenPage, site: Site) -> None:
    page = open_as(site.login("SUPERVISOR", 1), "/cases?view=queue")
    expect(page.get_by_role("heading", name="Kasus", level=1)).to_be_visible()
    expect(page.get_by_role("button", name="Ekspor", exact=True)).to_have_count(0)
