"""Deciding about a grant that waits: approve, reject, or take back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction

from simpul.audit.public import record
from simpul.consent.acts import ConsentAct
from simpul.consent.errors import ConsentRequestIsDecided, OwnConsentRequest
from simpul.consent.models import Consent, ConsentRequest
from simpul.consent.policies import REQUEST, SUBJECT, can_decide, can_take_back
from simpul.consent.selectors.requests import request_get
from simpul.consent.services.changing import consent_write, describe_consent
from simpul.consent.vocabulary import CONSENT_WORKFLOW, ConsentStatus
from simpul.customers.public import customer_get
from simpul.platform.actor import Actor
from simpul.platform.acts import AuditAct
from simpul.platform.clock import now
from simpul.platform.db import execute, query
from simpul.platform.errors import DomainError, Forbidden
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.text import Text
from simpul.workflow import public as workflow
from simpul.workflow.errors import TransitionNotPossible

_Refusal = TypeVar("_Refusal", bound=DomainError)
_OUTCOME = Text(id="Persetujuan nasabah yang Anda catat sudah diputuskan.", en="The consent that you recorded has been decided about.")
NOTICES = (
    NoticeKind("consent.approved", title=Text(id="Persetujuan nasabah disetujui", en="A customer's consent was approved"), body=_OUTCOME),
    NoticeKind("consent.rejected", title=Text(id="Persetujuan nasabah ditolak", en="A customer's consent was rejected"), body=_OUTCOME),
    NoticeKind("consent.withdrawn", title=Text(id="Pengajuan persetujuan ditarik", en="A request about consent was taken back"), body=_OUTCOME),
)
_OVERTAKEN = Text(id="Nasabah menarik persetujuan ini sesudah pengajuan.", en="The customer withdrew this consent after the request.")


@transaction.atomic
def request_approve(*, actor: Actor, request_id: UUID, note: str = "") -> ConsentRequest:
    """Approve a grant: it holds from this moment, unless the customer withdrew meanwhile.

    Raises: ConsentRequestNotFound, Forbidden, OwnConsentRequest, ConsentRequestIsDecided.
    """
    return _take(actor, _decidable(actor, request_id, ConsentAct.APPROVE_CONSENT), "approve", ConsentAct.APPROVE_CONSENT, note)


@transaction.atomic
def request_reject(*, actor: Actor, request_id: UUID, note: str = "") -> ConsentRequest:
    """Turn a grant down; what held before goes on.

    Raises: ConsentRequestNotFound, Forbidden, OwnConsentRequest, ConsentRequestIsDecided.
    """
    return _take(actor, _decidable(actor, request_id, ConsentAct.REJECT_CONSENT), "reject", ConsentAct.REJECT_CONSENT, note)


@transaction.atomic
def request_take_back(*, actor: Actor, request_id: UUID) -> ConsentRequest:
    """Take the own request back.

    Raises: ConsentRequestNotFound, Forbidden, ConsentRequestIsDecided.
    """
    request = request_get(actor=actor, request_id=request_id)
    verdict = can_take_back(actor, request)
    if not verdict:
        raise _denied(Forbidden(verdict.reason), ConsentAct.WITHDRAW_CONSENT_REQUEST, request)
    return _take(actor, request, "withdraw", ConsentAct.WITHDRAW_CONSENT_REQUEST, "")


def _decidable(actor: Actor, request_id: UUID, act: AuditAct) -> ConsentRequest:
    request = request_get(actor=actor, request_id=request_id)
    verdict = can_decide(actor, customer_get(actor=actor, customer_id=request.customer_id), request)
    if not verdict:
        refusal = OwnConsentRequest if request.requested_by == actor.id else Forbidden
        raise _denied(refusal(verdict.reason), act, request)
    return request


def _take(actor: Actor, request: ConsentRequest, transition: str, act: AuditAct, note: str) -> ConsentRequest:
    try:
        workflow.move(actor=actor, definition=CONSENT_WORKFLOW, subject_id=request.id, transition=transition, given={"decision_note": note.strip()})
    except TransitionNotPossible:
        raise _denied(ConsentRequestIsDecided(), act, request) from None
    return request_get(actor=actor, request_id=request.id)


def requests_entered(actor: Actor, moves: Sequence[workflow.MoveFacts]) -> None:
    """Write in the requests themselves what their workflow decided; in every other state a request is pending."""
    for move in moves:
        if move.ended:
            request = ConsentRequest.objects.get(pk=move.subject_id)
            request.status, request.decided_by, request.decided_at = move.to_state, actor.id, move.at
            request.decision_note = str(move.given.get("decision_note", ""))
            request.save(update_fields=["status", "decided_by", "decided_at", "decision_note"])
            if request.requested_by != actor.id:
                notify(f"consent.{move.to_state.lower()}", [request.requested_by], subject_type=REQUEST, subject_id=request.id)


def request_apply(actor: Actor, move: workflow.MoveFacts, settings: Mapping[str, Any]) -> None:
    """Let the grant hold.

    Raises: ConsentRequestIsDecided when the customer withdrew after the request.
    """
    request = ConsentRequest.objects.select_related("wording", "verification").get(pk=move.subject_id)
    execute("SELECT crm.lock_consent(%s)", (request.customer_id,))
    withdrawn = query(
        "SELECT 1 FROM crm.consents WHERE customer_id = %s AND consent_type = %s AND status = 'WITHDRAWN' AND effective_at > %s "
        "AND (channel IS NULL OR %s::text IS NULL OR channel = %s) LIMIT 1",
        (request.customer_id, request.consent_type, request.requested_at, request.channel, request.channel),
    )
    if withdrawn:
        raise _denied(ConsentRequestIsDecided(_OVERTAKEN), ConsentAct.APPROVE_CONSENT, request)
    written = consent_write(
        Consent(
            customer_id=request.customer_id, branch_code=request.branch_code, consent_type=request.consent_type, channel=request.channel, status=ConsentStatus.GRANTED, effective_at=now(),
            captured_channel=request.captured_channel, captured_by=request.requested_by, verification_method=request.verification.method,
            verification=request.verification, wording=request.wording, wording_hash=request.wording.text_hash, request=request,
            evidence_document_id=request.verification.evidence_document_id, approved_by=actor.id, notes=request.notes,
        )
    )  # fmt: skip
    record(
        actor, ConsentAct.CHANGE_CONSENT, object_type=SUBJECT, object_id=written.id, customer_id=request.customer_id, branch_code=request.branch_code,
        meta={**describe_consent(written), "consent_type": request.consent_type, "status": "GRANTED", "channel": request.channel, "request_id": str(request.id)},
    )  # fmt: skip


def _denied(refusal: _Refusal, act: AuditAct, request: ConsentRequest) -> _Refusal:
    """The refusal, to be recorded as this act on this request."""
    refusal.recorded_as(action=act, object_type=REQUEST, object_id=str(request.id), customer_id=request.customer_id, branch_code=request.branch_code)
    return refusal
