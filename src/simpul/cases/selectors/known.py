"""What the workflow is told of a case that somebody has read already, so that nobody reads it again."""

from __future__ import annotations

from typing import Any

from simpul.cases.models import Case
from simpul.workflow.public import KnownSubject, Place


def known_case(case: Case) -> KnownSubject:
    """A case that the actor has been shown, read with its category: under its lock where it is to be moved."""
    return KnownSubject(case, case_place(case), case_values(case))


def case_place(case: Case) -> Place:
    """Where a case lies: in its branch and unit, for who made it and who has it."""
    owners = tuple(dict.fromkeys(who for who in (case.created_by, case.assigned_to_user_id) if who))
    return Place(case.customer_id, case.branch_code, None, owners, unit_code=case.assigned_unit_code)


def case_values(case: Case) -> dict[str, Any]:
    """What guards of the workflow may read of a case."""
    return {
        "status": case.status, "priority": case.priority, "channel": case.channel, "kind": case.kind, "category": case.category_id,
        "is_sensitive": case.category.is_sensitive, "needs_review": case.category.needs_review, "branch": case.branch_code,
        "unit": case.assigned_unit_code, "assignee": case.assigned_to_user_id, "created_by": case.created_by,
        "escalation_level": case.escalation_level, "reopened_times": case.reopened, "amount": case.amount, "created_at": case.created_at,
        "sla_due_at": case.sla_due_at, "first_response_due_at": case.first_response_due_at, "legal_due_at": case.legal_due_at,
        "resolved_at": case.resolved_at,
    }  # fmt: skip
