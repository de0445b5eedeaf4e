"""A clock of working seconds: its life cut into pieces that ran, waited or were stopped.

Each piece is counted in the calendar version and under the terms that were in force in it, so that a new version never
changes what has passed. Waiting counts up to the cap of the terms; after it the clock runs although the case still waits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

from simpul.cases.sla.history import Change, ClockEvent, History, HistoryBroken
from simpul.cases.sla.terms import Clock, Terms
from simpul.workflow.public import WorkingTime

Calendars = Mapping[tuple[str, int], WorkingTime]


class Phase(StrEnum):
    """What a clock does in a piece of its life."""

    RUN = "RUN"
    WAIT = "WAIT"
    STOP = "STOP"


@dataclass(frozen=True)
class Piece:
    """A stretch of one phase. An open one ends nowhere yet and has no `worked`; `begun_by` is the event that began it."""

    phase: Phase
    start: datetime
    end: datetime | None
    calendar: WorkingTime
    terms: Terms
    begun_by: ClockEvent
    worked: int = 0


def pieces(history: History, clock: Clock, calendars: Calendars, until: datetime | None = None) -> list[Piece]:
    """The pieces in order; the last is open when no `until` is given.

    Raises: HistoryBroken, CalendarHasNoTime.
    """
    return list(_measured(_phases(history, clock, calendars), until))


def consumed(found: list[Piece]) -> int:
    """Working seconds that ran."""
    return sum(piece.worked for piece in found if piece.phase is Phase.RUN)


def waited(found: list[Piece]) -> int:
    """Working seconds that were waited and not counted."""
    return sum(piece.worked for piece in found if piece.phase is Phase.WAIT)


def reached_at(found: list[Piece], seconds: int) -> datetime:
    """The first instant by which so many seconds have run, as if nothing happened after the last piece.

    A clock that is stopped is taken as if it had run on from its stop: so it can be said when it would have been due.

    Raises: CalendarHasNoTime.
    """
    left, runs_on = seconds, found[-1]
    for before, piece in pairwise(found):
        if before.phase is Phase.RUN:
            if before.worked >= left:
                return before.calendar.add_working(before.start, left)
            left -= before.worked
        if piece.phase is Phase.STOP and before.phase is not Phase.STOP:
            runs_on = piece
    if found[-1].phase is not Phase.STOP:
        runs_on = found[-1]
    return runs_on.calendar.add_working(runs_on.start, left)


def breached_at(found: list[Piece], clock: Clock) -> datetime | None:
    """The first instant after which the time was over under the terms of that moment, while the clock was not stopped.

    Gentler terms that come later do not undo it, and waiting that begins when the time is over does not defer it.
    """
    used = 0
    for piece in found:
        if piece.phase is Phase.STOP:
            continue
        assert piece.end is not None
        target, ran = piece.terms.target(clock), piece.worked if piece.phase is Phase.RUN else 0
        over: datetime | None = None
        if used >= target:
            over = piece.start
        elif used + ran >= target:
            over = piece.calendar.add_working(piece.start, target - used)
        if over is not None and over < piece.end:
            return over
        used += ran
    return None


def stops(history: History, clock: Clock) -> tuple[list[datetime], Phase]:
    """When the clock stopped, each time, and the phase that it is in after the last event."""
    phase, found = Phase.RUN, list[datetime]()
    for event in history.events:
        before, phase = phase, _after(phase, event, clock)
        if phase is Phase.STOP and before is not Phase.STOP:
            found.append(event.at)
    return found, phase


def _phases(history: History, clock: Clock, calendars: Calendars) -> Iterator[Piece]:
    """Every event begins a piece, without working time yet."""
    phase, versions, terms = Phase.RUN, dict[str, int](), history.terms
    begun: Piece | None = None
    for event in history.events:
        terms, phase = event.terms or terms, _after(phase, event, clock)
        versions.update(event.calendars)
        new = Piece(phase, event.at, None, _calendar(calendars, terms.calendar, versions), terms, event)
        if begun is not None:
            yield replace(begun, end=new.start)
        begun = new
    assert begun is not None
    yield begun


def _after(phase: Phase, event: ClockEvent, clock: Clock) -> Phase:
    if clock is Clock.FIRST_RESPONSE and phase is Phase.STOP:
        return phase  # there is one first response
    match event.change:
        case Change.START:
            return Phase.RUN
        case Change.PAUSE if phase is Phase.RUN:
            return Phase.WAIT
        case Change.RESUME if phase is Phase.WAIT:
            return Phase.RUN
        case Change.STOP if event.clock is clock:
            return Phase.STOP
        case Change.STOP if event.clock is Clock.RESOLUTION and phase is Phase.WAIT:
            return Phase.RUN  # whoever answers waits for the customer no longer, also when the answer never arrives
        case Change.REOPEN if phase is Phase.STOP:
            return Phase.RUN
    return phase


def _measured(phases: Iterator[Piece], until: datetime | None) -> Iterator[Piece]:
    """The pieces with what was worked in them, cut at `until`, and waiting cut where its cap is used up."""
    credit = 0
    for piece in phases:
        end = piece.end if until is None else min(piece.end or until, until)
        if end is not None and end <= piece.start:
            continue
        worked = piece.calendar.working_between(piece.start, end) if end is not None else 0
        if piece.phase is not Phase.WAIT:
            yield replace(piece, end=end, worked=worked)
            continue
        left = max(0, piece.terms.pause_cap - credit)
        if end is not None and worked <= left:
            credit += worked
            yield replace(piece, end=end, worked=worked)
            continue
        runs_at = piece.calendar.add_working(piece.start, left)
        credit += left
        if runs_at > piece.start:
            yield replace(piece, end=runs_at, worked=left)
        yield replace(piece, phase=Phase.RUN, start=runs_at, end=end, worked=worked - left if end is not None else 0)


def _calendar(calendars: Calendars, key: str, versions: Mapping[str, int]) -> WorkingTime:
    try:
        return calendars[key, versions[key]]
    except KeyError:
        raise HistoryBroken(f"The version of the calendar {key} is not known.") from None
