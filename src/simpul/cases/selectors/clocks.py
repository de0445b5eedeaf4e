"""Reading the clocks of cases: their events, with the terms and the calendars that these name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.cases.levels.content import content_of
from simpul.cases.levels.inforce import Law
from simpul.cases.models import Case
from simpul.cases.sla import Calendars, Change, Clock, ClockEvent, History, HistoryBroken, Reading, Readings, Terms, read
from simpul.cases.vocabulary import Kind, Priority
from simpul.platform.db import query
from simpul.workflow.public import worktime_version

_EVENTS = """
SELECT e.*, v.content, v.number AS version_number, p.key AS policy_key, l.key AS law_key, l.number AS law_number, l.calendar AS law_calendar,
       l.verbal_days, l.written_days, l.extension_days, l.pause_cap_days
FROM crm.case_clock_events e
LEFT JOIN crm.sla_policy_versions v ON v.version_id = e.policy_version_id LEFT JOIN crm.sla_policies p USING (policy_id)
LEFT JOIN crm.case_legal_rules l ON l.legal_rules_id = e.legal_rules_id
WHERE e.case_id = ANY (%(cases)s) ORDER BY e.case_id, e.seq
"""


def clock_events(case_ids: Sequence[UUID]) -> dict[UUID, list[ClockEvent]]:
    """The events of each case, in one query."""
    found: dict[UUID, list[ClockEvent]] = {case_id: [] for case_id in case_ids}
    for row in query(_EVENTS, {"cases": list(case_ids)}):
        found[row["case_id"]].append(_event(row))
    return found


def history_of(case_id: UUID, upto: datetime | None = None) -> tuple[History, Calendars]:
    """What happened to a case's clocks as it was known at a moment, with every calendar version that it counts in.

    Raises: HistoryBroken for a case that is not visible or had not begun.
    """
    history = History.of(clock_events([case_id])[case_id], upto)
    return history, calendars_of(history)


def calendars_of(history: History) -> Calendars:
    """The calendar versions that a history names."""
    named = {(key, number) for event in history.events for key, number in event.calendars.items()}
    return {(key, number): worktime_version(key, number)[1] for key, number in named}


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
    """The numbers of cases whose stored due times are not what their events say, and where the next page begins.

    A case without events is among them. Nothing is changed.
    """
    page = list(Case.objects.filter(id__gt=after).order_by("id")[:limit] if after else Case.objects.order_by("id")[:limit])
    events, found = clock_events([case.id for case in page]), list[str]()
    for case in page:
        try:
            history = History.of(events[case.id], now)
            said = due_times(read(history, calendars_of(history), now))
        except HistoryBroken:
            found.append(case.case_no)
            continue
        if any(said[name] != getattr(case, name) for name in ("sla_due_at", "first_response_due_at", "legal_due_at")):
            found.append(case.case_no)
    return found, page[-1].id if len(page) == limit else None


def _event(row: dict[str, Any]) -> ClockEvent:
    return ClockEvent(
        row["seq"],
        Change(row["change"]),
        row["occurred_at"],
        Clock(row["clock"]) if row["clock"] else None,
        _terms(row) if row["policy_version_id"] else None,
        row["calendars"],
        row["corrects"],
        row["moved_to"],
        row["reason"],
    )


def _terms(row: dict[str, Any]) -> Terms:
    content, priority = content_of(row["content"]), Priority(row["priority"])
    target, law = content.rules[row["rule_category"]][priority], _law(row)
    terms = law.terms(Kind(row["kind"])) if law else None
    return Terms(f"{row['policy_key']} {row['version_number']}", priority, content.calendar, target.first_response, target.resolution, content.pause_cap, terms)


def _law(row: dict[str, Any]) -> Law | None:
    if row["legal_rules_id"] is None:
        return None
    days = (row["verbal_days"], row["written_days"], row["extension_days"], row["pause_cap_days"])
    return Law(row["legal_rules_id"], row["law_key"], row["law_number"], row["law_calendar"], *days)
