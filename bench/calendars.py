"""Working time over ten years: calls a second of the product's sums, against walking the days one after another.

Needs no database: the engine is pure.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bench.environment import machine
from simpul.workflow.calendars.proposals import holidays
from simpul.workflow.calendars.worktime import NamedDay, WorkingTime

HOUR = 3600
OFFICE_DAY = ((8 * HOUR, 12 * HOUR), (13 * HOUR, 17 * HOUR))
YEAR_OF_WORK = 240 * 8 * HOUR
ZONE = "Asia/Jakarta"


def naive(calendar: WorkingTime, start: datetime, seconds: int) -> datetime:
    """The same answer by walking: each day's intervals in turn, as one would write it first."""
    zone = ZoneInfo(ZONE)
    day = start.astimezone(zone).date()
    while True:
        midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
        for opens, closes in calendar.intervals(day):
            begin = max(midnight + timedelta(seconds=opens), start)
            end = midnight + timedelta(seconds=closes)
            length = int((end - begin).total_seconds())
            if length <= 0:
                continue
            if length >= seconds:
                return (begin + timedelta(seconds=seconds)).astimezone(UTC)
            seconds -= length
        day += timedelta(days=1)


def rate(call: Callable[[datetime, int], object], questions: list[tuple[datetime, int]], repeat: int) -> float:
    """Calls a second of processor time."""
    began = time.process_time()
    for _ in range(repeat):
        for start, seconds in questions:
            call(start, seconds)
    return repeat * len(questions) / (time.process_time() - began)


def main() -> None:
    """Print calls a second at spans of a day, a year and nine years, and the ratio to the walk."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--questions", type=int, default=1000)
    given = arguments.parse_args()
    days: dict[date, NamedDay] = {one.day: NamedDay(one.kind, one.name) for year in range(2020, 2040) for one in holidays("ID", year)}
    draw = random.Random(1)  # noqa: S311 - questions, not secrets
    starts = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=draw.randrange(180 * 86_400)) for _ in range(given.questions)]
    calendar = WorkingTime(ZONE, [OFFICE_DAY] * 5 + [(), ()], days)
    began = time.process_time()
    calendar.add_working(starts[0], 9 * YEAR_OF_WORK)
    print(machine())
    print(f"sums of ten years built in {(time.process_time() - began) * 1000:.1f} ms, once for each version and process")
    print("| span | add_working a second | day by day a second | ratio |\n|---|---|---|---|")
    for name, span, few in (
        ("8 hours", 8 * HOUR, 1),
        ("72 hours", 72 * HOUR, 1),
        ("one year", YEAR_OF_WORK, 20),
        ("nine years and more", 9 * YEAR_OF_WORK, 100),
    ):
        questions = [(start, span) for start in starts]
        some = questions[:: max(1, few)]
        assert all(calendar.add_working(start, seconds) == naive(calendar, start, seconds) for start, seconds in some)
        quick, slow = rate(calendar.add_working, questions, 20), rate(lambda start, seconds: naive(calendar, start, seconds), some, 1)
        print(f"| {name} | {quick:,.0f} | {slow:,.0f} | {quick / slow:,.0f} |")
    ends = [calendar.add_working(start, 9 * YEAR_OF_WORK) for start in starts]
    began = time.process_time()
    for _ in range(20):
        for start, end in zip(starts, ends, strict=True):
            calendar.working_between(start, end)
    print(f"working_between over nine years: {20 * len(starts) / (time.process_time() - began):,.0f} a second")


if __name__ == "__main__":
    main()
