"""Recording what happens to a case's clocks, and keeping the due times that lists are ordered by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from simpul.cases.levels.inforce import Promise
from simpul.cases.models import Case, CaseClockEvent
from simpul.cases.selectors.clocks import calendars_of, clock_events, due_times
from simpul.cases.services.ladder import ladder_follow
from simpul.cases.sla import Calendars, Change, ClockEvent, History, Readings, read
from simpul.cases.vocabulary import Kind, Priority
from simpul.platform.actor import Actor
from simpul.workflow.public import worktime_version

# After these, rungs may be gone that were waited for.
_SHORTENS = frozenset({Change.STOP, Change.POLICY})


def promised(promise: Promise, priority: Priority, kind: Kind, received_at: datetime) -> tuple[ClockEvent, Readings]:
    """The event that a case begins with, and what its clocks say then.

    Raises: CalendarHasNoTime.
    """
    begun = _under(ClockEvent(1, Change.START, received_at), promise, priority, kind)
    history = History.of([begun])
    return begun, read(history, calendars_of(history), received_at)


def clock_start(*, actor: Actor, case: Case, begun: ClockEvent, promise: Promise) -> None:
    """Store the event that a new case begins with, and let its ladder wait."""
    CaseClockEvent.objects.create(
        case=case, policy_version_id=promise.version_id, legal_rules_id=promise.law.id if promise.law else None, rule_category=promise.category,
        priority=case.priority, kind=case.kind, **_columns(begun, actor),
    )  # fmt: skip
    ladder_follow([(case, History.of([begun]))], anew=False)


def clock_change(*, actor: Actor, case: Case, event: ClockEvent, promise: Promise | None = None) -> Readings:
    """Add an event to the clocks of a case that is locked, and set its due times; who saves the case is the caller.

    The event's place in the order is given here; its moment was taken under the lock. `promise` is of new terms, whose case
    already has its new priority and kind.

    Raises: HistoryBroken, CalendarHasNoTime.
    """
    known = clock_events([case.id])[case.id]
    placed = replace(event, sequence=known[-1].sequence + 1 if known else 1)
    if placed.change is Change.REOPEN:  # calendars may have changed while it was resolved
        named = {key for event in known for key in event.calendars}
        placed = replace(placed, calendars={key: worktime_version(key)[0] for key in sorted(named)})
    if promise is not None:
        placed = _under(placed, promise, Priority(case.priority), Kind(case.kind))
        case.policy_version_id, case.legal_rules_id = promise.version_id, promise.law.id if promise.law else None
    history = History.of([*known, placed])
    readings = _kept(case, history, calendars_of(history), placed.at)
    _row(actor, case, placed, promise).save(force_insert=True)
    ladder_follow([(case, history)], anew=placed.change in _SHORTENS)
    return readings


def clock_change_many(*, actor: Actor, changes: Sequence[tuple[Case, Sequence[ClockEvent], ClockEvent]]) -> None:
    """Add one event to each of many locked cases, whose known events come with it; who saves them is the caller.

    Raises: HistoryBroken, CalendarHasNoTime.
    """
    placed = [(case, known, replace(event, sequence=known[-1].sequence + 1)) for case, known, event in changes]
    histories = [(case, History.of([*known, event])) for case, known, event in placed]
    calendars = calendars_of(*(history for _, history in histories))
    for (case, history), (_, _, event) in zip(histories, placed, strict=True):
        _kept(case, history, calendars, event.at)
    CaseClockEvent.objects.bulk_create(_row(actor, case, event, None) for case, _, event in placed)
    ladder_follow(histories, anew=any(event.change in _SHORTENS for _, _, event in placed))


def _kept(case: Case, history: History, calendars: Calendars, at: datetime) -> Readings:
    readings = read(history, calendars, at)
    for name, value in due_times(readings).items():
        setattr(case, name, value)
    return readings


def _row(actor: Actor, case: Case, event: ClockEvent, promise: Promise | None) -> CaseClockEvent:
    more: dict[str, Any] = {}
    if promise is not None:
        more = {"policy_version_id": promise.version_id, "legal_rules_id": promise.law.id if promise.law else None}
        more |= {"rule_category": promise.category, "priority": case.priority, "kind": case.kind}
    return CaseClockEvent(case=case, **more, **_columns(event, actor))


def _under(event: ClockEvent, promise: Promise, priority: Priority, kind: Kind) -> ClockEvent:
    """The event with the terms that it brings, and the versions in force of the calendars that they name."""
    terms = promise.terms(priority, kind)
    named = {terms.calendar, *([terms.legal.calendar] if terms.legal else [])}
    return replace(event, terms=terms, calendars={key: worktime_version(key)[0] for key in sorted(named)})


def _columns(event: ClockEvent, actor: Actor) -> dict[str, Any]:
    return {
        "seq": event.sequence,
        "change": event.change.value,
        "at": event.at,
        "clock": event.clock.value if event.clock else None,
        "calendars": dict(event.calendars),
        "corrects": event.corrects,
        "moved_to": event.moved_to,
        "reason": event.reason,
        "actor_user_id": actor.id,
    }
