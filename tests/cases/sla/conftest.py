"""Calendars and terms of the examples: office hours in Jakarta, with a holiday on Thursday 19 March 2026."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from simpul.cases.sla import Change, Clock, ClockEvent, History, LegalTerms, Terms
from simpul.platform.text import Text
from simpul.workflow.calendars.worktime import DAY, DayKind, NamedDay, WorkingTime

HOUR = 3600
OFFICE = ((8 * HOUR, 12 * HOUR), (13 * HOUR, 17 * HOUR))
NYEPI = NamedDay(DayKind.HOLIDAY, Text(id="Nyepi", en="Day of Silence"))
LAW = LegalTerms("pojk-22-2023", "office", days=10, extension_days=10)
TERMS = Terms("bank 1", "MEDIUM", "office", first_response=4 * HOUR, resolution=16 * HOUR, pause_cap=8 * HOUR, legal=LAW)

Play = Callable[..., History]


def at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    """An instant of March 2026 by the clock of Jakarta."""
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC).replace(tzinfo=WorkingTime("Asia/Jakarta", [()] * 7).zone).astimezone(UTC)


@pytest.fixture(scope="session")
def calendars() -> dict[tuple[str, int], WorkingTime]:
    """Office hours: version 2 knows the holiday that version 1 does not; and every minute."""
    week = [OFFICE] * 5 + [(), ()]
    return {
        ("office", 1): WorkingTime("Asia/Jakarta", week),
        ("office", 2): WorkingTime("Asia/Jakarta", week, {date(2026, 3, 19): NYEPI}),
        ("always", 1): WorkingTime("Asia/Jakarta", [((0, DAY),)] * 7),
    }


def history(*steps: tuple[Change, datetime] | ClockEvent, terms: Terms = TERMS) -> History:
    """A history that begins at the first step, with its terms and the first version of the calendars."""
    events = list[ClockEvent]()
    for number, step in enumerate(steps):
        event = step if isinstance(step, ClockEvent) else ClockEvent(number, *step)
        first = {"terms": terms, "calendars": {"office": 1, "always": 1}} if number == 0 else {}
        events.append(ClockEvent(**{**{name: getattr(event, name) for name in event.__dataclass_fields__}, "sequence": number, **first}))
    return History.of(events)


def stop(moment: datetime, clock: Clock = Clock.RESOLUTION) -> ClockEvent:
    """A clock that stops; only the instant and the clock matter."""
    return ClockEvent(0, Change.STOP, moment, clock)
