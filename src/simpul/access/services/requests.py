"""Asking for emergency access, deciding about it, and ending it; each step through the workflow of requests."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from simpul.access.acts import AccessAct
from simpul.access.errors import (
    AccessCustomerNotFound,
    AccessIsOver,
    AccessIsRunning,
    AccessIsWaiting,
    AccessRequestIsDecided,
    OwnAccessRequest,
    SelfApprovalIsOff,
)
from simpul.access.models import AccessRequest, Sample
from simpul.access.policies import can_approve_alone, can_decide, can_leave, can_note, can_revoke, may_ask, reasons_for
from simpul.access.registry import CustomerCard, directory
from simpul.access.selectors.requests import request_get, running_of, status_of
from simpul.access.selectors.samples import sample_get
from simpul.access.vocabulary import LEAST_MINUTES, LEAST_REASON, MOST_MINUTES, MOST_REASON, REASONS, SUBJECT, TIERS, WORKFLOW, Status
from simpul.audit.public import record
from simpul.platform.actor import Actor, Verdict, require
from simpul.platform.acts import AuditAct
from simpul.platform.clock import now
from simpul.platform.crypto import keyed_hash
from simpul.platform.errors import DomainError, Forbidden, Invalid
from simpul.platform.redaction import holds_number, redacted
from simpul.platform.text import Text
from simpul.platform.words import says_enough
from simpul.workflow import public as workflow
from simpul.workflow.errors import TransitionNotPossible

_TICKET = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ./:#_-]{2,59}")
_NOT_YOUR_REASON = Text(id="Pilih alasan yang berlaku untuk peran Anda.", en="Choose a reason that your role may give.")
_NUMBERED = Text(
    id="Penjelasan memuat nomor panjang, misalnya NIK, rekening, atau telepon. Hapus nomornya; nasabahnya sudah dipilih di atas.",
    en="The explanation holds a long number, such as an identity, account or phone number. Take it out; the customer is chosen above.",
)
_REASON_FOR_SAMPLES = Text(id="Uji petik memakai alasan uji petik, dan hanya uji petik.", en="A sample takes the reason of sampling, and nothing else does.")
_SHORT = Text(id="Jelaskan dengan paling sedikit {least} karakter.", en="Explain in at least {least} characters.")
_LONG = Text(id="Paling banyak {most} karakter.", en="At most {most} characters.")
_BAD_TICKET = Text(
    id="Isi nomor tiket atau kasus (3–60 huruf, angka, atau . / : # _ -).", en="Give the number of a ticket or case (3–60 letters, digits or . / : # _ -)."
)
_BAD_MINUTES = Text(id="Antara {least} dan {most} menit.", en="Between {least} and {most} minutes.")
_BAD_TIER = Text(id="Pilih tingkat 1, 2, atau 3.", en="Choose tier 1, 2 or 3.")
_ONE_OF_TWO = Text(id="Sebutkan satu nasabah atau satu uji petik.", en="Name one customer or one sample.")


@transaction.atomic
def customer_lookup(*, actor: Actor, identifier: str) -> list[CustomerCard]:
    """Find a customer by an exact number without seeing more than its mask; it counts as a search, found or not, and is recorded.

    Raises: Forbidden, RateLimited.
    """
    require(may_ask(actor))
    digest = keyed_hash("".join(identifier.upper().split()))
    facts: dict[str, Any] = {"action": AccessAct.BREAK_GLASS_LOOKUP, "object_type": "CUSTOMER_SEARCH", "object_id": digest}
    try:
        found = directory().find(actor, identifier)
    except DomainError as refusal:
        raise refusal.recorded_as(**facts, meta={"query_hash": digest}) from None
    # One row for each customer that was found, so that the trail of a customer shows it; one as well when there was none.
    rows: list[CustomerCard | None] = [*found] or [None]
    for card in rows:
        record(
            actor,
            AccessAct.BREAK_GLASS_LOOKUP,
            object_type="CUSTOMER_SEARCH",
            object_id=digest,
            customer_id=card.customer_id if card else None,
            branch_code=card.branch_code if card else None,
            meta={"query_hash": digest, "results": len(found)},
        )
    return found


@transaction.atomic
def access_request(
    *, actor: Actor, customer_id: UUID | None, sample_id: UUID | None, reason_code: str, reason: str, ticket: str, minutes: int, tier: int
) -> AccessRequest:
    """Ask for access to one customer, or to all customers of one own sample; approvers are told at once.

    `minutes` is how long the access will last, counted from its approval.

    Raises: Forbidden, Invalid naming each field, AccessCustomerNotFound, SampleNotFound, AccessIsWaiting.
    """
    _require(may_ask(actor), AccessAct.BREAK_GLASS_REQUEST)
    _check(actor, customer_id, sample_id, reason_code, reason, ticket, minutes, tier)
    card, sample = _card(customer_id), _sample(actor, sample_id)
    _lock_person(actor.id)
    if AccessRequest.objects.filter(requested_by=actor.id, status=Status.REQUESTED, customer_id=customer_id, sample=sample).exists():
        raise AccessIsWaiting().recorded_as(action=AccessAct.BREAK_GLASS_REQUEST, object_type=SUBJECT, object_id="", customer_id=customer_id)
    request = AccessRequest.objects.create(
        requested_by=actor.id,
        requester_role=actor.main_role or "",
        requested_at=now(),
        reason_code=reason_code,
        reason=reason.strip(),
        ticket=ticket.strip(),
        tier=tier,
        minutes=minutes,
        customer_id=customer_id,
        customer_name=card.name if card else "",
        customer_cif=(card.cif or "") if card else "",
        sample=sample,
    )
    request.refresh_from_db(fields=["branch_code"])
    workflow.start(actor=actor, definition=WORKFLOW, subject_id=request.id)
    return request


@transaction.atomic
def access_approve(*, actor: Actor, request_id: UUID, note: str = "") -> AccessRequest:
    """Open the access now, for as long as was asked.

    Raises: AccessRequestNotFound, Forbidden, OwnAccessRequest, AccessRequestIsDecided, AccessIsRunning while who asked acts under another grant.
    """
    request = _decidable(actor, request_id, AccessAct.BREAK_GLASS_APPROVE)
    _alone(request, AccessAct.BREAK_GLASS_APPROVE)
    return _take(actor, request, "approve", AccessAct.BREAK_GLASS_APPROVE, note)


@transaction.atomic
def access_approve_alone(*, actor: Actor, request_id: UUID, note: str) -> AccessRequest:
    """Open one's own request in an emergency, where the organisation allows it; all compliance officers are told.

    Raises: AccessRequestNotFound, Forbidden, SelfApprovalIsOff, Invalid without an explanation, AccessRequestIsDecided, AccessIsRunning.
    """
    request = request_get(actor=actor, request_id=request_id)
    if not (verdict := can_approve_alone(actor, request)):
        refusal = SelfApprovalIsOff if request.requested_by == actor.id else Forbidden
        raise refusal(verdict.reason).recorded_as(**_facts(AccessAct.BREAK_GLASS_SELF_APPROVE, request))
    _alone(request, AccessAct.BREAK_GLASS_SELF_APPROVE)
    return _take(actor, request, "self_approve", AccessAct.BREAK_GLASS_SELF_APPROVE, note)


@transaction.atomic
def access_reject(*, actor: Actor, request_id: UUID, note: str) -> AccessRequest:
    """Turn a request down, with the reason why.

    Raises: AccessRequestNotFound, Forbidden, OwnAccessRequest, AccessRequestIsDecided, Invalid without a reason.
    """
    return _take(actor, _decidable(actor, request_id, AccessAct.BREAK_GLASS_REJECT), "reject", AccessAct.BREAK_GLASS_REJECT, note)


@transaction.atomic
def access_withdraw(*, actor: Actor, request_id: UUID) -> AccessRequest:
    """Take the own request back before it is decided.

    Raises: AccessRequestNotFound, Forbidden, AccessRequestIsDecided.
    """
    request = request_get(actor=actor, request_id=request_id)
    _require(can_leave(actor, request), AccessAct.BREAK_GLASS_WITHDRAW, request)
    return _take(actor, request, "withdraw", AccessAct.BREAK_GLASS_WITHDRAW, "")


@transaction.atomic
def access_end(*, actor: Actor, request_id: UUID) -> AccessRequest:
    """End the own access before its time.

    Raises: AccessRequestNotFound, Forbidden, AccessIsOver.
    """
    request = request_get(actor=actor, request_id=request_id)
    _require(can_leave(actor, request), AccessAct.BREAK_GLASS_END, request)
    return _close(actor, request, "end", AccessAct.BREAK_GLASS_END, "")


@transaction.atomic
def access_revoke(*, actor: Actor, request_id: UUID, note: str) -> AccessRequest:
    """Take somebody's access away before its time, with the reason why; it works with that person's next request.

    Raises: AccessRequestNotFound, Forbidden, AccessIsOver, Invalid without a reason.
    """
    request = request_get(actor=actor, request_id=request_id)
    _require(can_revoke(actor, request), AccessAct.BREAK_GLASS_REVOKE, request)
    return _close(actor, request, "revoke", AccessAct.BREAK_GLASS_REVOKE, note)


def _check(actor: Actor, customer_id: UUID | None, sample_id: UUID | None, reason_code: str, reason: str, ticket: str, minutes: int, tier: int) -> None:
    problems: dict[str, Text] = {}
    if (customer_id is None) == (sample_id is None):
        problems["customer_id"] = _ONE_OF_TWO
    if reason_code not in reasons_for(actor):
        problems["reason_code"] = _NOT_YOUR_REASON
    elif REASONS[reason_code].sample != (sample_id is not None):
        problems["reason_code"] = _REASON_FOR_SAMPLES
    if not says_enough(reason, LEAST_REASON):
        problems["reason"] = _SHORT.format(least=LEAST_REASON)
    elif len(reason.strip()) > MOST_REASON:
        problems["reason"] = _LONG.format(most=MOST_REASON)
    elif holds_number(reason):
        problems["reason"] = _NUMBERED
    if not _TICKET.fullmatch(ticket.strip()):
        problems["ticket"] = _BAD_TICKET
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        problems["minutes"] = _BAD_MINUTES.format(least=LEAST_MINUTES, most=MOST_MINUTES)
    if tier not in TIERS:
        problems["tier"] = _BAD_TIER
    if problems:
        raise Invalid(problems).recorded_as(action=AccessAct.BREAK_GLASS_REQUEST, object_type=SUBJECT, object_id="", meta={"fields": sorted(problems)})


def _card(customer_id: UUID | None) -> CustomerCard | None:
    if customer_id is None:
        return None
    card = directory().cards([customer_id]).get(customer_id)
    if card is None:
        raise AccessCustomerNotFound().recorded_as(action=AccessAct.BREAK_GLASS_REQUEST, object_type=SUBJECT, object_id="")
    return card


def _sample(actor: Actor, sample_id: UUID | None) -> Sample | None:
    if sample_id is None:
        return None
    sample = sample_get(actor=actor, sample_id=sample_id)
    if not (verdict := can_note(actor, sample)):
        raise Forbidden(verdict.reason).recorded_as(action=AccessAct.BREAK_GLASS_REQUEST, object_type="BREAK_GLASS_SAMPLE", object_id=str(sample.id))
    return sample


def _decidable(actor: Actor, request_id: UUID, action: AuditAct) -> AccessRequest:
    request = request_get(actor=actor, request_id=request_id)
    if not (verdict := can_decide(actor, request)):
        refusal = OwnAccessRequest if request.requested_by == actor.id else Forbidden
        raise refusal(verdict.reason).recorded_as(**_facts(action, request))
    return request


def _alone(request: AccessRequest, action: AuditAct) -> None:
    """Who asked acts under no other grant: two approvals at the same moment wait for each other."""
    _lock_person(request.requested_by)
    if request.status == Status.REQUESTED and running_of(request.requested_by) is not None:
        raise AccessIsRunning().recorded_as(**_facts(action, request))


def _lock_person(user_id: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (f"elevation:{user_id}",))


def _close(actor: Actor, request: AccessRequest, transition: str, action: AuditAct, note: str) -> AccessRequest:
    if status_of(request) != Status.ACTIVE:
        raise AccessIsOver().recorded_as(**_facts(action, request))
    return _take(actor, request, transition, action, note)


def _take(actor: Actor, request: AccessRequest, transition: str, action: AuditAct, note: str) -> AccessRequest:
    """Move the request along its workflow; what that means is written by `requests_entered`."""
    try:
        workflow.move(actor=actor, definition=WORKFLOW, subject_id=request.id, transition=transition, given={"note": note.strip()} if note.strip() else {})
    except TransitionNotPossible:
        raise AccessRequestIsDecided().recorded_as(**_facts(action, request)) from None
    except Invalid as refusal:
        fields = {name.removeprefix("fields."): message for name, message in refusal.fields.items()}
        raise Invalid(fields).recorded_as(**_facts(action, request)) from None
    return AccessRequest.objects.get(pk=request.pk)


def _require(verdict: Verdict, action: AuditAct, request: AccessRequest | None = None) -> None:
    if not verdict:
        facts = _facts(action, request) if request else {"action": action, "object_type": SUBJECT, "object_id": ""}
        raise Forbidden(verdict.reason).recorded_as(**facts)


def _facts(action: AuditAct, request: AccessRequest) -> dict[str, Any]:
    return {"action": action, "object_type": SUBJECT, "object_id": str(request.id), "customer_id": request.customer_id, "branch_code": request.branch_code}


def told_of(request: AccessRequest, note: str = "") -> dict[str, Any]:
    """A request as the trail keeps it."""
    meta = {"reason_code": request.reason_code, "ticket": redacted(request.ticket), "tier": request.tier, "minutes": request.minutes}
    more = {"sample": str(request.sample_id)} if request.sample_id else {}
    return {**meta, **more, **({"note": redacted(note)} if note else {})}
