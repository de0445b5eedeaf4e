"""The engine equals a count minute by minute over generated calendars and questions; `make models` asks 10,000."""

from __future__ import annotations

import os
import random
from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from simpul.platform.text import Text
from simpul.workflow.calendars.worktime import DayKind, NamedDay, WorkingTime
from simpul.workflow.errors import CalendarHasNoTime
from tests.workflow.calendars.oracle import Minutes, Oracle, at

CASES = int(os.environ.get("SIMPUL_CALENDAR_CASES", "1000"))
WINDOW = 21
# A window of each zone; those of summer time hold a change of the clock.
PLACES = [
    ("Asia/Jakarta", at(2026, 3, 10)),
    ("Asia/Makassar", at(2026, 12, 22)),
    ("Asia/Jayapura", at(2027, 2, 20)),
    ("Europe/Amsterdam", at(2026, 3, 18)),  # an hour is skipped on 29 March
    ("Europe/Amsterdam", at(2026, 10, 14)),  # an hour comes twice on 25 October
    ("America/St_Johns", at(2026, 10, 25)),
    ("Australia/Lord_Howe", at(2026, 3, 25)),  # half an hour comes twice
    ("Pacific/Apia", at(2011, 12, 20)),  # 30 December 2011 was left out
]
NAME = Text(id="Libur", en="Holiday")


class Case:
    """A calendar, a start and a number of seconds, drawn from one seed."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.zone, self.begin = self.draw.choice(PLACES)
        self.weekly = [self._intervals() for _ in range(7)]
        window = [(self.begin + timedelta(days=number)).date() for number in range(-1, WINDOW + 2)]
        self.days: dict[date, Minutes] = {day: self._intervals() for day in self.draw.sample(window, self.draw.randrange(4))}
        if self.draw.random() < 0.2:  # a whole week of holidays
            first = self.draw.randrange(len(window) - 7)
            self.days |= {day: [] for day in window[first : first + 7]}
        self.start = self.begin + timedelta(seconds=self.draw.randrange(WINDOW // 2 * 86_400), microseconds=self.draw.choice([0, 0, 1, 999_999]))
        self.seconds = self.draw.choice([1, 60, 3600, 8 * 3600, self.draw.randrange(1, 72 * 3600)])
        self.oracle = Oracle(self.zone, self.begin, WINDOW, self.weekly, self.days)
        self.engine = WorkingTime(
            self.zone,
            [[(a * 60, b * 60) for a, b in day] for day in self.weekly],
            {day: NamedDay(DayKind.SPECIAL, NAME, tuple((a * 60, b * 60) for a, b in intervals)) for day, intervals in self.days.items()},
        )

    def _intervals(self) -> Minutes:
        """None to four intervals, often on the hour, sometimes touching, sometimes to midnight."""
        count = self.draw.choice([0, 1, 1, 2, 2, 3, 4])
        scale = self.draw.choice([1, 15, 60])
        edges = sorted(self.draw.sample(range(1440 // scale + 1), count * 2))
        found = [(edges[at] * scale, edges[at + 1] * scale) for at in range(0, count * 2, 2)]
        if found and self.draw.random() < 0.15:
            found[-1] = (found[-1][0], 1440)
        if len(found) > 1 and self.draw.random() < 0.15:
            found[0] = (found[0][0], found[1][0])
        return found

    @property
    def whole(self) -> datetime:
        return self.start.replace(microsecond=0)


cases = st.integers(min_value=0, max_value=2**48).map(Case)
many = settings(max_examples=CASES, deadline=None, database=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck))


@given(case=cases)
@many
def test_working_time_equals_a_count_minute_by_minute(case: Case) -> None:
    expected = case.oracle.add(case.whole, case.seconds)
    try:
        reached = case.engine.add_working(case.start, case.seconds)
    except CalendarHasNoTime:
        assert expected is None
        return

    if expected is None:
        assert reached > case.begin + timedelta(days=WINDOW)
        return
    assert reached == expected
    # The same question backwards, and the span between.
    assert case.engine.working_between(case.start, reached) == case.seconds == case.oracle.worked_until(reached) - case.oracle.worked_until(case.whole)
    back = case.engine.add_working(reached, -case.seconds)
    assert back >= case.whole
    assert case.oracle.worked_until(back) == case.oracle.worked_until(case.whole)
    assert case.engine.working_between(reached, case.start) == -case.seconds


@given(case=cases, days=st.integers(min_value=1, max_value=10))
@settings(many, max_examples=500)
def test_working_days_equal_a_count_minute_by_minute(case: Case, days: int) -> None:
    expected = case.oracle.add_days(case.whole, days)
    try:
        reached = case.engine.add_working_days(case.start, days)
    except CalendarHasNoTime:
        assert expected is None
        return

    assert reached == expected or (expected is None and reached > case.begin + timedelta(days=WINDOW - 3))
