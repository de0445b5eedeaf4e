"""Writing a request down, and knowing that it comes from the person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F

from simpul.audit.public import audited_change
from simpul.consent.public import verification_holding
from simpul.customers.public import customer_get
from simpul.documents.public import DocumentNotFound, DocumentSubjectNotFound, document_get
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import Invalid
from simpul.platform.text import Text
from simpul.stewardship.acts import StewardshipAct
from simpul.stewardship.errors import RightsRequestForbidsThis, RightsRequestIsOpen
from simpul.stewardship.models import RightsRequest
from simpul.stewardship.policies import can_create, can_work
from simpul.stewardship.selectors.requests import allowed_steps, rights_request_get
from simpul.stewardship.services.clocks import clocks_start
from simpul.stewardship.vocabulary import DUE_WITHIN, SUBJECT, WORKFLOW
from simpul.workflow import public as workflow

_OLDEST = timedelta(days=30)
_FUTURE = Text(id="Waktu penerimaan tidak boleh di masa depan.", en="The time of receipt cannot lie in the future.")
_TOO_OLD = Text(id="Waktu penerimaan paling lama 30 hari yang lalu.", en="The time of receipt lies at most 30 days back.")
_NO_DOCUMENT = Text(id="Pilih dokumen milik nasabah ini.", en="Choose a document of this customer.")


@dataclass(frozen=True)
class Received:
    """What the person asks for, as the colleague writes it down."""

    kind: str
    received_by: str
    received_at: datetime | None = None
    details: str = ""
    verification_id: UUID | None = None
    evidence_document_id: UUID | None = None


@transaction.atomic
def rights_request_create(*, actor: Actor, customer_id: UUID, received: Received) -> RightsRequest:
    """Write down that a person calls on a right; it is due 72 hours after it was received.

    Raises: CustomerNotFound, Forbidden, VerificationNotFound, VerificationIsOver, RightsRequestIsOpen, Invalid.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    meta = {"kind": received.kind, "received_by": received.received_by}
    with audited_change(
        actor, StewardshipAct.RECEIVE_RIGHTS_REQUEST, SUBJECT, customer_id=customer.id, branch_code=customer.home_branch_code, meta=meta
    ) as change:
        change.require(can_create(actor, customer))
        at = _received_at(received.received_at)
        if received.evidence_document_id is not None:
            _judge_document(actor, customer.id, received.evidence_document_id)
        verified = verification_holding(actor, change, customer.id, received.verification_id) if received.verification_id else None
        made = RightsRequest(
            customer_id=customer.id, branch_code=customer.home_branch_code, kind=received.kind, details=received.details, received_by=received.received_by,
            received_at=at, due_at=at + DUE_WITHIN, verification_id=received.verification_id, verification_method=verified.method if verified else None,
            evidence_document_id=received.evidence_document_id or (verified.evidence_document_id if verified else None), created_by=actor.id, created_at=now(),
        )  # fmt: skip
        try:
            with transaction.atomic():
                made.save(force_insert=True)
        except IntegrityError:
            raise RightsRequestIsOpen() from None
        # Its workflow tells the trail of it.
        change.nothing_changed()
        workflow.start(actor=actor, definition=WORKFLOW, subject_id=made.id)
        clocks_start(made)
    return rights_request_get(actor=actor, request_id=made.id)


@transaction.atomic
def rights_request_verify(*, actor: Actor, request_id: UUID, verification_id: UUID) -> RightsRequest:
    """Say by which verification the request comes from the person.

    Raises: RightsRequestNotFound, Forbidden, RightsRequestForbidsThis, VerificationNotFound, VerificationIsOver.
    """
    request = rights_request_get(actor=actor, request_id=request_id)
    with audited_change(
        actor, StewardshipAct.VERIFY_RIGHTS_REQUEST, SUBJECT, request.id, customer_id=request.customer_id, branch_code=request.branch_code
    ) as change:
        change.require(can_work(actor, request))
        request = rights_request_get(actor=actor, request_id=request_id, lock=True)
        if not allowed_steps(actor, request)["verify"]:
            raise RightsRequestForbidsThis()
        found = verification_holding(actor, change, request.customer_id, verification_id)
        RightsRequest.objects.filter(pk=request.id).update(
            verification_id=found.id,
            verification_method=found.method,
            evidence_document_id=request.evidence_document_id or found.evidence_document_id,
            version=F("version") + 1,
        )
    return rights_request_get(actor=actor, request_id=request_id)


def _received_at(given: datetime | None) -> datetime:
    """Raises: Invalid."""
    at = now()
    if given is None:
        return at
    if given > at + timedelta(minutes=5):
        raise Invalid({"received_at": _FUTURE})
    if given < at - _OLDEST:
        raise Invalid({"received_at": _TOO_OLD})
    return min(given, at)


def _judge_document(actor: Actor, customer_id: UUID, document_id: UUID) -> None:
    """Raises: Invalid unless it is a document of this very customer that the actor may see."""
    try:
        found = document_get(actor=actor, document_id=document_id)
    except (DocumentNotFound, DocumentSubjectNotFound):
        raise Invalid({"evidence_document_id": _NO_DOCUMENT}) from None
    if (found.subject_type, found.subject_id) != ("CUSTOMER", str(customer_id)):
        raise Invalid({"evidence_document_id": _NO_DOCUMENT})
