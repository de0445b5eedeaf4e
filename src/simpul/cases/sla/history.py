"""What happened to the clocks of a case, in order: the only source from which due times and breaches follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from simpul.cases.sla.terms import Clock, Terms


class Change(StrEnum):
    """What a clock event does.

    CORRECT moves an earlier STOP to when the message was really sent, or takes it back when it never was. EXTEND is the
    one extension that the law allows.
    """

    START = "START"
    PAUSE = "PAUSE"
    RESUME = "RESUME"
    STOP = "STOP"
    CORRECT = "CORRECT"
    REOPEN = "REOPEN"
    POLICY = "POLICY"
    CALENDAR = "CALENDAR"
    EXTEND = "EXTEND"


class HistoryBroken(ValueError):
    """A history begins with its START, which says the terms, and names the version of every calendar it counts in."""


@dataclass(frozen=True)
class ClockEvent:
    """One event; `sequence` orders events of the same instant.

    `clock` is of STOP, `terms` of START and POLICY. `calendars` gives the versions in force from here on, by key.
    `corrects` is the sequence of the STOP that CORRECT moves to `moved_to`, or takes back when that is None. `reason` is
    the code of a pause or an extension.
    """

    sequence: int
    change: Change
    at: datetime
    clock: Clock | None = None
    terms: Terms | None = None
    calendars: Mapping[str, int] = field(default_factory=dict)
    corrects: int | None = None
    moved_to: datetime | None = None
    reason: str = ""


@dataclass(frozen=True)
class History:
    """The events of one case in the order in which they count. Fractions of a second are cut off."""

    events: tuple[ClockEvent, ...]

    @classmethod
    def of(cls, recorded: Iterable[ClockEvent], upto: datetime | None = None) -> History:
        """Put events in order, those recorded until `upto` only, with corrections carried out.

        Raises: HistoryBroken.
        """
        known = sorted((event for event in recorded if upto is None or event.at <= upto), key=lambda event: event.sequence)
        corrections = {event.corrects: event.moved_to for event in known if event.change is Change.CORRECT}
        counted = list[ClockEvent]()
        for event in known:
            at: datetime | None = event.at
            if event.change is Change.STOP and event.sequence in corrections:
                at = corrections[event.sequence]
            if event.change is not Change.CORRECT and at is not None:
                counted.append(replace(event, at=at.replace(microsecond=0)))
        counted.sort(key=lambda event: (event.at, event.sequence))
        if not counted or counted[0].change is not Change.START or counted[0].terms is None:
            raise HistoryBroken("A history begins with its START and terms.")
        return cls(tuple(counted))

    @property
    def started_at(self) -> datetime:
        """When the case was received."""
        return self.events[0].at

    @property
    def terms(self) -> Terms:
        """The terms in force after the last event."""
        return next(event.terms for event in reversed(self.events) if event.terms is not None)
