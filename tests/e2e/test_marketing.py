"""A campaign from its segment to the customer's own page, where each of three customers finds the reason: not asked for, held back, or written to."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from simpul.platform.clock import now
from tests.e2e.conftest import OpenPage
from tests.e2e.harness.pages import ANITA, BUDI, CITRA, customer_id, expect_record
from tests.e2e.harness.site import Site
from tests.marketing.looks import offer_template
from tests.support.sandbox import Sandbox, running_sandbox

NAME, LIST = "KUR Berkah untuk undangan khusus", "Undangan KUR Berkah"
PROVIDER = "sms-kampanye"


def _at_any_hour(site: Site) -> None:
    """Offers go out at any hour, however many went out before."""
    for key, value in (
        ("messages.marketing_hours", {"days": [1, 2, 3, 4, 5, 6, 7], "opens": "00:00", "closes": "24:00"}),
        ("messages.marketing_per_day", 10),
        ("messages.marketing_per_week", 50),
    ):
        site.write("INSERT INTO iam.settings (key, value, changed_by) SELECT %s, %s, user_id FROM iam.users WHERE username = 'admin'", key, json.dumps(value))


def _send_by(site: Site, sandbox: Sandbox) -> None:
    """Short messages go to the sandbox, and what it reports comes back."""
    own = sandbox.accounts["SMS_HTTP"]
    body = {
        "key": PROVIDER,
        "name": "Gerbang SMS kampanye",
        "channel": "SMS",
        "adapter": "SMS_HTTP",
        "settings": own["settings"],
        "secrets": own["secrets"],
        "per_second": 500,
    }
    site.call(site.login("ADMIN"), "POST", "/message-providers", body)


def _preview(page: Page) -> Locator:
    return page.get_by_role("region", name="Pratinjau", exact=True)


def _choose(page: Page, box: Locator, option: str) -> None:
    box.click()
    page.get_by_role("option", name=option, exact=True).click()


@pytest.mark.covers("US-13 AC-1", "US-13 AC-2", "US-13 AC-3", "15.3.4-1")
def test_a_rule_is_built_with_its_count_beside_it_and_each_change_is_a_version(open_as: OpenPage, site: Site) -> None:
    page = open_as("MARKETING", "/segments/new")
    page.get_by_role("textbox", name="Nama").fill("VIP yang setuju")
    page.get_by_role("button", name="Buat segmen").click()
    # The refusal stands at the value that is missing, and goes once something is chosen.
    expect(page.get_by_role("group", name="Syarat").get_by_role("alert")).to_have_text("Lengkapi syarat ini.")
    field = page.get_by_role("combobox", name="Isian").first
    field.click()
    for name in ("Segmen nasabah", "VIP", "Kasus terbuka", "Persetujuan penawaran"):
        expect(page.get_by_role("option", name=name, exact=True)).to_be_attached()
    page.get_by_role("option", name="VIP", exact=True).click()
    expect(page.get_by_text("Lengkapi syarat ini.")).to_have_count(0)
    [vip] = site.rows("SELECT count(*) AS all FROM crm.customers WHERE status = 'ACTIVE' AND is_vip")
    expect(_preview(page).locator("[data-figure=count]")).to_have_text(str(vip["all"]))
    page.get_by_role("button", name="Syarat", exact=True).click()
    _choose(page, page.get_by_role("combobox", name="Isian").nth(1), "Persetujuan penawaran")
    _choose(page, page.get_by_role("combobox", name="Nilai").nth(1), "Diberikan")
    [agreed] = site.rows(
        "SELECT count(*) AS all FROM crm.customers WHERE status = 'ACTIVE' AND is_vip AND crm.consent_at(customer_id, 'MARKETING', NULL, now()) = 'GRANTED'"
    )
    assert 0 < agreed["all"] < vip["all"]
    expect(_preview(page).locator("[data-figure=count]")).to_have_text(str(agreed["all"]))
    expect(_preview(page).get_by_text("***").first).to_be_visible()
    page.get_by_role("button", name="Buat segmen").click()
    expect(page.get_by_role("heading", name="VIP yang setuju", level=1)).to_be_visible()

    page.get_by_role("combobox", name="Pembanding").first.click()
    page.get_by_role("option", name="terisi").click()
    page.get_by_role("button", name="Simpan").click()
    page.get_by_role("button", name="Versi", exact=True).click()
    versions = page.get_by_role("listitem").filter(has_text=re.compile("Versi [12]"))
    expect(versions).to_have_count(2)
    expect(versions.first).to_contain_text("Versi 2")
    expect(versions.first).to_contain_text("Indah Permata Harahap")


@pytest.mark.covers(
    "US-04 AC-3",
    "US-10 AC-3",
    "US-13 AC-2",
    "US-14 AC-1",
    "US-14 AC-2",
    "US-14 AC-3",
    "US-15 AC-1",
    "US-15 AC-2",
    "US-15 AC-3",
    "15.3.4-2",
    "15.3.4-3",
    "15.3.4-4",
)
def test_a_campaign_is_planned_approved_and_sent_and_every_customer_has_a_reason(open_as: OpenPage, site: Site, tmp_path: Path) -> None:
    _at_any_hour(site)
    offer_template(site, "KUR Berkah (SMS)", "kur_berkah_sms")
    retired = offer_template(site, "KUR lama (SMS)", "kur_lama_sms")
    page = open_as("MARKETING", "/segments/new", answers={422})
    _list_uploaded(page)
    _planned(page, site, retired)
    address = page.url.removeprefix(site.url)

    supervisor = open_as("SUPERVISOR", address)
    expect(_preview(supervisor).locator("[data-figure=eligible]")).to_have_text("1")
    _turned_down_and_submitted_again(supervisor, page)
    supervisor.reload()
    supervisor.get_by_role("button", name="Setujui").click()
    decision = supervisor.get_by_role("dialog", name="Setujui kampanye?")
    decision.get_by_label("Catatan").fill("Sesuai kebijakan KUR.")
    decision.get_by_role("button", name="Setujui").click()
    expect(supervisor.get_by_role("heading", name=NAME)).to_contain_text("Disetujui")

    page.reload()
    page.get_by_role("button", name="Jalankan").click()
    page.get_by_role("dialog", name="Jalankan sekarang?").get_by_role("button", name="Jalankan").click()
    expect(page.get_by_role("heading", name=NAME)).to_contain_text("Berjalan")
    with running_sandbox(tmp_path, "--webhook", f"SMS={site.url}/hooks/messages/{PROVIDER}") as sandbox:
        _send_by(site, sandbox)
        with site.working():
            expect(page.get_by_role("heading", name=NAME)).to_contain_text("Selesai", timeout=90_000)
            funnel = page.get_by_role("list", name="Perjalanan pesan").get_by_role("listitem")
            expect(funnel.filter(has_text="Sampai")).to_have_text(re.compile(r"Sampai\s*1$"), timeout=30_000)
        # Other campaigns may have waited for a provider.
        campaign = address.rpartition("/")[2]
        ours = {row["id"] for row in site.rows("SELECT message_id::text AS id FROM crm.outbound_messages WHERE subject_id = %s", campaign)}
        assert [(each["recipient"], each["text"]) for each in sandbox.messages() if each["send_key"] in ours] == [
            (BUDI.phone, "Halo Budi, tabungan berjangka kini mulai Rp100.000. Balas STOP untuk berhenti.")
        ]
    expect(page.get_by_text("Simulasi penyedia uji")).to_be_visible()
    page.get_by_role("button", name="Riwayat", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("Sesuai kebijakan KUR.")
    expect(page.get_by_role("main")).to_contain_text(re.compile("Disetujui.*Hendra Gunawan Nasution"))

    _explained_to_marketing(page, site)
    _explained_to_the_agent(open_as, site)
    acts = site.rows(
        "SELECT a.action, u.username FROM audit.audit_logs a JOIN iam.users u ON u.user_id = a.actor_user_id WHERE a.object_id = %s AND a.outcome = 'ALLOWED'"
        " AND a.action IN ('SUBMIT_CAMPAIGN', 'REJECT_CAMPAIGN', 'REDRAFT_CAMPAIGN', 'APPROVE_CAMPAIGN', 'EXECUTE_CAMPAIGN') ORDER BY a.created_at",
        campaign,
    )
    assert [(row["action"], row["username"]) for row in acts] == [
        ("SUBMIT_CAMPAIGN", "marketing"),
        ("REJECT_CAMPAIGN", "supervisor"),
        ("REDRAFT_CAMPAIGN", "marketing"),
        ("SUBMIT_CAMPAIGN", "marketing"),
        ("APPROVE_CAMPAIGN", "supervisor"),
        ("EXECUTE_CAMPAIGN", "marketing"),
    ]
    kept = site.rows(
        "SELECT c.source_key, e.reason FROM crm.campaign_eligibility e JOIN crm.customers c USING (customer_id) WHERE e.campaign_id = %s AND c.source_key = ANY (%s) ORDER BY 1",
        campaign,
        [ANITA.cif, BUDI.cif, CITRA.cif],
    )
    assert [(row["source_key"], row["reason"]) for row in kept] == [(ANITA.cif, "CONSENT"), (BUDI.cif, None), (CITRA.cif, "CASE_ACTIVE")]


def _list_uploaded(page: Page) -> None:
    """Three customers are put on a list by their numbers; a number that nobody has is told by its line."""
    page.get_by_role("textbox", name="Nama").fill(LIST)
    page.get_by_text("Daftar", exact=True).click()
    page.get_by_role("button", name="Buat segmen").click()
    page.get_by_role("button", name="Unggah daftar").click()
    form = page.get_by_role("dialog", name="Unggah daftar nasabah")
    form.get_by_label("Nomor CIF").fill("\n".join(["cif", ANITA.cif, BUDI.cif, CITRA.cif, "CIF99999999"]))
    form.get_by_role("button", name="Tambahkan").click()
    done = page.get_by_role("dialog", name="Daftar diunggah")
    expect(done).to_contain_text("3 nasabah ditambahkan.")
    expect(done).to_contain_text("Baris 5")
    page.keyboard.press("Escape")
    expect(_preview(page).locator("[data-figure=count]")).to_have_text("3")


def _planned(page: Page, site: Site, retired: str) -> None:
    """The campaign is filled in step by step, with every refusal at its field, and submitted; its author is not offered to approve it."""
    page.goto("/campaigns/new")
    page.get_by_label("Nama").fill(NAME)
    page.get_by_role("button", name="Mulai menyusun").click()
    page.get_by_label("Tujuan", exact=True).fill("Singkat")
    page.get_by_label("Hasil yang diharapkan").fill("Satu dari tiga mengajukan KUR.")
    expect(page.get_by_text("Tulis tujuannya, paling sedikit 10 karakter.")).to_be_visible()
    page.get_by_label("Tujuan", exact=True).fill("Menawarkan KUR kepada nasabah yang diundang.")
    page.get_by_role("button", name="Lanjut").click()
    _choose(page, page.get_by_role("combobox", name="Segmen"), LIST)
    expect(page.get_by_role("radio", name=re.compile("^SMS"))).to_have_accessible_name(re.compile("1 dari 3 layak"))
    page.get_by_role("radio", name=re.compile("^SMS")).check()
    page.get_by_role("button", name="Lanjut").click()

    page.get_by_role("radio", name=re.compile("^KUR lama")).check()
    expect(page.get_by_role("status")).to_contain_text("Tersimpan")
    version = site.rows("SELECT version_id FROM crm.message_template_versions WHERE template_id = %s", retired)[0]["version_id"]
    site.call(site.login("COMPLIANCE"), "POST", f"/message-templates/{retired}/versions/{version}/retire")
    page.reload()
    expect(page.get_by_text("Templat ini belum disetujui.")).to_be_visible()
    page.get_by_role("radio", name=re.compile("^KUR Berkah")).check()
    expect(page.get_by_text("Templat ini belum disetujui.")).to_have_count(0)
    expect(page.get_by_role("region", name="Pratinjau pesan")).to_contain_text("tabungan berjangka kini mulai")
    page.get_by_role("button", name="Lanjut").click()

    page.get_by_text("Terjadwal", exact=True).click()
    page.get_by_label("Waktu mulai (WIB)").fill(f"{now() - timedelta(days=2):%Y-%m-%dT09:00}")
    page.get_by_label("Anggaran").fill("-5")
    page.get_by_label("Anggaran").blur()
    expect(page.get_by_text("Jadwalnya sudah lewat.")).to_be_visible()
    expect(page.get_by_text("Paling kecil 0.")).to_be_visible()
    page.get_by_text("Manual setelah disetujui").click()
    page.get_by_label("Anggaran").fill("2500000")
    page.get_by_role("button", name="Lanjut").click()
    expect(page.get_by_text("Lengkap dan siap diajukan.")).to_be_visible()
    page.get_by_role("button", name="Ajukan").click()
    expect(page.get_by_role("heading", name=NAME)).to_contain_text("Menunggu persetujuan")
    expect(page.get_by_role("button", name="Setujui")).to_have_count(0)


def _turned_down_and_submitted_again(supervisor: Page, page: Page) -> None:
    """What the supervisor asks for is read by the author, who puts it right in the next revision."""
    supervisor.get_by_role("button", name="Tolak").click()
    decision = supervisor.get_by_role("dialog", name="Tolak kampanye?")
    decision.get_by_role("textbox").fill("Sebutkan hasilnya dalam persen.")
    decision.get_by_role("button", name="Tolak").click()
    expect(supervisor.get_by_role("heading", name=NAME)).to_contain_text("Ditolak")
    page.reload()
    expect(page.get_by_role("main")).to_contain_text("Ditolak: Sebutkan hasilnya dalam persen.")
    page.get_by_role("button", name="Perbaiki").click()
    page.get_by_role("dialog").get_by_role("button", name="Perbaiki").click()
    page.get_by_role("link", name="Periksa dan ajukan").click()
    page.get_by_role("button", name="Tujuan", exact=True).click()
    page.get_by_label("Hasil yang diharapkan").fill("30 persen mengajukan KUR.")
    page.get_by_role("button", name="Periksa", exact=True).click()
    expect(page.get_by_text("30 persen mengajukan KUR.")).to_be_visible()
    page.get_by_role("button", name="Ajukan").click()
    expect(page.get_by_role("heading", name=NAME)).to_contain_text("Menunggu persetujuan")


def _explained_to_marketing(page: Page, site: Site) -> None:
    """One customer is looked up by number; the name stays masked, and the number stays out of the address."""
    page.get_by_role("button", name="Nasabah", exact=True).click()
    page.get_by_role("textbox", name="Nomor CIF").fill(CITRA.cif)
    page.get_by_role("button", name="Cari nasabah").click()
    panel = page.get_by_role("complementary", name="Mengapa nasabah ini?")
    expect(panel).to_contain_text("C*** D*** L***")
    expect(panel).to_contain_text("Tidak layak: Kasus peka terbuka")
    expect(panel).to_contain_text("Nasabah ada di daftar yang diunggah.")
    assert CITRA.cif not in page.url


def _explained_to_the_agent(open_as: OpenPage, site: Site) -> None:
    """Whoever serves the customers finds the reason on each one's page."""
    for who, verdict in ((ANITA, "Tidak layak: Belum menyetujui"), (CITRA, "Tidak layak: Kasus peka terbuka"), (BUDI, "Layak")):
        page = open_as("AGENT", f"/customers/{customer_id(site, who.cif)}?tab=marketing")
        expect_record(page, who.name)
        offer = page.get_by_role("listitem").filter(has_text=NAME)
        expect(offer).to_contain_text(verdict)
        events = offer.get_by_role("list", name="Yang terjadi pada pesan")
        if who is BUDI:
            expect(events).to_contain_text("Dikirim")
            expect(events).to_contain_text("Sampai")
        else:
            expect(events).to_have_count(0)
