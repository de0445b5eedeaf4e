"""The figures of the programme, of the branches that the actor sees."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, TypedDict

from simpul.followup.policies import can_read_figures, figure_branches
from simpul.followup.settings import programme_rules
from simpul.followup.vocabulary import AgentRef
from simpul.iam.public import system_identity
from simpul.platform.actor import Actor, require
from simpul.platform.clock import JAKARTA, now, today
from simpul.platform.db import query, scope

_SCOPE = "(%(branches)s::text[] IS NULL OR a.branch_code = ANY (%(branches)s::text[]))"
_NOW = f"""
SELECT count(*) FILTER (WHERE a.status = 'ACTIVE') AS active,
       count(*) FILTER (WHERE a.status = 'PENDING') AS pending,
       count(*) FILTER (WHERE a.window_ends_at > %(at)s AND a.window_ends_at <= %(soon)s) AS due_soon,
       count(*) FILTER (WHERE a.window_ends_at <= %(at)s) AS overdue
FROM crm.followup_assignments a WHERE a.status IN ('ACTIVE', 'PENDING') AND {_SCOPE}
"""
_DAYS = f"""
SELECT d.day::date AS day, coalesce(c.not_followed_up, 0) AS not_followed_up,
       coalesce(c.no_deposit, 0) AS no_deposit, coalesce(c.dealt, 0) AS dealt,
       coalesce(c.returned, 0) AS returned
FROM generate_series(%(first)s::date, %(last)s::date, interval '1 day') AS d (day)
LEFT JOIN (
    SELECT (a.started_at AT TIME ZONE 'Asia/Jakarta')::date AS day,
           count(*) FILTER (WHERE a.reason = 'NOT_FOLLOWED_UP') AS not_followed_up,
           count(*) FILTER (WHERE a.reason = 'NO_DEPOSIT') AS no_deposit,
           count(*) FILTER (WHERE a.reason = 'DEALT') AS dealt,
           count(*) FILTER (WHERE a.reason = 'RETURNED') AS returned
    FROM crm.followup_assignments a WHERE a.started_at >= %(since)s AND {_SCOPE}
    GROUP BY 1) c ON c.day = d.day
ORDER BY d.day
"""
# A window that ended says whether its agent followed up; one with a deposit is the agent's success.
_AGENTS = f"""
SELECT g.agent_id, g.number, g.capacity, u.full_name, coalesce(c.members, 0) AS members,
       coalesce(c.due_soon, 0) AS due_soon, coalesce(c.gained, 0) AS gained,
       coalesce(c.not_followed_up, 0) AS not_followed_up, coalesce(c.no_deposit, 0) AS no_deposit,
       coalesce(c.deposits, 0) AS deposits
FROM crm.followup_agents g JOIN iam.users u USING (user_id)
LEFT JOIN (
    SELECT a.agent_id, count(*) FILTER (WHERE a.ended_at IS NULL) AS members,
           count(*) FILTER (WHERE a.ended_at IS NULL AND a.window_ends_at <= %(soon)s) AS due_soon,
           count(*) FILTER (WHERE a.started_at >= %(since)s) AS gained,
           count(*) FILTER (WHERE a.ended_at >= %(since)s AND a.ended_reason = 'NOT_FOLLOWED_UP')
               AS not_followed_up,
           count(*) FILTER (WHERE a.ended_at >= %(since)s AND a.ended_reason = 'NO_DEPOSIT')
               AS no_deposit,
           count(*) FILTER (WHERE a.deposit_at >= %(since)s) AS deposits
    FROM crm.followup_assignments a WHERE (a.ended_at IS NULL OR a.ended_at >= %(since)s) AND {_SCOPE}
    GROUP BY a.agent_id) c USING (agent_id)
WHERE g.status <> 'LEFT' ORDER BY g.number
"""
_WAITING = "SELECT count(*) AS waiting FROM crm.followup_entries WHERE handled_at IS NULL"


class DayRow(TypedDict):
    """What runs did on one day."""

    day: date
    not_followed_up: int
    no_deposit: int
    dealt: int
    returned: int


class PerformanceRow(TypedDict):
    """One agent in figures; `conversion` is the percent of windows that ended with a deposit."""

    agent: AgentRef
    members: int
    capacity: int
    due_soon: int
    gained: int
    not_followed_up: int
    no_deposit: int
    deposits: int
    conversion: int | None


class DashboardRow(TypedDict):
    """The programme in figures."""

    as_of: datetime
    active: int
    pending: int
    due_soon: int
    overdue: int
    waiting: int | None
    advance_hours: int
    window_days: int
    days: list[DayRow]
    agents: list[PerformanceRow]


def dashboard_get(*, actor: Actor, days: int, branch: str | None) -> DashboardRow:
    """The figures of so many days up to now. Counts alone, so read as the product itself.

    Raises: Forbidden.
    """
    require(can_read_figures(actor))
    branches, rules, at = figure_branches(actor, branch), programme_rules(), now()
    last = today()
    first = last - timedelta(days=days - 1)
    asking = {
        "branches": branches,
        "at": at,
        "soon": at + rules.advance,
        "since": datetime.combine(first, time(), JAKARTA),
        "first": first,
        "last": last,
    }
    with scope(system_identity()):
        present = query(_NOW, asking)[0]
        per_day = query(_DAYS, asking)
        agents = query(_AGENTS, asking)
        waiting = query(_WAITING)[0]["waiting"] if branches is None else None
    return {
        "as_of": at,
        "active": present["active"],
        "pending": present["pending"],
        "due_soon": present["due_soon"],
        "overdue": present["overdue"],
        "waiting": waiting,
        "advance_hours": int(rules.advance.total_seconds() // 3600),
        "window_days": rules.window.days,
        "days": [_day(row) for row in per_day],
        "agents": [_performance(row) for row in agents],
    }


def _day(row: Mapping[str, Any]) -> DayRow:
    return {
        "day": row["day"],
        "not_followed_up": row["not_followed_up"],
        "no_deposit": row["no_deposit"],
        "dealt": row["dealt"],
        "returned": row["returned"],
    }


def _performance(row: Mapping[str, Any]) -> PerformanceRow:
    ended = row["not_followed_up"] + row["no_deposit"] + row["deposits"]
    return {
        "agent": {"id": row["agent_id"], "number": row["number"], "name": row["full_name"]},
        "members": row["members"],
        "capacity": row["capacity"],
        "due_soon": row["due_soon"],
        "gained": row["gained"],
        "not_followed_up": row["not_followed_up"],
        "no_deposit": row["no_deposit"],
        "deposits": row["deposits"],
        "conversion": round(100 * row["deposits"] / ended) if ended else None,
    }
