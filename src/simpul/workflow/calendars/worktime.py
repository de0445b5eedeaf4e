"""Working time: which instants of a calendar count, and how far a number of working seconds reaches.

An instant is working time when the wall clock of the calendar's zone shows a time inside one of that day's
intervals. This one rule also decides the two odd days of zones with summer time: an hour that the clock skips is
never worked, an hour that it shows twice is worked twice.

Instants come in and go out in UTC. The engine counts whole seconds: a fraction of a second is cut off. Sums are kept
per UTC year, built when first needed; every search ends at a horizon, so that no calendar can hold it up for ever.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from simpul.platform.text import Text
from simpul.workflow.errors import CalendarHasNoTime

DAY = 86_400
HORIZON_YEARS = 10
# Spans of past instants may be longer than the horizon; these are the years for which sums are built at all.
FIRST_YEAR, LAST_YEAR = 1970, 2199

Interval = tuple[int, int]
"""Seconds of the local day, from (included) and to (excluded); 86,400 is midnight at its end."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)
_FIRST_DAY = date(1970, 1, 1).toordinal()


class DayKind(StrEnum):
    """Why a day differs from the weekly pattern."""

    HOLIDAY = "HOLIDAY"
    JOINT_LEAVE = "JOINT_LEAVE"
    SPECIAL = "SPECIAL"


@dataclass(frozen=True)
class NamedDay:
    """A day with a name. `intervals` replace the weekly ones; None leaves the weekly ones in force."""

    kind: DayKind
    name: Text
    intervals: tuple[Interval, ...] | None = ()


@dataclass(slots=True)
class _Year:
    """The working stretches of one UTC year as seconds since the epoch; `before` and `upto` are their running sums."""

    starts: list[int]
    ends: list[int]
    before: list[int]
    upto: list[int]
    total: int = 0

    def elapsed(self, second: int) -> int:
        """Working seconds from the beginning of the year to the second."""
        at = bisect_right(self.starts, second) - 1
        return 0 if at < 0 else self.before[at] + min(second, self.ends[at]) - self.starts[at]

    def reached(self, seconds: int) -> int:
        """The first second by which so many (1 to `total`) have been worked."""
        at = bisect_left(self.upto, seconds)
        return self.starts[at] + seconds - self.before[at]

    def left(self, seconds: int) -> int:
        """The last second by which no more than so many (0 to `total` - 1) have been worked."""
        at = bisect_right(self.before, seconds) - 1
        return self.starts[at] + seconds - self.before[at]


class WorkingTime:
    """One version of a calendar, ready to count. It never changes, so its sums may be shared and kept."""

    def __init__(self, zone: str, weekly: Sequence[Sequence[Interval]], days: Mapping[date, NamedDay] | None = None, *, horizon_years: int = HORIZON_YEARS):
        """`weekly` holds the intervals of Monday to Sunday, each day's in order and apart.

        Raises: ValueError for seven days not given, or intervals that overlap or leave the day.
        """
        if len(weekly) != 7:
            raise ValueError("A week has seven days.")
        self.zone = ZoneInfo(zone)
        self.weekly = tuple(tuple(intervals) for intervals in weekly)
        self.days = dict(days or {})
        self.horizon = 366 * DAY * horizon_years
        for intervals in (*self.weekly, *(day.intervals or () for day in self.days.values())):
            edges = [edge for interval in intervals for edge in interval]
            if edges != sorted(edges) or any(start >= end for start, end in intervals) or (edges and not 0 <= edges[0] <= edges[-1] <= DAY):
                raise ValueError("Intervals of a day stand in order, apart from each other, and inside the day.")
        self._by_number = {day.toordinal() - _FIRST_DAY: named.intervals for day, named in self.days.items() if named.intervals is not None}
        self._years: dict[int, _Year] = {}
        self._closings: dict[int, tuple[list[int], list[int]]] = {}

    def intervals(self, day: date) -> tuple[Interval, ...]:
        """The working intervals of a local day."""
        return self._intervals(day.toordinal() - _FIRST_DAY)

    def add_working(self, start: datetime, seconds: int) -> datetime:
        """The first instant by which so many seconds have been worked since `start`.

        Negative seconds go back: to the last instant from which so many were worked until `start`. Zero is `start`.

        Raises: CalendarHasNoTime when that lies beyond the horizon.
        """
        begin = _second(start)
        if seconds == 0:
            return _instant(begin)
        number = _year_of(begin)
        year = self._year(number)
        wanted = year.elapsed(begin) + seconds
        while wanted > year.total:
            wanted -= year.total
            number += 1
            self._within(_new_year(number) - begin)
            year = self._year(number)
        while wanted < 0:
            self._within(begin - _new_year(number))
            number -= 1
            year = self._year(number)
            wanted += year.total
        reached = year.reached(wanted) if seconds > 0 else year.left(wanted)
        self._within(abs(reached - begin))
        return _instant(reached)

    def working_between(self, start: datetime, end: datetime) -> int:
        """Working seconds from `start` to `end`; negative when `end` comes first.

        Raises: CalendarHasNoTime for an instant outside the years 1970 to 2199.
        """
        first, last = _second(start), _second(end)
        if last < first:
            return -self.working_between(end, start)
        low, high = _year_of(first), _year_of(last)
        whole = sum(self._year(year).total for year in range(low, high))
        return whole + self._year(high).elapsed(last) - self._year(low).elapsed(first)

    def is_working_day(self, day: date) -> bool:
        """Whether any time of the local day is worked."""
        numbers, _ = self._days(day.year)
        number = day.toordinal() - _FIRST_DAY
        at = bisect_left(numbers, number)
        return at < len(numbers) and numbers[at] == number

    def add_working_days(self, start: datetime, days: int) -> datetime:
        """When the given number of working days after the day of `start` is over: the close of the last of them.

        The day of `start` is not counted, as legal time limits want it. Zero is `start`.

        Raises: CalendarHasNoTime when that lies beyond the horizon, ValueError for a negative number.
        """
        if days < 0:
            raise ValueError("Working days are counted forward.")
        begin = _second(start)
        if days == 0:
            return _instant(begin)
        today = _instant(begin).astimezone(self.zone).date()
        left, year = days, today.year
        numbers, closings = self._days(year)
        at = bisect_right(numbers, today.toordinal() - _FIRST_DAY)
        while left > len(numbers) - at:
            left -= len(numbers) - at
            year, at = year + 1, 0
            self._within(_new_year(year) - 2 * DAY - begin)
            numbers, closings = self._days(year)
        closing = closings[at + left - 1]
        self._within(closing - begin)
        return _instant(closing)

    def stretches(self, start: datetime, end: datetime) -> Iterator[tuple[date, datetime, datetime]]:
        """The working stretches between two instants with their local day, in order."""
        for number, low, high in self._stretches(_second(start), _second(end)):
            yield date.fromordinal(number + _FIRST_DAY), _instant(low), _instant(high)

    def _within(self, distance: int) -> None:
        if distance > self.horizon:
            raise CalendarHasNoTime()

    def _intervals(self, number: int) -> tuple[Interval, ...]:
        named = self._by_number.get(number)
        return self.weekly[(number + 3) % 7] if named is None else named  # 1970 began on a Thursday

    def _offset(self, second: int) -> int:
        offset = datetime.fromtimestamp(second, self.zone).utcoffset()
        assert offset is not None
        return offset // _SECOND

    def _offsets(self, low: int, high: int) -> Iterator[tuple[int, int, int]]:
        """The span cut where the zone changes its offset: (from, to, offset). Zones never change twice within a day."""
        start, offset, second = low, self._offset(low), low
        while second < high:
            after = min(second + DAY, high)
            following = self._offset(after)
            if following != offset:
                left, right = second, after
                while right - left > 1:
                    middle = (left + right) // 2
                    left, right = (middle, right) if self._offset(middle) == offset else (left, middle)
                yield start, right, offset
                start, offset = right, following
            second = after
        if start < high:
            yield start, high, offset

    def _stretches(self, low: int, high: int) -> Iterator[tuple[int, int, int]]:
        """The working stretches of a span with the number of their local day, in order."""
        for begin, end, offset in self._offsets(low, high):
            for number in range((begin + offset) // DAY, (end + offset - 1) // DAY + 1):
                midnight = number * DAY - offset
                for opens, closes in self._intervals(number):
                    first, last = max(midnight + opens, begin), min(midnight + closes, end)
                    if first < last:
                        yield number, first, last

    def _year(self, year: int) -> _Year:
        built = self._years.get(year)
        if built is None:
            if not FIRST_YEAR <= year <= LAST_YEAR:
                raise CalendarHasNoTime()
            built = self._years[year] = _summed(self._stretches(_new_year(year), _new_year(year + 1)))
        return built

    def _days(self, year: int) -> tuple[list[int], list[int]]:
        """The working days of a local year by number, each with the second at which its last stretch ends."""
        built = self._closings.get(year)
        if built is None:
            if not FIRST_YEAR < year < LAST_YEAR:
                raise CalendarHasNoTime()
            numbers = range(date(year, 1, 1).toordinal() - _FIRST_DAY, date(year + 1, 1, 1).toordinal() - _FIRST_DAY)
            closing = {number: end for number, _, end in self._stretches(_new_year(year) - 2 * DAY, _new_year(year + 1) + 2 * DAY) if number in numbers}
            built = self._closings[year] = (sorted(closing), [closing[number] for number in sorted(closing)])
        return built


def _summed(stretches: Iterator[tuple[int, int, int]]) -> _Year:
    year = _Year([], [], [], [])
    for _, start, end in stretches:
        if year.ends and year.ends[-1] == start:  # over midnight: one stretch
            year.ends[-1] = end
            year.upto[-1] += end - start
        else:
            year.starts.append(start)
            year.ends.append(end)
            year.before.append(year.total)
            year.upto.append(year.total + end - start)
        year.total += end - start
    return year


def _second(instant: datetime) -> int:
    if instant.tzinfo is None:
        raise ValueError("An instant carries its time zone.")
    return (instant - _EPOCH) // _SECOND


def _instant(second: int) -> datetime:
    return _EPOCH + timedelta(seconds=second)


def _year_of(second: int) -> int:
    return _instant(second).year


def _new_year(year: int) -> int:
    return (date(year, 1, 1).toordinal() - _FIRST_DAY) * DAY
