"""What the contract tests and the browser tests know of dashboards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from playwright.sync_api import Page, expect

from simpul.insight.models import DashboardSchedule
from simpul.platform.clock import now
from simpul.platform.ids import uuid7
from tests.contract.declared import Contract, Link, Look
from tests.contract.matrix import Recipe, World
from tests.e2e.harness.looks import DIALOG, heading, refused
from tests.support.database import rows
from tests.support.people import user_id

READERS = ["COMPLIANCE", "DIRECTOR", "MARKETING", "RM", "SUPERVISOR"]


def schedule_of(username: str) -> UUID:
    """A schedule of somebody, past the service."""
    with rows():
        owner = user_id(username)
        return DashboardSchedule.objects.create(
            dashboard="executive",
            preset="last_7",
            frequency="WEEKLY",
            hour=7,
            recipients=[owner],
            next_at=now(),
            created_by=owner,
        ).id


def _directors(status: int) -> Callable[[str | None, str], int]:
    """The executive dashboard is of directors; whoever reads others finds none."""
    return lambda role, subject: status if role == "DIRECTOR" else 404


def _somebodys(world: World) -> dict[str, UUID]:
    return {"schedule_id": uuid7()}


def _nobodys(role: str | None, subject: str) -> int:
    return 404


def _board(world: World) -> dict[str, str]:
    return {"key": "executive"}


def _created(world: World) -> dict[str, Any]:
    return {"dashboard": "executive", "frequency": "WEEKLY", "hour": 7}


RECIPES: dict[str, Recipe] = {
    "dashboards_list": Recipe(),
    "dashboards_get": Recipe(path=_board, rule=_directors(200)),
    "dashboards_file": Recipe(path=_board, rule=_directors(200)),
    "dashboard_recipients_list": Recipe(path=_board, rule=_directors(200)),
    "dashboard_schedules_list": Recipe(),
    "dashboard_schedules_create": Recipe(body=_created, rule=_directors(201)),
    "dashboard_schedules_update": Recipe(
        path=_somebodys,
        body=lambda world: {"version": 1, "is_active": False, "frequency": "DAILY", "hour": 8},
        rule=_nobodys,
    ),
    "dashboard_schedules_delete": Recipe(path=_somebodys, rule=_nobodys),
}
SYSTEM_VIEWS = {
    f"crm.figure_{name}": "what dashboards count, without names or texts"
    for name in (
        "absences",
        "advice",
        "activities",
        "audiences",
        "case_activities",
        "cases",
        "consents",
        "emergencies",
        "holidays",
        "leads",
        "managers",
        "offers",
        "opportunities",
        "tasks",
        "trail",
    )
}


def _drawn(name: str) -> Callable[[Page], None]:
    """A dashboard with its figures and charts."""

    def then(page: Page) -> None:
        heading(name)(page)
        expect(page.locator("[data-tile]").first).to_be_visible()
        expect(page.locator("[data-chart]").first).to_be_visible()

    return then


def _scheduling(page: Page) -> None:
    _drawn("Direksi")(page)
    expect(page.get_by_role("dialog", name="Kirim dasbor secara berkala")).to_be_visible()


PAGES = {
    "dashboard of a director": Look("DIRECTOR", "/dashboards", _drawn("Direksi")),
    "dashboard of service": Look("SUPERVISOR", "/dashboards/service?preset=last_90", _drawn("Layanan")),
    "dashboard of quality": Look("SUPERVISOR", "/dashboards/quality", _drawn("Mutu penanganan")),
    "dashboard of sales": Look("DIRECTOR", "/dashboards/sales?preset=year", _drawn("Penjualan")),
    "my own dashboard": Look("RM", "/dashboards/my_sales", _drawn("Penjualan saya")),
    "dashboard of marketing": Look("MARKETING", "/dashboards", _drawn("Pemasaran")),
    "dashboard of compliance": Look("COMPLIANCE", "/dashboards", _drawn("Kepatuhan")),
    "dashboard without figures": Look("DIRECTOR", "/dashboards/sales?from=2020-01-01&to=2020-01-31", _drawn("Penjualan")),
    "schedules of dashboards": Look("DIRECTOR", "/dashboards/executive?schedules=yes", _scheduling, within=DIALOG),
    "dashboard of another branch": Look("SUPERVISOR", "/dashboards/service?branch=ELSEWHERE", refused, (403,)),
    "no dashboard for an agent": Look(
        "AGENT",
        "/dashboards",
        lambda page: expect(page.get_by_text("Belum ada dasbor untuk peran Anda")).to_be_visible(),
    ),
}
LINKS = (Link("Dasbor", "/dashboards", 58, READERS, "insight"),)

CONTRACT = Contract(recipes=RECIPES, system_views=SYSTEM_VIEWS, pages=PAGES, links=LINKS)
