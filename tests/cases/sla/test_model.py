"""The clocks equal a play minute by minute over generated cases: calendars, waiting, reopenings, new terms, corrections.

A few hundred cases by default; `make sla-model` plays 10,000.
"""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from simpul.cases.sla import Change, Clock, ClockEvent, History, LegalTerms, Reading, Rung, Terms, climbs, moment_of, read
from simpul.cases.vocabulary import LadderAct
from simpul.platform.text import Text
from simpul.workflow.calendars.worktime import DayKind, NamedDay, WorkingTime
from tests.cases.sla.oracle import DAY, Happening, Minutes, Plan, Told, climbed, legal, operational

CASES = int(os.environ.get("SIMPUL_SLA_CASES", "150"))
WINDOW = 16
BEGIN = datetime(2026, 3, 9, tzinfo=UTC)  # a Monday; events fall in the first days
ZONES = {"Asia/Jakarta": 7 * 60, "Asia/Makassar": 8 * 60, "Asia/Jayapura": 9 * 60}
RUNGS = [
    *((percent, 0, 1, LadderAct.NOTIFY) for percent in (25, 50, 75, 100, 150, 200)),
    *((percent, days, 3, LadderAct.NOTIFY) for percent, days in ((100, 1), (100, 2), (150, 1))),
    (100, 0, 2, LadderAct.REASSIGN),
]
NAME = Text(id="Libur", en="Holiday")


class Model:
    """A case drawn from one seed, told twice: to the engine in events and terms, to the oracle in minutes."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.calendars: dict[tuple[str, int], WorkingTime] = {}
        self.plans: dict[tuple[str, int], Plan] = {}
        self.newest = {"hours": 0, "days": 0}
        self.zone = self.draw.choice(list(ZONES))
        self.events: list[ClockEvent] = []
        self.happenings: list[tuple[int, int, Happening]] = []
        self.sent: dict[int, int] = {}
        self._tell(Change.START, self.draw.randrange(3 * DAY), terms=self._terms(), calendars=self._version("hours") | self._version("days"))
        for minute in sorted(self.draw.randrange(self.start, 9 * DAY) for _ in range(self.draw.randrange(9))):
            self._happen(minute)
        self.now = self.draw.choice([self.draw.randrange(self.start, 10 * DAY), *(self.minute(event.at) for event in self.events)])

    @property
    def start(self) -> int:
        return self.minute(self.events[0].at)

    @staticmethod
    def minute(at: datetime) -> int:
        return int((at - BEGIN).total_seconds()) // 60

    @staticmethod
    def instant(minute: int) -> datetime:
        return BEGIN + timedelta(minutes=minute)

    def history(self) -> History:
        return History.of(self.events, self.instant(self.now) + timedelta(microseconds=999_999))

    def played(self, clock: Clock) -> list[Happening]:
        """What had happened by the moment of reading, as the oracle takes it, in order."""
        known = [(at, number, one) for at, number, one in self.happenings if at <= self.now]
        corrected = {number: moved for at, number, one in known if one.what == "CORRECT" for moved in [self.sent[number]]}
        taken = list[tuple[int, int, Happening]]()
        for at, number, one in known:
            if one.what == "CORRECT":
                continue
            if number in self.first_responses:
                if clock is not Clock.FIRST_RESPONSE:
                    continue
                correction = next((c for c in corrected if self.corrects[c] == number), None)
                if correction is not None:
                    if corrected[correction] < 0:
                        continue
                    at = corrected[correction]
            elif one.what == "STOP" and clock is Clock.FIRST_RESPONSE:
                one = replace(one, what="ANSWERED")
            taken.append((at, number, replace(one, at=at)))
        return [one for _, _, one in sorted(taken, key=lambda each: each[:2])]

    @property
    def first_responses(self) -> set[int]:
        return {event.sequence for event in self.events if event.change is Change.STOP and event.clock is Clock.FIRST_RESPONSE}

    @property
    def corrects(self) -> dict[int, int]:
        return {event.sequence: event.corrects for event in self.events if event.corrects is not None}

    def _happen(self, minute: int) -> None:
        change = self.draw.choice([*(Change.PAUSE, Change.RESUME, Change.STOP) * 3, Change.REOPEN, Change.REOPEN, *set(Change) - {Change.START}])
        match change:
            case Change.STOP:
                self._tell(change, minute, clock=self.draw.choice([Clock.FIRST_RESPONSE, Clock.RESOLUTION]))
            case Change.POLICY:
                self._tell(change, minute, terms=self._terms(), calendars={})
            case Change.CALENDAR:
                self._tell(change, minute, calendars=self._version(self.draw.choice(["hours", "days"])))
            case Change.CORRECT:
                open_stops = self.first_responses - set(self.corrects.values())
                if open_stops:
                    stop = self.draw.choice(sorted(open_stops))
                    earliest = self.minute(next(event.at for event in self.events if event.sequence == stop))
                    self.sent[len(self.events)] = self.draw.choice([-1, self.draw.randint(earliest, minute)])
                    self._tell(change, minute, corrects=stop)
            case _:
                self._tell(change, minute)

    def _tell(
        self,
        change: Change,
        minute: int,
        clock: Clock | None = None,
        terms: Terms | None = None,
        calendars: dict[str, int] | None = None,
        corrects: int | None = None,
    ) -> None:
        number = len(self.events)
        moved = self.sent.get(number, -1)
        cut = timedelta(microseconds=self.draw.choice([0, 0, 1, 999_999]))
        self.events.append(
            ClockEvent(number, change, self.instant(minute) + cut, clock, terms, calendars or {}, corrects, self.instant(moved) if moved >= 0 else None)
        )
        told = Happening(change.value, minute)
        if terms is not None and terms.legal is not None:
            law = {"days": terms.legal.days, "extension": terms.legal.extension_days, "day_cap": terms.legal.pause_cap_days}
            told = replace(told, cap=terms.pause_cap // 60, ladder=terms.ladder, **law)
        for key, version in (calendars or {}).items():
            told = replace(told, **{"plan" if key == "hours" else "law": self.plans[key, version]})
        self.happenings.append((minute, number, told))

    def _terms(self) -> Terms:
        minutes = self.draw.choice([32, 60, 8 * 60, self.draw.randrange(4, 4 * DAY, 4)])  # every share of the ladder is whole minutes
        law = LegalTerms("law", "days", self.draw.randint(1, 4), self.draw.randint(1, 3), self.draw.choice([0, 0, 1, 2]))
        first, cap = min(minutes, self.draw.randrange(1, DAY)), self.draw.choice([0, 60, 600, 4 * DAY])
        ladder = tuple(Rung(*rung) for rung in sorted(self.draw.sample(RUNGS, self.draw.randrange(6))))
        return Terms("policy", "HIGH", "hours", first * 60, minutes * 60, cap * 60, law, ladder)

    def _version(self, key: str) -> dict[str, int]:
        """A new version of a calendar: none to four intervals a day, holidays, sometimes a whole week of them."""
        self.newest[key] += 1
        weekly = [self._intervals() for _ in range(7)]
        weekly[self.draw.randrange(5)] = [(8 * 60, 17 * 60)]
        days = {day: self._intervals() for day in self.draw.sample(range(WINDOW), self.draw.randrange(4))}
        if self.draw.random() < 0.2:
            first = self.draw.randrange(WINDOW - 7)
            days |= {day: [] for day in range(first, first + 7)}
        version = (key, self.newest[key])
        self.plans[version] = Plan(ZONES[self.zone], BEGIN.weekday(), WINDOW, weekly, days)
        self.calendars[version] = WorkingTime(
            self.zone,
            [[(a * 60, b * 60) for a, b in day] for day in weekly],
            {
                date(2026, 3, 9) + timedelta(days=day): NamedDay(DayKind.SPECIAL, NAME, tuple((a * 60, b * 60) for a, b in intervals))
                for day, intervals in days.items()
            },
        )
        return {key: self.newest[key]}

    def _intervals(self) -> Minutes:
        count = self.draw.choice([0, 1, 1, 2, 3, 4])
        scale = self.draw.choice([1, 15, 60])
        edges = sorted(self.draw.sample(range(DAY // scale + 1), count * 2))
        return [(edges[at] * scale, edges[at + 1] * scale) for at in range(0, count * 2, 2)]


def same(reading: Reading, told: Told, model: Model, unit: int) -> None:
    """The engine's reading says what the oracle says."""
    instant = model.instant
    assert (reading.target, reading.consumed, reading.waited) == (told.target * unit, told.consumed * unit, told.waited * unit)
    assert reading.consumed + reading.remaining == reading.target
    assert reading.breached_at == (None if told.breached_at is None else instant(told.breached_at))
    assert reading.first_stopped_at == (instant(told.stops[0]) if told.stops else None)
    if told.due_at is None:
        assert reading.due_at >= instant((WINDOW - 2) * DAY)  # a minute before the end would have been found
    else:
        assert reading.due_at == instant(told.due_at)


def with_target(happenings: Sequence[Happening], terms: list[Terms], clock: Clock) -> list[Happening]:
    """The same happenings with the targets of one clock."""
    left = iter(terms)
    return [replace(one, target=next(left).target(clock) // 60) if one.what in ("START", "POLICY") else one for one in happenings]


@given(seed=st.integers(min_value=0, max_value=2**48))
@settings(max_examples=CASES, deadline=None, database=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck))
def test_the_clocks_equal_a_play_minute_by_minute(seed: int) -> None:
    model = Model(seed)
    now, horizon = model.now, (WINDOW - 2) * DAY
    history = model.history()
    readings = read(history, model.calendars, model.instant(now))
    terms = [event.terms for event in history.events if event.terms is not None]

    for clock in (Clock.FIRST_RESPONSE, Clock.RESOLUTION):
        told = operational(with_target(model.played(clock), terms, clock), now, horizon, once=clock is Clock.FIRST_RESPONSE)
        same(readings[clock], told, model, 60)
        assert moment_of(history, model.calendars, clock, 100) == readings[clock].due_at
        assert moment_of(history, model.calendars, clock, 50) <= readings[clock].due_at
    same(readings[Clock.LEGAL], legal(model.played(Clock.LEGAL), now, horizon), model, 1)


@given(seed=st.integers(min_value=0, max_value=2**48))
@settings(max_examples=CASES, deadline=None, database=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck))
def test_the_ladder_is_climbed_as_a_play_minute_by_minute_climbs_it(seed: int) -> None:
    model = Model(seed)
    horizon = (WINDOW - 2) * DAY
    history = model.history()
    terms = [event.terms for event in history.events if event.terms is not None]

    found = {one.rung: model.minute(one.at) for one in climbs(history, model.calendars)}

    told = climbed(with_target(model.played(Clock.RESOLUTION), terms, Clock.RESOLUTION), horizon)
    assert {rung: minute for rung, minute in found.items() if minute < horizon} == told
    # What was reached stays reached at the same moment, whatever happens later.
    before = [event for event in model.events if event.at <= history.events[-1].at]
    for number in range(1, len(before)):
        earlier = {one.rung: one.at for one in climbs(History.of(before[:number]), model.calendars) if one.at < before[number].at.replace(microsecond=0)}
        assert earlier.items() <= {one.rung: one.at for one in climbs(History.of(before), model.calendars)}.items()
