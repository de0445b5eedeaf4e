"""The product's clock: real time, which the demonstration and the tests alone may move."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from typing import Iterator
from zoneinfo import ZoneInfo

from django.conf import settings

JAKARTA = ZoneInfo("Asia/Jakarta")
_NAMES = {"Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}

_offset: ContextVar[timedelta] = ContextVar("clock_offset", default=timedelta())


class ClockIsFixed(RuntimeError):
    """Only the demonstration and the tests may move the clock."""


def now() -> datetime:
    """The present instant, aware, UTC."""
    return datetime.now(UTC) + _offset.get()


def today(zone: ZoneInfo = JAKARTA) -> date:
    """The present calendar day where the organisation works."""
    return now().astimezone(zone).date()


def zone_name(at: datetime, zone: ZoneInfo) -> str:
    """What Indonesians call the time of a zone at an instant: WIB, WITA, WIT; elsewhere the zone's own letters."""
    return _NAMES.get(zone.key) or at.astimezone(zone).tzname() or zone.key


@contextmanager
def shifted(by: timedelta) -> Iterator[None]:
    """Move the clock for what runs inside.

    Raises: ClockIsFixed outside the demonstration and the tests.
    """
    if not settings.CLOCK_MOVABLE:
        raise ClockIsFixed("The clock moves in the demonstration and in tests only.")
    token = _offset.set(_offset.get() + by)
    try:
        yield
    finally:
        _offset.reset(token)
