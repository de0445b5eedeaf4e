"""The ladder of escalation: when each of its rungs was reached, or will be if nothing more happens.

A rung is reached at the first instant at which its share of the RESOLUTION target is used up under the terms of that
moment while the clock is not stopped, and once for a case: like a breach, it is a fact of the events, whoever looks and
whenever. What lies ahead is counted as if the last event were the last.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from simpul.cases.sla import operational
from simpul.cases.sla.history import History
from simpul.cases.sla.operational import Calendars, Phase, Piece
from simpul.cases.sla.terms import Clock, Rung


@dataclass(frozen=True)
class Climb:
    """A rung and the instant at which it was or will be reached."""

    rung: Rung
    at: datetime


def climbs(history: History, calendars: Calendars) -> list[Climb]:
    """The rungs in the order in which they are reached; none for those that a stop came before.

    Raises: HistoryBroken, CalendarHasNoTime.
    """
    found = operational.pieces(history, Clock.RESOLUTION, calendars)
    reached: dict[Rung, datetime] = {}
    used = 0
    for number, piece in enumerate(found):
        if piece.phase is Phase.STOP:
            continue
        for rung in piece.terms.ladder:
            if rung not in reached and (at := _reached(rung, piece, used, found[: number + 1])) is not None:
                reached[rung] = at
        used += piece.worked if piece.phase is Phase.RUN else 0
    return sorted((Climb(rung, at) for rung, at in reached.items()), key=lambda one: (one.at, one.rung.level, one.rung.percent, one.rung.working_days))


def _reached(rung: Rung, piece: Piece, used: int, upto: list[Piece]) -> datetime | None:
    """When the piece reaches the rung; None when it ends before, or does not run on to it."""
    share = -(-piece.terms.resolution * rung.percent // 100)
    runs = piece.phase is Phase.RUN
    if used < share and not (runs and (piece.end is None or used + piece.worked >= share)):
        return None
    at = operational.reached_at(upto, share)
    if rung.working_days:
        at = piece.calendar.add_working_days(at, rung.working_days)
    at = max(at, piece.start)
    return at if piece.end is None or at < piece.end else None
