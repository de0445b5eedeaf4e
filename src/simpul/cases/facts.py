"""Values that describe a case to whoever judges or shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self
from uuid import UUID

from simpul.workflow.public import KnownSubject, Place


@dataclass(frozen=True)
class CaseFacts:
    """What verdicts read of one case. `sensitive` and `needs_review` are its category's."""

    id: UUID
    case_no: str
    customer_id: UUID
    branch_code: str
    status: str
    category_code: str
    sensitive: bool
    needs_review: bool
    created_by: UUID
    assignee_id: UUID | None
    unit_code: str | None
    escalation_level: int
    review: str | None
    proposed_by: UUID | None
    version: int
    own_state: str | None

    @classmethod
    def of(cls, case: Any) -> Self:
        """Of a stored case, read with its category."""
        return cls(
            case.id, case.case_no, case.customer_id, case.branch_code, str(case.status), case.category_id, case.category.is_sensitive, case.category.needs_review,
            case.created_by, case.assigned_to_user_id, case.assigned_unit_code, case.escalation_level, case.review, case.proposed_by, case.version, case.own_state,
        )  # fmt: skip

    def is_of(self, user_id: UUID) -> bool:
        """Whether it is this user's own: who made it, and who has it."""
        return user_id in (self.created_by, self.assignee_id)


def known_case(case: Any) -> KnownSubject:
    """A case that the actor has been shown, read with its category: under its lock where it is to be moved."""
    return KnownSubject(case, case_place(case), case_values(case), rests_in=case.own_state or str(case.status))


def case_place(case: Any) -> Place:
    """Where a case lies: in its branch and unit, for who made it and who has it."""
    owners = tuple(dict.fromkeys(who for who in (case.created_by, case.assigned_to_user_id) if who))
    return Place(case.customer_id, case.branch_code, None, owners, unit_code=case.assigned_unit_code, branch_alone=True)


def case_values(case: Any) -> dict[str, Any]:
    """What guards of the workflow may read of a case."""
    return {
        "status": case.status, "priority": case.priority, "channel": case.channel, "kind": case.kind, "category": case.category_id,
        "is_sensitive": case.category.is_sensitive, "needs_review": case.category.needs_review, "branch": case.branch_code,
        "unit": case.assigned_unit_code, "assignee": case.assigned_to_user_id, "created_by": case.created_by,
        "escalation_level": case.escalation_level, "reopened_times": case.reopened, "amount": case.amount, "created_at": case.created_at,
        "sla_due_at": case.sla_due_at, "first_response_due_at": case.first_response_due_at, "legal_due_at": case.legal_due_at,
        "resolved_at": case.resolved_at,
    }  # fmt: skip
