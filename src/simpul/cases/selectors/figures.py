"""How the cases of the whole organisation stand, for a monitoring system: numbers by state and clock, of nobody and no branch."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from simpul.cases.selectors.queue import due_soon
from simpul.cases.vocabulary import OPEN, Status
from simpul.iam.public import branches
from simpul.platform.actor import Actor
from simpul.platform.clock import JAKARTA, now
from simpul.platform.db import query

_OPEN = """
SELECT status, count(*) AS open, count(*) FILTER (WHERE assigned_to_user_id IS NULL) AS unassigned, min(created_at) AS oldest_at,
       count(*) FILTER (WHERE sla_due_at <= %(at)s) AS resolution, count(*) FILTER (WHERE legal_due_at <= %(at)s) AS legal,
       count(*) FILTER (WHERE first_responded_at IS NULL AND first_response_due_at <= %(at)s) AS first_response,
       count(*) FILTER (WHERE sla_due_at > %(at)s AND sla_due_at <= %(soon)s) AS due_soon
FROM crm.cases WHERE status IN ('NEW', 'IN_PROGRESS', 'WAITING_INFO', 'ESCALATED') GROUP BY status
"""
_BREACHED = """
SELECT count(*) AS n FROM crm.cases
WHERE branch_code = ANY (%(branches)s) AND status = ANY (%(statuses)s) AND sla_due_at >= %(midnight)s AND sla_due_at <= %(at)s
  AND (sla_breached_at IS NOT NULL OR status IN ('NEW', 'IN_PROGRESS', 'WAITING_INFO', 'ESCALATED'))
"""


def case_figures(*, actor: Actor) -> dict[str, Any]:
    """Open cases by state, how many of them are late by which clock, due soon and nobody's, since when the oldest is open, and how many came to be late today.

    Two statements: one reads every open case once, by the index of open cases; the other what was due since midnight in Jakarta, by the index of the queue.
    """
    at: datetime = now()
    midnight = datetime.combine(at.astimezone(JAKARTA).date(), time(), JAKARTA)
    rows = {row["status"]: row for row in query(_OPEN, {"at": at, "soon": at + due_soon(actor)})}
    late = query(_BREACHED, {"branches": sorted(branches()), "statuses": [one.value for one in Status], "midnight": midnight, "at": at})
    return {
        "open": {state.value: rows[state.value]["open"] if state.value in rows else 0 for state in sorted(OPEN)},
        "overdue": {clock: sum(row[clock] for row in rows.values()) for clock in ("first_response", "resolution", "legal")},
        "due_soon": sum(row["due_soon"] for row in rows.values()),
        "unassigned": sum(row["unassigned"] for row in rows.values()),
        "oldest_at": min((row["oldest_at"] for row in rows.values()), default=None),
        "breached_today": late[0]["n"],
    }
