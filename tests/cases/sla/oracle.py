"""The clocks of a case played through minute by minute, with none of the engine's code: what its answers are compared with.

Moments are whole minutes since the beginning of a window, and every event, target and cap falls on one, so that nothing
changes within a minute. The zones have no summer time: a minute is so far from UTC.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from simpul.cases.sla import Rung

Minutes = Sequence[tuple[int, int]]
DAY = 1440


class Plan:
    """One calendar version over the window: which minutes are worked, on which local day, and which instants close a day."""

    def __init__(self, offset: int, first_weekday: int, window: int, weekly: Sequence[Minutes], days: Mapping[int, Minutes]) -> None:
        self.offset = offset
        local = bytearray((window + 2) * DAY)
        for day in range(window + 2):
            for opens, closes in days.get(day, weekly[(first_weekday + day) % 7]):
                local[day * DAY + opens : day * DAY + closes] = b"\1" * (closes - opens)
        self.works = bytes(local[offset : offset + window * DAY + 1])
        closing = {
            max(minute for minute in range(day * DAY, (day + 1) * DAY) if local[minute]) + 1
            for day in range(window + 2)
            if any(local[day * DAY : (day + 1) * DAY])
        }
        self.closes = {minute - offset for minute in closing}

    def day(self, minute: int) -> int:
        """The local day of a minute."""
        return (minute + self.offset) // DAY


@dataclass
class Happening:
    """An event as the oracle takes it: what, when, and the numbers that it brings (minutes, or days)."""

    what: str
    at: int
    plan: Plan | None = None
    law: Plan | None = None
    target: int = 0
    cap: int = 0
    days: int = 0
    extension: int = 0
    day_cap: int = 0
    ladder: tuple[Rung, ...] = ()


@dataclass
class Told:
    """What is said of one clock at the moment of reading; no due time when the window ends before it."""

    target: int = 0
    consumed: int = 0
    waited: int = 0
    due_at: int | None = None
    breached_at: int | None = None
    stops: list[int] = field(default_factory=list)


def operational(happenings: Sequence[Happening], now: int, horizon: int, *, once: bool = False) -> Told:
    """Play an operational clock; with `once` it is over at its first stop. Its due time is as if it ran on from its last stop."""
    told, waiting = Told(), list(happenings)
    state, works, target, cap, used, waited = "RUN", b"", 0, 0, 0, 0
    at_stop: tuple[int, bytes, int] = (0, b"", 0)
    reached: dict[int, int] = {}
    for minute in range(happenings[0].at, horizon):
        while waiting and waiting[0].at == minute:
            event = waiting.pop(0)
            if event.plan is not None:
                works = event.plan.works
            if event.what in ("START", "POLICY"):
                target, cap = event.target, event.cap
            if once and told.stops:
                continue
            if event.what == "PAUSE" and state == "RUN":
                state = "WAIT"
            elif event.what in ("RESUME", "ANSWERED") and state == "WAIT":
                state = "RUN"
            elif event.what == "STOP" and state != "STOP":
                state, at_stop = "STOP", (minute, works, used)
                told.stops.append(minute)
            elif event.what == "REOPEN" and state == "STOP":
                state = "RUN"
        if minute == now:
            told.consumed, told.waited = used, waited
            if state == "STOP":
                break
        if minute < now and state != "STOP" and used >= target and told.breached_at is None:
            told.breached_at = minute
        if minute >= now and used >= target:
            break
        if works[minute] and state == "WAIT" and waited < cap:
            waited += 1
        elif works[minute] and state != "STOP":
            used += 1
            reached[used] = minute + 1
    if state == "STOP":
        minute, works, used = at_stop
        while used < target and minute < horizon:
            used += works[minute]
            minute += 1
            reached.setdefault(used, minute)
    told.target, told.due_at = target, reached.get(target)
    return told


def climbed(happenings: Sequence[Happening], horizon: int) -> dict[Rung, int]:
    """Climb the ladder of the RESOLUTION clock: at each minute every rung of the ladder in force is looked at again."""
    waiting, found = list(happenings), dict[Rung, int]()
    state, plan, target, cap, used, waited = "RUN", happenings[0].plan, 0, 0, 0, 0
    ladder: tuple[Rung, ...] = ()
    reached: dict[int, int] = {}
    for minute in range(happenings[0].at, horizon):
        while waiting and waiting[0].at == minute:
            event = waiting.pop(0)
            plan = event.plan or plan
            if event.what in ("START", "POLICY"):
                target, cap, ladder = event.target, event.cap, event.ladder
            if event.what == "PAUSE" and state == "RUN":
                state = "WAIT"
            elif event.what == "RESUME" and state == "WAIT":
                state = "RUN"
            elif event.what == "STOP":
                state = "STOP"
            elif event.what == "REOPEN" and state == "STOP":
                state = "RUN"
        assert plan is not None
        for rung in ladder if state != "STOP" else ():
            share = target * rung.percent // 100
            if rung in found or used < share:
                continue
            closes = [close for close in plan.closes if close <= minute and plan.day(close - 1) > plan.day(reached[share])] if rung.working_days else []
            if len(closes) >= rung.working_days:
                found[rung] = minute
        if plan.works[minute] and state == "WAIT" and waited < cap:
            waited += 1
        elif plan.works[minute] and state != "STOP":
            used += 1
            reached[used] = minute + 1
    return found


def legal(happenings: Sequence[Happening], now: int, horizon: int) -> Told:
    """Play the clock of the law: a day is settled at its close, before what happens at that very instant."""
    told, waiting, plan = Told(), list(happenings), happenings[0].law
    assert plan is not None
    days = most = extension = cap = 0
    waits = stopped = extended = False
    counted, skipped = list[int](), list[int]()
    start, settled = happenings[0].at, plan.day(happenings[0].at)
    for minute in range(start, horizon):
        if minute > start and minute in plan.closes and plan.day(minute - 1) > settled:
            settled = plan.day(minute - 1)
            (skipped if waits and len(skipped) < cap else counted).append(minute)
        while waiting and waiting[0].at == minute:
            event = waiting.pop(0)
            plan = event.law or plan
            if event.what in ("START", "POLICY"):
                days, most, cap = event.days, event.extension, event.day_cap
            elif event.what == "EXTEND" and not extended and len(counted) < days + extension:
                extended, extension = True, most
            elif event.what == "PAUSE":
                waits = not stopped
            elif event.what == "RESUME":
                waits = False
            elif event.what == "STOP" and not stopped:
                waits, stopped = False, True
                told.stops.append(minute)
            elif event.what == "REOPEN":
                stopped = False
        if minute == now:
            told.consumed, told.waited = len(counted), len(skipped)
            if stopped:
                told.consumed = sum(close <= told.stops[-1] for close in counted)
                told.waited = sum(close <= told.stops[-1] for close in skipped)
        if minute < now and not stopped and len(counted) >= days + extension and told.breached_at is None:
            told.breached_at = minute
        if minute >= now and len(counted) >= days + extension:
            break
    told.target = days + extension
    told.due_at = counted[told.target - 1] if len(counted) >= told.target else None
    return told
