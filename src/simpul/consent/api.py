"""The operations on consent.

Operations on one customer ask for a signed-in user only: a profile may be opened to somebody without any grant, and whoever
does not reach it learns nothing but "not found".
"""

from __future__ import annotations

from uuid import UUID

from ninja import Query

from simpul.consent.errors import (
    CodeCannotBeSent,
    ConsentIsUnchanged,
    ConsentPurposeExists,
    ConsentPurposeNotFound,
    ConsentRequestIsDecided,
    ConsentRequestIsWaiting,
    ConsentRequestNotFound,
    OwnConsentRequest,
    VerificationIsOver,
    VerificationNotFound,
)
from simpul.consent.models import ConsentRequest, ConsentVerification
from simpul.consent.policies import RESOURCE
from simpul.consent.schemas import (
    ConsentChangeIn,
    ConsentDecisionIn,
    ConsentListIn,
    ConsentOutcomeOut,
    ConsentPageOut,
    ConsentPurposeIn,
    ConsentPurposeOut,
    ConsentPurposesOut,
    ConsentPurposeUpdateIn,
    ConsentRefusalIn,
    ConsentRequestOut,
    ConsentRequestPageOut,
    ConsentSummaryOut,
    ConsentVerificationAnswerIn,
    ConsentVerificationIn,
    ConsentVerificationOut,
    ConsentWordingIn,
    ConsentWordingOut,
    ConsentWordingsOut,
    CustomerConsentsOut,
    RequestStatusName,
)
from simpul.consent.selectors import purposes as reading_purposes
from simpul.consent.selectors import requests, states
from simpul.consent.selectors.rows import ConsentRow, CountRow, CustomerConsents, PurposeRow, RequestRow, VerificationRow, WaitingRow, WordingRow
from simpul.consent.services import changing, deciding, purposes, verifying
from simpul.customers.public import CustomerNotFound
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, RateLimited, StaleVersion
from simpul.platform.http import SIGNED_IN, ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page

router = Router()
_READ, _UPDATE, _DECIDE = (needs(RESOURCE, act) for act in (Act.READ, Act.UPDATE, Act.ASSIGN))
_MANAGE = needs("configuration", Act.MANAGE)


@router.get(
    "/customers/{uuid:customer_id}/consents",
    permission=SIGNED_IN,
    response={200: CustomerConsentsOut, **problems(CustomerNotFound, Forbidden)},
    operation_id="consents_list",
)
def list_consents(request: ActorRequest, customer_id: UUID) -> CustomerConsents:
    """What holds for one customer, purpose by purpose."""
    return states.customer_consents(actor=request.auth, customer_id=customer_id, code_channels=verifying.code_channels())


@router.get(
    "/customers/{uuid:customer_id}/consents/history",
    permission=SIGNED_IN,
    counts_rows=True,
    lists="CONSENT",
    response={200: ConsentPageOut, **problems(CustomerNotFound, Forbidden, RateLimited)},
    operation_id="consents_history",
)
def list_history(request: ActorRequest, customer_id: UUID, cursor: str | None = None, limit: Limit = 20) -> Page:
    """All that one customer said, newest first."""
    return states.consent_history(actor=request.auth, customer_id=customer_id, cursor=cursor, limit=limit)


@router.post(
    "/customers/{uuid:customer_id}/consents",
    permission=SIGNED_IN,
    response={
        201: ConsentOutcomeOut,
        **problems(CustomerNotFound, Forbidden, ConsentPurposeNotFound, VerificationNotFound, VerificationIsOver, ConsentIsUnchanged, ConsentRequestIsWaiting),
    },
    operation_id="consents_change",
)
def change_consent(request: ActorRequest, customer_id: UUID, body: ConsentChangeIn) -> dict[str, ConsentRow | WaitingRow | None]:
    """Record what a verified customer says about one purpose."""
    wish = changing.Wish(body.consent_type, body.status, body.channel, body.captured_channel, body.wording_id, body.reason, body.notes)
    made = changing.consent_change(actor=request.auth, customer_id=customer_id, verification_id=body.verification_id, wish=wish)
    waiting: WaitingRow | None = None
    if made.request is not None:
        waiting = {"request_id": made.request.id, "channel": made.request.channel, "requested_at": made.request.requested_at, "mine": True}
    return {"consent": states.consent_rows(request.auth, [made.consent])[0] if made.consent else None, "waiting": waiting}


@router.post(
    "/customers/{uuid:customer_id}/consent-verifications",
    permission=SIGNED_IN,
    response={201: ConsentVerificationOut, **problems(CustomerNotFound, Forbidden, CodeCannotBeSent, RateLimited)},
    operation_id="consent_verifications_create",
)
def start_verification(request: ActorRequest, customer_id: UUID, body: ConsentVerificationIn) -> VerificationRow:
    """Begin to verify a customer, by a code, by questions, in person or by a signed document."""
    made = verifying.verification_start(
        actor=request.auth, customer_id=customer_id, method=body.method, channel=body.channel, evidence_document_id=body.evidence_document_id
    )
    return _verification(made)


@router.post(
    "/consent-verifications/{uuid:verification_id}/answer",
    permission=SIGNED_IN,
    response={200: ConsentVerificationOut, **problems(VerificationNotFound, VerificationIsOver, CustomerNotFound)},
    operation_id="consent_verifications_answer",
)
def answer_verification(request: ActorRequest, verification_id: UUID, body: ConsentVerificationAnswerIn) -> VerificationRow:
    """Pass on what the customer answers; the server compares, and shows nothing."""
    answers = body.answers.model_dump() if body.answers else {}
    return _verification(verifying.verification_answer(actor=request.auth, verification_id=verification_id, code=body.code, answers=answers))


@router.get(
    "/consents",
    permission=_READ,
    counts_rows=True,
    lists="CONSENT",
    response={200: ConsentPageOut, **problems(RateLimited)},
    operation_id="consents_register",
)
def list_register(request: ActorRequest, filters: Query[ConsentListIn]) -> Page:
    """What customers within my reach said, newest first."""
    return states.consent_page(actor=request.auth, wanted=filters.as_filter(), cursor=filters.cursor, limit=filters.limit)


@router.get("/consents/summary", permission=_READ, response={200: ConsentSummaryOut, **problems(Forbidden)}, operation_id="consents_summary")
def read_summary(request: ActorRequest) -> dict[str, list[CountRow]]:
    """How many customers within my reach agreed, and how many withdrew, for each purpose."""
    return {"items": states.consent_summary(actor=request.auth)}


@router.get(
    "/consent-requests",
    permission=_READ,
    counts_rows=True,
    lists="CONSENT_REQUEST",
    response={200: ConsentRequestPageOut, **problems(RateLimited)},
    operation_id="consent_requests_list",
)
def list_requests(request: ActorRequest, status: RequestStatusName | None = None, cursor: str | None = None, limit: Limit = 50) -> Page:
    """The consents that wait, or waited, for a supervisor, newest first."""
    return requests.request_page(actor=request.auth, status=status, cursor=cursor, limit=limit)


@router.post(
    "/consent-requests/{uuid:request_id}/approve",
    permission=_DECIDE,
    response={200: ConsentRequestOut, **problems(ConsentRequestNotFound, OwnConsentRequest, Forbidden, ConsentRequestIsDecided)},
    operation_id="consent_requests_approve",
)
def approve_request(request: ActorRequest, request_id: UUID, body: ConsentDecisionIn) -> RequestRow:
    """Let a consent hold from now on."""
    return _request(request, deciding.request_approve(actor=request.auth, request_id=request_id, note=body.note))


@router.post(
    "/consent-requests/{uuid:request_id}/reject",
    permission=_DECIDE,
    response={200: ConsentRequestOut, **problems(ConsentRequestNotFound, OwnConsentRequest, Forbidden, ConsentRequestIsDecided)},
    operation_id="consent_requests_reject",
)
def reject_request(request: ActorRequest, request_id: UUID, body: ConsentRefusalIn) -> RequestRow:
    """Turn a consent down, and say why."""
    return _request(request, deciding.request_reject(actor=request.auth, request_id=request_id, note=body.note))


@router.post(
    "/consent-requests/{uuid:request_id}/withdraw",
    permission=_UPDATE,
    response={200: ConsentRequestOut, **problems(ConsentRequestNotFound, Forbidden, ConsentRequestIsDecided)},
    operation_id="consent_requests_withdraw",
)
def take_back_request(request: ActorRequest, request_id: UUID) -> RequestRow:
    """Take my own request back."""
    return _request(request, deciding.request_take_back(actor=request.auth, request_id=request_id))


@router.get("/consent-purposes", permission=SIGNED_IN, response={200: ConsentPurposesOut, **problems(Forbidden)}, operation_id="consent_purposes_list")
def list_purposes(request: ActorRequest) -> dict[str, list[PurposeRow]]:
    """What customers are asked about, with the text in force."""
    return {"items": reading_purposes.purpose_rows()}


@router.post(
    "/consent-purposes",
    permission=_MANAGE,
    response={201: ConsentPurposeOut, **problems(Forbidden, ConsentPurposeExists)},
    operation_id="consent_purposes_create",
)
def create_purpose(request: ActorRequest, body: ConsentPurposeIn) -> PurposeRow:
    """Add a purpose."""
    made = purposes.purpose_create(actor=request.auth, key=body.key, name_id=body.name_id, name_en=body.name_en, needs_approval=body.needs_approval)
    return _purpose(made.key)


@router.patch(
    "/consent-purposes/{key}",
    permission=_MANAGE,
    response={200: ConsentPurposeOut, **problems(ConsentPurposeNotFound, Forbidden, StaleVersion)},
    operation_id="consent_purposes_update",
)
def update_purpose(request: ActorRequest, key: str, body: ConsentPurposeUpdateIn) -> PurposeRow:
    """Change a purpose, or take it out of use."""
    purposes.purpose_update(
        actor=request.auth,
        key=key,
        version=body.version,
        name_id=body.name_id,
        name_en=body.name_en,
        needs_approval=body.needs_approval,
        is_active=body.is_active,
    )
    return _purpose(key)


@router.get(
    "/consent-purposes/{key}/wordings",
    permission=SIGNED_IN,
    response={200: ConsentWordingsOut, **problems(ConsentPurposeNotFound)},
    operation_id="consent_wordings_list",
)
def list_wordings(request: ActorRequest, key: str) -> dict[str, list[WordingRow]]:
    """All versions of a purpose's text, newest first."""
    return {"items": reading_purposes.wording_rows(key)}


@router.post(
    "/consent-purposes/{key}/wordings",
    permission=_MANAGE,
    response={201: ConsentWordingOut, **problems(ConsentPurposeNotFound, Forbidden, StaleVersion)},
    operation_id="consent_wordings_create",
)
def publish_wording(request: ActorRequest, key: str, body: ConsentWordingIn) -> WordingRow:
    """Publish the next version of a purpose's text."""
    purposes.wording_publish(actor=request.auth, key=key, after=body.after, text_id=body.text_id, text_en=body.text_en)
    return reading_purposes.wording_rows(key)[0]


def _purpose(key: str) -> PurposeRow:
    return next(row for row in reading_purposes.purpose_rows() if row["key"] == key)


def _request(request: ActorRequest, made: ConsentRequest) -> RequestRow:
    return requests.request_rows(request.auth, [made])[0]


def _verification(made: ConsentVerification) -> VerificationRow:
    return {
        "verification_id": made.id,
        "method": made.method,
        "channel": made.channel,
        "hint": made.hint,
        "verified": made.verified_at is not None,
        "attempts_left": verifying.attempts_left(made),
        "expires_at": made.expires_at,
    }
