"""From a drawing to running work: a state is drawn, published, a thousand items migrate to it, and one step is taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.site import Site

KEY = "customer_change"
PAGE = f"/workflows/{KEY}"
ITEMS = 1_000

_REQUESTS = """
WITH asked AS (
    INSERT INTO crm.customer_change_requests (change_request_id, customer_id, changes, note, status, replaced, requested_by, requested_at)
    SELECT gen_random_uuid(), c.customer_id, '{"email": "surel@contoh.example"}', 'Diminta saat menelepon', 'PENDING', '{}', %s, now()
    FROM (SELECT * FROM crm.customers WHERE customer_id NOT IN (SELECT customer_id FROM crm.customer_change_requests) LIMIT %s) c
    RETURNING change_request_id, customer_id, requested_by
), items AS (
    INSERT INTO crm.workflow_items (item_id, definition_id, version_id, subject_type, subject_id, resource, customer_id, branch_code, owner_ids, state, ended,
        entered_at, visit, seq, started_at)
    SELECT gen_random_uuid(), v.definition_id, v.version_id, 'CHANGE_REQUEST', a.change_request_id::text, 'change_request', a.customer_id, c.home_branch_code,
        ARRAY[a.requested_by], 'SUBMITTED', false, now(), 1, 1, now()
    FROM asked a JOIN crm.customers c USING (customer_id)
    CROSS JOIN (SELECT v.* FROM crm.workflow_versions v JOIN crm.workflow_definitions d USING (definition_id) WHERE d.key = %s ORDER BY number DESC LIMIT 1) v
    RETURNING item_id, version_id
)
INSERT INTO crm.workflow_moves (move_id, item_id, seq, kind, to_state, version_id, actor_user_id, moved_at)
SELECT gen_random_uuid(), item_id, 1, 'START', 'SUBMITTED', version_id, %s, now() FROM items
"""


@pytest.fixture
def thousand(site: Site) -> Iterator[None]:
    """A thousand requests that wait for a decision, on the version in force."""
    agent = site.user_id(site.login("AGENT"))
    assert site.write(_REQUESTS, agent, ITEMS, KEY, agent) == ITEMS
    yield
    site.write("UPDATE crm.workflow_definitions SET draft = NULL, draft_version = draft_version + 1 WHERE key = %s AND draft IS NOT NULL", KEY)


def _draw(page: Page) -> None:
    """Diajukan may go to a check that decides within a day, else it is told; from there it is approved as before."""
    page.get_by_role("treeitem", name=re.compile("^Diajukan, ")).click()
    page.get_by_role("button", name="Keadaan baru").click()
    page.get_by_role("textbox", name="Nama (Indonesia)").fill("Pemeriksaan")
    page.get_by_role("textbox", name="Nama (Inggris)").fill("Inspection")
    page.get_by_role("combobox", name="Lajur").click()
    page.get_by_role("option", name="Kepatuhan").click()

    for start, end, title, english in (("Diajukan", "Pemeriksaan", "Periksa", "Inspect"), ("Pemeriksaan", "Ditolak", "Gugurkan", "Drop")):
        page.get_by_role("treeitem", name=re.compile(f"^{start}, ")).click()
        page.get_by_role("button", name="Transisi baru").click()
        dialog = page.get_by_role("dialog", name="Transisi baru")
        dialog.get_by_role("combobox", name="Ke").click()
        page.get_by_role("option", name=end, exact=True).click()
        dialog.get_by_role("textbox", name="Nama transisi").fill(title)
        dialog.get_by_role("button", name="Tambahkan").click()
        expect(page.get_by_role("textbox", name="Nama (Indonesia)")).to_have_value(title)
        page.get_by_role("textbox", name="Nama (Inggris)").fill(english)
        page.get_by_role("combobox", name="Peran").first.click()
        page.get_by_role("option", name="Pengelola Data").click()
        page.keyboard.press("Escape")
        page.get_by_role("combobox", name="Jangkauan").first.click()
        page.get_by_role("option", name="Semua", exact=True).click()
        if start == "Diajukan":
            page.get_by_text("Ekspresi", exact=True).click()
            page.get_by_role("textbox", name="Ekspresi CEL").fill("is_vip == true || is_vip == false")
            page.get_by_role("switch", name="Transisi ini boleh dibatalkan").check()
            page.get_by_role("combobox", name="Peran").last.click()
            page.get_by_role("option", name="Pengelola Data").last.click()
            page.keyboard.press("Escape")
            page.get_by_role("combobox", name="Jangkauan").last.click()
            page.get_by_role("option", name="Semua", exact=True).last.click()

    page.get_by_role("treeitem", name=re.compile("^Pemeriksaan, ")).click()
    page.get_by_role("button", name="Tambah pewaktu").click()
    page.get_by_role("combobox", name="Transisi", exact=True).click()
    page.get_by_role("option", name="Gugurkan").click()


def test_a_drawn_state_is_published_a_thousand_items_migrate_to_it_and_one_step_is_taken_back(open_as: OpenPage, site: Site, thousand: None) -> None:
    page = open_as("ADMIN", PAGE)
    expect(page.get_by_role("tree")).to_be_visible()
    before = site.rows("SELECT max(number) AS number FROM crm.workflow_versions JOIN crm.workflow_definitions USING (definition_id) WHERE key = %s", KEY)[0][
        "number"
    ]
    _draw(page)
    expect(page.get_by_role("region", name="Masalah")).to_contain_text("Tidak ada masalah")

    page.get_by_role("button", name="Simpan rancangan").click()
    expect(page.get_by_text("Rancangan berubah")).to_be_visible()
    page.get_by_role("button", name="Terbitkan").click()
    dialog = page.get_by_role("dialog", name=f"Terbitkan versi {before + 1}")
    expect(dialog.get_by_role("listitem").filter(has_text="Pemeriksaan").first).to_be_visible()
    dialog.get_by_role("textbox", name="Catatan").fill("Pemeriksaan sebelum keputusan")
    dialog.get_by_role("button", name="Terbitkan").click()
    # Who changes customers' data is guarded: a second administrator agrees.
    expect(page.get_by_text("menunggu persetujuan orang kedua").first).to_be_visible()
    site.approve_latest()
    page.reload()
    expect(page.get_by_text(f"Versi {before + 1}", exact=True)).to_be_visible()

    page.goto(f"{PAGE}/migrate?from={before}&to={before + 1}")
    expect(page.get_by_role("combobox", name="Keadaan baru untuk Diajukan")).to_have_value("Diajukan")
    page.get_by_role("button", name="Hitung dahulu").click()
    expect(page.get_by_text("Tidak ada yang menghalangi.")).to_be_visible()
    page.get_by_role("textbox", name="Alasan").fill("Semua ikut pemeriksaan baru")
    with site.working():
        page.get_by_role("button", name="Pindahkan", exact=True).click()
        expect(page.get_by_role("progressbar", name="Kemajuan pemindahan")).to_have_attribute("aria-valuenow", "100", timeout=60_000)
    # Work of older versions than the one that was drawn from is left where it is.
    counts = site.rows(
        "SELECT v.number, count(*) AS items FROM crm.workflow_items i JOIN crm.workflow_versions v USING (version_id)"
        " JOIN crm.workflow_definitions d ON d.definition_id = v.definition_id WHERE d.key = %s AND NOT i.ended AND v.number >= %s GROUP BY 1",
        KEY,
        before,
    )
    assert [row["number"] for row in counts] == [before + 1]
    assert counts[0]["items"] >= ITEMS

    item = site.rows(
        "SELECT i.item_id FROM crm.workflow_items i JOIN crm.workflow_versions v USING (version_id)"
        " JOIN crm.workflow_definitions d ON d.definition_id = v.definition_id WHERE d.key = %s AND v.number = %s AND i.state = 'SUBMITTED' AND NOT i.ended LIMIT 1",
        KEY,
        before + 1,
    )[0]["item_id"]
    steward = open_as("DATA_STEWARD", f"/workflow-items/{item}")
    steward.get_by_role("button", name="Periksa").click()
    steward.get_by_role("dialog", name="Periksa").get_by_role("button", name="Periksa").click()
    expect(steward.get_by_text("Pemeriksaan", exact=True).first).to_be_visible()
    steward.get_by_role("button", name="Kembali ke Diajukan").click()
    back = steward.get_by_role("dialog", name="Batalkan langkah terakhir")
    back.get_by_role("textbox", name="Alasan").fill("Dipilih oleh kekeliruan")
    back.get_by_role("button", name="Batalkan langkah terakhir").click()

    expect(steward.get_by_role("button", name="Periksa")).to_be_enabled()
    expect(steward.get_by_text("dibatalkan", exact=True)).to_be_visible()
    moves = site.rows("SELECT kind, to_state FROM crm.workflow_moves WHERE item_id = %s ORDER BY seq", item)
    assert [row["kind"] for row in moves] == ["START", "MIGRATE", "MOVE", "ROLLBACK"]
    assert moves[-1]["to_state"] == "SUBMITTED"
