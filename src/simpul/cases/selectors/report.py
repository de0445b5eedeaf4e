"""The quarterly complaint report: counted from what happened to the clocks of cases and from nothing that is kept of it.

A past quarter comes out the same on every later day, but for what was learned since: a corrected instant counts where it belongs.
It names no customer, so it is counted over all cases of the branches asked for, whatever the reader reads of each.

Most cases are received, wait perhaps, and are answered once under one promise: one statement folds the events of each into a row,
and what remains is to compare its answer with a time limit. The others (reopened, under changed terms or calendars, extended, corrected)
are read as their clocks read them, in sets. Either way memory holds one set at a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from simpul.cases.selectors.clocks import LAW, calendars_of, clock_events
from simpul.cases.selectors.limits import Limits
from simpul.cases.sla import Clock, ClockEvent, History, State, read
from simpul.iam.public import branches
from simpul.platform.clock import JAKARTA
from simpul.platform.db import stream

AT_ONCE = 1_000
# The report is due on this day of the month after the quarter.
DUE_DAY = 10
_DAY = 86_400

# A case that was closed before the quarter has no part in it: its clock had stopped, and opening it again takes its closing back.
_FOLDED = f"""
WITH asked AS (
    SELECT c.case_id, c.branch_code, c.channel, c.product FROM crm.cases c
    WHERE c.created_at < %(until)s AND c.branch_code = ANY (%(branches)s) AND (c.closed_at IS NULL OR c.closed_at >= %(since)s)
), folded AS (
    SELECT a.case_id, a.branch_code, a.channel, a.product,
           date_trunc('second', min(e.occurred_at) FILTER (WHERE e.change = 'START')) AS started_at,
           date_trunc('second', min(e.occurred_at) FILTER (WHERE e.clock = 'RESOLUTION' AND e.occurred_at < %(until)s)) AS answered_at,
           (array_agg(e.rule_category ORDER BY e.seq DESC) FILTER (WHERE e.rule_category IS NOT NULL AND e.occurred_at < %(until)s))[1] AS issue,
           bool_or(e.change IN ('POLICY', 'CALENDAR', 'EXTEND')) AS altered, bool_or(e.change = 'PAUSE') AS waited,
           -- What was learned later counts as well: a correction of any day.
           bool_or(e.change = 'REOPEN')
             OR coalesce(array_agg(e.corrects) FILTER (WHERE e.change = 'CORRECT') && array_agg(e.seq) FILTER (WHERE e.clock = 'RESOLUTION'), false) AS wound
    FROM asked a JOIN crm.case_clock_events e ON e.case_id = a.case_id
    GROUP BY a.case_id, a.branch_code, a.channel, a.product
)
SELECT f.*, b.policy_version_id, b.legal_rules_id, b.rule_category, b.priority, b.kind, b.calendars, {LAW}
FROM folded f JOIN crm.case_clock_events b ON b.case_id = f.case_id AND b.seq = 1 LEFT JOIN crm.case_legal_rules l ON l.legal_rules_id = b.legal_rules_id
WHERE f.started_at < %(until)s AND (f.wound OR f.answered_at IS NULL OR f.answered_at >= %(since)s)
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

    def add(self, one: Outcome) -> None:
        """Count one case."""
        setattr(self, one.came, getattr(self, one.came) + 1)
        setattr(self, one.went, getattr(self, one.went) + 1)
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
    for case, outcome in _outcomes(quarter, sorted(codes)):
        for line in (found.lines[case["product"], case["issue"]], found.by_branch[case["branch_code"]], found.by_channel[case["channel"]], found.total):
            line.add(outcome)
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


def _outcomes(quarter: Quarter, codes: list[str]) -> Iterator[tuple[dict[str, Any], Outcome]]:
    """Each case that had a part in the quarter."""
    limits, since = Limits(), quarter.since
    winding = list[dict[str, Any]]()
    for rows in stream(_FOLDED, {"since": since, "until": quarter.until, "branches": codes}):
        for row in rows:
            if row["wound"] or (row["answered_at"] is not None and not _plain(row)):
                winding.append(row)
            else:
                came = "received" if row["started_at"] >= since else "brought_forward"
                yield row, _outcome(came, row, limits)
        while len(winding) >= AT_ONCE:
            yield from _read(winding[:AT_ONCE], quarter)
            del winding[:AT_ONCE]
    yield from _read(winding, quarter)


def _plain(row: dict[str, Any]) -> bool:
    """One promise held until the answer, in one version of its calendars, and waiting did not move its limit."""
    moves = row["legal_rules_id"] is None or row["pause_cap_days"] > 0
    return not row["altered"] and not (row["waited"] and moves)


def _outcome(came: str, row: dict[str, Any], limits: Limits) -> Outcome:
    """What a case was that was answered at most once."""
    started, answered = row["started_at"], row["answered_at"]
    if answered is None:
        return Outcome(came, "in_process")
    return Outcome(came, "solved_late" if answered > limits.due(row) else "solved_in_time", (answered - started) // timedelta(seconds=1))


def _read(cases: list[dict[str, Any]], quarter: Quarter) -> Iterator[tuple[dict[str, Any], Outcome]]:
    events = clock_events([case["case_id"] for case in cases])
    for case in cases:
        outcome = outcome_of(events[case["case_id"]], quarter)
        if outcome is not None:
            yield case, outcome


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
