"""The quarterly complaint report: counted from what happened to the clocks of cases and from nothing that is kept of it.

A past quarter comes out the same on every later day, but for what was learned since: a corrected instant counts where it belongs.
It names no customer, so it is counted over all cases of the branches asked for, whatever the reader reads of each.

Most cases are received, wait perhaps, and are answered once under one promise: one statement folds the events of each into a row,
and what remains is to compare its answer with a time limit. The others (reopened, under changed terms or calendars, extended, corrected)
are read as their clocks read them, in sets. Either way memory holds one set at a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from simpul.cases.selectors.clocks import calendars_of, clock_events
from simpul.cases.selectors.limits import Limits
from simpul.cases.selectors.products import product_codes, product_names
from simpul.cases.sla import Clock, ClockEvent, History, State, read
from simpul.iam.public import branches
from simpul.platform.clock import JAKARTA
from simpul.platform.db import stream

AT_ONCE = 1_000
# The report is due on this day of the month after the quarter.
DUE_DAY = 10
_DAY = 86_400

_FOLDED = "SELECT * FROM crm.complaints_between(%(since)s, %(until)s, %(branches)s) WHERE started_at < %(until)s"


@dataclass(frozen=True)
class Quarter:
    """Three calendar months where the organisation works."""

    year: int
    number: int

    @property
    def since(self) -> datetime:
        """Its first instant."""
        return datetime(self.year, 3 * self.number - 2, 1, tzinfo=JAKARTA)

    @property
    def until(self) -> datetime:
        """The first instant after it."""
        return datetime(self.year + self.number // 4, 3 * self.number % 12 + 1, 1, tzinfo=JAKARTA)

    @property
    def due_on(self) -> date:
        """When its report is due."""
        return self.until.date().replace(day=DUE_DAY)


@dataclass
class Line:
    """One line of the report. What was brought forward, received and reopened is what was solved and is in process."""

    brought_forward: int = 0
    received: int = 0
    reopened: int = 0
    solved_in_time: int = 0
    solved_late: int = 0
    in_process: int = 0
    # From receipt to answer, over what was solved.
    seconds: int = 0

    @property
    def average_days(self) -> float | None:
        """From receipt to answer, in days of 24 hours, over what was solved."""
        solved = self.solved_in_time + self.solved_late
        return round(self.seconds / _DAY / solved, 1) if solved else None

    def told(self) -> dict[str, Any]:
        """The line as it is shown."""
        figures = asdict(self)
        del figures["seconds"]
        return figures | {"average_days": self.average_days}

    def add(self, one: Outcome, cases: int = 1) -> None:
        """Count cases with the same outcome, whose seconds are given together."""
        setattr(self, one.came, getattr(self, one.came) + cases)
        setattr(self, one.went, getattr(self, one.went) + cases)
        self.seconds += one.seconds


@dataclass(frozen=True)
class Outcome:
    """How one case came into the quarter and how it left it; `seconds` from receipt to answer, 0 for one that is in process."""

    came: str
    went: str
    seconds: int = 0


@dataclass(frozen=True)
class Counted:
    """The report: lines by product and issue, by branch, by channel, and all together."""

    lines: dict[tuple[str, str], Line]
    by_branch: dict[str, Line]
    by_channel: dict[str, Line]
    total: Line


def counted(quarter: Quarter, codes: Iterable[str]) -> Counted:
    """Count a quarter over the cases of these branches; who calls sees all of them."""
    found = Counted(defaultdict(Line), defaultdict(Line), defaultdict(Line), Line())
    for (product, issue, branch, channel, came, went), (cases, seconds) in _sums(quarter, sorted(codes)).items():
        for line in (found.lines[product, issue], found.by_branch[branch], found.by_channel[channel], found.total):
            line.add(Outcome(came, went, seconds), cases)
    return found


def outcome_of(events: list[ClockEvent], quarter: Quarter) -> Outcome | None:
    """What one case was in the quarter, as its clocks read; None when it had no part in it."""
    known = History.of(events)
    if known.started_at >= quarter.until:
        return None
    at_end = _reading(known, quarter.until)
    before = _reading(known, quarter.since) if known.started_at < quarter.since else None
    solved = at_end.stopped_at
    if before is not None and before.stopped_at is not None and solved == before.stopped_at:
        return None
    came = "received" if before is None else "brought_forward" if before.stopped_at is None else "reopened"
    if solved is None:
        return Outcome(came, "in_process")
    return Outcome(came, "solved_late" if at_end.breached else "solved_in_time", (solved - known.started_at) // timedelta(seconds=1))


@dataclass(frozen=True)
class _Stand:
    stopped_at: datetime | None
    breached: bool


def _reading(known: History, moment: datetime) -> _Stand:
    """How the case stood just before the moment: by the law's clock, and by the service level's where no law counts."""
    past = History(tuple(event for event in known.events if event.at < moment))
    readings = read(past, calendars_of(past), moment - timedelta(seconds=1))
    clock = readings.get(Clock.LEGAL) or readings[Clock.RESOLUTION]
    answered = readings[Clock.RESOLUTION]
    return _Stand(answered.stopped_at if answered.state is State.STOPPED else None, clock.breached)


_Sums = dict[tuple[str, str, str, str, str, str], list[int]]


def _sums(quarter: Quarter, codes: list[str]) -> _Sums:
    """How many cases, and seconds until their answers, by product, issue, branch, channel, and how they came and went."""
    limits, since, winding, found, products = Limits(), quarter.since, list[dict[str, Any]](), _Sums(), product_codes()
    for rows in stream(_FOLDED, {"since": since, "until": quarter.until, "branches": codes}):
        for row in rows:
            row["product"] = products.get(row["product"]) or products.get(row["product"].casefold(), row["product"])
            started, answered = row["started_at"], row["answered_at"]
            if row["wound"] or (answered is not None and row["altered"]):
                winding.append(row)
                continue
            came = "received" if started >= since else "brought_forward"
            if answered is None:
                _add(found, row, came, "in_process", 0)
            else:
                _add(found, row, came, "solved_late" if answered > limits.due(row) else "solved_in_time", int((answered - started).total_seconds()))
        while len(winding) >= AT_ONCE:
            _read(found, winding[:AT_ONCE], quarter)
            del winding[:AT_ONCE]
    _read(found, winding, quarter)
    return found


def _add(found: _Sums, row: dict[str, Any], came: str, went: str, seconds: int) -> None:
    sums = found.setdefault((row["product"], row["issue"], row["branch_code"], row["channel"], came, went), [0, 0])
    sums[0] += 1
    sums[1] += seconds


def _read(found: _Sums, cases: list[dict[str, Any]], quarter: Quarter) -> None:
    """Count cases as their clocks read."""
    events = clock_events([case["case_id"] for case in cases])
    for case in cases:
        one = outcome_of(events[case["case_id"]], quarter)
        if one is not None:
            _add(found, case, one.came, one.went, one.seconds)


def told(found: Counted, categories: dict[str, str], channels: Callable[[str], str]) -> dict[str, Any]:
    """The report as it is shown, in a fixed order: by product and issue, complaints about no product last."""
    names, products = branches(), product_names()
    lines = sorted(found.lines.items(), key=lambda item: (item[0][0] == "", item[0]))
    return {
        "rows": [
            {"product": products.get(product, product), "issue": {"code": issue, "name": categories.get(issue, issue)}, **line.told()}
            for (product, issue), line in lines
        ],
        "by_branch": [{"branch": {"code": code, "name": names[code].name}, **line.told()} for code, line in sorted(found.by_branch.items())],
        "by_channel": [{"channel": {"key": key, "name": channels(key)}, **line.told()} for key, line in sorted(found.by_channel.items())],
        "total": found.total.told(),
    }
