"""Working time counted minute by minute, with nothing of the engine's: what its answers are compared with.

A table made once for each window of a zone says what the wall clock shows in every minute. Within a minute nothing
changes, since intervals and the offsets of today's zones are whole minutes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, cached_property
from itertools import pairwise
from zoneinfo import ZoneInfo

Minutes = list[tuple[int, int]]


@dataclass(frozen=True)
class WallClock:
    """The local days of a window, and for each of its UTC minutes the local day and the place among their minutes in a row."""

    dates: list[date]
    days: list[date]
    places: list[int]

    @cached_property
    def runs(self) -> list[slice]:
        """The places in the order of the UTC minutes, those that follow each other taken together."""
        jumps = [minute for minute in range(1, len(self.places)) if self.places[minute] != self.places[minute - 1] + 1]
        edges = [0, *jumps, len(self.places)]
        return [slice(self.places[first], self.places[end - 1] + 1) for first, end in pairwise(edges)]


@cache
def wall_clock(zone: str, begin: datetime, days: int) -> WallClock:
    """What the wall clock of a zone shows in every minute of a window."""
    local = [(begin + timedelta(minutes=minute)).astimezone(ZoneInfo(zone)) for minute in range(days * 1440)]
    dates = sorted({moment.date() for moment in local})
    place = {day: number * 1440 for number, day in enumerate(dates)}
    return WallClock(dates, [moment.date() for moment in local], [place[moment.date()] + moment.hour * 60 + moment.minute for moment in local])


@dataclass
class Oracle:
    """Counts over one window. `weekly` and `days` hold intervals in minutes of the local day."""

    zone: str
    begin: datetime
    window: int
    weekly: list[Minutes]
    days: dict[date, Minutes]

    def __post_init__(self) -> None:
        self.clock = wall_clock(self.zone, self.begin, self.window)
        plan = b"".join(self._plan(day) for day in self.clock.dates)
        self.works = b"".join(plan[run] for run in self.clock.runs)

    def _plan(self, day: date) -> bytes:
        plan = bytearray(1440)
        for first, last in self.days.get(day, self.weekly[day.weekday()]):
            plan[first:last] = b"\1" * (last - first)
        return bytes(plan)

    def worked_until(self, instant: datetime) -> int:
        """Working seconds from the beginning of the window."""
        minute, second = divmod(int((instant - self.begin).total_seconds()), 60)
        return self.works.count(1, 0, minute) * 60 + (second if minute < len(self.works) and self.works[minute] else 0)

    def add(self, start: datetime, seconds: int) -> datetime | None:
        """The instant found by walking minute after minute; None when the window ends first."""
        first, second = divmod(int((start - self.begin).total_seconds()), 60)
        left = seconds + second if self.works[first] else seconds
        minute = first - 1
        while (minute := self.works.find(1, minute + 1)) >= 0:
            if left <= 60:
                return self.begin + timedelta(minutes=minute, seconds=left)
            left -= 60
        return None

    def add_days(self, start: datetime, days: int) -> datetime | None:
        """The end of the last worked minute of the n-th worked local day after the start's; None when the window ends first."""
        zone = ZoneInfo(self.zone)
        today = start.astimezone(zone).date()
        closes: dict[date, datetime] = {}
        for minute, (works, day) in enumerate(zip(self.works, self.clock.days, strict=True)):
            if works and day > today:
                closes[day] = self.begin + timedelta(minutes=minute + 1)
        # The last day of the window is cut off.
        last = (self.begin + timedelta(days=self.window)).astimezone(zone).date()
        found = sorted(day for day in closes if day < last - timedelta(days=1))
        return closes[found[days - 1]] if len(found) >= days else None


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type,misc]
