"""Values that describe a case to whoever judges or shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self
from uuid import UUID


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

    @classmethod
    def of(cls, case: Any) -> Self:
        """Of a stored case, read with its category."""
        return cls(
            case.id, case.case_no, case.customer_id, case.branch_code, str(case.status), case.category_id, case.category.is_sensitive, case.category.needs_review,
            case.created_by, case.assigned_to_user_id, case.assigned_unit_code, case.escalation_level, case.review, case.proposed_by, case.version,
        )  # fmt: skip

    def is_of(self, user_id: UUID) -> bool:
        """Whether it is this user's own: who made it, and who has it."""
        return user_id in (self.created_by, self.assignee_id)
