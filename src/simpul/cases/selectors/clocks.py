"""Reading the clocks of cases: their events, with the terms and the calendars that these name."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.cases.levels.content import Content, content_of
from simpul.cases.levels.inforce import Law, terms_of
from simpul.cases.models import Case
from simpul.cases.sla import Calendars, Change, Clock, ClockEvent, History, HistoryBroken, Reading, Readings, Rung, Terms, read
from simpul.cases.vocabulary import Kind, LadderAct, Priority
from simpul.platform.db import query
from simpul.workflow.public import worktime_versions

_EVENTS = """
SELECT e.*, l.key AS law_key, l.number AS law_number, l.calendar AS law_calendar, l.verbal_days, l.written_days, l.extension_days, l.pause_cap_days
FROM crm.case_clock_events e LEFT JOIN crm.case_legal_rules l ON l.legal_rules_id = e.legal_rules_id
WHERE e.case_id = ANY (%(cases)s) ORDER BY e.case_id, e.seq
"""
_RUNGS = (
    "SELECT case_id, data -> 'rung' AS rung, created_at FROM crm.case_activities WHERE case_id = ANY (%(cases)s) AND activity_type = 'SLA' AND data ? 'rung'"
)
_VERSIONS = """
SELECT v.version_id, v.content, v.number, p.key FROM crm.sla_policy_versions v JOIN crm.sla_policies p USING (policy_id) WHERE v.version_id = ANY (%(ids)s)
"""
# What was published never changes: each version is read and checked once for each process.
_KEPT = 256
_contents: OrderedDict[UUID, tuple[str, Content]] = OrderedDict()


def clock_events(case_ids: Sequence[UUID]) -> dict[UUID, list[ClockEvent]]:
    """The events of each case, in two queries at most."""
    found: dict[UUID, list[ClockEvent]] = {case_id: [] for case_id in case_ids}
    rows = query(_EVENTS, {"cases": list(case_ids)}) if case_ids else []
    versions = _versions({row["policy_version_id"] for row in rows if row["policy_version_id"]})
    for row in rows:
        found[row["case_id"]].append(_event(row, versions))
    return found


def history_of(case_id: UUID, upto: datetime | None = None) -> tuple[History, Calendars]:
    """What happened to a case's clocks as it was known at a moment, with every calendar version that it counts in.

    Raises: HistoryBroken for a case that is not visible or had not begun.
    """
    history = History.of(clock_events([case_id])[case_id], upto)
    return history, calendars_of(history)


def calendars_of(*histories: History) -> Calendars:
    """The calendar versions that histories name."""
    named: set[tuple[str, int | None]] = {(key, number) for history in histories for event in history.events for key, number in event.calendars.items()}
    return {(key, number): working for (key, _), (number, working) in worktime_versions(named).items()}


def recorded_rungs(case_ids: Sequence[UUID]) -> dict[UUID, dict[Rung, datetime]]:
    """The rungs of the ladder that the log of each case has, and when they were reached; in one query."""
    found: dict[UUID, dict[Rung, datetime]] = {}
    for row in query(_RUNGS, {"cases": list(case_ids)}) if case_ids else ():
        rung = Rung(row["rung"]["percent"], row["rung"]["working_days"], row["rung"]["level"], LadderAct(row["rung"]["act"]))
        found.setdefault(row["case_id"], {})[rung] = row["created_at"]
    return found


def due_times(readings: Readings) -> dict[str, Any]:
    """The columns of a case that its clocks fill."""
    law = readings.get(Clock.LEGAL)
    first: Reading = readings[Clock.FIRST_RESPONSE]
    return {
        "sla_due_at": readings[Clock.RESOLUTION].due_at,
        "sla_breached_at": readings[Clock.RESOLUTION].breached_at,
        "first_response_due_at": first.due_at,
        "first_responded_at": first.stopped_at,
        "legal_due_at": law.due_at if law else None,
    }


def drifted(now: datetime, after: UUID | None = None, limit: int = 500) -> tuple[list[str], UUID | None]:
    """The numbers of cases whose stored columns are not what their events say, and where the next page begins.

    A case without events is among them. Nothing is changed.
    """
    page = list(Case.objects.filter(id__gt=after).order_by("id")[:limit] if after else Case.objects.order_by("id")[:limit])
    events, histories, found = clock_events([case.id for case in page]), dict[UUID, History](), list[str]()
    for case in page:
        with suppress(HistoryBroken):
            histories[case.id] = History.of(events[case.id], now)
    calendars = calendars_of(*histories.values())
    for case in page:
        history = histories.get(case.id)
        # The row is written with each event: so it says what was known then.
        said = due_times(read(history, calendars, history.events[-1].at)) if history else {}
        if not said or any(value != _whole(getattr(case, name)) for name, value in said.items()):
            found.append(case.case_no)
    return found, page[-1].id if len(page) == limit else None


def _whole(moment: datetime | None) -> datetime | None:
    return moment.replace(microsecond=0) if moment else None


def _versions(ids: set[UUID]) -> dict[UUID, tuple[str, Content]]:
    """The policy's name with its number, and the content, of published versions."""
    if missing := ids - _contents.keys():
        for row in query(_VERSIONS, {"ids": sorted(missing)}):
            _contents[row["version_id"]] = f"{row['key']} {row['number']}", content_of(row["content"])
    found = {version_id: _contents[version_id] for version_id in ids}
    while len(_contents) > _KEPT:
        _contents.popitem(last=False)
    return found


def _event(row: dict[str, Any], versions: Mapping[UUID, tuple[str, Content]]) -> ClockEvent:
    return ClockEvent(
        row["seq"],
        Change(row["change"]),
        row["occurred_at"],
        Clock(row["clock"]) if row["clock"] else None,
        _terms(row, *versions[row["policy_version_id"]]) if row["policy_version_id"] else None,
        row["calendars"],
        row["corrects"],
        row["moved_to"],
        row["reason"],
    )


def _terms(row: dict[str, Any], policy: str, content: Content) -> Terms:
    law = _law(row)
    return terms_of(policy, content, row["rule_category"], Priority(row["priority"]), law.terms(Kind(row["kind"])) if law else None)


def _law(row: dict[str, Any]) -> Law | None:
    if row["legal_rules_id"] is None:
        return None
    days = (row["verbal_days"], row["written_days"], row["extension_days"], row["pause_cap_days"])
    return Law(row["legal_rules_id"], row["law_key"], row["law_number"], row["law_calendar"], *days)
