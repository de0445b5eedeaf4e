"""What happens when rungs of ladders are reached: written down at their true times, told, and handed on.

Every rung that was reached and is not in the log yet is written, whichever timer woke the worker; the highest of each case
is told. So nothing is told twice or forgotten, however late the worker comes and however often it is killed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from simpul.audit.public import record
from simpul.cases.acts import CaseAct
from simpul.cases.models import Case, CaseActivity
from simpul.cases.selectors.clocks import calendars_of, clock_events, recorded_rungs
from simpul.cases.services.handing import Places, Reached, tell
from simpul.cases.services.ladder import rung_data, rung_timer
from simpul.cases.services.reassigning import reassign
from simpul.cases.sla import Climb, History, climbs
from simpul.cases.vocabulary import OPEN, SUBJECT, ActivityType
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.ids import uuid7
from simpul.platform.ports import system_actor
from simpul.workflow.public import NewTimer, Timer, schedule_many

# A case that somebody is working on at this moment is looked at again, instead of holding up the others or being held up.
_AGAIN = timedelta(seconds=2)


def ladder_climb(timers: Sequence[Timer]) -> None:
    """Write down what was reached, each rung at its true time; the highest of each open case is told, and hands it on if it says so.

    Cases that are locked are left to the next sweep.
    """
    actor, present = system_actor(), now()
    ids = list(dict.fromkeys(UUID(timer.subject_id) for timer in timers))
    cases = {case.id: case for case in _free(ids)}
    _again([timer for timer in timers if UUID(timer.subject_id) not in cases], present)
    histories = {case_id: History.of(events) for case_id, events in clock_events(list(cases)).items()}
    calendars, written = calendars_of(*histories.values()), recorded_rungs(list(cases))
    reached, ahead, woken = list[Reached](), list[NewTimer](), {timer.key for timer in timers}
    for case_id, history in histories.items():
        climbed = [climb for climb in climbs(history, calendars) if climb.rung not in written.get(case_id, {})]
        if over := [climb for climb in climbed if climb.at < present.replace(microsecond=0)]:
            reached.append(Reached(cases[case_id], tuple(over)))
        # A timer that woke by an older word of the clock waits for the present one.
        ahead += [rung_timer(cases[case_id], history, climb) for climb in climbed if climb not in over]
    schedule_many(timer for timer in ahead if timer.key in woken)
    _write(actor, reached, present)


def _write(actor: Actor, reached: Sequence[Reached], present: datetime) -> None:
    if not reached:
        return
    open_ones = [one for one in reached if one.case.status in OPEN]
    told: dict[UUID, tuple[UUID, ...]] = {}
    if open_ones:
        places = Places()
        handed = reassign(actor, open_ones, places, present)
        told = handed | tell([one for one in open_ones if one.case.id not in handed], places)
    CaseActivity.objects.bulk_create(
        CaseActivity(
            id=uuid7(), case=one.case, activity_type=ActivityType.SLA, data=_data(one, climb, told, present), actor_user_id=actor.id, created_at=climb.at
        )
        for one in reached
        for climb in one.climbs
    )
    rungs = sum(len(one.climbs) for one in reached)
    single = str(reached[0].case.id) if len(reached) == 1 else ""
    record(actor, CaseAct.CLIMB_LADDER, object_type=SUBJECT, object_id=single, meta={"cases": len(reached), "rungs": rungs, "told": len(told)})


def _data(one: Reached, climb: Climb, told: dict[UUID, tuple[UUID, ...]], present: datetime) -> dict[str, Any]:
    to = told.get(one.case.id, ()) if climb == one.highest else ()
    return {"rung": rung_data(climb.rung), "to": [str(each) for each in to], "noticed_at": present.isoformat()}


def _again(timers: Iterable[Timer], present: datetime) -> None:
    schedule_many(
        NewTimer(
            timer.key, timer.kind, timer.subject_type, timer.subject_id, due_at=present + _AGAIN,
            customer_id=timer.customer_id, branch_code=timer.branch_code, data=timer.data,
        )
        for timer in timers
    )  # fmt: skip


def _free(ids: Sequence[UUID]) -> Iterable[Case]:
    """Those of the cases that nobody works on, under their locks, with their categories."""
    return Case.objects.select_related("category").select_for_update(of=("self",), skip_locked=True, no_key=True).filter(pk__in=ids).order_by("pk")
