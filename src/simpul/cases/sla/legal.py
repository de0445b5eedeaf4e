"""The clock of the law: working days after the day of receipt, each counted when it closes.

What happened before a day's close decides how that day counts: the calendar version, the terms, an extension, and where
the rule set allows it, waiting. So a limit that is over stays over, and nothing that comes later extends it. The clock
counts from the first receipt through every reopening.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from simpul.cases.sla.history import Change, ClockEvent, History, HistoryBroken
from simpul.cases.sla.operational import Calendars
from simpul.cases.sla.terms import Clock, LegalTerms

_SECOND = timedelta(seconds=1)


@dataclass
class LegalCount:
    """The closes of the days that counted and of those that were waited, until the moment of reading or beyond it.

    `over_at` is the first instant after which the limit was over while no final response had been given.
    """

    due_at: datetime
    needed: int
    counted: tuple[datetime, ...]
    waited: tuple[datetime, ...]
    extended_at: datetime | None
    over_at: datetime | None


def count(history: History, calendars: Calendars, until: datetime) -> LegalCount | None:
    """Count to the due time as if nothing happened after the last event; None where no law sets a limit.

    Raises: HistoryBroken, CalendarHasNoTime.
    """
    if history.terms.legal is None:
        return None
    walk = _Walk(calendars, history.started_at)
    for event in history.events:
        walk.to(event.at)
        walk.take(event)
    walk.to(until)
    over_at = walk.over_at
    while len(walk.counted) < walk.needed:
        walk.close(walk.next_close())
    return LegalCount(walk.counted[walk.needed - 1], walk.needed, tuple(walk.counted), tuple(walk.waited), walk.extended_at, over_at)


@dataclass
class _Walk:
    """Goes through time, closing day after day between the events. `day` lies in the last day that is settled."""

    calendars: Calendars
    started_at: datetime
    versions: dict[str, int] = field(default_factory=dict)
    terms: LegalTerms | None = None
    needed: int = 0
    counted: list[datetime] = field(default_factory=list)
    waited: list[datetime] = field(default_factory=list)
    waiting: bool = False
    stopped: bool = False
    extended_at: datetime | None = None
    extension: int = 0
    over_at: datetime | None = None

    def __post_init__(self) -> None:
        self.time = self.day = self.started_at

    def to(self, moment: datetime) -> None:
        """Let the time pass until the moment; earlier moments are past."""
        while self.terms is not None and (following := self.next_close()) <= moment:
            self.close(following)
        self._pass(moment)

    def take(self, event: ClockEvent) -> None:
        """Let an event change how the following days count."""
        self.versions.update(event.calendars)
        if event.terms is not None and event.terms.legal is not None:
            first, self.terms = self.terms is None, event.terms.legal
            self.needed = self.terms.days + self.extension
            if first:  # the law counts from the receipt, whenever the policy came to name it
                self.time = self.day = self.started_at
                self.to(event.at)
        match event.change:
            case Change.PAUSE:
                self.waiting = not self.stopped
            case Change.RESUME:
                self.waiting = False
            case Change.STOP if event.clock is Clock.RESOLUTION:
                self.waiting, self.stopped = False, True
            case Change.REOPEN:
                self.stopped = False
            case Change.EXTEND if self.terms and self.extended_at is None and len(self.counted) < self.needed:
                self.extended_at, self.extension = event.at, self.terms.extension_days
                self.needed = self.terms.days + self.extension

    def next_close(self) -> datetime:
        """The close of the first working day after the settled ones that is still to come.

        Raises: HistoryBroken, CalendarHasNoTime.
        """
        assert self.terms is not None
        try:
            calendar = self.calendars[self.terms.calendar, self.versions[self.terms.calendar]]
        except KeyError:
            raise HistoryBroken(f"The version of the calendar {self.terms.calendar} is not known.") from None
        following = calendar.add_working_days(self.day, 1)
        while following <= self.time:  # a day off that a later version made a working day
            following = calendar.add_working_days(following - _SECOND, 1)
        return following

    def close(self, moment: datetime) -> None:
        """Settle the day that closes now."""
        assert self.terms is not None
        self._pass(moment)
        skips = self.waiting and len(self.waited) < self.terms.pause_cap_days
        (self.waited if skips else self.counted).append(moment)
        self.day = moment - _SECOND  # what closes at midnight belongs to the day that ends there

    def _pass(self, moment: datetime) -> None:
        """Move on; time that passes after the limit without a response is a breach."""
        if moment > self.time:
            if self.over_at is None and not self.stopped and 0 < self.needed <= len(self.counted):
                self.over_at = self.time
            self.time = moment
