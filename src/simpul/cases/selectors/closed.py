"""A closed case as the domains above look at it, and the categories that their rules name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from simpul.cases.models import Case, CaseCategory
from simpul.cases.policies import visible_cases
from simpul.cases.vocabulary import Status
from simpul.platform.actor import Actor


@dataclass(frozen=True)
class ClosedCase:
    """What follows a closed case may depend on. `categories` are its category and that one's parent."""

    id: UUID
    case_no: str
    customer_id: UUID
    branch_code: str
    categories: frozenset[str]
    is_sensitive: bool
    assignee_id: UUID | None


def closed_case(case_id: UUID) -> ClosedCase | None:
    """The case, while it is closed. For SYSTEM."""
    case = Case.objects.select_related("category").filter(pk=case_id, status=Status.CLOSED).first()
    if case is None:
        return None
    codes = frozenset(filter(None, (case.category_id, case.category.parent_id)))
    return ClosedCase(
        case.id,
        case.case_no,
        case.customer_id,
        case.branch_code,
        codes,
        case.category.is_sensitive,
        case.assigned_to_user_id,
    )


def case_is_visible(actor: Actor, case_id: UUID) -> bool:
    """Whether the actor finds the case."""
    return visible_cases(actor).filter(pk=case_id).exists()


def ordinary_categories(codes: Iterable[str] | None = None) -> dict[str, str]:
    """The categories in use that are not sensitive, or those of `codes` among them: Indonesian name by code."""
    found = CaseCategory.objects.filter(is_sensitive=False, is_active=True)
    if codes is not None:
        found = found.filter(pk__in=list(codes))
    return dict(found.order_by("position", "pk").values_list("pk", "category_name"))
