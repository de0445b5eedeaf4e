"""Compliance asks, a supervisor approves, the profile opens under a banner and closes again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness.browser import PHONE
from tests.e2e.harness.checks import violations, wider_than_the_screen
from tests.e2e.harness.pages import ANITA, customer_id, expect_record
from tests.e2e.harness.site import Site

REASON = "Menelaah keluhan nasabah atas tagihan yang tidak dikenalinya"


@pytest.fixture
def at_rest(site: Site) -> Iterator[None]:
    """Nobody acts under a grant when the journey begins, nor after it."""
    yield
    site.write("UPDATE crm.break_glass_requests SET status = 'ENDED', closed_by = requested_by, closed_at = now() WHERE status = 'ACTIVE'")


def _ask(page: Page) -> None:
    page.get_by_role("button", name="Minta akses").click()
    dialog = page.get_by_role("dialog", name="Minta akses darurat")
    dialog.get_by_label("Nomor nasabah").fill(ANITA.cif)
    dialog.get_by_role("button", name="Temukan").click()
    expect(dialog.get_by_text("A*** R*** S***")).to_be_visible()
    assert ANITA.name not in page.content()
    dialog.get_by_role("textbox", name="Penjelasan").fill(REASON)
    dialog.get_by_label("Nomor tiket atau kasus").fill("KASUS-77")
    assert violations(page) == []
    dialog.get_by_role("button", name="Minta akses").click()
    expect(page.get_by_text("Permintaan dikirim ke penyetuju.")).to_be_visible()


def _exported(page: Page, site: Site, customer: UUID) -> None:
    page.get_by_role("button", name="Ekspor profil").click()
    dialog = page.get_by_role("dialog", name="Ekspor profil nasabah")
    expect(dialog).to_contain_text(re.compile(r"\d+ baris: yang tampil di halaman ini"))
    assert violations(page) == []
    dialog.get_by_text("CSV baku, untuk sistem lain").click()
    with page.expect_download() as coming:
        dialog.get_by_role("button", name="Ekspor", exact=True).click()
    content = coming.value.path().read_bytes()
    assert ANITA.name.encode() in content and not any(number.encode() in content for number in (ANITA.nik, ANITA.phone, ANITA.account))
    (told,) = site.rows("SELECT meta FROM audit.audit_logs WHERE action = 'EXPORT_DATA' AND customer_id = %s AND meta ->> 'stage' = 'FINISHED'", customer)
    assert told["meta"]["sha256"] == hashlib.sha256(content).hexdigest()
    expect(dialog).to_contain_text(told["meta"]["sha256"])
    dialog.get_by_role("button", name="Tutup").last.click()


def test_compliance_asks_a_supervisor_approves_the_profile_opens_and_closes(open_as: OpenPage, site: Site, at_rest: None) -> None:
    anita = customer_id(site, ANITA.cif)
    officer = open_as("COMPLIANCE", "/break-glass", answers={404})
    _ask(officer)
    expect(officer.get_by_role("heading", level=1)).to_contain_text("A*** R*** S***")
    expect(officer.get_by_role("heading", level=1)).to_contain_text("Menunggu")
    assert violations(officer) == []
    officer.goto(f"/customers/{anita}")
    expect(officer.get_by_text("Tidak ditemukan")).to_be_visible()

    supervisor = open_as("SUPERVISOR", "/break-glass")
    row = supervisor.get_by_role("listitem").filter(has_text="KASUS-77")
    row.get_by_role("button", name="Setujui").click()
    dialog = supervisor.get_by_role("dialog", name="Setujui akses ini?")
    expect(dialog).to_contain_text(REASON)
    dialog.get_by_role("button", name="Setujui").click()
    expect(supervisor.get_by_text("Akses terbuka.")).to_be_visible()

    officer.reload()
    banner = officer.get_by_role("region", name="Akses darurat terbuka")
    expect(banner).to_contain_text("A*** R*** S***")
    expect(banner.get_by_role("timer")).to_have_text(re.compile(r"^(60:00|59:\d\d)$"))
    expect_record(officer, ANITA.name)
    assert violations(officer) == []
    _exported(officer, site, anita)
    banner.get_by_role("button", name="Akhiri sekarang").click()
    expect(officer.get_by_text("Akses berakhir. Profil tertutup.")).to_be_visible()
    expect(banner).to_have_count(0)
    expect(officer.get_by_role("heading", level=1)).to_contain_text("Diakhiri")
    officer.goto(f"/customers/{anita}")
    expect(officer.get_by_text("Tidak ditemukan")).to_be_visible()
    expect(officer.get_by_role("link", name="Beranda").last).to_be_visible()


def test_an_audit_record_leads_to_the_request_and_a_revoked_access_closes_the_open_page(open_as: OpenPage, site: Site, at_rest: None) -> None:
    anita = customer_id(site, ANITA.cif)
    site.call(site.login("AGENT"), "GET", f"/customers/{anita}/360")
    officer = open_as("COMPLIANCE", f"/audit?customer_id={anita}", answers={404})
    officer.locator("tbody").get_by_role("button").first.click()
    record = officer.get_by_role("complementary", name="Catatan audit")
    record.get_by_role("button", name="Minta akses darurat").click()
    dialog = officer.get_by_role("dialog", name="Minta akses darurat")
    expect(dialog.get_by_text("A*** R*** S***")).to_be_visible()
    reference = f"AUDIT-{re.search('record=([0-9a-f-]{36})', officer.url)[1]}"  # type: ignore[index]
    expect(dialog.get_by_label("Nomor tiket atau kasus")).to_have_value(reference)
    assert violations(officer) == []
    dialog.get_by_role("textbox", name="Penjelasan").fill(REASON)
    dialog.get_by_role("button", name="Minta akses").click()
    expect(officer.get_by_role("heading", level=1)).to_contain_text("Menunggu")
    (asked,) = site.rows("SELECT request_id, customer_id FROM crm.break_glass_requests WHERE ticket = %s", reference)
    assert asked["customer_id"] == anita

    supervisor, path = site.login("SUPERVISOR"), f"/break-glass/{asked['request_id']}"
    site.call(supervisor, "POST", f"{path}/approve", {})
    officer.get_by_role("region", name="Akses darurat terbuka").get_by_role("link", name="Buka profil").click()
    expect_record(officer, ANITA.name)
    site.call(supervisor, "POST", f"{path}/revoke", {"note": "Keluhannya sudah dijawab oleh cabang."})

    # Sooner than the page would have asked by itself.
    expect(officer.get_by_text("Akses berakhir. Profil tertutup.")).to_be_visible(timeout=8_000)
    expect(officer).to_have_url(f"{site.url}{path}")
    expect(officer.get_by_role("heading", level=1)).to_contain_text("Dicabut")
    assert ANITA.name not in officer.content()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/break-glass?view=all", "/break-glass/samples"])
def test_the_pages_are_accessible_and_fit_a_phone(open_as: OpenPage, theme: str, path: str) -> None:
    page = open_as("COMPLIANCE", path, size=PHONE, theme=theme)

    expect(page.get_by_role("listitem").first).to_be_visible()
    assert violations(page) == []
    assert wider_than_the_screen(page) == []
