"""Segments and campaigns in the running demonstration: what the every-page test looks at, and the records that it shows."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Page, expect

from tests.contract.declared import Link, Look, Maker, Tab
from tests.e2e.harness.looks import DIALOG, PANEL, clicked, heading, listed, record, refused
from tests.e2e.harness.site import Site

VIPS, GUESTS = "VIP yang lama tidak disapa", "Undangan temu nasabah"
WORDS = 'Halo {{customer.first_name|"Bapak/Ibu"}}, tabungan berjangka kini mulai Rp100.000. Balas STOP untuk berhenti.'


def _segment(name: str) -> Maker:
    return lambda site, record: str(site.rows("SELECT segment_id FROM crm.segments WHERE name = %s", name)[0]["segment_id"])


def offer_template(site: Site, name: str, key: str) -> str:
    """A template of offers by SMS that marketing wrote and compliance approved; gives its id."""
    writer, approver = site.login("MARKETING"), site.login("COMPLIANCE")
    template = site.call(writer, "POST", "/message-templates", {"key": key, "name": name, "channel": "SMS", "purpose": "MARKETING"})["id"]
    version = site.call(writer, "PUT", f"/message-templates/{template}/drafts/id", {"revision": 0, "content": {"channel": "SMS", "body": WORDS}})["version"]
    site.call(writer, "POST", f"/message-templates/{template}/versions/{version['id']}/submit", {"revision": version["revision"]})
    site.call(approver, "POST", f"/message-templates/{template}/versions/{version['id']}/approve")
    return str(template)


def _template(site: Site, record: Any) -> str:
    known = site.rows("SELECT template_id FROM crm.message_templates WHERE template_key = 'tabungan_berjangka_sms'")
    return str(known[0]["template_id"]) if known else offer_template(site, "Tabungan berjangka (SMS)", "tabungan_berjangka_sms")


def _campaign(name: str, *steps: str) -> Maker:
    """A campaign to VIP customers of that name which took these steps; made once."""

    def make(site: Site, record: Any) -> str:
        known = site.rows("SELECT campaign_id FROM crm.campaigns WHERE name = %s", name)
        if known:
            return str(known[0]["campaign_id"])
        body = {
            "name": name, "objective": "Menambah tabungan berjangka nasabah.", "expected_result": "2 persen membuka rekening", "budget": "2500000.00",
            "segment_id": record("vip_segment"), "channel": "SMS", "template_id": record("offer_template"), "holdout_percent": 10,
        }  # fmt: skip
        made = site.call(site.login("MARKETING"), "POST", "/campaigns", body)
        for step in steps:
            who = site.login("SUPERVISOR" if step in ("approve", "reject") else "MARKETING")
            note = {"note": "Tulis hasil yang diharapkan dengan lebih jelas."} if step == "reject" else {}
            made = site.call(who, "POST", f"/campaigns/{made['campaign_id']}/{step}", {"version": made["version"], **note})
        return str(made["campaign_id"])

    return make


def _frozen(site: Site, record: Any) -> str:
    """A running campaign whose customers were judged; nobody sends its messages."""
    campaign = _campaign("Tabungan berjangka akhir tahun", "submit", "approve", "start")(site, record)
    until_frozen(site, campaign)
    return campaign


def until_frozen(site: Site, campaign_id: str) -> None:
    """Let a worker judge the customers of a campaign that started."""
    judged = "SELECT 1 FROM crm.campaigns WHERE campaign_id = %s AND frozen_at IS NOT NULL"
    if not site.rows(judged, campaign_id):
        with site.working():
            ends = time.monotonic() + 60
            while not site.rows(judged, campaign_id):
                assert time.monotonic() < ends, "Nobody was judged."
                time.sleep(0.2)


RECORDS: dict[str, Maker] = {
    "vip_segment": _segment(VIPS),
    "guest_segment": _segment(GUESTS),
    "offer_template": _template,
    "draft_campaign": _campaign("Tabungan berjangka awal tahun"),
    "submitted_campaign": _campaign("Tabungan berjangka Februari", "submit"),
    "rejected_campaign": _campaign("Tabungan berjangka Maret", "submit", "reject"),
    "running_campaign": _frozen,
}


def _counted(page: Page) -> None:
    """The preview has counted."""
    expect(page.get_by_role("region", name="Pratinjau", exact=True).get_by_text("contoh")).to_be_visible()


def _building(page: Page) -> None:
    """A rule is being built, with its count beside it."""
    page.get_by_role("combobox", name="Isian").click()
    page.get_by_role("option", name="VIP", exact=True).click()
    _counted(page)


def _lacking(page: Page) -> None:
    """A rule without a value is refused at the value."""
    page.get_by_role("textbox", name="Nama").fill("Nasabah prioritas")
    page.get_by_role("button", name="Buat segmen").click()
    expect(page.get_by_text("Lengkapi syarat ini.")).to_be_visible()


def _reached(page: Page) -> None:
    """Every channel says how many it reaches."""
    expect(page.get_by_text("layak", exact=False)).to_have_count(5)


def _shown(page: Page) -> None:
    """The chosen message is shown as it arrives."""
    expect(page.get_by_role("region", name="Pratinjau pesan").get_by_text("tabungan berjangka kini mulai")).to_be_visible()


def _past(page: Page) -> None:
    """A start in the past and a budget below nothing are refused at their fields."""
    page.get_by_text("Terjadwal", exact=True).click()
    page.get_by_label("Waktu mulai (WIB)").fill("2024-01-02T09:00")
    page.get_by_label("Anggaran").fill("-5")
    page.get_by_label("Anggaran").blur()
    expect(page.get_by_text("Jadwalnya sudah lewat.")).to_be_visible()
    expect(page.get_by_text("Paling kecil 0.")).to_be_visible()


def _ready(page: Page) -> None:
    expect(page.get_by_text("Lengkap dan siap diajukan.")).to_be_visible()


def _why(page: Page) -> None:
    """What kept one customer from the offers stands beside the list."""
    expect(page.get_by_role("complementary", name="Mengapa nasabah ini?").get_by_role("heading", name="Aturan segmen")).to_be_visible()


def _explained(page: Page) -> None:
    """The reason of a campaign is opened on the customer's page."""
    record("Pemasaran")(page)
    page.get_by_role("button", name="Mengapa?").first.click()
    expect(page.get_by_role("heading", name="Aturan segmen")).to_be_visible()


def _funnel(page: Page) -> None:
    expect(page.get_by_role("list", name="Perjalanan pesan")).to_be_visible()


PAGES = {
    "segments of customers": Look("MARKETING", "/segments", listed),
    "segments of customers, filtered to nothing": Look("MARKETING", "/segments?q=tidakada", lambda page: expect(page.get_by_text("Tidak ada segmen yang cocok")).to_be_visible()),
    "segments of customers refused": Look("DIRECTOR", "/segments", refused, (403,)),
    "building a segment": Look("MARKETING", "/segments/new", _building),
    "a segment that lacks a value": Look("MARKETING", "/segments/new", _lacking),
    "a segment": Look("MARKETING", "/segments/{vip_segment}", _counted),
    "a segment, read": Look("SUPERVISOR", "/segments/{vip_segment}", _counted),
    "versions of a segment": Look("MARKETING", "/segments/{vip_segment}?view=versions", lambda page: expect(page.get_by_text("Versi 1")).to_be_visible()),
    "refreshes of a segment": Look("MARKETING", "/segments/{vip_segment}?view=refreshes", heading(VIPS)),
    "members of a list": Look("MARKETING", "/segments/{guest_segment}?view=members", listed),
    "uploading a list": Look("MARKETING", "/segments/{guest_segment}", clicked("Unggah daftar", "Unggah daftar"), within=DIALOG),
    "campaigns": Look("MARKETING", "/campaigns", listed, after="running_campaign"),
    "campaigns, filtered to nothing": Look(
        "MARKETING", "/campaigns?q=tidakada", lambda page: expect(page.get_by_text("Tidak ada kampanye yang cocok")).to_be_visible()
    ),
    "calendar of campaigns": Look(
        "DIRECTOR", "/campaigns?view=calendar", lambda page: expect(page.get_by_role("link", name="Tabungan berjangka akhir tahun")).to_be_visible(), after="running_campaign"
    ),
    "campaigns refused": Look("AGENT", "/campaigns", refused, (403,)),
    "a new campaign": Look("MARKETING", "/campaigns/new", heading("Kampanye baru")),
    "goal of a campaign": Look("MARKETING", "/campaigns/{draft_campaign}/edit", lambda page: expect(page.get_by_label("Hasil yang diharapkan")).to_be_visible()),
    "audience of a campaign": Look("MARKETING", "/campaigns/{draft_campaign}/edit?step=audience", _reached),
    "message of a campaign": Look("MARKETING", "/campaigns/{draft_campaign}/edit?step=message", _shown),
    "schedule of a campaign, refused": Look("MARKETING", "/campaigns/{draft_campaign}/edit?step=schedule", _past, (422,)),
    "check of a campaign": Look("MARKETING", "/campaigns/{draft_campaign}/edit?step=check", _ready),
    "a campaign that waits": Look("SUPERVISOR", "/campaigns/{submitted_campaign}", _counted),
    "approving a campaign": Look("SUPERVISOR", "/campaigns/{submitted_campaign}", clicked("Setujui", "Setujui kampanye"), within=DIALOG),
    "turning a campaign down": Look("SUPERVISOR", "/campaigns/{submitted_campaign}", clicked("Tolak", "Tolak kampanye"), within=DIALOG),
    "a campaign that was turned down": Look("MARKETING", "/campaigns/{rejected_campaign}", lambda page: expect(page.get_by_text("Ditolak: Tulis")).to_be_visible()),
    "report of a campaign": Look("DIRECTOR", "/campaigns/{running_campaign}", _funnel),
    "customers of a campaign": Look("MARKETING", "/campaigns/{running_campaign}?view=customers", listed),
    "customers of a campaign, filtered to nothing": Look(
        "MARKETING",
        "/campaigns/{running_campaign}?view=customers&state=dropped",
        lambda page: expect(page.get_by_text("Tidak ada nasabah yang cocok")).to_be_visible(),
    ),
    "why a customer gets no offer": Look("MARKETING", "/campaigns/{running_campaign}?view=customers&customer={budi}", _why, within=PANEL),
    "course of a campaign": Look("MARKETING", "/campaigns/{running_campaign}?view=course", lambda page: expect(page.get_by_text("Audiens ditetapkan")).to_be_visible()),
    "offers to a customer": Look("AGENT", "/customers/{budi}?tab=marketing", _explained, after="running_campaign"),
}  # fmt: skip

LINKS = (
    Link("Kampanye", "/campaigns", 46, ["SUPERVISOR", "MARKETING", "COMPLIANCE", "DIRECTOR"], "work"),
    Link("Segmen", "/segments", 47, ["SUPERVISOR", "MARKETING", "COMPLIANCE"], "work"),
)
TABS = (Tab("Pemasaran", 36),)
