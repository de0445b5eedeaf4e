"""Follow-up in the running demonstration: looks of its pages, and the records that they show."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.contract.declared import Link, Look, Maker
from tests.e2e.harness.looks import DIALOG, MENU, clicked, heading, listed, refused
from tests.e2e.harness.site import Login, Site

# The agents of the circle, with the people behind them.
_AGENTS = """
SELECT a.agent_id::text AS id, a.number, u.username, u.full_name AS name
FROM crm.followup_agents a JOIN iam.users u USING (user_id)
WHERE a.number IS NOT NULL ORDER BY a.number
"""
# Open members whose name nobody else has and whom the agent never had; the latest end first.
_OPEN = """
SELECT f.customer_id::text AS id, c.full_name AS name
FROM crm.followup_assignments f JOIN crm.customers c USING (customer_id)
WHERE f.status = 'ACTIVE'
  AND (SELECT count(*) FROM crm.customers o WHERE o.full_name = c.full_name) = 1
  AND NOT EXISTS (
    SELECT FROM crm.followup_assignments p WHERE p.customer_id = f.customer_id AND p.agent_id = %s)
ORDER BY f.window_ends_at DESC, f.customer_id LIMIT %s
"""
_GIVEN = """
UPDATE crm.followup_assignments
SET agent_id = %s, number = %s, started_at = now(), window_started_at = now(),
    window_ends_at = now() + interval '20 hours', decided_at = now()
WHERE customer_id = %s AND status = 'ACTIVE'
"""


def agents_of(site: Site) -> list[dict[str, Any]]:
    """The agents in their order: id, number, user name and name."""
    return site.rows(_AGENTS)


def agent_of(site: Site, login: Login) -> dict[str, Any]:
    """The agent that a person is; who is none yet takes the last place."""
    known = [each for each in agents_of(site) if each["username"] == login.username]
    if known:
        return known[0]
    body = {"user_id": str(site.user_id(login)), "capacity": 60}
    site.call(site.login("ADMIN"), "POST", "/followup/agents", body)
    return agent_of(site, login)


def give_members(site: Site, agent: dict[str, Any], count: int) -> list[dict[str, Any]]:
    """Members whose window is that agent's from now on, 20 hours long: id and name of each."""
    members = site.rows(_OPEN, agent["id"], count)
    for member in members:
        site.write(_GIVEN, agent["id"], agent["number"], member["id"])
    return members


def _member(site: Site, record: Callable[[str], str]) -> str:
    """A member of the first person who is an agent; four are given at once."""
    agent = agent_of(site, site.login("AGENT"))
    known = site.rows(
        """SELECT customer_id::text AS id FROM crm.followup_assignments
           WHERE status = 'ACTIVE' AND agent_id = %s ORDER BY window_ends_at""",
        agent["id"],
    )
    found = known if len(known) > 3 else give_members(site, agent, 4)
    return str(found[0]["id"])


def _travelled(site: Site, record: Callable[[str], str]) -> str:
    """The open member with the longest path."""
    [found] = site.rows(
        """SELECT customer_id::text AS id FROM crm.followup_assignments f
           JOIN crm.followup_assignments o USING (customer_id) WHERE o.status = 'ACTIVE'
           GROUP BY customer_id ORDER BY count(*) DESC, customer_id LIMIT 1"""
    )
    return str(found["id"])


def _run(site: Site, record: Callable[[str], str]) -> str:
    """The run that moved most."""
    most = "SELECT run_id::text AS id FROM crm.followup_runs ORDER BY rotated DESC, run_id LIMIT 1"
    [found] = site.rows(most)
    return str(found["id"])


def _agent(site: Site, record: Callable[[str], str]) -> str:
    return str(agent_of(site, site.login("AGENT"))["id"])


def _away(site: Site, record: Callable[[str], str]) -> str:
    """The agent who is away for longest."""
    [found] = site.rows(
        """SELECT agent_id::text AS id FROM crm.followup_days_off WHERE cancelled_at IS NULL
           ORDER BY last_day - first_day DESC, agent_id LIMIT 1"""
    )
    return str(found["id"])


RECORDS: dict[str, Maker] = {
    "followup_member": _member,
    "travelled_member": _travelled,
    "followup_run": _run,
    "followup_agent": _agent,
    "away_agent": _away,
}


def _cards(page: Page) -> None:
    """My members as cards, and who leaves me within a day."""
    expect(page.get_by_role("article").first).to_be_visible()
    leaving = page.get_by_role("heading", name="Berpindah dalam 24 jam, dan kepada siapa")
    expect(leaving).to_be_visible()


def _logging(page: Page) -> None:
    """A follow-up without words is refused at its field."""
    _cards(page)
    page.get_by_role("article").first.get_by_role("button", name="Catat tindak lanjut").click()
    form = page.get_by_role("dialog")
    form.get_by_role("button", name="Simpan").click()
    expect(form.get_by_text("Paling sedikit 3 huruf.")).to_be_visible()


def _path(page: Page) -> None:
    expect(page.get_by_role("list", name="Perjalanan")).to_be_visible()


def _order(page: Page) -> Locator:
    return page.get_by_role("list", name="Urutan petugas")


def _circle(page: Page) -> None:
    """The order as a circle and as a list."""
    expect(page.get_by_role("img", name="sebagai lingkaran")).to_be_visible()
    expect(_order(page).get_by_role("listitem").nth(1)).to_be_visible()


def _reordered(page: Page) -> None:
    """The second agent was moved up, and it is not saved."""
    _circle(page)
    _order(page).get_by_role("button", name="Naikkan").nth(1).click()
    expect(page.get_by_role("region", name="Perubahan urutan")).to_be_visible()


def _changing(page: Page) -> None:
    """Suspending asks why."""
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_role("radio", name="Dibekukan").check()
    page.get_by_role("dialog").get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("Tulis alasannya.")).to_be_visible()


def _year(page: Page) -> None:
    """The months of the year, each day a button."""
    expect(page.get_by_role("group", name="Bulan-bulan")).to_be_visible()
    expect(page.locator("[data-day$='-12-31']")).to_be_visible()


def _chosen(page: Page) -> None:
    """Two days of December are chosen by dragging."""
    _year(page)
    page.locator("[data-day$='-12-28']").drag_to(page.locator("[data-day$='-12-29']"))
    expect(page.get_by_role("region", name="Tandai tidak masuk")).to_contain_text("2 hari dipilih")


def _marking(page: Page) -> None:
    """Days are not marked without a reason."""
    _chosen(page)
    page.get_by_role("button", name="Tandai tidak masuk").click()
    form = page.get_by_role("dialog")
    form.get_by_role("button", name="Tandai tidak masuk").click()
    expect(form.get_by_text("Tulis alasannya.")).to_be_visible()


def _report(page: Page) -> None:
    expect(page.get_by_role("heading", name="Menurut petugas")).to_be_visible()


def _figures(page: Page) -> None:
    """Rotations, performance and load; the rotations as a table as well."""
    expect(page.get_by_role("img", name="Rotasi per hari")).to_be_visible()
    page.get_by_text("Sebagai tabel").first.click()
    expect(page.get_by_role("heading", name="Sebaran beban")).to_be_visible()


def _filtering(page: Page) -> None:
    listed(page)
    page.get_by_role("button", name="Berakhir").click()
    expect(page.get_by_role("menu")).to_be_visible()


def _asking(page: Page) -> None:
    expect(page.get_by_role("dialog", name="Jalankan rotasi sekarang")).to_be_visible()


def _none(page: Page) -> None:
    expect(page.get_by_text("Tidak ada anggota yang cocok")).to_be_visible()


PAGES = {
    "my follow-up": Look("AGENT", "/followup", _cards, after="followup_member"),
    "logging a follow-up, refused": Look("AGENT", "/followup", _logging, within=DIALOG, after="followup_member"),
    "follow-up of a branch": Look("SUPERVISOR", "/followup", listed),
    "follow-up, filtering": Look("SUPERVISOR", "/followup", _filtering, within=MENU),
    "follow-up, filtered to nothing": Look("SUPERVISOR", "/followup?status=PENDING&due=0", _none),
    "follow-up of all, masked": Look("ADMIN", "/followup", listed),
    "follow-up refused": Look("MARKETING", "/followup", refused, (403,)),
    "customers enter the follow-up": Look("ADMIN", "/followup", clicked("Masukkan nasabah", "Masukkan nasabah"), within=DIALOG),
    "a follow-up member": Look("AGENT", "/followup/members/{followup_member}", _path),
    "a follow-up member with a path": Look("ADMIN", "/followup/members/{travelled_member}", _path),
    "due soon": Look("AGENT", "/followup/due/{followup_agent}", _cards, after="followup_member"),
    "moves of a run": Look("AGENT", "/followup/moves/{followup_run}", heading("Perpindahan")),
    "circle of agents": Look("AGENT", "/followup/agents", _circle),
    "circle of agents, rearranged": Look("ADMIN", "/followup/agents", _reordered),
    "adding a follow-up agent": Look("ADMIN", "/followup/agents", clicked("Tambah petugas", "Tambah petugas"), within=DIALOG),
    "suspending a follow-up agent, refused": Look("ADMIN", "/followup/agents?change={followup_agent}", _changing, within=DIALOG),
    "calendar of an agent": Look("ADMIN", "/followup/agents/{away_agent}", _chosen, opened_anew=True),
    "calendar of an agent, read": Look("AGENT", "/followup/agents/{away_agent}", _year),
    "marking days away, refused": Look("ADMIN", "/followup/agents/{followup_agent}", _marking, within=DIALOG),
    "runs of the follow-up": Look("SUPERVISOR", "/followup/runs", listed),
    "running the rotation": Look("ADMIN", "/followup/runs?start=yes", _asking, within=DIALOG),
    "report of a run": Look("ADMIN", "/followup/runs/{followup_run}", _report),
    "dashboard of the follow-up": Look("DIRECTOR", "/followup/dashboard", _figures),
    "dashboard of a branch's follow-up": Look("SUPERVISOR", "/followup/dashboard?days=7", _figures),
}

_READERS = ["SUPERVISOR", "COMPLIANCE", "ADMIN", "DIRECTOR"]
LINKS = (
    Link(
        "Tindak lanjut",
        "/followup",
        39,
        ["AGENT", "SUPERVISOR", "COMPLIANCE", "ADMIN"],
        "work",
        short="Giliran",
    ),
    Link(
        "Dasbor tindak lanjut",
        "/followup/dashboard",
        61,
        _READERS,
        "insight",
        short="Kinerja",
    ),
    Link("Rotasi", "/followup/runs", 85, _READERS, "control"),
    Link(
        "Petugas tindak lanjut",
        "/followup/agents",
        138,
        ["ADMIN"],
        "configuration",
        short="Petugas",
    ),
)
