"""The quarterly complaint report: counted from what happened to the clocks of cases and from nothing that is kept of it.

A past quarter comes out the same on every later day, but for what was learned since: a corrected instant counts where it belongs.
It names no customer, so it is counted over all cases of the branches asked for, whatever the reader reads of each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from simpul.cases.selectors.clocks import calendars_of, clock_events
from simpul.cases.sla import Clock, ClockEvent, History, State, read
from simpul.iam.public import branches
from simpul.platform.clock import JAKARTA
from simpul.platform.db import query

AT_ONCE = 1_000
# The report is due on this day of the month after the quarter.
DUE_DAY = 10

_CASES = """
SELECT c.case_id, c.branch_code, c.channel, c.product,
       (SELECT e.rule_category FROM crm.case_clock_events e WHERE e.case_id = c.case_id AND e.rule_category IS NOT NULL AND e.occurred_at < %(until)s
         ORDER BY e.seq DESC LIMIT 1) AS issue
FROM crm.cases c
WHERE c.created_at < %(until)s AND c.branch_code = ANY (%(branches)s) AND (%(after)s::uuid IS NULL OR c.case_id > %(after)s)
  -- Answered before the quarter began, and nothing since.
  AND (SELECT e.clock = 'RESOLUTION' AND e.occurred_at < %(since)s FROM crm.case_clock_events e WHERE e.case_id = c.case_id ORDER BY e.seq DESC LIMIT 1) IS NOT TRUE
ORDER BY c.case_id LIMIT %(most)s
"""


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
    days: list[float] = field(default_factory=list)

    @property
    def average_days(self) -> float | None:
        """From receipt to answer, in days of 24 hours, over what was solved."""
        return round(sum(self.days) / len(self.days), 1) if self.days else None

    def told(self) -> dict[str, Any]:
        """The line as it is shown."""
        figures = asdict(self)
        del figures["days"]
        return figures | {"average_days": self.average_days}

    def add(self, one: Outcome) -> None:
        """Count one case."""
        setattr(self, one.came, getattr(self, one.came) + 1)
        setattr(self, one.went, getattr(self, one.went) + 1)
        if one.days is not None:
            self.days.append(one.days)


@dataclass(frozen=True)
class Outcome:
    """How one case came into the quarter and how it left it."""

    came: str
    went: str
    days: float | None


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
    for case, events in _cases(quarter, sorted(codes)):
        outcome = outcome_of(events, quarter)
        if outcome is None:
            continue
        for line in (found.lines[case["product"], case["issue"]], found.by_branch[case["branch_code"]], found.by_channel[case["channel"]], found.total):
            line.add(outcome)
    return found


def outcome_of(events: list[ClockEvent], quarter: Quarter) -> Outcome | None:
    """What one case was in the quarter; None when it had no part in it."""
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
        return Outcome(came, "in_process", None)
    return Outcome(came, "solved_late" if at_end.breached else "solved_in_time", (solved - known.started_at) / timedelta(days=1))


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


def _cases(quarter: Quarter, codes: list[str]) -> Iterator[tuple[dict[str, Any], list[ClockEvent]]]:
    after: UUID | None = None
    while True:
        values = {"since": quarter.since, "until": quarter.until, "branches": codes, "after": after, "most": AT_ONCE}
        page = query(_CASES, values)
        events = clock_events([row["case_id"] for row in page])
        yield from ((row, events[row["case_id"]]) for row in page)
        if len(page) < AT_ONCE:
            return
        after = page[-1]["case_id"]


def told(found: Counted, categories: dict[str, str], channels: Callable[[str], str]) -> dict[str, Any]:
    """The report as it is shown, in a fixed order."""
    names = branches()
    lines = sorted(found.lines.items())
    return {
        "rows": [{"product": product, "issue": {"code": issue, "name": categories.get(issue, issue)}, **line.told()} for (product, issue), line in lines],
        "by_branch": [{"branch": {"code": code, "name": names[code].name}, **line.told()} for code, line in sorted(found.by_branch.items())],
        "by_channel": [{"channel": {"key": key, "name": channels(key)}, **line.told()} for key, line in sorted(found.by_channel.items())],
        "total": found.total.told(),
    }
