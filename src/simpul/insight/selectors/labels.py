"""What dashboards and schedules are called where the trail or a notice names them."""

from __future__ import annotations

from uuid import UUID

from simpul.insight.models import DashboardSchedule
from simpul.insight.policies import has_dashboard
from simpul.insight.selectors.boards import BOARDS
from simpul.platform.actor import Actor


def dashboard_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """The titles of those that the actor has."""
    return {key: str(BOARDS[key].title) for key in ids if key in BOARDS and has_dashboard(actor, BOARDS[key].roles)}


def schedule_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """The dashboards of the actor's own schedules."""
    known = [UUID(each) for each in ids if _is_uuid(each)]
    rows = DashboardSchedule.objects.filter(pk__in=known, created_by=actor.id)
    return {str(row.id): str(BOARDS[row.dashboard].title) for row in rows if row.dashboard in BOARDS}


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
