"""Compliance at work: a notice arrives by itself, an alert is opened and judged, the trail is taken out as a file."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.browser import DESKTOP, PHONE
from tests.e2e.harness.checks import settle, violations, wider_than_the_screen
from tests.e2e.harness.pages import BUDI, customer_id
from tests.e2e.harness.site import Login, Site

_WATCH = "import django; django.setup(); from simpul.oversight.services.suspicion import watch; watch()"
_ASKED = {"reason_code": "COMPLAINT", "reason": "Menelaah keluhan nasabah atas tagihan ganda", "minutes": 30, "tier": 1}


def _holds_on_both_screens(page: Page) -> None:
    for size in (PHONE, DESKTOP):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        assert violations(page) == []
        assert wider_than_the_screen(page) == []


def _refused(site: Site, who: Login, number: int) -> None:
    """So many denied requests of a person in the last half hour, found by the watch."""
    site.write(
        """INSERT INTO audit.audit_logs (created_at, action, object_type, object_id, actor_user_id, outcome, meta)
           SELECT now() - n * interval '1 minute', 'VIEW_DENIED', 'OPERATION', 'customer360_get', %s, 'DENIED', '{}' FROM generate_series(1, %s) n""",
        site.user_id(who),
        number,
    )
    subprocess.run([sys.executable, "-W", "ignore", "-c", _WATCH], env=site.background, check=True, timeout=120)


def test_a_notice_arrives_while_the_inbox_is_open_and_leads_to_its_request(open_as: OpenPage, site: Site) -> None:
    reader = site.twin("COMPLIANCE", "pembaca.kotak")
    page = open_as(reader, "/inbox")
    expect(page.get_by_role("heading", name="Kotak masuk", level=1)).to_be_visible()
    before = page.get_by_role("list", name="Pemberitahuan").get_by_role("listitem").count()

    asked = site.call(
        site.twin("COMPLIANCE", "peminta.akses"), "POST", "/break-glass", {**_ASKED, "ticket": "KASUS-901", "customer_id": str(customer_id(site, BUDI.cif))}
    )

    rows = page.get_by_role("list", name="Pemberitahuan").get_by_role("listitem")
    expect(rows).to_have_count(before + 1)
    expect(rows.first.get_by_role("img", name="Belum dibaca")).to_be_visible()
    expect(
        page.get_by_role("link", name=re.compile(r"^Kotak masuk, 1 ")).or_(page.get_by_role("link", name=re.compile("1 belum dibaca"))).first
    ).to_be_visible()
    _holds_on_both_screens(page)
    rows.first.locator("button[data-row]").click()
    expect(page).to_have_url(f"{site.url}/break-glass/{asked['id']}")
    settle(page)  # what marks the notice as read is under way
    page.goto("/inbox")
    expect(rows.first.get_by_role("img", name="Sudah dibaca")).to_be_visible()


def test_an_alert_shows_its_records_and_is_judged_with_a_reason(open_as: OpenPage, site: Site) -> None:
    _refused(site, site.twin("AGENT", "penjelajah.malam"), 14)
    page = open_as(site.twin("COMPLIANCE", "penilai.temuan"), "/suspicion")
    row = page.get_by_role("button", name="Penjelajah Malam, Banyak akses ditolak")
    expect(row).to_be_visible()

    row.click()

    panel = page.get_by_role("complementary", name="Temuan")
    expect(panel.get_by_role("heading", name="Catatan di baliknya")).to_be_visible()
    expect(panel.get_by_role("listitem")).to_have_count(14)
    expect(panel.get_by_text("Terhitung").locator("..")).to_contain_text("14")
    _holds_on_both_screens(page)
    panel.get_by_role("button", name="Nyatakan terbukti").click()
    dialog = page.get_by_role("dialog", name="Nyatakan temuan ini terbukti?")
    dialog.get_by_label("Alasan").fill("pendek")
    dialog.get_by_role("button", name="Nyatakan terbukti").click()
    expect(dialog.get_by_text(re.compile("10"))).to_be_visible()
    assert violations(page) == []
    dialog.get_by_label("Alasan").fill("Membuka nasabah cabang lain satu per satu")
    dialog.get_by_role("button", name="Nyatakan terbukti").click()

    expect(page.get_by_text("Temuan dinyatakan terbukti.")).to_be_visible()
    expect(panel).to_contain_text("Membuka nasabah cabang lain satu per satu")
    expect(panel.get_by_role("button", name="Buka kembali")).to_be_visible()


def test_a_threshold_is_refused_when_empty_or_out_of_bounds_and_its_change_is_in_the_trail(open_as: OpenPage, site: Site) -> None:
    page = open_as(site.twin("COMPLIANCE", "pengatur.ambang"), "/suspicion?tab=rules", answers={422})
    grace = page.get_by_role("textbox", name="Menit longgar sebelum dan sesudah jam kerja")
    save = page.get_by_role("button", name="Simpan: Profil dibuka di luar jam kerja")
    expect(save).to_be_disabled()
    before = grace.input_value()

    grace.fill("")
    save.click()
    expect(grace).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("Wajib diisi.")).to_be_visible()
    grace.fill("361")
    save.click()
    expect(page.get_by_text("Isi angka bulat dari 0 sampai 360.")).to_be_visible()
    _holds_on_both_screens(page)
    grace.fill("90")
    save.click()
    expect(page.get_by_role("region", name="1 perubahan menunggu persetujuan orang kedua")).to_be_visible()
    expect(grace).to_have_value(before)
    site.approve_latest(site.login("COMPLIANCE"))
    page.reload()
    expect(page.get_by_text("Terakhir diubah oleh Pengatur Ambang")).to_be_visible()

    page.goto("/audit")
    page.get_by_role("row").nth(1).get_by_role("button").click()
    record = page.get_by_role("complementary", name="Catatan audit")
    expect(record).to_contain_text("Aturan aktivitas mencurigakan OFF_HOURS_VIEWS")
    expect(record).to_contain_text(re.compile(rf"grace_minutes\s*{before}\s*90"))


def test_the_trail_leaves_as_a_file_whose_hash_the_trail_knows(open_as: OpenPage, site: Site, tmp_path: Path) -> None:
    page = open_as(site.twin("COMPLIANCE", "pengekspor.jejak"), "/audit?action=SIGN_IN")
    page.get_by_role("button", name="Ekspor", exact=True).click()
    dialog = page.get_by_role("dialog", name="Ekspor jejak audit")
    expect(dialog).to_contain_text(re.compile(r"\d+ catatan sesuai filter ini"))
    dialog.get_by_role("radio", name=re.compile("NDJSON")).check()
    _holds_on_both_screens(page)

    with page.expect_download() as coming:
        dialog.get_by_role("button", name="Ekspor", exact=True).click()
    coming.value.save_as(file := tmp_path / "jejak.ndjson")

    content = file.read_bytes()
    (known,) = site.rows("SELECT meta FROM audit.audit_logs WHERE action = 'EXPORT_AUDIT' AND meta ->> 'stage' = 'FINISHED' ORDER BY created_at DESC LIMIT 1")
    assert known["meta"]["sha256"] == hashlib.sha256(content).hexdigest()
    assert known["meta"]["rows"] == content.count(b"\n") > 0
    expect(dialog).to_contain_text(known["meta"]["sha256"])
    assert violations(page) == []
