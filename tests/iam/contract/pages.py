"""The pages on users, roles and the organisation that the browser tests look at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from tests.contract.declared import Link, Look, Maker
from tests.e2e.harness.looks import DIALOG, PANEL, clicked, heading, listed, refused
from tests.e2e.harness.site import Site

EVERYBODY = ["DIRECTOR", "SUPERVISOR", "AGENT", "RM", "MARKETING", "COMPLIANCE", "ADMIN", "DATA_STEWARD", "FIELD_OFFICER", "FINANCE"]


def nobody_found(page: Page) -> None:
    page.get_by_role("searchbox", name="Cari nama").fill("qwxzvy")
    expect(page.get_by_text("Tidak ada pengguna yang cocok")).to_be_visible()


def granted(page: Page) -> None:
    panel = page.get_by_role("complementary", name="Petugas Layanan: Kasus")
    panel.get_by_label("Ubah", exact=True).select_option("BRANCH")
    expect(panel.get_by_text("Sebelumnya:")).to_be_visible()


def reviewed(page: Page) -> None:
    granted(page)
    if page.viewport_size and page.viewport_size["width"] < 768:
        page.get_by_role("complementary").get_by_role("button", name="Tutup").click()
    page.get_by_role("button", name="Tinjau perubahan").click()
    expect(page.get_by_role("dialog").get_by_role("listitem")).to_be_visible()


def program(page: Page) -> None:
    page.get_by_role("button", name="Buat akun layanan").first.click()
    expect(page.get_by_role("dialog", name="Buat akun layanan").get_by_role("checkbox").first).to_be_visible()


def key(page: Page) -> None:
    page.get_by_role("button", name="Buat kunci").click()
    expect(page.get_by_role("dialog", name="Buat kunci").get_by_role("checkbox").first).to_be_visible()


def excepted(page: Page) -> None:
    expect(page.get_by_text("Tiur Aritonang").first).to_be_visible()


def conflicting(page: Page) -> None:
    """A role is picked that must not go with the one held."""
    page.get_by_role("button", name="Ubah peran").click()
    dialog = page.get_by_role("dialog", name="Peran ")
    for role in ("Kepatuhan", "Administrator TI"):
        dialog.get_by_role("checkbox", name=role).check()
    expect(dialog.get_by_role("alert")).to_contain_text("Administrator TI dan Kepatuhan tidak boleh dipegang satu orang.")
    expect(dialog.get_by_role("button", name="Simpan")).to_be_disabled()


def _agent(site: Site, record: Callable[[str], str]) -> str:
    """The user of an agent."""
    return str(site.user_id(site.login("AGENT")))


def _program(site: Site, record: Callable[[str], str]) -> str:
    """A service account with a key."""
    admin = site.login("ADMIN")
    known = [each for each in site.call(admin, "GET", "/service-accounts")["items"] if each["username"] == "program.uji"]
    if known:
        return str(known[0]["id"])
    body = {"username": "program.uji", "name": "Program uji", "purpose": "Diperiksa tampilannya.", "roles": ["AGENT"], "branches": ["MDN"]}
    site.approve(site.call(admin, "POST", "/service-accounts", body))
    made = next(each for each in site.call(admin, "GET", "/service-accounts")["items"] if each["username"] == "program.uji")
    ends = (datetime.now(UTC) + timedelta(days=5)).isoformat()
    key = {"name": "Server uji", "operations": ["customers_search"], "expires_at": ends}
    site.approve(site.call(admin, "POST", f"/service-accounts/{made['id']}/keys", key))
    return str(made["id"])


RECORDS: dict[str, Maker] = {"agent": _agent, "program": _program}
PAGES = {
    "sign-in": Look(None, "/sign-in", heading("Masuk ke Simpul")),
    "set password": Look(None, "/set-password#tautan-yang-tidak-ada-atau-lewat", heading("Tautan ini tidak berlaku lagi"), (404,)),
    "administration": Look("ADMIN", "/administration", heading("Pengguna")),
    "users": Look("ADMIN", "/administration/users", listed),
    "no user": Look("ADMIN", "/administration/users", nobody_found),
    "new user": Look("ADMIN", "/administration/users", clicked("Tambah pengguna", "Tambah pengguna"), within=DIALOG),
    "user": Look("ADMIN", "/administration/users/{agent}", lambda page: expect(page.get_by_role("button", name="Ubah peran")).to_be_visible()),
    "user to read": Look("COMPLIANCE", "/administration/users/{agent}", lambda page: expect(page.get_by_text("Penugasan")).to_be_visible()),
    "roles of a user": Look("ADMIN", "/administration/users/{agent}", clicked("Ubah peran", "Peran "), within=DIALOG),
    "new place": Look("ADMIN", "/administration/users/{agent}", clicked("Tambah penugasan", "Tambah penugasan"), within=DIALOG),
    "password link": Look("ADMIN", "/administration/users/{agent}", clicked("Buat tautan kata sandi", "Tautan kata sandi"), within=DIALOG),
    "network": Look("ADMIN", "/administration/users", clicked("Buka kunci jaringan", "Buka kunci masuk"), within=DIALOG),
    "service accounts": Look(
        "ADMIN", "/administration/service-accounts?status=ACTIVE", lambda page: expect(page.get_by_text("Program uji").first).to_be_visible(), after="program"
    ),
    "new service account": Look("ADMIN", "/administration/service-accounts", program, within=DIALOG),
    "service account": Look("ADMIN", "/administration/service-accounts/{program}", lambda page: expect(page.get_by_text("Server uji")).to_be_visible()),
    "new service key": Look("ADMIN", "/administration/service-accounts/{program}", key, within=DIALOG),
    "service account to read": Look(
        "COMPLIANCE", "/administration/service-accounts/{program}", lambda page: expect(page.get_by_text("Server uji")).to_be_visible()
    ),
    "grants": Look("ADMIN", "/administration/grants", listed),
    "grant": Look("ADMIN", "/administration/grants?cell=AGENT.case", granted, within=PANEL),
    "review of grants": Look("ADMIN", "/administration/grants?cell=AGENT.case", reviewed, within=DIALOG),
    "roles": Look("ADMIN", "/administration/grants?tab=roles", listed),
    "new role": Look("ADMIN", "/administration/grants?tab=roles", clicked("Buat peran", "Buat peran"), within=DIALOG),
    "history of grants": Look("ADMIN", "/administration/grants?tab=history", heading("Peran & hak")),
    "roles that conflict": Look("ADMIN", "/administration/users/{agent}", conflicting, within=DIALOG),
    "incompatible roles": Look("ADMIN", "/administration/role-conflicts", listed),
    "incompatible roles to read": Look("COMPLIANCE", "/administration/role-conflicts", listed),
    "who holds both": Look("ADMIN", "/administration/role-conflicts?tab=holders", excepted),
    "nobody holds both": Look(
        "ADMIN", "/administration/role-conflicts?tab=holders&state=VIOLATING", lambda page: expect(page.get_by_text("Tidak seorang pun")).to_be_visible()
    ),
    "exceptions": Look("ADMIN", "/administration/role-conflicts?tab=exceptions&state=OPEN", excepted),
    "no exception": Look(
        "ADMIN", "/administration/role-conflicts?tab=exceptions&state=ENDED", lambda page: expect(page.get_by_text("Tidak ada pengecualian")).to_be_visible()
    ),
    "end of an exception": Look("ADMIN", "/administration/role-conflicts?tab=exceptions", clicked("Akhiri", "Akhiri pengecualian"), within=DIALOG),
    "new pair": Look("ADMIN", "/administration/role-conflicts", clicked("Tambah pasangan", "Tambah pasangan"), within=DIALOG),
    "new exception": Look("ADMIN", "/administration/role-conflicts", clicked("Beri pengecualian", "Beri pengecualian"), within=DIALOG),
    "incompatible roles refused": Look("AGENT", "/administration/role-conflicts", refused, (403,)),
    "units": Look("ADMIN", "/administration/organisation", listed),
    "unit": Look(
        "ADMIN",
        "/administration/organisation?unit=CC",
        lambda page: expect(page.get_by_text("Aturan lebih ketat").last).to_be_visible(),
        within=PANEL,
    ),
    "branches": Look("ADMIN", "/administration/organisation?tab=branches", listed),
    "branch": Look(
        "ADMIN", "/administration/organisation?tab=branches&branch=BNJ", lambda page: expect(page.get_by_role("dialog")).to_be_visible(), within=DIALOG
    ),
    "settings": Look("ADMIN", "/administration/settings", lambda page: expect(page.get_by_role("textbox").first).to_be_visible()),
    "history of settings": Look("ADMIN", "/administration/settings?tab=history", heading("Pengaturan")),
    "administration refused": Look("AGENT", "/administration/users", refused, (403,)),
    "profile": Look("AGENT", "/profile", lambda page: expect(page.get_by_text("Sesi ini")).to_be_visible()),
    "welcome": Look("DIRECTOR", "/welcome", heading("")),
    "welcome of an administrator": Look("ADMIN", "/welcome", heading("")),
    "welcome of a data steward": Look("DATA_STEWARD", "/welcome", heading("")),
    "portfolio": Look("ADMIN", "/administration/portfolio", listed),
    "portfolio of a supervisor": Look("SUPERVISOR", "/administration/portfolio", listed),
}
LINKS = (
    Link(
        "Beranda",
        "/welcome",
        10,
        ["DIRECTOR", "MARKETING", "ADMIN", "DATA_STEWARD"],
        "work",
        heading="Selamat datang",
        home_of=["DIRECTOR", "MARKETING", "ADMIN", "DATA_STEWARD"],
    ),
    Link("Administrasi", "/administration", 170, ["COMPLIANCE", "ADMIN"], "configuration"),
    Link("Portofolio", "/administration/portfolio", 180, ["SUPERVISOR"], "work"),
    Link("Profil", "/profile", 190, EVERYBODY),
)
