"""Recording what happens to a case's clocks, and keeping the due times that lists are ordered by."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from simpul.cases.levels.inforce import Promise
from simpul.cases.models import Case
from simpul.cases.selectors.clocks import calendars_of, clock_events, due_times
from simpul.cases.services.ladder import Ladder, ladder_follow
from simpul.cases.sla import Calendars, Change, ClockEvent, History, Readings, read
from simpul.cases.vocabulary import Kind, Priority
from simpul.platform.actor import Actor
from simpul.platform.db import execute
from simpul.workflow.public import worktime_versions

_STORE = """
INSERT INTO crm.case_clock_events (case_id, seq, change, occurred_at, clock, policy_version_id, legal_rules_id, rule_category, category_code, priority, kind, calendars, corrects,
                                   moved_to, reason, actor_user_id)
SELECT * FROM jsonb_to_recordset(%s::jsonb) AS n (case_id uuid, seq integer, change text, occurred_at timestamptz, clock text, policy_version_id uuid,
    legal_rules_id uuid, rule_category text, category_code text, priority text, kind text, calendars jsonb, corrects integer, moved_to timestamptz, reason text, actor_user_id uuid)
"""


def promised(promise: Promise, priority: Priority, kind: Kind, received_at: datetime) -> tuple[ClockEvent, Readings]:
    """The event that a case begins with, and what its clocks say then.

    Raises: CalendarHasNoTime.
    """
    begun, calendars = _under(ClockEvent(1, Change.START, received_at), promise, priority, kind)
    return begun, read(History.of([begun]), calendars, received_at)


def clock_start(*, actor: Actor, case: Case, begun: ClockEvent, promise: Promise) -> None:
    """Store the event that a new case begins with, and let its ladder wait."""
    history = History.of([begun])
    _store([_row(actor, case, begun, promise)])
    ladder_follow([Ladder(case, None, history)], calendars_of(history))


def clock_change(*, actor: Actor, case: Case, event: ClockEvent, promise: Promise | None = None) -> Readings:
    """Add an event to the clocks of a case that is locked, and set its due times; who saves the case is the caller.

    The event's place in the order is given here; its moment was taken under the lock. `promise` is of new terms, whose case
    already has its new priority and kind.

    Raises: HistoryBroken, CalendarHasNoTime.
    """
    known = clock_events([case.id])[case.id]
    placed = replace(event, sequence=known[-1].sequence + 1 if known else 1)
    if placed.change is Change.REOPEN:  # calendars may have changed while it was resolved
        placed = replace(placed, calendars=_in_force(key for event in known for key in event.calendars)[0])
    if promise is not None:
        placed, _ = _under(placed, promise, Priority(case.priority), Kind(case.kind))
        case.policy_version_id, case.legal_rules_id = promise.version_id, promise.law.id if promise.law else None
    history = History.of([*known, placed])
    calendars = calendars_of(history)
    readings = _kept(case, history, calendars, placed.at)
    _store([_row(actor, case, placed, promise)])
    ladder_follow([Ladder(case, History.of(known) if known else None, history)], calendars)
    return readings


def clock_change_many(*, actor: Actor, changes: Sequence[tuple[Case, Sequence[ClockEvent], ClockEvent]]) -> None:
    """Add one event to each of many locked cases, whose known events come with it; who saves them is the caller.

    Raises: HistoryBroken, CalendarHasNoTime.
    """
    placed = [(case, known, replace(event, sequence=known[-1].sequence + 1)) for case, known, event in changes]
    ladders = [Ladder(case, History.of(known), History.of([*known, event])) for case, known, event in placed]
    calendars = calendars_of(*(one.history for one in ladders))
    for one, (_, _, event) in zip(ladders, placed, strict=True):
        _kept(one.case, one.history, calendars, event.at)
    _store([_row(actor, case, event, None) for case, _, event in placed])
    ladder_follow(ladders, calendars)


def _kept(case: Case, history: History, calendars: Calendars, at: datetime) -> Readings:
    readings = read(history, calendars, at)
    for name, value in due_times(readings).items():
        setattr(case, name, value)
    return readings


def _store(rows: Sequence[dict[str, Any]]) -> None:
    """Nothing is read back: the database then asks only whether the rows may be added."""
    execute(_STORE, (json.dumps(rows, default=str),))


def _row(actor: Actor, case: Case, event: ClockEvent, promise: Promise | None) -> dict[str, Any]:
    row: dict[str, Any] = {"case_id": case.id, **_columns(event, actor)}
    if promise is not None:
        row |= {"policy_version_id": promise.version_id, "legal_rules_id": promise.law.id if promise.law else None}
        row |= {"rule_category": promise.category, "category_code": case.category_id, "priority": case.priority, "kind": case.kind}
    return row


def _under(event: ClockEvent, promise: Promise, priority: Priority, kind: Kind) -> tuple[ClockEvent, Calendars]:
    """The event with the terms that it brings, and the versions in force of the calendars that they name."""
    terms = promise.terms(priority, kind)
    numbers, calendars = _in_force([terms.calendar, *([terms.legal.calendar] if terms.legal else [])])
    return replace(event, terms=terms, calendars=numbers), calendars


def _in_force(keys: Iterable[str]) -> tuple[dict[str, int], Calendars]:
    """The versions of calendars that are in force: their numbers by key, and what they count."""
    found = worktime_versions([(key, None) for key in keys])
    return {key: number for (key, _), (number, _) in found.items()}, {(key, number): working for (key, _), (number, working) in found.items()}


def _columns(event: ClockEvent, actor: Actor) -> dict[str, Any]:
    return {
        "seq": event.sequence,
        "change": event.change.value,
        "occurred_at": event.at.isoformat(),
        "clock": event.clock.value if event.clock else None,
        "calendars": dict(event.calendars),
        "corrects": event.corrects,
        "moved_to": event.moved_to.isoformat() if event.moved_to else None,
        "reason": event.reason,
        "actor_user_id": actor.id,
    }
