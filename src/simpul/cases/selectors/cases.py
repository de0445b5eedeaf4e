"""Reading cases, always within the actor's reach: whole ones, and of the others number, status and due time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from simpul.cases.errors import CaseNotFound
from simpul.cases.models import Case
from simpul.cases.policies import visible_cases
from simpul.platform.actor import Actor
from simpul.platform.db import query


@dataclass(frozen=True)
class Summary:
    """As much of a case as somebody may know who reaches it but not its content; of a sensitive one number, status and dates are told."""

    id: UUID
    case_no: str
    customer_id: UUID
    branch_code: str
    status: str
    sla_due_at: datetime
    created_at: datetime
    resolved_at: datetime | None = None
    closed_at: datetime | None = None
    is_sensitive: bool = False


def case_get(*, actor: Actor, case_id: UUID) -> Case:
    """One whole case within the actor's reach, with its category.

    Raises: CaseNotFound, in the same way for absent ones and those whose content is out of reach.
    """
    found = visible_cases(actor).select_related("category", "legal_rules").filter(pk=case_id).first()
    if found is None:
        raise CaseNotFound()
    return found


def cases_get(actor: Actor, case_ids: Iterable[UUID]) -> dict[UUID, Case]:
    """Those of the cases that the actor reads whole, with their categories."""
    return {case.id: case for case in visible_cases(actor).select_related("category").filter(pk__in=list(case_ids))}


def summaries(case_ids: Sequence[UUID]) -> dict[UUID, Summary]:
    """Those of the cases of which the caller may know at all, by id; the database applies the reach."""
    if not case_ids:
        return {}
    rows = query(
        """SELECT case_id, case_no, customer_id, branch_code, status, sla_due_at, created_at, resolved_at, closed_at, is_sensitive
           FROM crm.case_heads(%s)""",
        (list(case_ids),),
    )
    return {row["case_id"]: Summary(row.pop("case_id"), **row) for row in rows}


def case_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """The numbers of cases that the actor may know of."""
    wanted = []
    for each in ids:
        with suppress(ValueError):
            wanted.append(UUID(each))
    return {str(key): summary.case_no for key, summary in summaries(wanted).items()}


def case_place(actor: Actor, case_id: UUID) -> tuple[UUID, str] | None:
    """Whom a case is about and where it lies; None for one that the actor may not know of."""
    found = summaries([case_id]).get(case_id)
    return (found.customer_id, found.branch_code) if found else None
