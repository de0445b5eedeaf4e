"""The workflow editor: drawing by keyboard alone, its history, saving beside somebody else, problems that lead to their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.checks import violations
from tests.e2e.harness.site import Site

KEY = "customer_change"
PAGE = f"/workflows/{KEY}"


def _draft(site: Site) -> dict[str, Any]:
    found: dict[str, Any] = site.call(site.login("ADMIN"), "GET", PAGE)["draft"]
    return found


@pytest.fixture(autouse=True)
def _no_draft(site: Site) -> Iterator[None]:
    """Nobody is editing when a test begins, and nobody when it ends."""
    yield
    site.write("UPDATE crm.workflow_definitions SET draft = NULL, draft_version = draft_version + 1 WHERE key = %s AND draft IS NOT NULL", KEY)


def _states(page: Page) -> Locator:
    return page.get_by_role("tree").locator("[aria-level='1']")


def _open(open_as: OpenPage) -> Page:
    page = open_as("ADMIN", PAGE)
    expect(page.get_by_role("tree")).to_be_visible()
    expect(page.locator(".react-flow__node").first).to_be_visible()
    return page


def test_a_state_with_a_guarded_transition_and_a_timer_is_drawn_by_keyboard_alone(open_as: OpenPage, site: Site) -> None:
    page = _open(open_as)
    keys = page.keyboard

    keys.press("n")
    title = page.get_by_role("textbox", name="Nama (Indonesia)")
    expect(title).to_be_focused()
    keys.type("Tinjauan")
    keys.press("Tab")
    keys.press("Control+a")
    keys.type("Review")
    expect(page.get_by_role("textbox", name="Kunci")).to_have_value("TINJAUAN")
    keys.press("Escape")
    expect(page.get_by_role("treeitem", name=re.compile("^Tinjauan, Tugas"))).to_be_focused()

    keys.press("t")
    dialog = page.get_by_role("dialog", name="Transisi baru")
    expect(dialog.get_by_role("combobox", name="Ke")).to_be_focused()
    keys.type("Disetujui")
    keys.press("ArrowDown")
    keys.press("Enter")
    keys.press("Tab")
    keys.type("Sahkan")
    keys.press("Enter")
    expect(dialog).to_be_hidden()
    expect(title).to_be_focused()
    expect(title).to_have_value("Sahkan")
    keys.press("Control+s")

    expect(page.get_by_text("Rancangan berubah")).to_be_visible()
    content = _draft(site)["content"]
    assert content["states"][-1]["title"] == {"id": "Tinjauan", "en": "Review"}
    added = content["transitions"][-1]
    assert (added["key"], added["from"], added["to"]) == ("sahkan", ["TINJAUAN"], "APPROVED")


def test_undo_and_redo_walk_the_whole_history(open_as: OpenPage) -> None:
    page = _open(open_as)
    before = _states(page).count()
    page.get_by_role("treeitem", name=re.compile("^Diajukan, ")).click()
    for _ in range(3):
        page.keyboard.press("d")
    expect(_states(page)).to_have_count(before + 3)
    page.get_by_role("treeitem", name=re.compile("^Diajukan \\(salinan\\), ")).first.press("Delete")
    expect(_states(page)).to_have_count(before + 2)

    for _ in range(4):
        page.keyboard.press("Control+z")
    expect(_states(page)).to_have_count(before)
    expect(page.get_by_role("button", name="Simpan rancangan")).to_be_disabled()
    for _ in range(4):
        page.keyboard.press("Control+Shift+z")

    expect(_states(page)).to_have_count(before + 2)
    expect(page.get_by_text("Belum disimpan")).to_be_visible()
    page.keyboard.press("g")
    page.keyboard.press("f")
    expect(page.get_by_role("dialog", name="Perubahan belum disimpan")).to_be_visible()
    page.get_by_role("button", name="Buang isian").click()
    expect(page.get_by_role("heading", name="Alur kerja", level=1)).to_be_visible()


def test_a_save_after_somebody_elses_shows_both_versions_and_loses_none(open_as: OpenPage, site: Site) -> None:
    page = open_as("ADMIN", PAGE, answers={409})
    expect(page.get_by_role("tree")).to_be_visible()
    page.get_by_role("treeitem", name=re.compile("^Diajukan, ")).click()
    page.get_by_role("textbox", name="Nama (Indonesia)").fill("Masuk antrean")
    draft = _draft(site)
    content = draft["content"]
    content["states"][-1]["title"]["id"] = "Dicabut"
    site.call(site.login("ADMIN"), "PUT", f"{PAGE}/draft", {"content": content, "version": draft["version"]})

    page.get_by_role("button", name="Simpan rancangan").click()
    dialog = page.get_by_role("dialog", name="Rancangan ini sudah diubah orang lain")
    expect(dialog.get_by_role("row")).to_have_count(3)
    dialog.get_by_role("button", name="Pakai yang di server").click()
    expect(page.get_by_role("treeitem", name=re.compile("^Dicabut, "))).to_be_visible()
    page.keyboard.press("Control+z")
    expect(page.get_by_role("treeitem", name=re.compile("^Masuk antrean, "))).to_be_visible()
    page.keyboard.press("Control+s")

    expect(page.get_by_text("Rancangan berubah")).to_be_visible()
    assert "Masuk antrean" in {state["title"]["id"] for state in _draft(site)["content"]["states"]}


def test_the_publish_dialog_says_first_what_changes_in_words(open_as: OpenPage, site: Site) -> None:
    draft = _draft(site)
    content, kept = draft["content"], ("SUBMITTED", "APPROVED", "REJECTED")
    content["states"] = [state for state in content["states"] if state["key"] in ("START", *kept)]
    content["states"].append({"key": "REVIEW", "title": {"id": "Tinjauan", "en": "Review"}, "kind": "task", "lane": "unit"})
    content["transitions"] = [each for each in content["transitions"] if each["key"] != "withdraw"]
    content["transitions"].append({"key": "look", "title": {"id": "Tinjau", "en": "Look"}, "from": ["SUBMITTED"], "to": "REVIEW"})
    next(state for state in content["states"] if state["key"] == "REJECTED")["title"]["id"] = "Dikembalikan"
    next(each for each in content["transitions"] if each["key"] == "approve")["guard"] = {"cel": "is_vip == true"}
    site.call(site.login("ADMIN"), "PUT", f"{PAGE}/draft", {"content": content, "version": draft["version"]})

    page = _open(open_as)
    page.get_by_role("button", name="Terbitkan").click()
    dialog = page.get_by_role("dialog", name=re.compile("^Terbitkan versi"))
    changes = dialog.get_by_role("region").first

    expect(changes).to_have_accessible_name("Perubahan")
    expect(changes.get_by_role("listitem")).to_have_text(
        [
            "Dihapus: Keadaan “Ditarik” dihapus.",
            "Diubah: Keadaan “Dikembalikan”: nama diubah.",
            "Ditambahkan: Keadaan “Tinjauan” ditambahkan.",
            "Dihapus: Transisi “Tarik” dihapus.",
            "Diubah: Transisi “Setujui”: syarat diubah.",
            "Ditambahkan: Transisi “Tinjau” ditambahkan.",
        ]
    )
    # What stands against it, and the note, come after.
    first, then, note = changes.bounding_box(), dialog.get_by_role("region").nth(1).bounding_box(), dialog.get_by_role("textbox", name="Catatan").bounding_box()
    assert first and then and note and first["y"] < then["y"] < note["y"]
    assert violations(page) == []


def test_what_the_program_relies_on_says_why_it_cannot_be_removed(open_as: OpenPage) -> None:
    page = _open(open_as)
    before = _states(page).count()
    page.get_by_role("treeitem", name=re.compile("^Diajukan, ")).click()

    pad = page.get_by_role("group", name="Tindakan untuk bentuk ini")
    expect(pad.get_by_role("button", name="Hapus", exact=True)).to_have_count(0)
    pad.get_by_role("button", name="Program bergantung pada keadaan ini").click(force=True)
    expect(_states(page)).to_have_count(before)


def test_what_is_edited_is_compared_with_what_the_product_brought(open_as: OpenPage, site: Site) -> None:
    number = site.rows("SELECT max(number) AS number FROM crm.workflow_versions JOIN crm.workflow_definitions USING (definition_id) WHERE key = %s", KEY)[0][
        "number"
    ]
    draft = _draft(site)
    draft["content"]["states"][-1]["title"]["id"] = "Dicabut sendiri"
    site.call(site.login("ADMIN"), "PUT", f"{PAGE}/draft", {"content": draft["content"], "version": draft["version"]})
    site.approve(site.call(site.login("ADMIN"), "POST", f"{PAGE}/publish", {"version": draft["version"] + 1}))
    try:
        page = _open(open_as)
        page.get_by_role("button", name="Lainnya").click()
        page.get_by_role("menuitem", name="Bandingkan dengan bawaan").click()

        expect(page.get_by_role("combobox", name="Versi sebelum")).to_have_value("Bawaan produk")
        expect(page.locator(".react-flow__node").first).to_be_visible()
        page.get_by_role("button", name="Pulihkan isi bawaan").click()
        page.get_by_role("dialog").get_by_role("button", name="Pulihkan").click()
        expect(page.get_by_text("Isi bawaan menjadi rancangan.")).to_be_visible()
        assert "Dicabut sendiri" not in {state["title"]["id"] for state in _draft(site)["content"]["states"]}
    finally:
        now = _draft(site)
        site.call(site.login("ADMIN"), "POST", f"{PAGE}/restore", {"number": number, "version": now["version"]})
        site.approve(site.call(site.login("ADMIN"), "POST", f"{PAGE}/publish", {"version": _draft(site)["version"]}))


def test_a_problem_is_found_while_drawing_and_leads_to_its_field(open_as: OpenPage) -> None:
    page = _open(open_as)
    page.get_by_role("treeitem", name=re.compile("^Setujui, ")).click()
    page.get_by_text("Ekspresi", exact=True).click()
    page.get_by_role("textbox", name="Ekspresi CEL").fill("tidak_ada > 5")

    problems = page.get_by_role("region", name="Masalah")
    first = problems.get_by_role("listitem").filter(has_text="Setujui").first
    expect(first).to_be_visible()
    expect(page.get_by_role("treeitem", name=re.compile("^Setujui, .*masalah"))).to_be_visible()
    page.get_by_role("treeitem", name=re.compile("^Diajukan, ")).click()
    first.get_by_role("button").click()

    expect(page.get_by_role("textbox", name="Ekspresi CEL")).to_be_focused()
    page.get_by_role("button", name=re.compile("^Urungkan")).click()
    page.get_by_role("button", name=re.compile("^Urungkan")).click()
    expect(problems).to_contain_text("Tidak ada masalah")


def test_a_reader_sees_everything_and_changes_nothing(open_as: OpenPage) -> None:
    page = open_as("COMPLIANCE", PAGE)
    page.get_by_role("treeitem", name=re.compile("^Diajukan, ")).click()

    expect(page.get_by_role("textbox", name="Nama (Indonesia)")).to_be_disabled()
    expect(page.get_by_role("button", name="Terbitkan")).to_have_count(0)
    before = _states(page).count()
    page.keyboard.press("n")
    page.keyboard.press("Delete")
    expect(_states(page)).to_have_count(before)
