"""The ladder of escalation in the clock's own transaction: one timer for each rung that is still to be reached.

When a rung is reached follows from the events of the clock alone (`cases.sla.climbs`). A timer only wakes the worker, which
then writes down what was reached (`services.climbing`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from simpul.cases.models import Case
from simpul.cases.selectors.clocks import calendars_of, recorded_rungs
from simpul.cases.sla import Change, Climb, History, Rung, climbs
from simpul.cases.vocabulary import SUBJECT
from simpul.platform.clock import now
from simpul.workflow.public import NewTimer, cancel_of, schedule_many

KIND = "cases.ladder"
# An answer in the very second in which a rung would be reached is in time: so that second must be over.
_AFTER = timedelta(seconds=1)


def ladder_follow(states: Sequence[tuple[Case, History]], *, anew: bool) -> None:
    """Let the timers of cases wait for the moments that their clocks now say; `anew` when rungs may have fallen away.

    In the transaction of the change. Rungs that were reached stay due until the worker has written them down.
    """
    calendars = calendars_of(*(history for _, history in states))
    found = {case.id: climbs(history, calendars) for case, history in states}
    present = now()
    written = recorded_rungs([case_id for case_id, climbed in found.items() if any(one.at <= present for one in climbed)])
    if anew:
        cancel_of(SUBJECT, [case.id for case, _ in states], KIND)
    schedule_many(
        rung_timer(case, history, climb) for case, history in states for climb in found[case.id] if climb.rung not in written.get(case.id, {})
    )  # fmt: skip


def rung_timer(case: Case, history: History, climb: Climb) -> NewTimer:
    """What wakes the worker when the rung is reached."""
    return NewTimer(
        _key(case, history, climb.rung), KIND, SUBJECT, str(case.id), due_at=climb.at + _AFTER,
        customer_id=case.customer_id, branch_code=case.branch_code, data=rung_data(climb.rung),
    )  # fmt: skip


def _key(case: Case, history: History, rung: Rung) -> str:
    """Each life of a case has its own keys: one that fired in vain while the case was answered must not stop the next."""
    life = sum(event.change is Change.REOPEN for event in history.events)
    return f"case:{case.id}:{life}:{rung.percent}+{rung.working_days}:{rung.level}:{rung.act}"


def rung_data(rung: Rung) -> dict[str, Any]:
    """A rung as the log keeps it."""
    return {"percent": rung.percent, "working_days": rung.working_days, "level": rung.level, "act": rung.act.value}
