"""Asking for emergency access, deciding about it, using it, and looking at how it was used."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Query

from simpul.access.errors import (
    AccessCustomerNotFound,
    AccessIsOver,
    AccessIsRunning,
    AccessIsWaiting,
    AccessRequestIsDecided,
    AccessRequestNotFound,
    OwnAccessRequest,
    SampleNotFound,
    SelfApprovalIsOff,
)
from simpul.access.models import AccessRequest
from simpul.access.schemas.grants import (
    AccessActiveOut,
    AccessActsOut,
    AccessCardsOut,
    AccessDecisionIn,
    AccessFiguresOut,
    AccessListIn,
    AccessLookupIn,
    AccessOptionsOut,
    AccessRequestDetailOut,
    AccessRequestIn,
    AccessRequestsOut,
    AccessReviewIn,
)
from simpul.access.selectors import requests as selectors
from simpul.access.selectors.figures import monthly
from simpul.access.selectors.options import options_for
from simpul.access.services import requests, reviewing
from simpul.audit.public import label
from simpul.iam.public import branches
from simpul.platform import subjects
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, RateLimited
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Keyset, Limit, Page

router = Router()
_ACTS = Keyset(("-created_at", datetime), ("-audit_id", UUID))
ASKS = needs("break_glass", Act.CREATE)
DECIDES = needs("break_glass", Act.ASSIGN)
EITHER = needs("break_glass", Act.CREATE, Act.ASSIGN)


@router.get("/break-glass/options", permission=EITHER, response={200: AccessOptionsOut, **problems()}, operation_id="break_glass_options")
def options(request: ActorRequest) -> dict[str, Any]:
    """What I may ask for: reasons, tiers, lengths, samples."""
    return options_for(request.auth)


@router.post(
    "/break-glass/lookup",
    permission=ASKS,
    response={200: AccessCardsOut, **problems(RateLimited)},
    operation_id="break_glass_lookup",
)
def lookup(request: ActorRequest, body: AccessLookupIn) -> dict[str, Any]:
    """Find a customer by an exact number, masked; it counts as a search, found or not, and is recorded."""
    places = branches()
    cards = requests.customer_lookup(actor=request.auth, identifier=body.identifier)
    return {
        "items": [
            {**asdict(card), "branch": {"code": card.branch_code, "name": places[card.branch_code].name} if card.branch_code in places else None}
            for card in cards
        ]
    }


@router.get("/break-glass", permission=EITHER, counts_rows=True, response={200: AccessRequestsOut, **problems(RateLimited)}, operation_id="break_glass_list")
def list_requests(request: ActorRequest, given: Query[AccessListIn]) -> Page:
    """Requests that are mine, or mine to decide about, latest first."""
    wanted = selectors.RequestFilter(
        status=tuple(given.status),
        mine=given.mine,
        requested_by=given.requested_by,
        reason_code=given.reason_code,
        customer_id=given.customer_id,
        reviewed=given.reviewed,
        since=given.since,
        until=given.until,
    )
    return selectors.request_page(actor=request.auth, wanted=wanted, cursor=given.cursor, limit=given.limit)


@router.post(
    "/break-glass",
    permission=ASKS,
    response={201: AccessRequestDetailOut, **problems(AccessCustomerNotFound, SampleNotFound, AccessIsWaiting, Forbidden)},
    operation_id="break_glass_request",
)
def ask(request: ActorRequest, body: AccessRequestIn) -> dict[str, Any]:
    """Ask for access to one customer, or to the customers of one of my samples."""
    made = requests.access_request(
        actor=request.auth,
        customer_id=body.customer_id,
        sample_id=body.sample_id,
        reason_code=body.reason_code,
        reason=body.reason,
        ticket=body.ticket,
        minutes=body.minutes,
        tier=body.tier,
    )
    return selectors.request_detail(request.auth, made)


@router.get("/break-glass/active", permission=ASKS, response={200: AccessActiveOut, **problems()}, operation_id="break_glass_active")
def active(request: ActorRequest) -> dict[str, Any]:
    """The grant that I act under now, with the seconds that remain."""
    return {"grant": next(iter(selectors.request_rows(request.auth, list(selectors.open_grants(request.auth)[:1]))), None)}


@router.get("/break-glass/figures", permission=DECIDES, response={200: AccessFiguresOut, **problems()}, operation_id="break_glass_figures")
def figures(request: ActorRequest, months: Annotated[int, Query(ge=1, le=24)] = 12) -> dict[str, Any]:
    """How often emergency access was used, month by month, within my reach."""
    return {"months": monthly(request.auth, months)}


@router.get(
    "/break-glass/{uuid:request_id}",
    permission=EITHER,
    response={200: AccessRequestDetailOut, **problems(AccessRequestNotFound)},
    operation_id="break_glass_get",
)
def get_request(request: ActorRequest, request_id: UUID) -> dict[str, Any]:
    """One request with what was decided, how it ended, and its reviews."""
    return selectors.request_detail(request.auth, selectors.request_get(actor=request.auth, request_id=request_id))


@router.post(
    "/break-glass/{uuid:request_id}/approve",
    permission=DECIDES,
    response={200: AccessRequestDetailOut, **problems(AccessRequestNotFound, OwnAccessRequest, AccessRequestIsDecided, AccessIsRunning)},
    operation_id="break_glass_approve",
)
def approve(request: ActorRequest, request_id: UUID, body: AccessDecisionIn) -> dict[str, Any]:
    """Open the access now, for as long as was asked."""
    return _row(request, requests.access_approve(actor=request.auth, request_id=request_id, note=body.note))


@router.post(
    "/break-glass/{uuid:request_id}/self-approve",
    permission=ASKS,
    response={200: AccessRequestDetailOut, **problems(AccessRequestNotFound, SelfApprovalIsOff, AccessRequestIsDecided, AccessIsRunning)},
    operation_id="break_glass_self_approve",
)
def self_approve(request: ActorRequest, request_id: UUID, body: AccessDecisionIn) -> dict[str, Any]:
    """Open my own request in an emergency, where the organisation allows it; all compliance officers are told."""
    return _row(request, requests.access_approve_alone(actor=request.auth, request_id=request_id, note=body.note))


@router.post(
    "/break-glass/{uuid:request_id}/reject",
    permission=DECIDES,
    response={200: AccessRequestDetailOut, **problems(AccessRequestNotFound, OwnAccessRequest, AccessRequestIsDecided)},
    operation_id="break_glass_reject",
)
def reject(request: ActorRequest, request_id: UUID, body: AccessDecisionIn) -> dict[str, Any]:
    """Turn a request down, saying why."""
    return _row(request, requests.access_reject(actor=request.auth, request_id=request_id, note=body.note))


@router.post(
    "/break-glass/{uuid:request_id}/withdraw",
    permission=ASKS,
    response={200: AccessRequestDetailOut, **problems(AccessRequestNotFound, Forbidden, AccessRequestIsDecided)},
    operation_id="break_glass_withdraw",
)
def withdraw(request: ActorRequest, request_id: UUID) -> dict[str, Any]:
    """Take my request back before it is decided."""
    return _row(request, requests.access_withdraw(actor=request.auth, request_id=request_id))


@router.post(
    "/break-glass/{uuid:request_id}/end",
    permission=ASKS,
    response={200: AccessRequestDetailOut, **problems(AccessRequestNotFound, Forbidden, AccessIsOver)},
    operation_id="break_glass_end",
)
def end(request: ActorRequest, request_id: UUID) -> dict[str, Any]:
    """End my access before its time."""
    return _row(request, requests.access_end(actor=request.auth, request_id=request_id))


@router.post(
    "/break-glass/{uuid:request_id}/revoke",
    permission=DECIDES,
    response={200: AccessRequestDetailOut, **problems(AccessRequestNotFound, Forbidden, AccessIsOver)},
    operation_id="break_glass_revoke",
)
def revoke(request: ActorRequest, request_id: UUID, body: AccessDecisionIn) -> dict[str, Any]:
    """Take somebody's access away before its time, saying why."""
    return _row(request, requests.access_revoke(actor=request.auth, request_id=request_id, note=body.note))


@router.get(
    "/break-glass/{uuid:request_id}/acts",
    permission=DECIDES,
    counts_rows=True,
    response={200: AccessActsOut, **problems(AccessRequestNotFound, Forbidden, RateLimited)},
    operation_id="break_glass_acts",
)
def list_acts(request: ActorRequest, request_id: UUID, cursor: str | None = None, limit: Limit = 50) -> Page:
    """What was done under a grant, latest first; looking at it is recorded."""
    found = reviewing.acts_open(actor=request.auth, request_id=request_id, before=_ACTS.position(cursor), limit=limit + 1)
    return _ACTS.cut(found, limit, lambda page: _labelled(request, page))


@router.post(
    "/break-glass/{uuid:request_id}/reviews",
    permission=DECIDES,
    response={200: AccessRequestDetailOut, **problems(AccessRequestNotFound, OwnAccessRequest)},
    operation_id="break_glass_review",
)
def review(request: ActorRequest, request_id: UUID, body: AccessReviewIn) -> dict[str, Any]:
    """Note how somebody else used the access."""
    return _row(request, reviewing.access_review(actor=request.auth, request_id=request_id, verdict=body.verdict, note=body.note))


def _labelled(request: ActorRequest, acts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    labels = subjects.labels(request.auth, ((row["object_type"], row["object_id"]) for row in acts))
    return [{**row, "action_label": label(row["action"]), "object_label": labels.get((row["object_type"], row["object_id"]))} for row in acts]


def _row(request: ActorRequest, row: AccessRequest) -> dict[str, Any]:
    return selectors.request_detail(request.auth, row)
