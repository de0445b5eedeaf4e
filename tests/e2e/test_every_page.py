"""Every page and every overlay, light and dark, desktop and phone: nothing for axe, nothing wider than the screen."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import OpenPage
from tests.e2e.harness import steps
from tests.e2e.harness.browser import DESKTOP, PHONE
from tests.e2e.harness.checks import violations, wider_than_the_screen
from tests.e2e.harness.pages import BUDI, customer_id, expect_record, search
from tests.e2e.harness.site import Site
from tests.support.database import ROOT

Step = Callable[[Page], None]


@dataclass(frozen=True)
class Look:
    """A page in a state: who opens which address, and what is done until it shows what it should.

    `within` limits axe to what opened over a page that has a look of its own; `after` names a fixture that fills the page.
    """

    role: str | None
    path: str
    then: Step
    answers: tuple[int, ...] = ()
    within: str = ""
    after: str = ""


def _heading(name: str) -> Step:
    return lambda page: expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


def _searched(page: Page) -> None:
    expect(search(page, "siregar").nth(3)).to_be_visible()


def _nothing_found(page: Page) -> None:
    search(page, "qwxzvy jjkqqx")
    expect(page.get_by_text("Tidak ada nasabah yang cocok")).to_be_visible()


def _peeked(page: Page) -> None:
    expect(page.get_by_role("complementary", name="Intip nasabah").get_by_role("heading", name="Identitas")).to_be_visible()


def _record(tab: str) -> Step:
    def then(page: Page) -> None:
        expect_record(page, BUDI.name)
        expect(page.get_by_role("tabpanel", name=tab)).to_be_visible()

    return then


def _dialog(button: str, dialog: str) -> Step:
    def then(page: Page) -> None:
        expect_record(page, BUDI.name)
        if page.get_by_role("tab", name="Profil").count():
            page.get_by_role("tab", name="Profil").click()
        page.get_by_role("button", name=button).first.click()
        expect(page.get_by_role("dialog", name=dialog)).to_be_visible()

    return then


def _rows(page: Page) -> None:
    expect(page.get_by_role("row").nth(1)).to_be_visible()


def _audit_record(page: Page) -> None:
    _rows(page)
    page.get_by_role("row").nth(1).get_by_role("button").click()
    expect(page.get_by_role("complementary", name="Catatan audit").get_by_role("heading", name="Dalam permintaan yang sama")).to_be_visible()


def _audit_slot(page: Page) -> None:
    page.get_by_role("button", name="Tindakan: apa saja").click()
    expect(page.get_by_role("listbox", name="Tindakan")).to_be_visible()


def _range(page: Page) -> None:
    page.get_by_role("button", name="kapan saja").click()
    expect(page.get_by_role("button", name="7 hari terakhir")).to_be_visible()


def _palette(page: Page) -> None:
    expect(page.get_by_role("main")).to_be_visible()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Palet perintah")).to_be_focused()


def _me(page: Page) -> None:
    page.get_by_role("button", name="Akun saya:").click()
    expect(page.get_by_role("dialog").get_by_role("radiogroup", name="Tema")).to_be_visible()


def _sheet(page: Page) -> None:
    _heading("Profil")(page)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Pintasan papan ketik")).to_be_visible()


def _drawn(page: Page) -> None:
    expect(page.locator(".react-flow__node").first).to_be_attached()


def _uncompared(page: Page) -> None:
    expect(page.get_by_role("status").filter(has_text=re.compile("Belum ada yang dibandingkan|Kedua sisi sama"))).to_be_visible()


def _selected(page: Page) -> None:
    """A state is selected, so that its fields and the marks of the canvas are there."""
    state = page.get_by_role("treeitem", name=re.compile("^Diajukan, Tugas"))
    state.click()
    expect(page.get_by_role("textbox", name="Nama (Indonesia)")).to_have_value("Diajukan")


def _guarded(page: Page) -> None:
    page.get_by_role("treeitem", name=re.compile("^Setujui, ")).click()
    page.get_by_text("Aturan", exact=True).click()
    expect(page.get_by_role("group", name="Syarat").last).to_be_visible()


def _canvas(page: Page) -> None:
    expect(page.get_by_role("tree")).to_be_visible()
    if (drawing := page.get_by_text("Gambar", exact=True)).is_visible():
        drawing.click()
    expect(page.locator(".react-flow__node").first).to_be_visible()


def _new_transition(page: Page) -> None:
    expect(page.get_by_role("tree")).to_be_visible()
    page.get_by_role("button", name="Transisi baru").click()
    expect(page.get_by_role("dialog", name="Transisi baru")).to_be_visible()


def _figures(page: Page) -> None:
    expect(page.get_by_role("region", name="Ringkasan").get_by_role("button").first).to_be_visible()


def _due(page: Page) -> None:
    page.get_by_role("button", name="Jatuh tempo", exact=True).click()
    expect(page.get_by_role("button", name="7 hari ke depan")).to_be_visible()


def _clicked(button: str, dialog: str) -> Step:
    def then(page: Page) -> None:
        page.get_by_role("button", name=button, exact=True).click()
        expect(page.get_by_role("dialog", name=re.compile(f"^{dialog}"))).to_be_visible()

    return then


def _nobody_found(page: Page) -> None:
    page.get_by_role("searchbox", name="Cari nama").fill("qwxzvy")
    expect(page.get_by_text("Tidak ada pengguna yang cocok")).to_be_visible()


def _granted(page: Page) -> None:
    panel = page.get_by_role("complementary", name="Petugas Layanan: Kasus")
    panel.get_by_label("Ubah", exact=True).select_option("BRANCH")
    expect(panel.get_by_text("Sebelumnya:")).to_be_visible()


def _reviewed(page: Page) -> None:
    _granted(page)
    if page.viewport_size and page.viewport_size["width"] < 768:
        page.get_by_role("complementary").get_by_role("button", name="Tutup").click()
    page.get_by_role("button", name="Tinjau perubahan").click()
    expect(page.get_by_role("dialog").get_by_role("listitem")).to_be_visible()


_DIALOG = "[role=dialog]"
_WORKFLOW = "/workflows/customer_change"
LOOKS = {
    "sign-in": Look(None, "/sign-in", _heading("Masuk ke Simpul")),
    "welcome": Look("DIRECTOR", "/welcome", _heading("")),
    "search": Look("AGENT", "/customers", lambda page: expect(page.get_by_role("searchbox", name="Cari nasabah")).to_be_visible()),
    "results": Look("AGENT", "/customers", _searched),
    "nothing found": Look("AGENT", "/customers", _nothing_found),
    "peek": Look("AGENT", "/customers?peek={budi}", _peeked, within="[data-side-panel]"),
    "timeline": Look("AGENT", "/customers/{budi}?tab=timeline", _record("Linimasa")),
    "documents": Look("AGENT", "/customers/{budi}?tab=documents", _record("Dokumen")),
    "relationships": Look("AGENT", "/customers/{budi}?tab=relationships", _record("Relasi")),
    "changes": Look("DATA_STEWARD", "/customers/{budi}?tab=changes", _record("Perubahan")),
    "reveal": Look("AGENT", "/customers/{budi}", _dialog("Tampilkan NIK", "Tampilkan NIK selama 60 detik"), within=_DIALOG),
    "request": Look("AGENT", "/customers/{budi}", _dialog("Ajukan perubahan", "Ajukan perubahan"), within=_DIALOG),
    "edit": Look("DATA_STEWARD", "/customers/{budi}", _dialog("Ubah data", "Ubah data nasabah"), within=_DIALOG),
    "missing customer": Look("AGENT", "/customers/01920000-0000-7000-8000-000000000000", _heading("Tidak ditemukan"), (404,)),
    "change requests": Look(
        "DATA_STEWARD", "/change-requests?status=ALL", lambda page: expect(page.get_by_role("button", name="Setujui").first).to_be_visible()
    ),
    "audit": Look("COMPLIANCE", "/audit?action=SIGN_IN", _rows),
    "audit record": Look("COMPLIANCE", "/audit?action=SIGN_IN", _audit_record, within="[data-side-panel]"),
    "audit filter": Look("COMPLIANCE", "/audit?outcome=DENIED", _audit_slot, within=_DIALOG),
    "range": Look("COMPLIANCE", "/audit?outcome=DENIED", _range, within=_DIALOG),
    "saved filters": Look("COMPLIANCE", "/audit?outcome=DENIED", steps.kept_filters, within="[role=menu]"),
    "new saved filter": Look("COMPLIANCE", "/audit?outcome=DENIED", steps.keeping, within=_DIALOG),
    "trail of a customer": Look("COMPLIANCE", "/audit/customers/{budi}", lambda page: expect(page.get_by_role("list", name="Orang")).to_be_visible()),
    "trail refused": Look("AGENT", "/audit/customers/{budi}", lambda page: expect(page.get_by_role("alert")).to_contain_text("tidak berwenang"), (403,)),
    "refused": Look("AGENT", "/audit", lambda page: expect(page.get_by_role("alert")).to_contain_text("tidak berwenang"), (403,)),
    "workflows": Look("ADMIN", "/workflows", lambda page: expect(page.get_by_role("link", name="Perubahan data nasabah")).to_be_visible()),
    "workflow": Look("ADMIN", _WORKFLOW, lambda page: expect(page.get_by_role("tree")).to_be_visible()),
    "workflow state": Look("ADMIN", _WORKFLOW, _selected),
    "workflow rule": Look("ADMIN", _WORKFLOW, _guarded),
    "workflow canvas": Look("ADMIN", _WORKFLOW, _canvas),
    "workflow to read": Look("COMPLIANCE", _WORKFLOW, _selected),
    "new transition": Look("ADMIN", _WORKFLOW, _new_transition, within=_DIALOG),
    "workflow versions": Look("ADMIN", f"{_WORKFLOW}/versions?before=1&after=draft", _drawn),
    "workflow version compared with itself": Look("ADMIN", f"{_WORKFLOW}/versions?before=1&after=1", _uncompared),
    "workflow items": Look("ADMIN", f"{_WORKFLOW}/items", lambda page: expect(page.locator("[data-row]").first).to_be_visible()),
    "workflow item": Look("ADMIN", "/workflow-items/{item}", _heading("")),
    "workflow migration": Look("ADMIN", f"{_WORKFLOW}/migrate", _heading("Perubahan data nasabah")),
    "workflow refused": Look("AGENT", "/workflows", lambda page: expect(page.get_by_role("alert")).to_contain_text("tidak berwenang"), (403,)),
    "missing workflow": Look("ADMIN", "/workflows/tidak_ada", _heading("Tidak ditemukan"), (404,)),
    "timers": Look("ADMIN", "/operations", _figures),
    "timers by when they are due": Look("ADMIN", "/operations", _due, within=_DIALOG),
    "jobs": Look("ADMIN", "/operations?tab=jobs", _figures),
    "processes": Look("ADMIN", "/operations?tab=processes", _heading("Operasi")),
    "configuration file": Look("ADMIN", "/configuration", _heading("Ekspor & impor konfigurasi")),
    "dead letters": Look("ADMIN", "/operations?tab=dead", _figures),
    "calendars": Look("ADMIN", "/calendars", _rows),
    "new calendar": Look("ADMIN", "/calendars", steps.calendar_made, within=_DIALOG),
    "calendar": Look("ADMIN", "/calendars/office-wita", _heading("Jam kantor WITA")),
    "calendar hours": Look("ADMIN", "/calendars/office-wita", steps.calendar_hours),
    "calendar day": Look("ADMIN", "/calendars/office-wita", steps.calendar_day, within=_DIALOG),
    "calendar check": Look("ADMIN", "/calendars/office-wita?panel=check", steps.calendar_check, within="[data-side-panel]"),
    "calendar versions": Look("ADMIN", "/calendars/office-wita?panel=versions", steps.calendar_versions, within="[data-side-panel]"),
    "calendar, read only": Look("COMPLIANCE", "/calendars/office-wib", _heading("Jam kantor WIB")),
    "set password": Look(None, "/set-password#tautan-yang-tidak-ada-atau-lewat", _heading("Tautan ini tidak berlaku lagi"), (404,)),
    "administration": Look("ADMIN", "/administration", _heading("Pengguna")),
    "users": Look("ADMIN", "/administration/users", _rows),
    "no user": Look("ADMIN", "/administration/users", _nobody_found),
    "new user": Look("ADMIN", "/administration/users", _clicked("Tambah pengguna", "Tambah pengguna"), within=_DIALOG),
    "user": Look("ADMIN", "/administration/users/{agent}", lambda page: expect(page.get_by_role("button", name="Ubah peran")).to_be_visible()),
    "user to read": Look("COMPLIANCE", "/administration/users/{agent}", lambda page: expect(page.get_by_text("Penugasan")).to_be_visible()),
    "roles of a user": Look("ADMIN", "/administration/users/{agent}", _clicked("Ubah peran", "Peran "), within=_DIALOG),
    "new place": Look("ADMIN", "/administration/users/{agent}", _clicked("Tambah penugasan", "Tambah penugasan"), within=_DIALOG),
    "password link": Look("ADMIN", "/administration/users/{agent}", _clicked("Buat tautan kata sandi", "Tautan kata sandi"), within=_DIALOG),
    "network": Look("ADMIN", "/administration/users", _clicked("Buka kunci jaringan", "Buka kunci masuk"), within=_DIALOG),
    "service accounts": Look(
        "ADMIN", "/administration/service-accounts?status=ACTIVE", lambda page: expect(page.get_by_text("Program uji").first).to_be_visible(), after="program"
    ),
    "new service account": Look("ADMIN", "/administration/service-accounts", steps.program, within=_DIALOG),
    "service account": Look("ADMIN", "/administration/service-accounts/{program}", lambda page: expect(page.get_by_text("Server uji")).to_be_visible()),
    "new service key": Look("ADMIN", "/administration/service-accounts/{program}", steps.key, within=_DIALOG),
    "service account to read": Look(
        "COMPLIANCE", "/administration/service-accounts/{program}", lambda page: expect(page.get_by_text("Server uji")).to_be_visible()
    ),
    "grants": Look("ADMIN", "/administration/grants", _rows),
    "grant": Look("ADMIN", "/administration/grants?cell=AGENT.case", _granted, within="[data-side-panel]"),
    "review of grants": Look("ADMIN", "/administration/grants?cell=AGENT.case", _reviewed, within=_DIALOG),
    "roles": Look("ADMIN", "/administration/grants?tab=roles", _rows),
    "new role": Look("ADMIN", "/administration/grants?tab=roles", _clicked("Buat peran", "Buat peran"), within=_DIALOG),
    "history of grants": Look("ADMIN", "/administration/grants?tab=history", _heading("Peran & hak")),
    "units": Look("ADMIN", "/administration/organisation", _rows),
    "unit": Look(
        "ADMIN",
        "/administration/organisation?unit=CC",
        lambda page: expect(page.get_by_text("Aturan lebih ketat").last).to_be_visible(),
        within="[data-side-panel]",
    ),
    "branches": Look("ADMIN", "/administration/organisation?tab=branches", _rows),
    "branch": Look(
        "ADMIN", "/administration/organisation?tab=branches&branch=BNJ", lambda page: expect(page.get_by_role("dialog")).to_be_visible(), within=_DIALOG
    ),
    "portfolio": Look("ADMIN", "/administration/portfolio", _rows),
    "portfolio of a supervisor": Look("SUPERVISOR", "/administration/portfolio", _rows),
    "settings": Look("ADMIN", "/administration/settings", lambda page: expect(page.get_by_role("textbox").first).to_be_visible()),
    "history of settings": Look("ADMIN", "/administration/settings?tab=history", _heading("Pengaturan")),
    "administration refused": Look("AGENT", "/administration/users", lambda page: expect(page.get_by_role("alert")).to_contain_text("tidak berwenang"), (403,)),
    "emergency access": Look("COMPLIANCE", "/break-glass?view=all", lambda page: expect(page.get_by_role("listitem").first).to_be_visible()),
    "request for access": Look("COMPLIANCE", "/break-glass/{access}", _heading("")),
    "samples": Look("COMPLIANCE", "/break-glass/samples", lambda page: expect(page.get_by_role("listitem").first).to_be_visible()),
    "sample": Look("COMPLIANCE", "/break-glass/samples/{sample}", _heading("")),
    "inbox": Look("AGENT", "/inbox", _heading("Kotak masuk")),
    "inbox of compliance": Look("COMPLIANCE", "/inbox", _heading("Kotak masuk")),
    "suspicion": Look("COMPLIANCE", "/suspicion", _heading("Aktivitas mencurigakan")),
    "suspicion rules": Look("COMPLIANCE", "/suspicion?tab=rules", _heading("Aktivitas mencurigakan")),
    "suspicion refused": Look("AGENT", "/suspicion", lambda page: expect(page.get_by_role("alert")).to_contain_text("tidak berwenang"), (403,)),
    "profile": Look("AGENT", "/profile", lambda page: expect(page.get_by_text("Sesi ini")).to_be_visible()),
    "palette": Look("AGENT", "/profile", _palette, within=_DIALOG),
    "my menu": Look("AGENT", "/profile", _me, within=_DIALOG),
    "shortcuts": Look("AGENT", "/profile", _sheet, within=_DIALOG),
    "unknown address": Look("AGENT", "/tidak-ada", _heading("Tidak ditemukan")),
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
    made = {name: request.getfixturevalue(name) if f"{{{name}}}" in look.path or name == look.after else "" for name in ("item", "program", "access", "sample")}
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
        r"/customer_change": "/$workflowKey",
        r"/\{item\}": "/$itemId",
        r"/\{agent\}": "/$userId",
        r"^/calendars/[^/]+": "/calendars/$key",
    }
    shown = {re.split("[?#]", look.path)[0] for look in LOOKS.values()}
    for part, name in parts.items():
        shown = {re.sub(part, name, path) for path in shown}

    assert routes and routes <= shown
