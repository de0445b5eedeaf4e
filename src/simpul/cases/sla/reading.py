"""What the clocks of a case say at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from simpul.cases.sla import legal, operational
from simpul.cases.sla.history import History
from simpul.cases.sla.operational import Calendars, Phase
from simpul.cases.sla.terms import Clock

Readings = dict[Clock, "Reading"]


class State(StrEnum):
    """Whether a clock runs, waits for the customer, or has stopped."""

    RUNNING = "RUNNING"
    WAITING = "WAITING"
    STOPPED = "STOPPED"


@dataclass(frozen=True)
class Reading:
    """One clock. `target`, `consumed`, `remaining` and `waited` are working seconds, or working days of the legal clock.

    `due_at` follows from the events alone; it moves only when another one comes. `resumed_due_at` is what it would be if
    the customer answered now. `first_stopped_at` stays through reopenings. `breached_at` is the first instant after which
    the time was over; nothing that comes later undoes it.
    """

    clock: Clock
    state: State
    target: int
    consumed: int
    waited: int
    due_at: datetime
    resumed_due_at: datetime | None
    stopped_at: datetime | None
    first_stopped_at: datetime | None
    breached_at: datetime | None

    @property
    def remaining(self) -> int:
        """What is left of the target; negative when more was used."""
        return self.target - self.consumed

    @property
    def breached(self) -> bool:
        """Whether the time was over before the clock stopped."""
        return self.breached_at is not None


def read(history: History, calendars: Calendars, now: datetime) -> Readings:
    """Every clock of the case at `now`: a pure function of the events and of the calendar versions that they name.

    Raises: HistoryBroken, CalendarHasNoTime.
    """
    moment = max(now.replace(microsecond=0), history.events[-1].at)
    found = {clock: _operational(history, clock, calendars, moment) for clock in (Clock.FIRST_RESPONSE, Clock.RESOLUTION)}
    law = _legal(history, calendars, moment)
    return found if law is None else found | {Clock.LEGAL: law}


def moment_of(history: History, calendars: Calendars, clock: Clock, percent: int) -> datetime:
    """When so many percent of an operational target have run, if nothing more happens.

    Raises: HistoryBroken, CalendarHasNoTime, ValueError for the legal clock.
    """
    if clock is Clock.LEGAL:
        raise ValueError("The legal clock has one limit.")
    target = history.terms.target(clock)
    return operational.reached_at(operational.pieces(history, clock, calendars), -(-target * percent // 100))


def _operational(history: History, clock: Clock, calendars: Calendars, now: datetime) -> Reading:
    ahead = operational.pieces(history, clock, calendars)
    passed = operational.pieces(history, clock, calendars, now)
    target, used = history.terms.target(clock), operational.consumed(passed)
    stops, phase = operational.stops(history, clock)
    stopped = phase is Phase.STOP
    current = next(piece for piece in reversed(ahead) if piece.start <= now)
    waits = current.phase is Phase.WAIT
    return Reading(
        clock,
        State.STOPPED if stopped else State.WAITING if waits else State.RUNNING,
        target,
        used,
        operational.waited(passed),
        operational.reached_at(ahead, target),
        current.calendar.add_working(now, target - used) if waits and target > used else None,
        stops[-1] if stopped else None,
        stops[0] if stops else None,
        operational.breached_at(passed, clock),
    )


def _legal(history: History, calendars: Calendars, now: datetime) -> Reading | None:
    found, terms = legal.count(history, calendars, now), history.terms.legal
    if found is None or terms is None:
        return None
    stops, phase = operational.stops(history, Clock.RESOLUTION)
    stopped_at = stops[-1] if phase is Phase.STOP else None
    until = stopped_at or now
    waited = sum(close <= until for close in found.waited)
    waits = phase is Phase.WAIT and waited < terms.pause_cap_days
    return Reading(
        Clock.LEGAL,
        State.STOPPED if stopped_at else State.WAITING if waits else State.RUNNING,
        found.needed,
        sum(close <= until for close in found.counted),
        waited,
        found.due_at,
        None,
        stopped_at,
        stops[0] if stops else None,
        found.over_at,
    )
