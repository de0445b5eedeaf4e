"""The ladder of escalation in the clock's own transaction: one timer for each rung that is still to be reached.

When a rung is reached follows from the events of the clock alone (`cases.sla.climbs`). A timer only wakes the worker, which
then writes down what was reached (`services.climbing`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from simpul.cases.models import Case
from simpul.cases.selectors.clocks import recorded_rungs
from simpul.cases.sla import Calendars, Change, Climb, History, Rung, climbs
from simpul.cases.vocabulary import SUBJECT
from simpul.platform.clock import now
from simpul.workflow.public import NewTimer, cancel, schedule_many, schedule_new

KIND = "cases.ladder"
# An answer in the very second in which a rung would be reached is in time: so that second must be over.
_AFTER = timedelta(seconds=1)


@dataclass(frozen=True)
class Ladder:
    """A case with what happened to its clocks, until now and before the change; a case that begins has no before."""

    case: Case
    before: History | None
    history: History


def ladder_follow(ladders: Sequence[Ladder], calendars: Calendars) -> None:
    """Let the timers of cases wait for the moments that their clocks now say; those whose moment stays are left alone.

    In the transaction of the change. Rungs that were reached stay due until the worker has written them down.
    """
    schedule_new(rung_timer(one.case, one.history, climb) for one in ladders if one.before is None for climb in climbs(one.history, calendars))
    moved, gone = list[tuple[Ladder, Climb]](), list[str]()
    for one in ladders:
        if one.before is None:
            continue
        waited = {climb.rung: climb.at for climb in climbs(one.before, calendars)}
        found = {climb.rung: climb for climb in climbs(one.history, calendars)}
        anew = _life(one.before) != _life(one.history)
        moved += [(one, climb) for rung, climb in found.items() if anew or waited.get(rung) != climb.at]
        gone += [_key(one.case, one.before, rung) for rung in waited if rung not in found]
    present = now()
    written = recorded_rungs([one.case.id for one, climb in moved if climb.at <= present])
    cancel(gone)
    schedule_many(rung_timer(one.case, one.history, climb) for one, climb in moved if climb.rung not in written.get(one.case.id, {}))


def rung_timer(case: Case, history: History, climb: Climb) -> NewTimer:
    """What wakes the worker when the rung is reached."""
    return NewTimer(
        _key(case, history, climb.rung), KIND, SUBJECT, str(case.id), due_at=climb.at + _AFTER,
        customer_id=case.customer_id, branch_code=case.branch_code, data=rung_data(climb.rung),
    )  # fmt: skip


def _key(case: Case, history: History, rung: Rung) -> str:
    """Each life of a case has its own keys: one that fired in vain while the case was answered must not stop the next."""
    return f"case:{case.id}:{_life(history)}:{rung.percent}+{rung.working_days}:{rung.level}:{rung.act}"


def _life(history: History) -> int:
    return sum(event.change is Change.REOPEN for event in history.events)


def rung_data(rung: Rung) -> dict[str, Any]:
    """A rung as the log keeps it."""
    return {"percent": rung.percent, "working_days": rung.working_days, "level": rung.level, "act": rung.act.value}
