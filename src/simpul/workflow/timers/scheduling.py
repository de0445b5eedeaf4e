"""Scheduling and cancelling, in the transaction of the change that wants it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.platform.clock import now
from simpul.platform.db import execute, query
from simpul.workflow.calendars import worktime
from simpul.workflow.timers.registry import NewTimer, TimerMoment, handler_of, in_hand

# As many columns as `_row` gives.
_NEW = """
INSERT INTO crm.timers AS t (timer_id, key, kind, subject_type, subject_id, item_id, customer_id, branch_code, data, due_at, run_at, started_at, working_seconds,
                             calendar)
SELECT uuidv7(), n.key, n.kind, n.subject_type, n.subject_id, n.item_id, n.customer_id, n.branch_code, n.data::jsonb, n.due_at, n.due_at, n.started_at, n.working_seconds,
       n.calendar
FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[], %s::uuid[], %s::uuid[], %s::text[], %s::text[], %s::timestamptz[], %s::timestamptz[], %s::bigint[],
            %s::text[])
     AS n (key, kind, subject_type, subject_id, item_id, customer_id, branch_code, data, due_at, started_at, working_seconds, calendar)
ORDER BY n.key
"""
# A key that is known is moved, unless it has fired: then it stays as it is, and nothing fires twice.
_SCHEDULE = f"""{_NEW}
ON CONFLICT (key) DO UPDATE SET
    kind = excluded.kind, subject_type = excluded.subject_type, subject_id = excluded.subject_id, item_id = excluded.item_id,
    customer_id = excluded.customer_id, branch_code = excluded.branch_code, data = excluded.data, due_at = excluded.due_at, run_at = excluded.run_at, started_at = excluded.started_at,
    working_seconds = excluded.working_seconds, calendar = excluded.calendar, status = 'PENDING', attempts = 0, last_error = '', updated_at = now()
WHERE t.status <> 'FIRED'
RETURNING t.key
"""
# What is firing at this moment has fired for everybody but the sweep.
_CANCEL = "UPDATE crm.timers SET status = 'CANCELLED', updated_at = now() WHERE status IN ('PENDING', 'FAILED') AND timer_id <> ALL (%s) AND {which}"


def schedule(
    key: str,
    kind: str,
    *,
    subject_type: str,
    subject_id: object,
    due_at: datetime | None = None,
    working_seconds: int | None = None,
    calendar: str | None = None,
    started_at: datetime | None = None,
    customer_id: UUID | None = None,
    branch_code: str | None = None,
    data: Mapping[str, Any] | None = None,
) -> bool:
    """Let something happen at an instant, or after working seconds on a calendar; false when this key has fired already.

    A key that waits, was cancelled or has failed is moved to the new moment. The moment may lie in the past.

    Raises: TimerKindUnknown, TimerMoment, CalendarNotFound, CalendarHasNoTime.
    """
    new = NewTimer(
        key,
        kind,
        subject_type,
        str(subject_id),
        due_at,
        working_seconds,
        calendar,
        started_at,
        customer_id=customer_id,
        branch_code=branch_code,
        data=data or {},
    )
    return key in schedule_many([new])


def schedule_many(timers: Iterable[NewTimer]) -> set[str]:
    """Schedule a set in one statement; the keys that now wait, without those that have fired already.

    Of several timers with one key the last counts.

    Raises: TimerKindUnknown, TimerMoment, CalendarNotFound, CalendarHasNoTime.
    """
    last = {timer.key: timer for timer in timers}
    if not last:
        return set()
    present = now()
    rows = [_row(timer, present, moment) for timer, moment in zip(last.values(), _moments(list(last.values()), present), strict=True)]
    return {row["key"] for row in query(_SCHEDULE, [list(column) for column in zip(*rows, strict=True)])}


def schedule_new(timers: Iterable[NewTimer]) -> None:
    """Schedule a set whose keys have never been used, such as those of a subject that was made just now.

    The database then asks only whether they may be added, which is a tenth of the work of also asking what may be moved.

    Raises: as `schedule_many`; IntegrityError for a key that is known.
    """
    new = list(timers)
    if new:
        present = now()
        rows = [_row(timer, present, moment) for timer, moment in zip(new, _moments(new, present), strict=True)]
        execute(_NEW, [list(column) for column in zip(*rows, strict=True)])


def cancel(keys: Iterable[str]) -> int:
    """Let these not happen; how many there were. What has fired, or is firing, stays."""
    wanted = sorted(set(keys))
    return execute(_CANCEL.format(which="key = ANY (%s)"), (list(in_hand.get()), wanted)) if wanted else 0


def cancel_of(subject_type: str, subject_ids: Sequence[object], kind: str | None = None) -> int:
    """Let nothing happen any more to these subjects, of one kind or of all; how many timers there were."""
    which, params = "subject_type = %s AND subject_id = ANY (%s)", [subject_type, [str(one) for one in subject_ids]]
    if kind is not None:
        which, params = f"{which} AND kind = %s", [*params, kind]
    return execute(_CANCEL.format(which=which), [list(in_hand.get()), *params])


def _moments(timers: Sequence[NewTimer], present: datetime) -> list[datetime]:
    """When each is due; a calendar is looked up once for the set."""
    calendars = {key: worktime(key) for key in {timer.calendar for timer in timers if _is_working(timer)} if key}
    return [
        calendars[timer.calendar].add_working(timer.started_at or present, timer.working_seconds or 0) if timer.calendar else timer.due_at or present
        for timer in timers
    ]


def _is_working(timer: NewTimer) -> bool:
    """Whether it counts working time.

    Raises: TimerMoment.
    """
    working = timer.working_seconds is not None and timer.working_seconds >= 0 and timer.calendar is not None and timer.due_at is None
    plain = timer.due_at is not None and timer.working_seconds is None and timer.calendar is None and timer.started_at is None
    moments = [moment for moment in (timer.due_at, timer.started_at) if moment is not None]
    if not (working or plain) or any(moment.tzinfo is None for moment in moments):
        raise TimerMoment(f"The timer {timer.key} needs an aware instant, or working seconds on a calendar.")
    return working


def _row(timer: NewTimer, present: datetime, due_at: datetime) -> tuple[Any, ...]:
    handler_of(timer.kind)
    counted = _is_working(timer)
    return (
        timer.key,
        timer.kind,
        timer.subject_type,
        timer.subject_id,
        timer.item_id,
        timer.customer_id,
        timer.branch_code,
        json.dumps(dict(timer.data), default=str),
        due_at,
        (timer.started_at or present) if counted else None,
        timer.working_seconds,
        timer.calendar,
    )
