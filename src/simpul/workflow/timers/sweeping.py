"""Firing what is due: in batches, each batch with all its effects in one transaction.

Rows are claimed by locks alone, and those that another worker holds are passed over. A worker that dies takes its
transaction with it: the timers are still due, and whoever sweeps next fires them. So nothing is lost, nothing happens
twice, and what came due while nobody swept is caught up once, in the order in which it was due.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from simpul.platform import faults, ports, telemetry
from simpul.platform.clock import now
from simpul.platform.db import execute, query, scope
from simpul.workflow.timers.registry import Timer, handler_of, in_hand

BATCH = 500
MOST_ATTEMPTS = 8
# A subject that somebody is working on is waited for only briefly: its timer is tried again, and the others go on.
_PATIENCE = "SET LOCAL lock_timeout = '5s'"
_CLAIM = """
SELECT timer_id AS id, key, kind, subject_type, subject_id, customer_id, branch_code, due_at, run_at, attempts, data FROM crm.timers
WHERE status = 'PENDING' AND run_at <= %s ORDER BY run_at, timer_id LIMIT %s FOR UPDATE SKIP LOCKED
"""
# A handler may have cancelled a later timer of this batch, or scheduled its own anew, even for a moment that has passed: that
# stands. So each statement looks for the timers as they were claimed.
_AS_CLAIMED = "t.timer_id = c.timer_id AND t.run_at = c.run_at AND t.status = 'PENDING'"
_STILL = f"SELECT t.timer_id FROM crm.timers t JOIN unnest(%s::uuid[], %s::timestamptz[]) AS c (timer_id, run_at) ON {_AS_CLAIMED}"
_FIRED = f"""
UPDATE crm.timers t SET status = 'FIRED', fired_at = %s, attempts = t.attempts + 1, last_error = '', updated_at = now()
FROM unnest(%s::uuid[], %s::timestamptz[]) AS c (timer_id, run_at) WHERE {_AS_CLAIMED}
"""
_PUT_OFF = f"""
UPDATE crm.timers t SET status = c.status, attempts = c.attempts, run_at = c.next_at, last_error = c.told, updated_at = now()
FROM unnest(%s::uuid[], %s::timestamptz[], %s::text[], %s::smallint[], %s::timestamptz[], %s::text[])
     AS c (timer_id, run_at, status, attempts, next_at, told) WHERE {_AS_CLAIMED}
"""

logger = logging.getLogger("simpul.timers")


@dataclass(frozen=True)
class Swept:
    """What a sweep did: timers fired, put off to be tried again, given up."""

    fired: int = 0
    put_off: int = 0
    failed: int = 0

    def __add__(self, other: Swept) -> Swept:
        return Swept(self.fired + other.fired, self.put_off + other.put_off, self.failed + other.failed)


@dataclass(frozen=True)
class _Failure:
    timer: Timer
    told: str

    @property
    def attempts(self) -> int:
        return self.timer.attempts + 1

    @property
    def final(self) -> bool:
        return self.attempts >= MOST_ATTEMPTS


def sweep(*, batch: int = BATCH, ending: Callable[[], bool] = lambda: False) -> Swept:
    """Fire everything that is due, batch by batch, until nothing is left or `ending` says so."""
    done = Swept()
    while not ending():
        began = time.perf_counter()
        taken, swept = _sweep_batch(batch)
        done += swept
        if taken:
            _count(swept, time.perf_counter() - began)
        if taken < batch:
            break
    return done


def _count(swept: Swept, seconds: float) -> None:
    telemetry.observe("simpul_timer_sweep_seconds", seconds)
    for outcome, number in (("fired", swept.fired), ("put_off", swept.put_off), ("failed", swept.failed)):
        telemetry.add("simpul_timers_total", number, outcome=outcome)


def back_off(attempts: int) -> timedelta:
    """How long to wait after so many failed attempts: 4 s, 16 s, 64 s, up to about four and a half hours."""
    return timedelta(seconds=4**attempts)


def _sweep_batch(batch: int) -> tuple[int, Swept]:
    present = now()
    with telemetry.span("timers"), scope(ports.system_actor()):
        execute(_PATIENCE)
        due = [Timer(**row) for row in query(_CLAIM, (present, batch))]
        if not due:
            return 0, Swept()
        by_kind: dict[str, list[Timer]] = {}
        for timer in due:
            by_kind.setdefault(timer.kind, []).append(timer)
        failures = [failure for timers in by_kind.values() for failure in _fire_set(timers)]
        failed = {failure.timer.id for failure in failures}
        fired = execute(_FIRED, (present, *_claims([timer for timer in due if timer.id not in failed])))
        _put_off(failures, present)
    final = sum(failure.final for failure in failures)
    return len(due), Swept(fired, len(failures) - final, final)


def _fire_set(claimed: Sequence[Timer]) -> list[_Failure]:
    """Hand the set over; when that fails, each half, down to single timers. Gives those that failed alone."""
    timers = _still(claimed)
    if not timers:
        return []
    token = in_hand.set(tuple(timer.id for timer in timers))
    try:
        with transaction.atomic():
            handler_of(timers[0].kind)(timers)
        return []
    except Exception as error:
        told = faults.told(error, but={"workflow/timers/sweeping.py"})
    finally:
        in_hand.reset(token)
    if len(timers) == 1:
        return [_Failure(timers[0], told)]
    logger.warning("A set of %d timers %s failed and is divided: %s.", len(timers), timers[0].kind, told)
    middle = len(timers) // 2
    return _fire_set(timers[:middle]) + _fire_set(timers[middle:])


def _still(claimed: Sequence[Timer]) -> list[Timer]:
    waiting = {row["timer_id"] for row in query(_STILL, _claims(claimed))}
    return [timer for timer in claimed if timer.id in waiting]


def _claims(timers: Sequence[Timer]) -> tuple[list[object], list[object]]:
    return [timer.id for timer in timers], [timer.run_at for timer in timers]


def _put_off(failures: Sequence[_Failure], present: datetime) -> None:
    if not failures:
        return
    for failure in failures:
        if failure.final:
            logger.error("The timer %s of kind %s is given up: %s.", failure.timer.id, failure.timer.kind, failure.told)
    rows = [("FAILED" if failure.final else "PENDING", failure.attempts, present + back_off(failure.attempts), failure.told) for failure in failures]
    execute(_PUT_OFF, [*_claims([failure.timer for failure in failures]), *(list(column) for column in zip(*rows, strict=True))])
