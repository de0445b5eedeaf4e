"""When a customer may be written to: by purpose, in the customer's own time zone, never on a holiday where the purpose says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from simpul.messaging.settings import COLLECTION_HOURS, MARKETING_HOURS
from simpul.messaging.vocabulary import Purpose
from simpul.platform import configuration
from simpul.workflow.public import WorkingTime, worktime

# The calendar whose holidays hold in each zone.
CALENDARS = {"Asia/Jakarta": "office-wib", "Asia/Makassar": "office-wita", "Asia/Jayapura": "office-wit"}
_LONGEST_CLOSURE = 60  # days: longer than any run of holidays


@dataclass(frozen=True)
class Window:
    """Days (1 Monday to 7 Sunday) and local hours in which a purpose may write; holidays are left out."""

    days: frozenset[int]
    opens: time
    closes: time

    @classmethod
    def from_setting(cls, value: Mapping[str, object]) -> Window:
        """The window that a setting of the kind HOURS holds."""
        opens, closes = str(value["opens"]), str(value["closes"])
        days = value["days"]
        assert isinstance(days, list)  # settings are judged when they are stored
        return cls(frozenset(days), time.fromisoformat(opens), time(23, 59, 59, 999_999) if closes == "24:00" else time.fromisoformat(closes))


def next_opening(window: Window | None, at: datetime, zone: str, holidays: WorkingTime | None) -> datetime:
    """The first instant from `at` on that lies in the window; `at` itself where it does, or where there is no window."""
    if window is None:
        return at
    local = at.astimezone(ZoneInfo(zone))
    for ahead in range(_LONGEST_CLOSURE):
        day = local.date() + timedelta(days=ahead)
        if day.isoweekday() not in window.days or is_holiday(day, holidays):
            continue
        opens = datetime.combine(day, window.opens, ZoneInfo(zone))
        if ahead > 0 or local < opens:
            return opens
        if local.time() < window.closes:
            return at
    return at + timedelta(days=_LONGEST_CLOSURE)


def is_holiday(day: date, holidays: WorkingTime | None) -> bool:
    """Whether the day is closed by name; a Sunday that the week leaves out is none."""
    named = holidays.days.get(day) if holidays is not None else None
    return named is not None and named.intervals is not None and not named.intervals


def holidays_of(zone: str) -> WorkingTime:
    """The working time whose named days are the holidays of a zone."""
    return worktime(CALENDARS.get(zone, "office-wib"))


# Purposes without a window may write at any hour: what the customer waits for.
WINDOWED = (Purpose.MARKETING, Purpose.COLLECTION)


def window_of(purpose: Purpose) -> Window | None:
    """When this purpose may write; None for any hour."""
    key = {Purpose.MARKETING: MARKETING_HOURS, Purpose.COLLECTION: COLLECTION_HOURS}.get(purpose)
    value = configuration.value(key) if key else None
    return Window.from_setting(value) if value else None


def window_opening(purpose: Purpose, at: datetime, zone: str) -> datetime:
    """The first instant from `at` on at which this purpose may write in a zone."""
    window = window_of(purpose)
    return next_opening(window, at, zone, holidays_of(zone)) if window else at
