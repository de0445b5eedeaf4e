"""Moving timers that wait when their calendar changes, and forgetting those that were over long ago."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from simpul.platform.clock import now
from simpul.platform.db import execute, query, scope
from simpul.platform.ports import system_actor
from simpul.platform.text import Text
from simpul.workflow.calendars import Use, worktime
from simpul.workflow.errors import CalendarHasNoTime

CHUNK = 5_000
# A key fires once for as long as it is remembered; no clock of a case runs for that long.
KEPT = timedelta(days=730)
_USE = Text(id="Pewaktu yang menunggu", en="Waiting timers")
_NEXT = """
SELECT timer_id, started_at, working_seconds, due_at FROM crm.timers
WHERE status = 'PENDING' AND calendar = %s AND attempts = 0 AND timer_id > %s ORDER BY timer_id LIMIT %s FOR UPDATE
"""
_MOVE = """
UPDATE crm.timers t SET due_at = c.due_at, run_at = c.due_at, updated_at = now()
FROM unnest(%s::uuid[], %s::timestamptz[]) AS c (timer_id, due_at) WHERE t.timer_id = c.timer_id
"""
_FORGET = """
DELETE FROM crm.timers WHERE timer_id IN (
    SELECT timer_id FROM crm.timers WHERE status = %s AND due_at < %s AND updated_at < %s ORDER BY due_at LIMIT %s)
"""


def recount(calendar: str, *, chunk: int = CHUNK) -> int:
    """Set every waiting timer of the calendar to when its version in force says; how many moved.

    Each chunk is one transaction. A timer for which the calendar no longer holds enough time keeps its moment, and one
    that was tried already keeps its next try.

    Raises: CalendarNotFound.
    """
    moved, last = 0, UUID(int=0)
    while True:
        with scope(system_actor()):
            time = worktime(calendar)
            rows = query(_NEXT, (calendar, last, chunk))
            ids, moments = [], []
            for row in rows:
                try:
                    due_at = time.add_working(row["started_at"], row["working_seconds"])
                except CalendarHasNoTime:
                    continue
                if due_at != row["due_at"]:
                    ids.append(row["timer_id"])
                    moments.append(due_at)
            moved += execute(_MOVE, (ids, moments)) if ids else 0
        if len(rows) < chunk:
            return moved
        last = rows[-1]["timer_id"]


def uses_of(calendar: str) -> list[Use]:
    """The kinds of timers that wait on the calendar, with how many there are."""
    rows = query("SELECT kind, count(*) AS number FROM crm.timers WHERE status = 'PENDING' AND calendar = %s GROUP BY kind ORDER BY kind LIMIT 20", (calendar,))
    return [Use(_USE, f"{row['kind']} ({row['number']})") for row in rows]


def forget(*, chunk: int = CHUNK) -> int:
    """Remove timers that fired or were cancelled two years ago; how many there were."""
    before = now() - KEPT
    return sum(execute(_FORGET, (status, before, before, chunk)) for status in ("FIRED", "CANCELLED"))
