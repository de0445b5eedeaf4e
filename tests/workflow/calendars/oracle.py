"""Working time counted minute by minute, with nothing of the engine's: what its answers are compared with.

A table made once for each window of a zone says what the wall clock shows in every minute. Within a minute nothing
changes, since intervals and the offsets of today's zones are whole minutes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import accumulate
from operator import itemgetter
from zoneinfo import ZoneInfo

Minutes = list[tuple[int, int]]


@cache
def wall_clock(zone: str, begin: datetime, days: int) -> tuple[list[date], Callable[[bytes], tuple[int, ...]]]:
    """The local days of the window, and what picks, for each of its UTC minutes, the local minute out of their minutes in a row."""
    local = [(begin + timedelta(minutes=minute)).astimezone(ZoneInfo(zone)) for minute in range(days * 1440)]
    dates = sorted({moment.date() for moment in local})
    place = {day: number * 1440 for number, day in enumerate(dates)}
    return dates, itemgetter(*(place[moment.date()] + moment.hour * 60 + moment.minute for moment in local))


@dataclass
class Oracle:
    """Counts over one window. `weekly` and `days` hold intervals in minutes of the local day."""

    zone: str
    begin: datetime
    window: int
    weekly: list[Minutes]
    days: dict[date, Minutes]

    def __post_init__(self) -> None:
        dates, pick = wall_clock(self.zone, self.begin, self.window)
        self.works = pick(b"".join(self._plan(day) for day in dates))
        self.sums = [0, *accumulate(self.works)]

    def _plan(self, day: date) -> bytes:
        plan = bytearray(1440)
        for first, last in self.days.get(day, self.weekly[day.weekday()]):
            plan[first:last] = b"\1" * (last - first)
        return bytes(plan)

    def worked_until(self, instant: datetime) -> int:
        """Working seconds from the beginning of the window."""
        minute, second = divmod(int((instant - self.begin).total_seconds()), 60)
        return self.sums[minute] * 60 + (second if minute < len(self.works) and self.works[minute] else 0)

    def add(self, start: datetime, seconds: int) -> datetime | None:
        """The instant found by walking minute after minute; None when the window ends first."""
        first, second = divmod(int((start - self.begin).total_seconds()), 60)
        left = seconds + second if self.works[first] else seconds
        for minute in range(first, len(self.works)):
            if self.works[minute]:
                if left <= 60:
                    return self.begin + timedelta(minutes=minute, seconds=left)
                left -= 60
        return None

    def add_days(self, start: datetime, days: int) -> datetime | None:
        """The end of the last worked minute of the n-th worked local day after the start's; None when the window ends first."""
        zone = ZoneInfo(self.zone)
        today = start.astimezone(zone).date()
        closes: dict[date, datetime] = {}
        for minute, works in enumerate(self.works):
            if works:
                moment = self.begin + timedelta(minutes=minute)
                if (day := moment.astimezone(zone).date()) > today:
                    closes[day] = moment + timedelta(minutes=1)
        # The last day of the window is cut off.
        last = (self.begin + timedelta(days=self.window)).astimezone(zone).date()
        found = sorted(day for day in closes if day < last - timedelta(days=1))
        return closes[found[days - 1]] if len(found) >= days else None


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type,misc]
