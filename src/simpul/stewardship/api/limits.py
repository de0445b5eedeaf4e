"""The operations on what stands for persons: restrictions, objections, legal holds."""

from __future__ import annotations

from uuid import UUID

from ninja import Query

from simpul.customers.public import CustomerNotFound
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, RateLimited
from simpul.platform.http import SIGNED_IN, ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page
from simpul.stewardship.errors import LegalHoldIsLifted, LegalHoldNotFound, ProcessingLimitIsOver, ProcessingLimitNotFound
from simpul.stewardship.schemas.rights import HoldIn, HoldOut, HoldPageOut, LimitListIn, LimitOut, LimitPageOut, LimitReasonIn, LimitReviewIn
from simpul.stewardship.selectors import limits
from simpul.stewardship.selectors.limits import HoldRow, LimitRow
from simpul.stewardship.services import limiting
from simpul.stewardship.vocabulary import PROTECTION, RESOURCE

router = Router()
_DECIDE = needs(RESOURCE, Act.ASSIGN)
_HOLDS_READ, _HOLDS_CREATE, _HOLDS_UPDATE = (needs(PROTECTION, act) for act in (Act.READ, Act.CREATE, Act.UPDATE))


@router.get(
    "/processing-limits",
    permission=SIGNED_IN,
    counts_rows=True,
    lists="PROCESSING_LIMIT",
    response={200: LimitPageOut, **problems(RateLimited)},
    operation_id="processing_limits_list",
)
def list_limits(request: ActorRequest, filters: Query[LimitListIn]) -> Page:
    """Restrictions and objections of customers within my reach, newest first."""
    return limits.limit_page(
        actor=request.auth,
        kind=filters.kind,
        standing=filters.standing,
        unreviewed=filters.unreviewed,
        customer_id=filters.customer_id,
        cursor=filters.cursor,
        limit=filters.limit,
    )


@router.post(
    "/processing-limits/{uuid:limit_id}/end",
    permission=_DECIDE,
    response={200: LimitOut, **problems(ProcessingLimitNotFound, Forbidden, ProcessingLimitIsOver)},
    operation_id="processing_limits_end",
)
def end_limit(request: ActorRequest, limit_id: UUID, body: LimitReasonIn) -> LimitRow:
    """End a restriction or an objection."""
    return limits.limit_rows(request.auth, [limiting.processing_limit_end(actor=request.auth, limit_id=limit_id, reason=body.reason)])[0]


@router.post(
    "/processing-limits/{uuid:limit_id}/review",
    permission=_DECIDE,
    response={200: LimitOut, **problems(ProcessingLimitNotFound, Forbidden, ProcessingLimitIsOver)},
    operation_id="processing_limits_review",
)
def review_limit(request: ActorRequest, limit_id: UUID, body: LimitReviewIn) -> LimitRow:
    """Note what came of looking at the decisions that were made automatically."""
    return limits.limit_rows(request.auth, [limiting.processing_limit_review(actor=request.auth, limit_id=limit_id, note=body.note)])[0]


@router.get(
    "/legal-holds",
    permission=_HOLDS_READ,
    counts_rows=True,
    lists="LEGAL_HOLD",
    response={200: HoldPageOut, **problems(RateLimited)},
    operation_id="legal_holds_list",
)
def list_holds(request: ActorRequest, customer_id: UUID | None = None, cursor: str | None = None, limit: Limit = 50) -> Page:
    """Legal holds, newest first."""
    return limits.hold_page(actor=request.auth, customer_id=customer_id, cursor=cursor, limit=limit)


@router.post("/legal-holds", permission=_HOLDS_CREATE, response={201: HoldOut, **problems(CustomerNotFound, Forbidden)}, operation_id="legal_holds_create")
def create_hold(request: ActorRequest, body: HoldIn) -> HoldRow:
    """Keep a person's data whatever the person asks."""
    return limits.hold_rows(request.auth, [limiting.legal_hold_place(actor=request.auth, customer_id=body.customer_id, reason=body.reason)])[0]


@router.post(
    "/legal-holds/{uuid:hold_id}/lift",
    permission=_HOLDS_UPDATE,
    response={200: HoldOut, **problems(LegalHoldNotFound, Forbidden, LegalHoldIsLifted)},
    operation_id="legal_holds_lift",
)
def lift_hold(request: ActorRequest, hold_id: UUID, body: LimitReasonIn) -> HoldRow:
    """Let a person's data go again."""
    return limits.hold_rows(request.auth, [limiting.legal_hold_lift(actor=request.auth, hold_id=hold_id, reason=body.reason)])[0]
