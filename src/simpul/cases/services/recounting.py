"""Following a calendar that changed: what is still ahead of open cases is counted in its new version."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from simpul.audit.public import record
from simpul.cases.acts import CaseAct
from simpul.cases.models import Case, CaseActivity
from simpul.cases.selectors.clocks import clock_events
from simpul.cases.services.clocks import clock_change_many
from simpul.cases.sla import Change, ClockEvent
from simpul.cases.vocabulary import OPEN, ActivityType
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import query

PAGE = 200
_COUNTING = """
SELECT c.case_id FROM crm.cases c JOIN crm.sla_policy_versions v ON v.version_id = c.policy_version_id
LEFT JOIN crm.case_legal_rules l ON l.legal_rules_id = c.legal_rules_id
WHERE c.status = ANY (%(open)s) AND (v.content ->> 'calendar' = %(key)s OR l.calendar = %(key)s) AND (%(after)s::uuid IS NULL OR c.case_id > %(after)s)
ORDER BY c.case_id LIMIT %(limit)s FOR UPDATE OF c
"""
_DUE = ("sla_due_at", "first_response_due_at", "legal_due_at")
_KEPT = (*_DUE, "sla_breached_at", "first_responded_at", "updated_at", "version")


@transaction.atomic
def calendar_follow(*, actor: Actor, key: str, number: int, after: UUID | None = None) -> tuple[int, UUID | None]:
    """Count a page of open cases in the calendar's new version; how many were told of it, and where the next page begins.

    A case that knows the version is left alone, so that it may be run again.
    """
    ids = [row["case_id"] for row in query(_COUNTING, {"open": sorted(OPEN), "key": key, "after": after, "limit": PAGE})]
    events, at = clock_events(ids), now()
    cases = [case for case in Case.objects.filter(id__in=ids).order_by("id") if _behind(events[case.id], key, number)]
    before = [{name: getattr(case, name) for name in _DUE} for case in cases]
    clock_change_many(actor=actor, changes=[(case, events[case.id], ClockEvent(0, Change.CALENDAR, at, calendars={key: number})) for case in cases])
    activities = list[CaseActivity]()
    for case, was in zip(cases, before, strict=True):
        case.version, case.updated_at = case.version + 1, at
        if differs := {name: {"from": str(value), "to": str(getattr(case, name))} for name, value in was.items() if value != getattr(case, name)}:
            data = {"calendar": key, "number": number, "due": differs}
            activities.append(CaseActivity(case=case, activity_type=ActivityType.SLA, data=data, actor_user_id=actor.id, created_at=at))
    Case.objects.bulk_update(cases, list(_KEPT), batch_size=PAGE)
    CaseActivity.objects.bulk_create(activities)
    told, moved = len(cases), len(activities)
    if told:
        record(actor, CaseAct.RECOUNT_CASES, object_type="CALENDAR", object_id=key, meta={"number": number, "cases": told, "moved": moved})
    return told, ids[-1] if len(ids) == PAGE else None


def _behind(known: Sequence[ClockEvent], key: str, number: int) -> bool:
    return bool(known) and max((event.calendars.get(key, 0) for event in known), default=0) < number
