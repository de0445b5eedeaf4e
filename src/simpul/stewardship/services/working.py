"""Working on a request and deciding about it; each step goes through the workflow of requests."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from simpul.audit.public import audited_change
from simpul.platform.actor import Actor
from simpul.platform.acts import AuditAct
from simpul.platform.errors import Forbidden, Invalid
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.text import Text
from simpul.stewardship.acts import StewardshipAct
from simpul.stewardship.errors import OwnRightsRequest, RequesterNotVerified, RightsRequestForbidsThis
from simpul.stewardship.models import RightsRequest
from simpul.stewardship.policies import OWN_WORK, can_assign, can_decide, can_work
from simpul.stewardship.selectors.requests import allowed_steps, owners_at, rights_request_get
from simpul.stewardship.vocabulary import ERASE_WORD, NEEDS_APPROVAL, SUBJECT, WORKFLOW, RefusalCode, RightsKind, RightsStatus
from simpul.workflow import public as workflow
from simpul.workflow.errors import TransitionNotPossible

ASSIGNED = NoticeKind(
    "stewardship.assigned",
    title=Text(id="Permintaan hak pribadi untuk Anda", en="A rights request for you"),
    body=Text(id="Jawaban harus selesai dalam 72 jam sejak diterima.", en="It has to be answered within 72 hours of its receipt."),
)
_NOT_THEIRS = Text(id="Orang ini tidak dapat diberi permintaan di cabang ini.", en="This person cannot be given requests of this branch.")
_CONFIRM = Text(id="Ketik kata HAPUS untuk menghapus data selamanya.", en="Type the word HAPUS to erase the data for ever.")
_IN_WORDS = Text(id="Jelaskan alasannya dengan paling sedikit 10 karakter.", en="Explain the reason in at least 10 characters.")


@transaction.atomic
def rights_request_assign(*, actor: Actor, request_id: UUID, owner_id: UUID) -> RightsRequest:
    """Take a request oneself, or give it to a colleague; from then on it is in progress.

    Raises: RightsRequestNotFound, Forbidden, RightsRequestForbidsThis, Invalid naming the owner.
    """
    request = rights_request_get(actor=actor, request_id=request_id)
    meta = {"owner": str(owner_id)}
    with audited_change(
        actor, StewardshipAct.ASSIGN_RIGHTS_REQUEST, SUBJECT, request.id, customer_id=request.customer_id, branch_code=request.branch_code, meta=meta
    ) as change:
        change.require(can_work(actor, request) if owner_id == actor.id else can_assign(actor, request))
        if owner_id != actor.id and owner_id not in owners_at(request):
            raise Invalid({"owner_id": _NOT_THEIRS})
        request = rights_request_get(actor=actor, request_id=request_id, lock=True)
        if request.status not in (RightsStatus.RECEIVED, RightsStatus.IN_PROGRESS):
            raise RightsRequestForbidsThis()
        if request.owner_id == owner_id:
            change.nothing_changed()
            return request
        RightsRequest.objects.filter(pk=request.id).update(owner_id=owner_id, version=F("version") + 1)
        if request.status == RightsStatus.RECEIVED:
            change.nothing_changed()
            workflow.move(actor=actor, definition=WORKFLOW, subject_id=request.id, transition="take")
        workflow.subjects_changed(actor=actor, subject_type=SUBJECT, subject_ids=[request.id])
        if owner_id != actor.id:
            notify(ASSIGNED.key, [owner_id], subject_type=SUBJECT, subject_id=request.id)
    return rights_request_get(actor=actor, request_id=request_id)


@transaction.atomic
def rights_request_complete(*, actor: Actor, request_id: UUID, outcome: str) -> RightsRequest:
    """Say what was done. What hands out or destroys personal data waits for another person first.

    Raises: RightsRequestNotFound, Forbidden, RequesterNotVerified, RightsRequestForbidsThis, Invalid; and what carrying it out refuses.
    """
    request = rights_request_get(actor=actor, request_id=request_id)
    waits = request.kind in NEEDS_APPROVAL
    act = StewardshipAct.PROPOSE_RIGHTS_REQUEST if waits else StewardshipAct.COMPLETE_RIGHTS_REQUEST
    _require_work(actor, request, act)
    if request.verification_method is None:
        raise _recorded(RequesterNotVerified(), act, request)
    return _take(actor, request, "propose" if waits else "complete", act, outcome=outcome.strip())


@transaction.atomic
def rights_request_approve(*, actor: Actor, request_id: UUID, note: str = "", confirmation: str = "") -> RightsRequest:
    """Approve what another person carried out: it happens in this moment. An erasure is confirmed by a typed word.

    Raises: RightsRequestNotFound, Forbidden, OwnRightsRequest, RightsRequestForbidsThis, Invalid; and what carrying it out refuses.
    """
    act = StewardshipAct.APPROVE_RIGHTS_REQUEST
    request = _decidable(actor, request_id, act)
    if request.kind == RightsKind.ERASURE and confirmation.strip() != ERASE_WORD:
        raise _recorded(Invalid({"confirmation": _CONFIRM}), act, request)
    return _take(actor, request, "approve", act, note=note.strip())


@transaction.atomic
def rights_request_return(*, actor: Actor, request_id: UUID, note: str) -> RightsRequest:
    """Give a request back to who carried it out, with what is missing.

    Raises: RightsRequestNotFound, Forbidden, OwnRightsRequest, RightsRequestForbidsThis, Invalid.
    """
    return _take(actor, _decidable(actor, request_id, StewardshipAct.RETURN_RIGHTS_REQUEST), "return", StewardshipAct.RETURN_RIGHTS_REQUEST, note=note.strip())


@transaction.atomic
def rights_request_refuse(*, actor: Actor, request_id: UUID, code: str, reason: str = "") -> RightsRequest:
    """Refuse a request with a code, and in words where the code is OTHER.

    Raises: RightsRequestNotFound, Forbidden, OwnRightsRequest, RightsRequestForbidsThis, Invalid.
    """
    act = StewardshipAct.REFUSE_RIGHTS_REQUEST
    request = rights_request_get(actor=actor, request_id=request_id)
    waiting = request.status == RightsStatus.WAITING_APPROVAL
    if waiting:
        _decidable(actor, request_id, act)
    else:
        _require_work(actor, request, act)
    if code == RefusalCode.OTHER and len(reason.strip()) < 10:
        raise _recorded(Invalid({"reason": _IN_WORDS}), act, request)
    return _take(actor, request, "refuse_proposal" if waiting else "refuse", act, refusal_code=code, refusal_reason=reason.strip())


@transaction.atomic
def rights_request_withdraw(*, actor: Actor, request_id: UUID) -> RightsRequest:
    """Note that the person took the request back.

    Raises: RightsRequestNotFound, Forbidden, RightsRequestForbidsThis.
    """
    request = rights_request_get(actor=actor, request_id=request_id)
    _require_work(actor, request, StewardshipAct.WITHDRAW_RIGHTS_REQUEST)
    return _take(actor, request, "withdraw", StewardshipAct.WITHDRAW_RIGHTS_REQUEST)


def _require_work(actor: Actor, request: RightsRequest, act: AuditAct) -> None:
    """Raises: Forbidden, RightsRequestForbidsThis where it has ended."""
    if request.closed_at is not None:
        raise _recorded(RightsRequestForbidsThis(), act, request)
    verdict = can_work(actor, request)
    if not verdict:
        raise _recorded(Forbidden(verdict.reason), act, request)


def _decidable(actor: Actor, request_id: UUID, act: AuditAct) -> RightsRequest:
    request = rights_request_get(actor=actor, request_id=request_id)
    if request.closed_at is not None:
        raise _recorded(RightsRequestForbidsThis(), act, request)
    verdict = can_decide(actor, request)
    if not verdict:
        raise _recorded((OwnRightsRequest if verdict.reason is OWN_WORK else Forbidden)(verdict.reason), act, request)
    if not allowed_steps(actor, request)["approve"]:
        raise _recorded(RightsRequestForbidsThis(), act, request)
    return request


def _take(actor: Actor, request: RightsRequest, transition: str, act: AuditAct, **given: Any) -> RightsRequest:
    try:
        workflow.move(actor=actor, definition=WORKFLOW, subject_id=request.id, transition=transition, given=given)
    except TransitionNotPossible:
        raise _recorded(RightsRequestForbidsThis(), act, request) from None
    return rights_request_get(actor=actor, request_id=request.id)


def _recorded(refusal: Any, act: AuditAct, request: RightsRequest) -> Any:
    """The refusal, to be recorded as this act on this request."""
    refusal.recorded_as(
        action=act,
        object_type=SUBJECT,
        object_id=str(request.id),
        customer_id=request.customer_id,
        branch_code=request.branch_code,
        meta={"kind": request.kind},
    )
    return refusal
