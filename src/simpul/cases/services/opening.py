"""Looking at a case, and what begins with it: each with its audit row."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.audit.public import record
from simpul.cases.acts import CaseAct
from simpul.cases.errors import CaseNotFound
from simpul.cases.facts import known_case
from simpul.cases.levels.inforce import Promise
from simpul.cases.models import Case, CaseActivity
from simpul.cases.selectors.activities import activities_of
from simpul.cases.selectors.cases import Summary, case_get, summaries
from simpul.cases.services.clocks import clock_start
from simpul.cases.services.steps import Entry, entry
from simpul.cases.sla import ClockEvent
from simpul.cases.vocabulary import SUBJECT, WORKFLOW, ActivityType, Status
from simpul.platform.actor import Actor
from simpul.platform.acts import AuditAct
from simpul.platform.db import joined
from simpul.workflow import public as workflow

SENSITIVE_TIER = 3


def facts(action: AuditAct, case: Case | Summary, **meta: Any) -> dict[str, Any]:
    """How the trail names a case; texts are never among `meta`."""
    return {
        "action": action, "object_type": SUBJECT, "object_id": str(case.id), "customer_id": case.customer_id, "branch_code": case.branch_code, "meta": meta,
    }  # fmt: skip


@transaction.atomic
def case_open(*, actor: Actor, case_id: UUID) -> Case | Summary:
    """Look at a case; of one whose content the actor is not shown, its summary. Recorded, tier 3 by a row of its own.

    Raises: CaseNotFound.
    """
    try:
        case = case_get(actor=actor, case_id=case_id)
    except CaseNotFound:
        known = summaries([case_id])
        if case_id not in known:
            raise
        record(actor, **facts(CaseAct.VIEW_CASE, known[case_id], summary=True))
        return known[case_id]
    record(actor, **facts(CaseAct.VIEW_CASE, case))
    if case.category.is_sensitive:
        record(actor, **facts(CaseAct.VIEW_SENSITIVE, case, tier=SENSITIVE_TIER))
    return case


@transaction.atomic
def log_open(*, actor: Actor, case_id: UUID, after: tuple[datetime, UUID] | None, limit: int) -> list[CaseActivity]:
    """A page of what happened in a case, newest first; reading it is recorded where its content is of tier 3.

    Raises: CaseNotFound.
    """
    case = case_get(actor=actor, case_id=case_id)
    if case.category.is_sensitive:
        record(actor, **facts(CaseAct.VIEW_SENSITIVE, case, tier=SENSITIVE_TIER, part="log"))
    return activities_of(case, after, limit)


def case_begun(*, actor: Actor, case: Case, begun: ClockEvent, promise: Promise) -> Entry:
    """Let a case that was just stored begin: its clocks, its workflow with audit row and news; the first line of its log, to be written.

    To be called in the transaction that stored it, with what `services.clocks.promised` gave.

    Raises: Forbidden when the actor does not see the case.
    """
    clock_start(actor=actor, case=case, begun=begun, promise=promise)
    with joined():
        workflow.start(actor=actor, definition=WORKFLOW, subject_id=case.id, known=known_case(case))
    return entry(actor, case, ActivityType.STATUS_CHANGE, begun.at, to=Status.NEW.value)
