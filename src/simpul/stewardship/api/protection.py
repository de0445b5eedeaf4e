"""The operations on breaches of personal data and on impact assessments."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, RateLimited, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page
from simpul.stewardship.errors import AssessmentIsDecided, AssessmentNotFound, BreachNotTold, DataBreachIsClosed, DataBreachNotFound, OwnAssessment
from simpul.stewardship.models import DataBreach, ImpactAssessment
from simpul.stewardship.schemas.protection import (
    AffectedOut,
    AssessmentDecisionIn,
    AssessmentIn,
    AssessmentOut,
    AssessmentPageOut,
    AssessmentUpdateIn,
    BreachIn,
    BreachOut,
    BreachPageOut,
    BreachUpdateIn,
    ProcessingName,
)
from simpul.stewardship.selectors import protection
from simpul.stewardship.selectors.protection import AssessmentRow, BreachRow
from simpul.stewardship.selectors.rows import CustomerRow
from simpul.stewardship.services import protecting
from simpul.stewardship.vocabulary import PROTECTION

router = Router()
_READ, _CREATE, _UPDATE, _DECIDE = (needs(PROTECTION, act) for act in (Act.READ, Act.CREATE, Act.UPDATE, Act.ASSIGN))
_SHOWN = 50


@router.get(
    "/data-breaches",
    permission=_READ,
    counts_rows=True,
    lists="DATA_BREACH",
    response={200: BreachPageOut, **problems(RateLimited)},
    operation_id="data_breaches_list",
)
def list_breaches(request: ActorRequest, status: Literal["OPEN", "CLOSED"] | None = None, cursor: str | None = None, limit: Limit = 50) -> Page:
    """Breaches of personal data, newest first."""
    return protection.breach_page(actor=request.auth, status=status, cursor=cursor, limit=limit)


@router.post("/data-breaches", permission=_CREATE, response={201: BreachOut, **problems(Forbidden)}, operation_id="data_breaches_create")
def create_breach(request: ActorRequest, body: BreachIn) -> BreachRow:
    """Record a breach; the authority and the persons are told within 72 hours of its discovery."""
    return _breach(request, protecting.data_breach_record(actor=request.auth, values=body.dict()))


@router.get("/data-breaches/{uuid:breach_id}", permission=_READ, response={200: BreachOut, **problems(DataBreachNotFound)}, operation_id="data_breaches_get")
def get_breach(request: ActorRequest, breach_id: UUID) -> BreachRow:
    """One breach in full."""
    return _breach(request, protection.breach_get(actor=request.auth, breach_id=breach_id))


@router.patch(
    "/data-breaches/{uuid:breach_id}",
    permission=_UPDATE,
    response={200: BreachOut, **problems(DataBreachNotFound, Forbidden, DataBreachIsClosed, StaleVersion)},
    operation_id="data_breaches_update",
)
def update_breach(request: ActorRequest, breach_id: UUID, body: BreachUpdateIn) -> BreachRow:
    """Say what became known of a breach, and when the authority and the persons were told."""
    values = body.dict(exclude={"version"})
    return _breach(request, protecting.data_breach_update(actor=request.auth, breach_id=breach_id, version=body.version, values=values))


@router.post(
    "/data-breaches/{uuid:breach_id}/close",
    permission=_UPDATE,
    response={200: BreachOut, **problems(DataBreachNotFound, Forbidden, DataBreachIsClosed, BreachNotTold)},
    operation_id="data_breaches_close",
)
def close_breach(request: ActorRequest, breach_id: UUID) -> BreachRow:
    """Close a breach whose authority and persons were told."""
    return _breach(request, protecting.data_breach_close(actor=request.auth, breach_id=breach_id))


@router.get(
    "/data-breaches/{uuid:breach_id}/customers",
    permission=_READ,
    response={200: AffectedOut, **problems(DataBreachNotFound, RateLimited)},
    operation_id="data_breaches_customers",
)
def list_affected(request: ActorRequest, breach_id: UUID) -> dict[str, int | list[CustomerRow]]:
    """How many customers the trail shows touched, and the first of them; an export has all."""
    breach = protection.breach_get(actor=request.auth, breach_id=breach_id)
    items = protection.affected_customers(request.auth, breach, after=None, limit=_SHOWN)
    protecting.breach_customers_viewed(actor=request.auth, breach=breach, rows=len(items))
    return {"count": protection.affected_count(breach), "items": items}


@router.get(
    "/impact-assessments",
    permission=_READ,
    counts_rows=True,
    lists="IMPACT_ASSESSMENT",
    response={200: AssessmentPageOut, **problems(RateLimited)},
    operation_id="impact_assessments_list",
)
def list_assessments(request: ActorRequest, kind: ProcessingName | None = None, cursor: str | None = None, limit: Limit = 50) -> Page:
    """Impact assessments, newest first."""
    return protection.assessment_page(actor=request.auth, kind=kind, cursor=cursor, limit=limit)


@router.post("/impact-assessments", permission=_CREATE, response={201: AssessmentOut, **problems(Forbidden)}, operation_id="impact_assessments_create")
def create_assessment(request: ActorRequest, body: AssessmentIn) -> AssessmentRow:
    """Write an assessment; somebody else decides about it."""
    return _assessment(request, protecting.assessment_write(actor=request.auth, values=body.dict()))


@router.patch(
    "/impact-assessments/{uuid:assessment_id}",
    permission=_UPDATE,
    response={200: AssessmentOut, **problems(AssessmentNotFound, Forbidden, AssessmentIsDecided, StaleVersion)},
    operation_id="impact_assessments_update",
)
def update_assessment(request: ActorRequest, assessment_id: UUID, body: AssessmentUpdateIn) -> AssessmentRow:
    """Change an assessment that nobody has decided about."""
    values = body.dict(exclude={"version"})
    return _assessment(request, protecting.assessment_write(actor=request.auth, values=values, assessment_id=assessment_id, version=body.version))


@router.post(
    "/impact-assessments/{uuid:assessment_id}/decide",
    permission=_DECIDE,
    response={200: AssessmentOut, **problems(AssessmentNotFound, Forbidden, OwnAssessment, AssessmentIsDecided)},
    operation_id="impact_assessments_decide",
)
def decide_assessment(request: ActorRequest, assessment_id: UUID, body: AssessmentDecisionIn) -> AssessmentRow:
    """Approve or reject an assessment that somebody else wrote."""
    return _assessment(request, protecting.assessment_decide(actor=request.auth, assessment_id=assessment_id, approved=body.approved, note=body.note))


def _breach(request: ActorRequest, found: DataBreach) -> BreachRow:
    return protection.breach_rows(request.auth, [found])[0]


def _assessment(request: ActorRequest, found: ImpactAssessment) -> AssessmentRow:
    return protection.assessment_rows(request.auth, [found])[0]
