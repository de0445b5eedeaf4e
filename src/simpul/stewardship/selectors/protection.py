"""Reading breaches with the persons they touched, and assessments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, TypedDict
from uuid import UUID

from simpul.consent.public import name_customers
from simpul.iam.public import names, system_identity
from simpul.platform.actor import Act, Actor
from simpul.platform.clock import now, today
from simpul.platform.db import query, scope
from simpul.platform.paging import Keyset, Page
from simpul.platform.text import Text
from simpul.stewardship.errors import AssessmentIsMissing, AssessmentNotFound, DataBreachNotFound
from simpul.stewardship.models import DataBreach, ImpactAssessment
from simpul.stewardship.policies import can_protect, visible_assessments, visible_breaches
from simpul.stewardship.selectors.rows import CustomerRow, PersonRow
from simpul.stewardship.vocabulary import PROCESSING_NAMES, AssessmentStatus, BreachStatus, ProcessingKind

_LATEST_BREACHES = Keyset(("-discovered_at", datetime), ("-id", UUID))
_LATEST_ASSESSMENTS = Keyset(("-created_at", datetime), ("-id", UUID))
_TOUCHED = """
FROM audit.audit_logs a WHERE a.customer_id IS NOT NULL AND a.created_at >= %(began)s AND a.created_at <= %(ended)s AND a.outcome = 'ALLOWED'
  AND (%(user)s::uuid IS NULL OR a.actor_user_id = %(user)s) AND (%(branch)s::text IS NULL OR a.branch_code = %(branch)s)
"""
_MISSING = Text(
    id="{kind} memerlukan penilaian dampak yang disetujui dan belum lewat tanggal tinjauannya.",
    en="{kind} takes an approved impact assessment whose review day has not passed.",
)


class BreachRow(TypedDict):
    """A breach as lists and pages show it."""

    breach_id: UUID
    title: str
    description: str
    data_kinds: list[str]
    discovered_at: datetime
    due_at: datetime
    overdue: bool
    began_at: datetime
    ended_at: datetime
    suspect: PersonRow | None
    branch_code: str | None
    affected_count: int | None
    handling: str
    authority_told_at: datetime | None
    persons_told_at: datetime | None
    status: str
    closed_at: datetime | None
    closed_by: PersonRow | None
    version: int
    created_by: PersonRow | None
    can: dict[str, bool]


class AssessmentRow(TypedDict):
    """An assessment as lists and pages show it."""

    assessment_id: UUID
    kind: str
    kind_name: str
    title: str
    purpose: str
    data_used: str
    risk: str
    measures: str
    review_on: date
    status: str
    in_force: bool
    decided_by: PersonRow | None
    decided_at: datetime | None
    decision_note: str
    version: int
    created_by: PersonRow | None
    can: dict[str, bool]


def _named(users: set[UUID | None]) -> dict[UUID, PersonRow]:
    found = names(people={user for user in users if user}).people
    return {user: {"id": user, "full_name": name} for user, name in found.items()}


def _person(known: dict[UUID, PersonRow], user: UUID | None) -> PersonRow | None:
    return known.get(user) if user else None


def breach_get(*, actor: Actor, breach_id: UUID, lock: bool = False) -> DataBreach:
    """One breach.

    Raises: DataBreachNotFound.
    """
    breaches = visible_breaches(actor)
    found = (breaches.select_for_update() if lock else breaches).filter(pk=breach_id).first()
    if found is None:
        raise DataBreachNotFound()
    return found


def breach_page(*, actor: Actor, status: str | None, cursor: str | None, limit: int) -> Page:
    """One page of breaches, newest first.

    Raises: Invalid for a cursor that is not this list's.
    """
    rows = visible_breaches(actor)
    return _LATEST_BREACHES.page(rows.filter(status=status) if status else rows, cursor, limit, lambda page: breach_rows(actor, page))


def breach_rows(actor: Actor, breaches: Sequence[DataBreach]) -> list[BreachRow]:
    """Breaches as lists and pages show them."""
    known = _named({user for row in breaches for user in (row.suspect_user_id, row.closed_by, row.created_by)})
    changes = bool(can_protect(actor))
    return [
        {
            "breach_id": row.id,
            "title": row.title,
            "description": row.description,
            "data_kinds": list(row.data_kinds),
            "discovered_at": row.discovered_at,
            "due_at": row.due_at,
            "overdue": row.due_at < now() and (row.authority_told_at is None or row.persons_told_at is None),
            "began_at": row.began_at,
            "ended_at": row.ended_at,
            "suspect": _person(known, row.suspect_user_id),
            "branch_code": row.branch_code,
            "affected_count": row.affected_count,
            "handling": row.handling,
            "authority_told_at": row.authority_told_at,
            "persons_told_at": row.persons_told_at,
            "status": row.status,
            "closed_at": row.closed_at,
            "closed_by": _person(known, row.closed_by),
            "version": row.version,
            "created_by": _person(known, row.created_by),
            "can": {
                "update": changes and row.status == BreachStatus.OPEN,
                "close": changes and row.status == BreachStatus.OPEN and row.authority_told_at is not None and row.persons_told_at is not None,
            },
        }
        for row in breaches
    ]


def _scope_of(breach: DataBreach) -> dict[str, object]:
    return {"began": breach.began_at, "ended": breach.ended_at, "user": breach.suspect_user_id, "branch": breach.branch_code}


def affected_count(breach: DataBreach) -> int:
    """How many customers the trail shows touched; asked by who reads the whole trail."""
    return int(query(f"SELECT count(DISTINCT a.customer_id) AS touched {_TOUCHED}", _scope_of(breach))[0]["touched"])


def affected_customers(actor: Actor, breach: DataBreach, *, after: UUID | None, limit: int) -> list[CustomerRow]:
    """Some of the customers that were touched, by the names that the reader may know, in the order of their keys."""
    rows = query(
        f"SELECT DISTINCT a.customer_id {_TOUCHED} AND (%(after)s::uuid IS NULL OR a.customer_id > %(after)s) ORDER BY a.customer_id LIMIT %(limit)s",
        {**_scope_of(breach), "after": after, "limit": limit},
    )
    found = [row["customer_id"] for row in rows]
    shown: dict[UUID, Any] = name_customers(actor, set(found)) if found else {}
    return [shown[key] for key in found]


def assessment_get(*, actor: Actor, assessment_id: UUID, lock: bool = False) -> ImpactAssessment:
    """One assessment.

    Raises: AssessmentNotFound.
    """
    assessments = visible_assessments(actor)
    found = (assessments.select_for_update() if lock else assessments).filter(pk=assessment_id).first()
    if found is None:
        raise AssessmentNotFound()
    return found


def assessment_page(*, actor: Actor, kind: str | None, cursor: str | None, limit: int) -> Page:
    """One page of assessments, newest first.

    Raises: Invalid for a cursor that is not this list's.
    """
    rows = visible_assessments(actor)
    return _LATEST_ASSESSMENTS.page(rows.filter(kind=kind) if kind else rows, cursor, limit, lambda page: assessment_rows(actor, page))


def assessment_rows(actor: Actor, assessments: Sequence[ImpactAssessment]) -> list[AssessmentRow]:
    """Assessments as lists and pages show them."""
    known = _named({user for row in assessments for user in (row.decided_by, row.created_by)})
    return [
        {
            "assessment_id": row.id,
            "kind": row.kind,
            "kind_name": str(PROCESSING_NAMES[row.kind]),
            "title": row.title,
            "purpose": row.purpose,
            "data_used": row.data_used,
            "risk": row.risk,
            "measures": row.measures,
            "review_on": row.review_on,
            "status": row.status,
            "in_force": row.status == AssessmentStatus.APPROVED and row.review_on >= today(),
            "decided_by": _person(known, row.decided_by),
            "decided_at": row.decided_at,
            "decision_note": row.decision_note,
            "version": row.version,
            "created_by": _person(known, row.created_by),
            "can": {
                "update": row.status == AssessmentStatus.DRAFT and bool(can_protect(actor)),
                "decide": row.status == AssessmentStatus.DRAFT and row.created_by != actor.id and bool(can_protect(actor, Act.ASSIGN)),
            },
        }
        for row in assessments
    ]


def selecting_missing() -> Text | None:
    """Why customers may not be selected today: no approved assessment of segmentation is in force."""
    return None if assessment_in_force(ProcessingKind.SEGMENTATION) else _MISSING.format(kind=PROCESSING_NAMES[ProcessingKind.SEGMENTATION])


def assessment_required(kind: str) -> None:
    """Refuse processing of this kind unless an approved assessment of it is in force today.

    Raises: AssessmentIsMissing.
    """
    if not assessment_in_force(kind):
        raise AssessmentIsMissing(_MISSING.format(kind=PROCESSING_NAMES[kind]))


def assessment_in_force(kind: str) -> bool:
    """Whether an approved assessment of this kind of processing is in force today."""
    # Whoever processes need not read assessments.
    with scope(system_identity()):
        return ImpactAssessment.objects.filter(kind=kind, status=AssessmentStatus.APPROVED, review_on__gte=today()).exists()
