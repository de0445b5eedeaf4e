"""The operations on rights requests."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from ninja import Query

from simpul.consent.public import VerificationIsOver, VerificationNotFound
from simpul.customers.public import CustomerNotFound
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, RateLimited
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Page
from simpul.stewardship.errors import (
    ErasureIsBlocked,
    NothingWasCorrected,
    OwnRightsRequest,
    RequesterNotVerified,
    RightsPackNotReady,
    RightsRequestForbidsThis,
    RightsRequestIsOpen,
    RightsRequestNotFound,
)
from simpul.stewardship.models import RightsRequest
from simpul.stewardship.schemas.rights import (
    RightsApproveIn,
    RightsAssignIn,
    RightsListIn,
    RightsOutcomeIn,
    RightsOwnersOut,
    RightsRefuseIn,
    RightsRequestDetailOut,
    RightsRequestIn,
    RightsRequestPageOut,
    RightsReturnIn,
    RightsVerifyIn,
)
from simpul.stewardship.selectors import requests
from simpul.stewardship.selectors.details import rights_request_detail
from simpul.stewardship.selectors.rows import PersonRow, RightsRequestDetailRow
from simpul.stewardship.services import packing, receiving, working
from simpul.stewardship.vocabulary import RESOURCE

router = Router()
_READ, _CREATE, _UPDATE, _DECIDE = (needs(RESOURCE, act) for act in (Act.READ, Act.CREATE, Act.UPDATE, Act.ASSIGN))


@router.get(
    "/rights-requests",
    permission=_READ,
    counts_rows=True,
    lists="RIGHTS_REQUEST",
    response={200: RightsRequestPageOut, **problems(RateLimited)},
    operation_id="rights_requests_list",
)
def list_requests(request: ActorRequest, filters: Query[RightsListIn]) -> Page:
    """The rights requests that I reach, the nearest due instant first unless asked otherwise."""
    return requests.rights_request_page(actor=request.auth, wanted=filters.as_filter(), cursor=filters.cursor, limit=filters.limit)


@router.post(
    "/rights-requests",
    permission=_CREATE,
    response={201: RightsRequestDetailOut, **problems(CustomerNotFound, Forbidden, VerificationNotFound, VerificationIsOver, RightsRequestIsOpen)},
    operation_id="rights_requests_create",
)
def create_request(request: ActorRequest, body: RightsRequestIn) -> RightsRequestDetailRow:
    """Write down that a person calls on a right; it is due 72 hours after it was received."""
    received = receiving.Received(body.kind, body.received_by, body.received_at, body.details, body.verification_id, body.evidence_document_id)
    return _row(request, receiving.rights_request_create(actor=request.auth, customer_id=body.customer_id, received=received))


@router.get(
    "/rights-requests/{uuid:request_id}",
    permission=_READ,
    response={200: RightsRequestDetailOut, **problems(RightsRequestNotFound)},
    operation_id="rights_requests_get",
)
def get_request(request: ActorRequest, request_id: UUID) -> RightsRequestDetailRow:
    """One rights request in full."""
    return _row(request, requests.rights_request_get(actor=request.auth, request_id=request_id))


@router.get(
    "/rights-requests/{uuid:request_id}/owners",
    permission=_DECIDE,
    response={200: RightsOwnersOut, **problems(RightsRequestNotFound)},
    operation_id="rights_requests_owners",
)
def list_owners(request: ActorRequest, request_id: UUID) -> dict[str, list[PersonRow]]:
    """Whom a request can be given to."""
    found = requests.owners_at(requests.rights_request_get(actor=request.auth, request_id=request_id))
    return {"items": [{"id": key, "full_name": name} for key, name in found.items()]}


@router.post(
    "/rights-requests/{uuid:request_id}/verify",
    permission=_UPDATE,
    response={
        200: RightsRequestDetailOut,
        **problems(RightsRequestNotFound, Forbidden, RightsRequestForbidsThis, VerificationNotFound, VerificationIsOver),
    },
    operation_id="rights_requests_verify",
)
def verify_request(request: ActorRequest, request_id: UUID, body: RightsVerifyIn) -> RightsRequestDetailRow:
    """Say by which verification the request comes from the person."""
    return _row(request, receiving.rights_request_verify(actor=request.auth, request_id=request_id, verification_id=body.verification_id))


@router.post(
    "/rights-requests/{uuid:request_id}/assign",
    permission=_UPDATE,
    response={200: RightsRequestDetailOut, **problems(RightsRequestNotFound, Forbidden, RightsRequestForbidsThis)},
    operation_id="rights_requests_assign",
)
def assign_request(request: ActorRequest, request_id: UUID, body: RightsAssignIn) -> RightsRequestDetailRow:
    """Take a request, or give it to a colleague."""
    return _row(request, working.rights_request_assign(actor=request.auth, request_id=request_id, owner_id=body.owner_id))


@router.post(
    "/rights-requests/{uuid:request_id}/complete",
    permission=_UPDATE,
    response={200: RightsRequestDetailOut, **problems(RightsRequestNotFound, Forbidden, RequesterNotVerified, RightsRequestForbidsThis, NothingWasCorrected)},
    operation_id="rights_requests_complete",
)
def complete_request(request: ActorRequest, request_id: UUID, body: RightsOutcomeIn) -> RightsRequestDetailRow:
    """Say what was done; what hands out or destroys personal data waits for a second person."""
    return _row(request, working.rights_request_complete(actor=request.auth, request_id=request_id, outcome=body.outcome))


@router.post(
    "/rights-requests/{uuid:request_id}/approve",
    permission=_DECIDE,
    response={200: RightsRequestDetailOut, **problems(RightsRequestNotFound, Forbidden, OwnRightsRequest, RightsRequestForbidsThis, ErasureIsBlocked)},
    operation_id="rights_requests_approve",
)
def approve_request(request: ActorRequest, request_id: UUID, body: RightsApproveIn) -> RightsRequestDetailRow:
    """Approve what another person carried out: it happens in this moment."""
    return _row(request, working.rights_request_approve(actor=request.auth, request_id=request_id, note=body.note, confirmation=body.confirmation))


@router.post(
    "/rights-requests/{uuid:request_id}/return",
    permission=_DECIDE,
    response={200: RightsRequestDetailOut, **problems(RightsRequestNotFound, Forbidden, OwnRightsRequest, RightsRequestForbidsThis)},
    operation_id="rights_requests_return",
)
def return_request(request: ActorRequest, request_id: UUID, body: RightsReturnIn) -> RightsRequestDetailRow:
    """Give a request back, with what is missing."""
    return _row(request, working.rights_request_return(actor=request.auth, request_id=request_id, note=body.note))


@router.post(
    "/rights-requests/{uuid:request_id}/refuse",
    permission=_UPDATE,
    response={200: RightsRequestDetailOut, **problems(RightsRequestNotFound, Forbidden, OwnRightsRequest, RightsRequestForbidsThis)},
    operation_id="rights_requests_refuse",
)
def refuse_request(request: ActorRequest, request_id: UUID, body: RightsRefuseIn) -> RightsRequestDetailRow:
    """Refuse a request with a code."""
    return _row(request, working.rights_request_refuse(actor=request.auth, request_id=request_id, code=body.code, reason=body.reason))


@router.post(
    "/rights-requests/{uuid:request_id}/withdraw",
    permission=_UPDATE,
    response={200: RightsRequestDetailOut, **problems(RightsRequestNotFound, Forbidden, RightsRequestForbidsThis)},
    operation_id="rights_requests_withdraw",
)
def withdraw_request(request: ActorRequest, request_id: UUID) -> RightsRequestDetailRow:
    """Note that the person took the request back."""
    return _row(request, working.rights_request_withdraw(actor=request.auth, request_id=request_id))


@router.get(
    "/rights-requests/{uuid:request_id}/pack",
    permission=_UPDATE,
    response={200: None, **problems(RightsRequestNotFound, Forbidden, RightsPackNotReady)},
    operation_id="rights_requests_pack",
    openapi_extra={"responses": {200: {"content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}}}}},
)
def get_pack(request: ActorRequest, request_id: UUID) -> HttpResponseBase:
    """The pack of a person's data as a file, to be handed over."""
    name, content = packing.rights_pack_open(actor=request.auth, request_id=request_id)
    answer = HttpResponse(content, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer


def _row(request: ActorRequest, found: RightsRequest) -> RightsRequestDetailRow:
    return rights_request_detail(request.auth, found)
