"""Whether a service level can be kept: its calendars have time, and nothing it promises ends after the law's limit."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from simpul.cases.levels.content import HOUR, Content
from simpul.cases.levels.inforce import Law
from simpul.platform.errors import Invalid
from simpul.platform.text import Text
from simpul.workflow.errors import CalendarHasNoTime, CalendarNotFound
from simpul.workflow.public import WorkingTime, worktime

# How far ahead starts are tried, each day at these hours of the calendar's wall clock: as work begins, ends, and between.
DAYS_AHEAD = 400
HOURS_TRIED = (0, 8, 12, 17, 23)

_UNKNOWN = Text(id="Kalender ini tidak ada atau belum disahkan.", en="This calendar does not exist or was never approved.")
_NO_TIME = Text(id="Kalender ini tidak punya waktu kerja untuk target ini.", en="This calendar has no working time for this target.")
_LATE = Text(
    id="Target {hours} jam berakhir sesudah batas peraturan {days} hari kerja: kasus tanggal {day} baru jatuh tempo {due}, padahal batasnya {limit}.",
    en="The target of {hours} hours ends after the legal limit of {days} working days: a case of {day} would be due on {due}, but the limit is {limit}.",
)


def check(content: Content, law: Law | None, since: date, at: str = "content") -> None:
    """Try the longest target from many starts of the coming year.

    Raises: Invalid, by field.
    """
    calendar = _calendar(content.calendar, f"{at}.calendar")
    longest = max((target.resolution for rule in content.rules.values() for target in rule.values()), default=0)
    if not longest:
        return
    try:
        limits = _calendar(law.calendar, f"{at}.legal_rules") if law else None
        for start in _starts(calendar, since):
            due = calendar.add_working(start, longest)
            if law is None or limits is None:
                break  # it has time enough
            days = min(law.verbal_days, law.written_days)
            limit = limits.add_working_days(start, days)
            if due > limit:
                told = {"hours": longest // HOUR, "days": days, "day": _day(start, calendar), "due": _day(due, calendar), "limit": _day(limit, calendar)}
                raise Invalid({_place(content, longest, at): _LATE.format(**told)})
    except CalendarHasNoTime:
        raise Invalid({f"{at}.calendar": _NO_TIME}) from None


def _calendar(key: str, at: str) -> WorkingTime:
    try:
        return worktime(key)
    except CalendarNotFound:
        raise Invalid({at: _UNKNOWN}) from None


def _starts(calendar: WorkingTime, since: date) -> list[datetime]:
    return [
        datetime(day.year, day.month, day.day, hour, tzinfo=calendar.zone)
        for day in (since + timedelta(days=offset) for offset in range(DAYS_AHEAD))
        for hour in HOURS_TRIED
    ]


def _day(moment: datetime, calendar: WorkingTime) -> str:
    return moment.astimezone(calendar.zone).strftime("%d.%m.%Y")


def _place(content: Content, longest: int, at: str) -> str:
    """Where the longest target stands."""
    return next(
        f"{at}.rules.{index}.targets.{priority}.resolution_hours"
        for index, rule in enumerate(content.rules.values())
        for priority, target in rule.items()
        if target.resolution == longest
    )
