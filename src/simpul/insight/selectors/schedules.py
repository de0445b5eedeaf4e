"""Reading one's own schedules, and who may be sent a dashboard."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TypedDict
from uuid import UUID

from django.db.models import QuerySet

from simpul.iam.public import actor_for, names
from simpul.insight.errors import DashboardNotFound, DashboardScheduleNotFound
from simpul.insight.models import DashboardSchedule
from simpul.insight.policies import can_read_dashboard, has_dashboard
from simpul.insight.selectors.boards import BOARDS, Dashboard
from simpul.insight.vocabulary import RESOURCE, Frequency
from simpul.platform.actor import Actor
from simpul.platform.clock import JAKARTA
from simpul.platform.db import query

_RECIPIENTS = """
SELECT u.user_id, u.full_name FROM iam.users u
WHERE u.kind = 'USER' AND u.status = 'ACTIVE'
  AND EXISTS (SELECT FROM iam.user_roles ur JOIN iam.roles r ON r.role_id = ur.role_id
              WHERE ur.user_id = u.user_id AND coalesce(r.based_on, r.role_key) = ANY (%(roles)s))
  AND EXISTS (SELECT FROM iam.user_roles ur JOIN iam.grants g ON g.role_id = ur.role_id
              WHERE ur.user_id = u.user_id AND g.resource = %(resource)s AND g.action = 'R'
                AND (%(branch)s::text IS NULL OR g.reach = 4 OR EXISTS (
                    SELECT FROM iam.user_branch_scopes s LEFT JOIN iam.unit_branches b ON b.unit_code = s.unit_code
                    WHERE s.user_id = u.user_id AND coalesce(s.branch_code, b.branch_code) = %(branch)s
                      AND (s.active_from IS NULL OR s.active_from <= now()) AND (s.active_to IS NULL OR s.active_to > now()))))
ORDER BY u.full_name, u.user_id LIMIT 500
"""


class PersonRow(TypedDict):
    """A colleague by name."""

    id: UUID
    full_name: str


class ScheduleRow(TypedDict):
    """A schedule as its maker sees it."""

    id: UUID
    dashboard: str
    title: str
    branch: str | None
    preset: str
    frequency: str
    hour: int
    recipients: list[PersonRow]
    is_active: bool
    next_at: datetime
    sent_at: datetime | None
    version: int


def dashboard_find(actor: Actor, key: str) -> Dashboard:
    """A dashboard of the actor's roles.

    Raises: DashboardNotFound.
    """
    board = BOARDS.get(key)
    if board is None or not has_dashboard(actor, board.roles):
        raise DashboardNotFound()
    return board


def dashboards_of(actor: Actor) -> list[Dashboard]:
    """The dashboards of the actor's roles."""
    return [board for board in BOARDS.values() if has_dashboard(actor, board.roles)]


def own_schedules(actor: Actor) -> QuerySet[DashboardSchedule]:
    """The actor's schedules that were not deleted, the latest first."""
    rows = DashboardSchedule.objects.filter(created_by=actor.id, deleted_at__isnull=True)
    return rows.order_by("-created_at", "-id")


def schedule_get(actor: Actor, schedule_id: UUID, *, lock: bool = False) -> DashboardSchedule:
    """One of the actor's own schedules.

    Raises: DashboardScheduleNotFound.
    """
    rows = own_schedules(actor).filter(pk=schedule_id)
    found = (rows.select_for_update() if lock else rows).first()
    if found is None:
        raise DashboardScheduleNotFound()
    return found


def schedule_rows(schedules: list[DashboardSchedule]) -> list[ScheduleRow]:
    """Schedules with the names of whom they go to, in one statement."""
    people = names(people={each for row in schedules for each in row.recipients}).people
    return [
        {
            "id": row.id,
            "dashboard": row.dashboard,
            "title": str(BOARDS[row.dashboard].title) if row.dashboard in BOARDS else row.dashboard,
            "branch": row.branch_code,
            "preset": row.preset,
            "frequency": row.frequency,
            "hour": row.hour,
            "recipients": [{"id": each, "full_name": people.get(each, "")} for each in row.recipients],
            "is_active": row.is_active,
            "next_at": row.next_at,
            "sent_at": row.sent_at,
            "version": row.version,
        }
        for row in schedules
    ]


def recipient_of(user_id: UUID, board: Dashboard, branch: str | None) -> Actor | None:
    """The colleague as an actor, when they may see the dashboard of this branch themselves."""
    found = actor_for(user_id)
    if found is None or not can_read_dashboard(found, board.roles, branch):
        return None
    return found


def recipients_among(board: Dashboard, branch: str | None) -> list[PersonRow]:
    """The colleagues who have this dashboard as well, by name; one statement."""
    values = {"roles": sorted(board.roles), "branch": branch, "resource": RESOURCE}
    return [{"id": row["user_id"], "full_name": row["full_name"]} for row in query(_RECIPIENTS, values)]


def next_sending(frequency: str, hour: int, after: datetime) -> datetime:
    """The first instant after another one at which a dashboard is due, by Jakarta's clock."""
    local = after.astimezone(JAKARTA)
    at = local.replace(hour=hour, minute=0, second=0, microsecond=0)
    while at <= local or not _fits(frequency, at):
        at += timedelta(days=1)
    return at


def _fits(frequency: str, at: datetime) -> bool:
    if frequency == Frequency.WEEKLY:
        return at.isoweekday() == 1
    return at.day == 1 if frequency == Frequency.MONTHLY else True
