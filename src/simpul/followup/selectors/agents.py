"""Reading the agents of the programme and their calendar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, TypedDict
from uuid import UUID

from django.db.models import Sum

from simpul.followup.errors import FollowupAgentNotFound
from simpul.followup.models import FollowupAgent
from simpul.followup.policies import can_manage
from simpul.followup.selectors.rota import rota_read
from simpul.followup.vocabulary import RESOURCE, AgentRef
from simpul.iam.public import holders_anywhere, people
from simpul.platform.actor import Act, Actor
from simpul.platform.clock import today
from simpul.platform.db import query


class PersonRow(TypedDict):
    """A colleague by name."""

    id: UUID
    full_name: str


class AwayRow(TypedDict):
    """The days on which an agent is away at this moment."""

    kind: str
    first_day: date
    last_day: date


class AgentRow(TypedDict):
    """An agent of the programme with its members."""

    id: UUID
    person: PersonRow
    number: int
    capacity: int
    status: str
    members: int
    due_soon: int
    away: AwayRow | None
    free: bool
    version: int


class AgentsRow(TypedDict):
    """All agents in their order; `order_version` grows with every change of one of them."""

    items: list[AgentRow]
    order_version: int
    can: dict[str, bool]


class DayOffRow(TypedDict):
    """Days on which an agent takes no member."""

    id: UUID
    agent: AgentRef
    first_day: date
    last_day: date
    kind: str
    reason: str
    can: dict[str, bool]


class CandidatesRow(TypedDict):
    """Who may be added."""

    items: list[PersonRow]


class AgentChanged(TypedDict):
    """An agent after a change; None for one who has left."""

    agent: AgentRow | None


class CalendarRow(TypedDict):
    """A year of days off, and the days on which nobody is there."""

    year: int
    items: list[DayOffRow]
    uncovered_days: list[date]


class DaysOffMade(TypedDict):
    """What was entered, and the days among it on which nobody is there."""

    items: list[DayOffRow]
    uncovered_days: list[date]


def order_version() -> int:
    """A number that grows with every change of an agent."""
    return int(FollowupAgent.objects.aggregate(total=Sum("version"))["total"] or 0)


def agent_list(*, actor: Actor) -> AgentsRow:
    """The agents of the programme in their order."""
    rota, day = rota_read(), today()
    away = {row["agent_id"]: row for row in day_rows(day, day)}
    items: list[AgentRow] = [
        {
            "id": agent.agent_id,
            "person": {"id": agent.user_id, "full_name": agent.full_name},
            "number": agent.number,
            "capacity": agent.capacity,
            "status": agent.status,
            "members": agent.members,
            "due_soon": agent.due_soon,
            "away": _away(away.get(agent.agent_id)),
            "free": not rota.why_not(agent, day),
            "version": agent.version,
        }
        for agent in rota.agents
    ]
    return {
        "items": items,
        "order_version": order_version(),
        "can": {"manage": bool(can_manage(actor))},
    }


def agent_row(actor: Actor, agent_id: UUID) -> AgentRow | None:
    """One agent as the list shows it; None for one who has left."""
    found = [row for row in agent_list(actor=actor)["items"] if row["id"] == agent_id]
    return found[0] if found else None


def agent_lock(agent_id: UUID) -> FollowupAgent:
    """An agent who is in the programme, locked.

    Raises: FollowupAgentNotFound.
    """
    rows = FollowupAgent.objects.select_for_update().exclude(status=FollowupAgent.Status.LEFT)
    found = rows.filter(pk=agent_id).first()
    if found is None:
        raise FollowupAgentNotFound()
    return found


def agent_candidates() -> list[PersonRow]:
    """Colleagues who may log follow-ups and are no agents of the programme, by name."""
    there = set(FollowupAgent.objects.exclude(status="LEFT").values_list("user_id", flat=True))
    found = people(set(holders_anywhere(RESOURCE, Act.UPDATE)) - there)
    rows: list[PersonRow] = [{"id": key, "full_name": person.full_name} for key, person in found.items()]
    return sorted(rows, key=lambda row: (row["full_name"], row["id"]))


def day_rows(first: date, last: date, agent_id: UUID | None = None) -> Sequence[Mapping[str, Any]]:
    """Days off and absences that touch the given days, as stored."""
    return query("SELECT * FROM crm.followup_days(%s, %s, %s::uuid)", (first, last, agent_id))


def day_off_rows(actor: Actor, year: int, agent_id: UUID | None = None) -> list[DayOffRow]:
    """The calendar of a year; absences of a person are shown, and cancelled elsewhere."""
    manages = bool(can_manage(actor))
    found = day_rows(date(year, 1, 1), date(year, 12, 31), agent_id)
    return [_day_off(row, manages) for row in found]


def days_off_made(actor: Actor, agent_id: UUID, ids: set[UUID], first: date, last: date) -> list[DayOffRow]:
    """Days off that were entered just now."""
    manages = bool(can_manage(actor))
    found = day_rows(first, last, agent_id)
    return [_day_off(row, manages) for row in found if row["id"] in ids]


def uncovered_days(first: date, last: date) -> list[date]:
    """The days among these on which every active agent is away: nobody would get a member."""
    active = set(FollowupAgent.objects.filter(status="ACTIVE").values_list("pk", flat=True))
    if not active:
        return []
    away: dict[date, set[UUID]] = {}
    for row in day_rows(first, last):
        if row["agent_id"] in active:
            for day in _days_of(max(row["first_day"], first), min(row["last_day"], last)):
                away.setdefault(day, set()).add(row["agent_id"])
    return sorted(day for day, agents in away.items() if agents == active)


def _days_of(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=step) for step in range((last - first).days + 1))


def _away(row: Mapping[str, Any] | None) -> AwayRow | None:
    if row is None:
        return None
    return {"kind": row["kind"], "first_day": row["first_day"], "last_day": row["last_day"]}


def _day_off(row: Mapping[str, Any], manages: bool) -> DayOffRow:
    return {
        "id": row["id"],
        "agent": {"id": row["agent_id"], "number": row["number"], "name": row["name"]},
        "first_day": row["first_day"],
        "last_day": row["last_day"],
        "kind": row["kind"],
        "reason": row["reason"],
        "can": {"cancel": manages and row["kind"] != "ABSENCE"},
    }
