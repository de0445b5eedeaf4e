"""Service levels of one case: what its clocks say, computed from what happened to them and from nothing else."""

from simpul.cases.sla.history import Change, ClockEvent, History, HistoryBroken
from simpul.cases.sla.ladder import Climb, climbs
from simpul.cases.sla.operational import Calendars
from simpul.cases.sla.reading import Reading, Readings, State, moment_of, read
from simpul.cases.sla.terms import Clock, LegalTerms, Rung, Terms
from simpul.cases.sla.why import Line, LineKind, why

__all__ = [
    "Calendars",
    "Change",
    "Climb",
    "Clock",
    "ClockEvent",
    "History",
    "HistoryBroken",
    "LegalTerms",
    "Line",
    "LineKind",
    "Reading",
    "Readings",
    "Rung",
    "State",
    "Terms",
    "climbs",
    "moment_of",
    "read",
    "why",
]
