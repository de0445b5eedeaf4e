"""Why a clock is due when it is: every stretch that was counted, waited or stopped, and every event that changed it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from simpul.cases.sla import legal, operational
from simpul.cases.sla.history import Change, ClockEvent, History
from simpul.cases.sla.operational import Calendars, Phase, Piece
from simpul.cases.sla.terms import Clock
from simpul.workflow.public import Step, WorkingTime, explain


class LineKind(StrEnum):
    """What a line of the explanation tells.

    COUNTED, WAITED and STOPPED are stretches of time. CAP says that waiting was used up and the clock ran on; AHEAD is
    what is still counted from the last event to the due time, day by day in `steps`.
    """

    STARTED = "STARTED"
    COUNTED = "COUNTED"
    WAITED = "WAITED"
    CAP = "CAP"
    STOPPED = "STOPPED"
    REOPENED = "REOPENED"
    POLICY = "POLICY"
    CALENDAR = "CALENDAR"
    EXTENDED = "EXTENDED"
    AHEAD = "AHEAD"
    DUE = "DUE"


@dataclass(frozen=True)
class Line:
    """One line, in seconds, or in days of the legal clock.

    `counted` is what the line added, `total` what has been counted with it, `target` what was promised then.
    """

    kind: LineKind
    at: datetime
    until: datetime | None
    counted: int
    total: int
    target: int
    policy: str = ""
    priority: str = ""
    calendar: str = ""
    reason: str = ""
    steps: tuple[Step, ...] = ()


_TOLD = {Change.START: LineKind.STARTED, Change.REOPEN: LineKind.REOPENED, Change.POLICY: LineKind.POLICY, Change.CALENDAR: LineKind.CALENDAR}
_STRETCH = {Phase.RUN: LineKind.COUNTED, Phase.WAIT: LineKind.WAITED, Phase.STOP: LineKind.STOPPED}


def why(history: History, clock: Clock, calendars: Calendars) -> tuple[Line, ...]:
    """The lines from receipt to the due time, in order; none of a legal clock that the terms do not have.

    Raises: HistoryBroken, CalendarHasNoTime.
    """
    return tuple(_legal(history, calendars) if clock is Clock.LEGAL else _operational(history, clock, calendars))


def _operational(history: History, clock: Clock, calendars: Calendars) -> list[Line]:
    found = operational.pieces(history, clock, calendars)
    target = history.terms.target(clock)
    due_at = operational.reached_at(found, target)
    lines, total = list[Line](), 0
    before: ClockEvent | None = None
    for number, piece in enumerate(found):
        if piece.begun_by is not before:
            stays = piece.phase is Phase.STOP and found[number - 1].phase is Phase.STOP
            if (kind := _TOLD.get(piece.begun_by.change)) is not None and not (stays and kind is LineKind.REOPENED):
                lines.append(_line(kind, piece, clock, 0, total))
            before = piece.begun_by
        elif piece.phase is Phase.RUN:  # a second piece of one event: its waiting was used up
            lines.append(_line(LineKind.CAP, piece, clock, 0, total))
        if piece.end is not None:
            counted = piece.worked if piece.phase is Phase.RUN else 0
            total += counted
            _add(lines, _line(_STRETCH[piece.phase], piece, clock, counted, total))
    last = found[-1]
    if last.phase is Phase.STOP:
        _add(lines, _line(LineKind.STOPPED, last, clock, 0, total))
    elif total < target:
        ahead = explain(last.calendar, last.start, target - total)
        lines.append(_line(LineKind.AHEAD, last, clock, target - total, target, due_at, ahead.steps))
    return [*lines, _line(LineKind.DUE, last, clock, 0, target, due_at)]


def _add(lines: list[Line], line: Line) -> None:
    """Add a stretch; one of a clock that stands still goes on from the one before."""
    if lines and line.kind is LineKind.STOPPED is lines[-1].kind:
        lines[-1] = replace(lines[-1], until=line.until)
    else:
        lines.append(line)


def _line(kind: LineKind, piece: Piece, clock: Clock, counted: int, total: int, until: datetime | None = None, steps: tuple[Step, ...] = ()) -> Line:
    stretch = kind in (LineKind.COUNTED, LineKind.WAITED, LineKind.STOPPED)
    return Line(
        kind,
        until if kind is LineKind.DUE and until else piece.start,
        until or (piece.end if stretch else None),
        counted,
        total,
        piece.terms.target(clock),
        piece.terms.policy,
        piece.terms.priority,
        piece.terms.calendar,
        piece.begun_by.reason,
        steps,
    )


def _legal(history: History, calendars: Calendars) -> list[Line]:
    found, law = legal.count(history, calendars, history.events[-1].at), history.terms.legal
    if found is None or law is None:
        return []

    def line(kind: LineKind, at: datetime, counted: int = 0, total: int = 0, reason: str = "", until: datetime | None = None) -> Line:
        return Line(kind, at, until, counted, total, found.needed, law.rule_set, calendar=law.calendar, reason=reason)

    lines = [line(LineKind.STARTED, history.started_at)]
    events = iter([event for event in history.events if event.change in (Change.POLICY, Change.CALENDAR, Change.EXTEND, Change.REOPEN)])
    pending = next(events, None)
    counted = 0
    for close in sorted([*found.counted[: found.needed], *found.waited]):
        while pending is not None and pending.at <= close:
            if pending.change is not Change.EXTEND or pending.at == found.extended_at:
                kind = LineKind.EXTENDED if pending.change is Change.EXTEND else _TOLD[pending.change]
                lines.append(line(kind, pending.at, 0, counted, pending.reason))
            pending = next(events, None)
        waited = close in found.waited
        counted += not waited
        lines.append(line(LineKind.WAITED if waited else LineKind.COUNTED, close, int(not waited), counted))
    return [*lines, line(LineKind.DUE, found.due_at, 0, found.needed, until=found.due_at)]


def zone_of(history: History, clock: Clock, calendars: Calendars) -> str:
    """The zone in which the days of the explanation are read."""
    terms = history.terms
    key = terms.legal.calendar if clock is Clock.LEGAL and terms.legal else terms.calendar
    version = next(event.calendars[key] for event in reversed(history.events) if key in event.calendars)
    calendar: WorkingTime = calendars[key, version]
    return calendar.zone.key
