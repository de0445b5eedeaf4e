"""Every page and every overlay, light and dark, desktop and phone: nothing for axe, nothing wider than the screen."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness import steps
from tests.e2e.harness.browser import DESKTOP, PHONE
from tests.e2e.harness.checks import violations, wider_than_the_screen
from tests.e2e.harness.looks import (
    Look,
    audit_record,
    audit_slot,
    canvas,
    clicked,
    dialog,
    drawn,
    due,
    figures,
    granted,
    guarded,
    heading,
    me,
    new_transition,
    nobody_found,
    nothing_found,
    palette,
    peeked,
    range,
    record,
    reviewed,
    rows,
    searched,
    selected,
    sheet,
    uncompared,
)
from tests.e2e.harness.pages import BUDI, customer_id
from tests.e2e.harness.site import Site
from tests.support.database import ROOT

_DIALOG = "[role=dialog]"
_WORKFLOW = "/workflows/customer_change"
LOOKS = {
    "sign-in": Look(None, "/sign-in", heading("Masuk ke Simpul")),
    "welcome": Look("DIRECTOR", "/welcome", heading("")),
    "search": Look("AGENT", "/customers", lambda page: expect(page.get_by_role("searchbox", name="Cari nasabah")).to_be_visible()),
    "results": Look("AGENT", "/customers", searched),
    "nothing found": Look("AGENT", "/customers", nothing_found),
    "peek": Look("AGENT", "/customers?peek={budi}", peeked, within="[data-side-panel]"),
    "timeline": Look("AGENT", "/customers/{budi}?tab=timeline", record("Linimasa")),
    "documents": Look("AGENT", "/customers/{budi}?tab=documents", record("Dokumen")),
    "relationships": Look("AGENT", "/customers/{budi}?tab=relationships", record("Relasi")),
    "changes": Look("DATA_STEWARD", "/customers/{budi}?tab=changes", record("Perubahan")),
    "services": Look("AGENT", "/customers/{budi}?tab=services", record("Layanan"), after="complaint"),
    "no services in a period": Look("AGENT", "/customers/{budi}?tab=services&from=2019-01-01&to=2019-01-02", record("Layanan")),
    "numbers": Look("DATA_STEWARD", "/customers/{budi}", dialog("Kelola nomor", "Nomor identitas"), within=_DIALOG),
    "what is done with a number": Look("DATA_STEWARD", "/customers/{budi}", steps.number_acts, within="[role=menu]"),
    "new number": Look("DATA_STEWARD", "/customers/{budi}", steps.number_added, within=_DIALOG),
    "move to another branch": Look("DATA_STEWARD", "/customers/{budi}", dialog("Pindahkan cabang", "Pindahkan cabang"), within=_DIALOG),
    "relationships of a steward": Look("DATA_STEWARD", "/customers/{budi}?tab=relationships", record("Relasi")),
    "new relationship": Look("DATA_STEWARD", "/customers/{budi}?tab=relationships", clicked("Tambah relasi", "Tambah relasi"), within=_DIALOG),
    "end of a relationship": Look("DATA_STEWARD", "/customers/{budi}?tab=relationships", steps.relationship_ended, within=_DIALOG),
    "reveal": Look("AGENT", "/customers/{budi}", dialog("Tampilkan NIK", "Tampilkan NIK selama 60 detik"), within=_DIALOG),
    "request": Look("AGENT", "/customers/{budi}", dialog("Ajukan perubahan", "Ajukan perubahan"), within=_DIALOG),
    "edit": Look("DATA_STEWARD", "/customers/{budi}", dialog("Ubah data", "Ubah data nasabah"), within=_DIALOG),
    "missing customer": Look("AGENT", "/customers/01920000-0000-7000-8000-000000000000", heading("Tidak ditemukan"), (404,)),
    "change requests": Look(
        "DATA_STEWARD", "/change-requests?status=ALL", lambda page: expect(page.get_by_role("button", name="Setujui").first).to_be_visible()
    ),
    "audit": Look("COMPLIANCE", "/audit?action=SIGN_IN", rows),
    "audit record": Look("COMPLIANCE", "/audit?action=SIGN_IN", audit_record, within="[data-side-panel]"),
    "audit filter": Look("COMPLIANCE", "/audit?outcome=DENIED", audit_slot, within=_DIALOG),
    "range": Look("COMPLIANCE", "/audit?outcome=DENIED", range, within=_DIALOG),
    "saved filters": Look("COMPLIANCE", "/audit?outcome=DENIED", steps.kept_filters, within="[role=menu]"),
    "new saved filter": Look("COMPLIANCE", "/audit?outcome=DENIED", steps.keeping, within=_DIALOG),
    "trail of a customer": Look("COMPLIANCE", "/audit/customers/{budi}", lambda page: expect(page.get_by_role("list", name="Orang")).to_be_visible()),
    "trail refused": Look("AGENT", "/audit/customers/{budi}", lambda page: expect(page.get_by_role("alert")).to_contain_text("tidak berwenang"), (403,)),
    "refused": Look("AGENT", "/audit", lambda page: expect(page.get_by_role("alert")).to_contain_text("tidak berwenang"), (403,)),
    "workflows": Look("ADMIN", "/workflows", lambda page: expect(page.get_by_role("link", name="Perubahan data nasabah")).to_be_visible()),
    "workflow": Look("ADMIN", _WORKFLOW, lambda page: expect(page.get_by_role("tree")).to_be_visible()),
    "workflow state": Look("ADMIN", _WORKFLOW, selected),
    "workflow rule": Look("ADMIN", _WORKFLOW, guarded),
    "workflow canvas": Look("ADMIN", _WORKFLOW, canvas),
    "workflow to read": Look("COMPLIANCE", _WORKFLOW, selected),
    "new transition": Look("ADMIN", _WORKFLOW, new_transition, within=_DIALOG),
    "workflow versions": Look("ADMIN", f"{_WORKFLOW}/versions?before=1&after=draft", drawn),
    "workflow version compared with itself": Look("ADMIN", f"{_WORKFLOW}/versions?before=1&after=1", uncompared),
    "workflow items": Look("ADMIN", f"{_WORKFLOW}/items", lambda page: expect(page.locator("[data-row]").first).to_be_visible()),
    "workflow item": Look("ADMIN", "/workflow-items/{item}", heading("")),
    "workflow migration": Look("ADMIN", f"{_WORKFLOW}/migrate", heading("Perubahan data nasabah")),
    "workflow refused": Look("AGENT", "/workflows", lambda page: expect(page.get_by_role("alert")).to_contain_text("tidak berwenang"), (403,)),
    "missing workflow": Look("ADMIN", "/workflows/tidak_ada", heading("Tidak ditemukan"), (404,)),
    "timers": Look("ADMIN", "/operations", figures),
    "timers by when they are due": Look("ADMIN", "/operations", due, within=_DIALOG),
    "jobs": Look("ADMIN", "/operations?tab=jobs", figures),
    "processes": Look("ADMIN", "/operations?tab=processes", heading("Operasi")),
    "configuration file": Look("ADMIN", "/configuration", heading("Ekspor & impor konfigurasi")),
    "configuration that lowers protection": Look("ADMIN", "/configuration", steps.configuration_compared),
    "import that lowers protection": Look("ADMIN", "/configuration", steps.configuration_asked, within=_DIALOG),
    "segments": Look("ADMIN", "/customer-lists", rows),
    "products": Look("ADMIN", "/customer-lists?tab=PRODUCT", rows),
    "kinds of relationships": Look("ADMIN", "/customer-lists?tab=RELATIONSHIP", rows),
    "segments to read": Look("COMPLIANCE", "/customer-lists", rows),
    "new segment": Look("ADMIN", "/customer-lists", clicked("Tambah segmen", "Tambah segmen"), within=_DIALOG),
    "segment": Look("ADMIN", "/customer-lists", clicked("Ubah Massal", "Ubah Massal"), within=_DIALOG),
    "dead letters": Look("ADMIN", "/operations?tab=dead", figures),
    "calendars": Look("ADMIN", "/calendars", rows),
    "new calendar": Look("ADMIN", "/calendars", steps.calendar_made, within=_DIALOG),
    "calendar": Look("ADMIN", "/calendars/office-wita", heading("Jam kantor WITA")),
    "calendar hours": Look("ADMIN", "/calendars/office-wita", steps.calendar_hours),
    "calendar day": Look("ADMIN", "/calendars/office-wita", steps.calendar_day, within=_DIALOG),
    "calendar check": Look("ADMIN", "/calendars/office-wita?panel=check", steps.calendar_check, within="[data-side-panel]"),
    "calendar versions": Look("ADMIN", "/calendars/office-wita?panel=versions", steps.calendar_versions, within="[data-side-panel]"),
    "calendar, read only": Look("COMPLIANCE", "/calendars/office-wib", heading("Jam kantor WIB")),
    "queue": Look("SUPERVISOR", "/cases?view=queue", steps.case_rows, after="complaint"),
    "queue on a view": Look("SUPERVISOR", "/cases?view=queue", steps.case_views, within="[role=menu]", after="complaint"),
    "peek at a case": Look("SUPERVISOR", "/cases?view=queue&peek={complaint}", steps.case_peeked, within="[data-side-panel]"),
    "no cases": Look("AGENT", "/cases?q=999999", lambda page: expect(page.get_by_text("Tidak ada kasus yang cocok")).to_be_visible()),
    "case": Look("SUPERVISOR", "/cases/{complaint}", steps.case_shown),
    "case of a colleague": Look("AGENT", "/cases/{complaint}", heading("CASE-")),
    "why a case is due": Look("SUPERVISOR", "/cases/{complaint}", steps.case_why, within="[data-side-panel]"),
    "escalating": Look("SUPERVISOR", "/cases/{complaint}", clicked("Eskalasi", "Eskalasi CASE"), within=_DIALOG),
    "assigning": Look("SUPERVISOR", "/cases/{complaint}", steps.case_assigning, within=_DIALOG),
    "missing case": Look("AGENT", "/cases/01920000-0000-7000-8000-000000000000", heading("Tidak ditemukan"), (404,)),
    "new case": Look("AGENT", "/cases/new?customer={budi}", lambda page: expect(page.get_by_text(BUDI.name)).to_be_visible()),
    "new case of nobody": Look("AGENT", "/cases/new", heading("Catat kasus")),
    "workload": Look("SUPERVISOR", "/cases/board", rows, after="complaint"),
    "workload refused": Look("AGENT", "/cases/board", lambda page: expect(page.get_by_role("alert")).to_contain_text("tidak berwenang"), (403,)),
    "complaint report": Look("SUPERVISOR", "/cases/report", heading("Laporan pengaduan"), after="complaint"),
    "complaint report of all branches": Look("DIRECTOR", "/cases/report", heading("Laporan pengaduan"), after="complaint"),
    "replies": Look("AGENT", "/cases/replies", heading("Balasan siap pakai")),
    "new reply": Look("AGENT", "/cases/replies", steps.reply_made, within=_DIALOG),
    "messages": Look("AGENT", "/cases/intake", heading("Pesan masuk")),
    "cases of a customer": Look("AGENT", "/customers/{budi}?tab=cases", record("Kasus"), after="complaint"),
    "service levels": Look("ADMIN", "/service-levels", lambda page: expect(page.get_by_role("row").last).to_contain_text("bank-standard")),
    "new service level": Look("ADMIN", "/service-levels", clicked("Buat tingkat layanan", "Buat tingkat layanan"), within=_DIALOG),
    "service level": Look(
        "ADMIN", "/service-levels/bank-standard", lambda page: expect(page.get_by_role("textbox", name=re.compile("jam sampai")).first).to_be_visible()
    ),
    "service level to read": Look("COMPLIANCE", "/service-levels/bank-standard", lambda page: expect(page.get_by_text("Hanya untuk dibaca")).to_be_visible()),
    "versions of a service level": Look("ADMIN", "/service-levels/bank-standard?panel=versions", steps.level_versions, within="[data-side-panel]"),
    "due times explained": Look("COMPLIANCE", "/service-levels/bank-standard?panel=explain", steps.level_explained, within="[data-side-panel]"),
    "legal limits": Look("ADMIN", "/service-levels?tab=legal", rows),
    "new legal limits": Look("ADMIN", "/service-levels?tab=legal", clicked("Buat batas peraturan", "Buat batas peraturan"), within=_DIALOG),
    "case categories": Look("ADMIN", "/case-categories", rows),
    "new category": Look("ADMIN", "/case-categories", clicked("Buat kategori", "Buat kategori"), within=_DIALOG),
    "resolution codes": Look("ADMIN", "/case-categories?tab=resolutions", rows),
    "packs": Look("ADMIN", "/case-categories?tab=packs", rows),
    "service levels refused": Look("AGENT", "/service-levels", lambda page: expect(page.get_by_role("alert")).to_contain_text("tidak berwenang"), (403,)),
    "set password": Look(None, "/set-password#tautan-yang-tidak-ada-atau-lewat", heading("Tautan ini tidak berlaku lagi"), (404,)),
    "administration": Look("ADMIN", "/administration", heading("Pengguna")),
    "users": Look("ADMIN", "/administration/users", rows),
    "no user": Look("ADMIN", "/administration/users", nobody_found),
    "new user": Look("ADMIN", "/administration/users", clicked("Tambah pengguna", "Tambah pengguna"), within=_DIALOG),
    "user": Look("ADMIN", "/administration/users/{agent}", lambda page: expect(page.get_by_role("button", name="Ubah peran")).to_be_visible()),
    "user to read": Look("COMPLIANCE", "/administration/users/{agent}", lambda page: expect(page.get_by_text("Penugasan")).to_be_visible()),
    "roles of a user": Look("ADMIN", "/administration/users/{agent}", clicked("Ubah peran", "Peran "), within=_DIALOG),
    "new place": Look("ADMIN", "/administration/users/{agent}", clicked("Tambah penugasan", "Tambah penugasan"), within=_DIALOG),
    "password link": Look("ADMIN", "/administration/users/{agent}", clicked("Buat tautan kata sandi", "Tautan kata sandi"), within=_DIALOG),
    "network": Look("ADMIN", "/administration/users", clicked("Buka kunci jaringan", "Buka kunci masuk"), within=_DIALOG),
    "service accounts": Look(
        "ADMIN", "/administration/service-accounts?status=ACTIVE", lambda page: expect(page.get_by_text("Program uji").first).to_be_visible(), after="program"
    ),
    "new service account": Look("ADMIN", "/administration/service-accounts", steps.program, within=_DIALOG),
    "service account": Look("ADMIN", "/administration/service-accounts/{program}", lambda page: expect(page.get_by_text("Server uji")).to_be_visible()),
    "new service key": Look("ADMIN", "/administration/service-accounts/{program}", steps.key, within=_DIALOG),
    "service account to read": Look(
        "COMPLIANCE", "/administration/service-accounts/{program}", lambda page: expect(page.get_by_text("Server uji")).to_be_visible()
    ),
    "grants": Look("ADMIN", "/administration/grants", rows),
    "grant": Look("ADMIN", "/administration/grants?cell=AGENT.case", granted, within="[data-side-panel]"),
    "review of grants": Look("ADMIN", "/administration/grants?cell=AGENT.case", reviewed, within=_DIALOG),
    "roles": Look("ADMIN", "/administration/grants?tab=roles", rows),
    "new role": Look("ADMIN", "/administration/grants?tab=roles", clicked("Buat peran", "Buat peran"), within=_DIALOG),
    "history of grants": Look("ADMIN", "/administration/grants?tab=history", heading("Peran & hak")),
    "units": Look("ADMIN", "/administration/organisation", rows),
    "unit": Look(
        "ADMIN",
        "/administration/organisation?unit=CC",
        lambda page: expect(page.get_by_text("Aturan lebih ketat").last).to_be_visible(),
        within="[data-side-panel]",
    ),
    "branches": Look("ADMIN", "/administration/organisation?tab=branches", rows),
    "branch": Look(
        "ADMIN", "/administration/organisation?tab=branches&branch=BNJ", lambda page: expect(page.get_by_role("dialog")).to_be_visible(), within=_DIALOG
    ),
    "portfolio": Look("ADMIN", "/administration/portfolio", rows),
    "portfolio of a supervisor": Look("SUPERVISOR", "/administration/portfolio", rows),
    "settings": Look("ADMIN", "/administration/settings", lambda page: expect(page.get_by_role("textbox").first).to_be_visible()),
    "history of settings": Look("ADMIN", "/administration/settings?tab=history", heading("Pengaturan")),
    "administration refused": Look("AGENT", "/administration/users", lambda page: expect(page.get_by_role("alert")).to_contain_text("tidak berwenang"), (403,)),
    "emergency access": Look("COMPLIANCE", "/break-glass?view=all", lambda page: expect(page.get_by_role("listitem").first).to_be_visible()),
    "request for access": Look("COMPLIANCE", "/break-glass/{access}", heading("")),
    "samples": Look("COMPLIANCE", "/break-glass/samples", lambda page: expect(page.get_by_role("listitem").first).to_be_visible()),
    "sample": Look("COMPLIANCE", "/break-glass/samples/{sample}", heading("")),
    "inbox": Look("AGENT", "/inbox", heading("Kotak masuk")),
    "inbox of compliance": Look("COMPLIANCE", "/inbox", heading("Kotak masuk")),
    "suspicion": Look("COMPLIANCE", "/suspicion", heading("Aktivitas mencurigakan")),
    "suspicion rules": Look("COMPLIANCE", "/suspicion?tab=rules", heading("Aktivitas mencurigakan")),
    "suspicion refused": Look("AGENT", "/suspicion", lambda page: expect(page.get_by_role("alert")).to_contain_text("tidak berwenang"), (403,)),
    "profile": Look("AGENT", "/profile", lambda page: expect(page.get_by_text("Sesi ini")).to_be_visible()),
    "palette": Look("AGENT", "/profile", palette, within=_DIALOG),
    "my menu": Look("AGENT", "/profile", me, within=_DIALOG),
    "shortcuts": Look("AGENT", "/profile", sheet, within=_DIALOG),
    "unknown address": Look("AGENT", "/tidak-ada", heading("Tidak ditemukan")),
}


@pytest.fixture
def budi(site: Site) -> str:
    """Budi's id; somebody has asked for a change of his data."""
    found = str(customer_id(site, BUDI.cif))
    if not site.rows("SELECT FROM crm.customer_change_requests WHERE customer_id = %s", found):
        site.call(
            site.login("AGENT"), "POST", f"/customers/{found}/change-requests", {"changes": {"email": "budi@surel.example"}, "note": "Disebut saat menelepon"}
        )
    return found


@pytest.fixture
def item(site: Site, budi: str) -> str:
    """The item of Budi's change request in its workflow."""
    return str(site.rows("SELECT item_id FROM crm.workflow_items WHERE customer_id = %s LIMIT 1", budi)[0]["item_id"])


@pytest.fixture
def access(site: Site) -> str:
    """A request for emergency access that the demonstration made."""
    return str(site.rows("SELECT request_id FROM crm.break_glass_requests ORDER BY requested_at LIMIT 1")[0]["request_id"])


@pytest.fixture
def sample(site: Site) -> str:
    """A sample that the demonstration drew."""
    return str(site.rows("SELECT sample_id FROM crm.break_glass_samples ORDER BY sample_id LIMIT 1")[0]["sample_id"])


@pytest.fixture
def complaint(site: Site, budi: str) -> str:
    """A complaint of Budi's that an agent recorded."""
    known = site.rows("SELECT case_id FROM crm.cases WHERE customer_id = %s AND category_code = 'CARD_ATM' AND status = 'NEW' LIMIT 1", budi)
    if known:
        return str(known[0]["case_id"])
    body = {
        "customer_id": budi,
        "channel": "WHATSAPP",
        "category_code": "CARD_ATM",
        "priority": "HIGH",
        "description": "Uang tidak keluar dari ATM, saldo terdebet.",
    }
    return str(site.call(site.login("AGENT"), "POST", "/cases", body)["id"])


@pytest.fixture
def program(site: Site) -> str:
    """A service account with a key."""
    admin = site.login("ADMIN")
    known = [each for each in site.call(admin, "GET", "/service-accounts")["items"] if each["username"] == "program.uji"]
    if known:
        return str(known[0]["id"])
    body = {"username": "program.uji", "name": "Program uji", "purpose": "Diperiksa tampilannya.", "roles": ["AGENT"], "branches": ["MDN"]}
    made = site.call(admin, "POST", "/service-accounts", body)
    ends = (datetime.now(UTC) + timedelta(days=5)).isoformat()
    site.call(admin, "POST", f"/service-accounts/{made['id']}/keys", {"name": "Server uji", "operations": ["customers_search"], "expires_at": ends})
    return str(made["id"])


@pytest.mark.parametrize("size", [pytest.param(DESKTOP, id="1440"), pytest.param(PHONE, id="390")])
@pytest.mark.parametrize("name", LOOKS)
def test_a_page_is_accessible_in_both_themes_and_fits(
    open_as: OpenPage, site: Site, request: pytest.FixtureRequest, budi: str, name: str, size: tuple[int, int]
) -> None:
    look = LOOKS[name]
    made = {
        name: request.getfixturevalue(name) if f"{{{name}}}" in look.path or name == look.after else ""
        for name in ("item", "program", "access", "sample", "complaint")
    }
    agent = site.user_id(site.login("AGENT"))
    page = open_as(look.role, look.path.format(budi=budi, agent=agent, **made), size=size, answers=look.answers)
    look.then(page)

    found = [*wider_than_the_screen(page), *violations(page, look.within)]
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("() => document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark'")
    found += [f"dark: {each}" for each in violations(page, look.within)]

    assert not found, "\n".join(found)


def test_every_route_is_looked_at() -> None:
    source = "".join(path.read_text() for path in sorted((ROOT / "web" / "src" / "routes").glob("*.ts*")))
    # The forced set-up needs somebody who is forced: test_second_factor.py looks at it.
    routes = set(re.findall(r"path: '([^']+)'", source)) - {"/", "/set-up"}
    parts = {
        r"/(\{budi\}|[0-9a-f-]{36})": "/$customerId",
        r"/\{program\}": "/$accountId",
        r"/\{access\}": "/$requestId",
        r"/\{sample\}": "/$sampleId",
        r"^/cases/\{complaint\}": "/cases/$caseId",
        r"/customer_change": "/$workflowKey",
        r"/\{item\}": "/$itemId",
        r"/\{agent\}": "/$userId",
        r"^/calendars/[^/]+": "/calendars/$key",
        r"^/service-levels/[^/]+": "/service-levels/$levelKey",
    }
    shown = {re.split("[?#]", look.path)[0] for look in LOOKS.values()}
    for part, name in parts.items():
        shown = {re.sub(part, name, path) for path in shown}

    assert routes and routes <= shown
