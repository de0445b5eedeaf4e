"""Why a due time is when it is: what each day, or each month of a long span, added."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from simpul.platform.text import Text
from simpul.workflow.calendars.worktime import DayKind, WorkingTime

# Beyond so many days a step is a month.
LONGEST_BY_DAY = 62

Reason = Literal["WORKED", "SPECIAL", "DAY_OFF", "HOLIDAY", "JOINT_LEAVE", "MONTH"]
Stretch = tuple[datetime, datetime]


@dataclass(frozen=True)
class Step:
    """One day, a run of days off, or a month. `counted` and `total` are working seconds, or days where days are counted.

    A day on which work was over before the start or began after the end has stretches of its own and counts nothing.
    """

    first_on: date
    last_on: date
    reason: Reason
    names: tuple[Text, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    working_days: int = 0
    counted: int = 0
    total: int = 0


@dataclass(frozen=True)
class Explanation:
    """When it is due, and the steps that lead there."""

    due_at: datetime
    steps: tuple[Step, ...]


def explain(calendar: WorkingTime, start: datetime, seconds: int) -> Explanation:
    """The steps from `start` over so many working seconds.

    Raises: CalendarHasNoTime, ValueError for negative seconds.
    """
    if seconds < 0:
        raise ValueError("Working time is explained forward.")
    due = calendar.add_working(start, seconds)
    days = [replace(day, counted=sum((end - begin) // timedelta(seconds=1) for begin, end in day.stretches)) for day in _days(calendar, start, due)]
    return Explanation(due, _told(days))


def explain_days(calendar: WorkingTime, start: datetime, days: int) -> Explanation:
    """The steps from `start` over so many working days; the day of `start` is shown and not counted.

    Raises: CalendarHasNoTime, ValueError for negative days.
    """
    due = calendar.add_working_days(start, days)
    walked = list(_days(calendar, start, due))
    return Explanation(due, _told([walked[0], *(replace(day, counted=day.working_days) for day in walked[1:])]))


def _days(calendar: WorkingTime, start: datetime, due: datetime) -> Iterator[Step]:
    """Every local day from the start's to the last one before `due`, with its stretches inside the span."""
    begin = start.astimezone(calendar.zone).date()
    # What is due at midnight is due on the day that ends there.
    end = max(begin, (due - timedelta(seconds=1)).astimezone(calendar.zone).date())
    worked: dict[date, list[Stretch]] = {}
    for day, opens, closes in calendar.stretches(start, due):
        worked.setdefault(day, []).append((opens, closes))
    for offset in range((end - begin).days + 1):
        day = begin + timedelta(days=offset)
        named = calendar.days.get(day)
        works = calendar.is_working_day(day)
        reason: Reason = "WORKED" if works else "DAY_OFF"
        if named and (works == (named.kind is DayKind.SPECIAL)):
            reason = named.kind.value
        yield Step(day, day, reason, (named.name,) if named else (), tuple(worked.get(day, ())), int(works))


def _told(days: list[Step]) -> tuple[Step, ...]:
    total, told = 0, list[Step]()
    merged = _by_month if len(days) > LONGEST_BY_DAY else _by_run
    for step in merged(days):
        total += step.counted
        told.append(replace(step, total=total))
    return tuple(told)


def _by_run(days: list[Step]) -> Iterator[Step]:
    """Days one by one; days off without a name that follow each other are one step."""
    run: Step | None = None
    for day in days:
        if run and run.reason == day.reason == "DAY_OFF":
            run = replace(run, last_on=day.last_on)
            continue
        if run:
            yield run
        run = day
    if run:
        yield run


def _by_month(days: list[Step]) -> Iterator[Step]:
    month: list[Step] = []
    for day in [*days, None]:
        if month and (day is None or (day.first_on.year, day.first_on.month) != (month[0].first_on.year, month[0].first_on.month)):
            yield Step(
                month[0].first_on,
                month[-1].last_on,
                "MONTH",
                tuple(dict.fromkeys(name for one in month if not one.working_days for name in one.names)),
                (),
                sum(one.working_days for one in month),
                sum(one.counted for one in month),
            )
            month = []
        if day:
            month.append(day)
