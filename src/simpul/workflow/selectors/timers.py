"""Timers as whoever operates the installation sees them: ids and moments, nothing of what they do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import query
from simpul.workflow.errors import TimerNotFound
from simpul.workflow.models import Timer
from simpul.workflow.policies.timers import can_read_timers

# A timer that should have fired a minute ago tells that nobody sweeps, or not fast enough.
LATE = timedelta(seconds=60)
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_COLUMNS = """timer_id AS id, key, kind, subject_type, subject_id, customer_id, branch_code, due_at, run_at, status, attempts, last_error, fired_at, updated_at,
       calendar, working_seconds"""


@dataclass(frozen=True)
class TimerFacts:
    """One timer with how it stands."""

    id: UUID
    key: str
    kind: str
    subject_type: str
    subject_id: str
    customer_id: UUID | None
    branch_code: str | None
    due_at: datetime
    run_at: datetime
    status: str
    attempts: int
    last_error: str
    fired_at: datetime | None
    updated_at: datetime
    calendar: str | None
    working_seconds: int | None

    @property
    def waits(self) -> bool:
        """Whether it is still to fire."""
        return self.status == Timer.Status.PENDING

    def late(self, present: datetime) -> bool:
        """Whether it should have fired a minute ago."""
        return self.waits and self.run_at < present - LATE


class TimerPlace(NamedTuple):
    """Where a timer stands in a list."""

    waiting: bool
    due_at: datetime
    timer_id: UUID


@dataclass(frozen=True)
class TimerFilter:
    """Which timers; every part that is given must hold.

    `late` are those that should have fired a minute ago; due at `since` or after, and before `until`.
    """

    status: str | None = None
    kind: str | None = None
    subject_type: str | None = None
    subject_id: str | None = None
    late: bool = False
    since: datetime | None = None
    until: datetime | None = None


def timer_list(*, actor: Actor, wanted: TimerFilter, after: TimerPlace | None = None, limit: int) -> list[TimerFacts]:
    """Timers after the given place: first those that wait, the one that is due first at their head; then the others, the latest first."""
    if not can_read_timers(actor):
        return []
    given = [
        ("kind = %s", wanted.kind),
        ("subject_type = %s", wanted.subject_type),
        ("subject_id = %s", wanted.subject_id),
        ("run_at < %s", now() - LATE if wanted.late else None),
        ("due_at >= %s", wanted.since),
        ("due_at < %s", wanted.until),
    ]
    conditions = [sql for sql, value in given if value is not None]
    values: list[object] = [value for _, value in given if value is not None]
    parts, params = [], []
    # Each status by itself, as the index has them: all of them together would be sorted whole for every page.
    for status in _statuses(wanted):
        waiting = status == Timer.Status.PENDING
        if after and after.waiting < waiting:
            continue
        further = after is not None and after.waiting == waiting
        where = ["status = %s", *conditions, *([f"(due_at, timer_id) {'>' if waiting else '<'} (%s, %s)"] if further else [])]
        order = "due_at, timer_id" if waiting else "due_at DESC, timer_id DESC"
        parts.append(f"(SELECT {_COLUMNS} FROM crm.timers WHERE {' AND '.join(where)} ORDER BY {order} LIMIT %s)")
        params += [status, *values, *([after.due_at, after.timer_id] if after and further else []), limit]
    found = [TimerFacts(**row) for row in query(" UNION ALL ".join(parts), params)] if parts else []
    ahead, past = ([timer for timer in found if timer.waits is waits] for waits in (True, False))
    return [*sorted(ahead, key=_due), *sorted(past, key=_due, reverse=True)][:limit]


def _statuses(wanted: TimerFilter) -> list[str]:
    if wanted.late:
        return [Timer.Status.PENDING]
    return [wanted.status] if wanted.status else list(Timer.Status)


def _due(timer: TimerFacts) -> tuple[datetime, UUID]:
    return timer.due_at, timer.id


def failed_timers(*, actor: Actor, before: tuple[datetime, str] | None = None, limit: int) -> list[TimerFacts]:
    """Timers that were given up, the latest first, before the given moment and `timer:<id>`."""
    if not can_read_timers(actor):
        return []
    where = "AND (updated_at, ('timer:' || timer_id) COLLATE \"C\") < (%s, %s)" if before else ""
    rows = query(
        f"SELECT {_COLUMNS} FROM crm.timers WHERE status = 'FAILED' {where} ORDER BY updated_at DESC, ('timer:' || timer_id) COLLATE \"C\" DESC LIMIT %s",
        [*(before or ()), limit],
    )
    return [TimerFacts(**row) for row in rows]


def timer_get(*, actor: Actor, timer_id: UUID, lock: bool = False) -> TimerFacts:
    """One timer.

    Raises: TimerNotFound, also for one beyond the actor's reach.
    """
    rows = query(f"SELECT {_COLUMNS} FROM crm.timers WHERE timer_id = %s {'FOR UPDATE' if lock else ''}", (timer_id,)) if can_read_timers(actor) else []
    if not rows:
        raise TimerNotFound()
    return TimerFacts(**rows[0])


def timer_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """The kinds of the timers that the actor may see, by id. Text that is no id has none."""
    wanted = [key for key in ids if _ID.fullmatch(key)] if can_read_timers(actor) else []
    rows = query("SELECT timer_id::text AS id, kind FROM crm.timers WHERE timer_id = ANY (%s::uuid[])", (wanted,)) if wanted else []
    return {row["id"]: row["kind"] for row in rows}


def timer_counts(*, actor: Actor, ceiling: int) -> dict[str, Any]:
    """How many timers wait, are late, are being tried again, were given up or fired within the last day; each count stops at the ceiling.

    `next_due_at` is when the first of those that wait is due, late ones included.
    """
    conditions = {
        "waiting": "status = 'PENDING'",
        "late": "status = 'PENDING' AND run_at < %(late)s",
        "retrying": "status = 'PENDING' AND attempts > 0",
        "failed": "status = 'FAILED'",
        "fired": "status = 'FIRED' AND due_at > %(yesterday)s",
    }
    parts = [f"(SELECT count(*) FROM (SELECT FROM crm.timers WHERE {condition} LIMIT %(ceiling)s) c) AS {name}" for name, condition in conditions.items()]
    parts.append("(SELECT min(due_at) FROM crm.timers WHERE status = 'PENDING') AS next_due_at")
    params = {"late": now() - LATE, "yesterday": now() - timedelta(days=1), "ceiling": ceiling if can_read_timers(actor) else 0}
    return query(f"SELECT {', '.join(parts)}", params)[0]
