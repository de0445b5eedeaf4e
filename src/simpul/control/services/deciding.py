"""Deciding about a change that waits, and applying it as who proposed it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import DatabaseError, transaction

from simpul.audit.public import record, rows_marked
from simpul.control.acts import ControlAct
from simpul.control.errors import ConcernsYou, NothingToTake, OwnProposal, ProposalIsDecided, ProposerMayNot
from simpul.control.models import Proposal
from simpul.control.policies import can_decide, can_take_result, can_withdraw, has_result, holds_grant
from simpul.control.selectors.proposals import proposal_get, status_of
from simpul.control.services.proposing import change_again
from simpul.control.vocabulary import RESULT_HOURS, SUBJECT, WORKFLOW, Status
from simpul.iam.public import actor_for, applied_change_add
from simpul.platform.actor import Actor, Verdict
from simpul.platform.acts import AuditAct
from simpul.platform.clock import now
from simpul.platform.crypto import decrypt, encrypt
from simpul.platform.db import execute, scope
from simpul.platform.db.refusals import refusal_of
from simpul.platform.errors import DomainError, Forbidden, Invalid, RateLimited, StaleVersion
from simpul.platform.guarding import changes
from simpul.workflow import public as workflow
from simpul.workflow.errors import TransitionNotPossible

# The proposal that is being decided about here: by no other way does one become applied.
_deciding: ContextVar[UUID | None] = ContextVar("control_deciding", default=None)


class _NotApplied(Exception):
    """The change was refused when it was applied."""

    def __init__(self, refusal: DomainError) -> None:
        super().__init__(refusal.code())
        self.refusal = refusal


def decides_here(proposal_id: object) -> bool:
    """Whether this proposal is being decided about by the services of this module."""
    return str(_deciding.get()) == str(proposal_id)


@transaction.atomic
def proposal_approve(*, actor: Actor, proposal_id: UUID, version: int, note: str = "") -> Proposal:
    """Agree to a change, which is applied now as who proposed it; where that is not possible any more it becomes stale and says why.

    Raises: ProposalNotFound, Forbidden, OwnProposal, ConcernsYou, ProposalIsDecided, StaleVersion.
    """
    proposal = open_proposal(actor, proposal_id, version, ControlAct.APPROVE_CHANGE)
    _require_decider(actor, proposal, ControlAct.APPROVE_CHANGE)
    return carry_out(actor, proposal, note=note, by_codes=False)


@transaction.atomic
def proposal_decline(*, actor: Actor, proposal_id: UUID, version: int, note: str) -> Proposal:
    """Turn a change down, saying why.

    Raises: ProposalNotFound, Forbidden, OwnProposal, ConcernsYou, ProposalIsDecided, StaleVersion, Invalid without a reason.
    """
    proposal = open_proposal(actor, proposal_id, version, ControlAct.DECLINE_CHANGE)
    _require_decider(actor, proposal, ControlAct.DECLINE_CHANGE)
    return _take(actor, proposal, "decline", ControlAct.DECLINE_CHANGE, note)


@transaction.atomic
def proposal_withdraw(*, actor: Actor, proposal_id: UUID, version: int) -> Proposal:
    """Take the own proposal back before it is decided.

    Raises: ProposalNotFound, Forbidden, ProposalIsDecided, StaleVersion.
    """
    proposal = open_proposal(actor, proposal_id, version, ControlAct.WITHDRAW_CHANGE)
    require_verdict(can_withdraw(actor, proposal), ControlAct.WITHDRAW_CHANGE, proposal)
    return _take(actor, proposal, "withdraw", ControlAct.WITHDRAW_CHANGE, "")


@transaction.atomic
def result_take(*, actor: Actor, proposal_id: UUID) -> dict[str, str]:
    """Hand out what an applied change gave, such as a key, once; it is erased with that.

    Raises: ProposalNotFound, Forbidden, NothingToTake.
    """
    lock_proposal(proposal_id)
    proposal = proposal_get(actor=actor, proposal_id=proposal_id)
    require_verdict(can_take_result(actor, proposal), ControlAct.TAKE_RESULT, proposal)
    if not has_result(proposal) or proposal.result is None:
        raise NothingToTake().recorded_as(**facts_of(ControlAct.TAKE_RESULT, proposal))
    values: dict[str, str] = json.loads(decrypt(proposal.result, _context(proposal)))
    proposal.result, proposal.result_taken_at = None, now()
    proposal.version += 1
    proposal.save(update_fields=["result", "result_taken_at", "version"])
    record(actor, ControlAct.TAKE_RESULT, object_type=SUBJECT, object_id=proposal.id, meta={"kind": proposal.kind})
    return values


def results_forget() -> int:
    """Erase results that nobody took in time; how many."""
    return execute("UPDATE crm.proposals SET result = NULL, version = version + 1 WHERE result IS NOT NULL AND result_until <= %s", (now(),))


def open_proposal(actor: Actor, proposal_id: UUID, version: int, action: AuditAct) -> Proposal:
    """The proposal under its lock, which waits and is the one that was read.

    Raises: ProposalNotFound, ProposalIsDecided, StaleVersion.
    """
    lock_proposal(proposal_id)
    proposal = proposal_get(actor=actor, proposal_id=proposal_id)
    if status_of(proposal) != Status.PROPOSED:
        raise ProposalIsDecided().recorded_as(**facts_of(action, proposal))
    if proposal.version != version:
        raise StaleVersion(current={"version": proposal.version}).recorded_as(**facts_of(action, proposal))
    return proposal


def lock_proposal(proposal_id: UUID) -> None:
    """Two who decide about one proposal at once take turns."""
    execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (f"proposal:{proposal_id}",))


def carry_out(actor: Actor, proposal: Proposal, *, note: str, by_codes: bool) -> Proposal:
    """Move a proposal to APPLIED and apply it, all or nothing; a refusal of the change makes it STALE."""
    action = ControlAct.USE_CODES if by_codes else ControlAct.APPROVE_CHANGE
    try:
        with transaction.atomic():
            moved = _take(actor, proposal, "use_codes" if by_codes else "approve", action, note)
            applied_change_add(
                kind=proposal.kind, proposal_id=proposal.id, proposed_by=proposal.proposed_by, decided_by=None if by_codes else actor.id, by_codes=by_codes
            )
            _keep_result(moved, _apply(actor, moved))
            return moved
    except _NotApplied as stopped:
        return _take(actor, proposal, "fail", ControlAct.FAIL_CHANGE, _said(stopped.refusal), by_codes=by_codes)


def _apply(actor: Actor, proposal: Proposal) -> Any:
    """What the change gives, made as who proposed it.

    Raises: _NotApplied.
    """
    change, proposer = changes.get(proposal.kind), actor_for(proposal.proposed_by)
    try:
        if change is None or proposer is None or not holds_grant(proposer, proposal):
            raise ProposerMayNot()
        body, path = change_again(change, proposal)
        proposer = replace(proposer, request_id=actor.request_id, elevation_id=None)
        with rows_marked(proposal=str(proposal.id), approved_by="CODES" if proposal.by_codes else str(actor.id)), scope(proposer):
            return change.apply(proposer, body, **path)
    except RateLimited:
        raise
    except DomainError as refusal:
        raise _NotApplied(refusal) from refusal
    except DatabaseError as error:
        meant = refusal_of(error)
        if meant is None:
            raise
        raise _NotApplied(meant) from error


def _keep_result(proposal: Proposal, result: Any) -> None:
    """Seal what the change gave for whom its kind names."""
    if changes[proposal.kind].result == "NONE" or not result:
        return
    proposal.result = encrypt(json.dumps({name: str(value) for name, value in result.items()}), _context(proposal))
    proposal.result_until = now() + timedelta(hours=RESULT_HOURS)
    proposal.save(update_fields=["result", "result_until"])


def _context(proposal: Proposal) -> str:
    return f"proposal:{proposal.id}"


def _said(refusal: DomainError) -> str:
    """Why a change was refused, in the words of whoever decided."""
    fields = [str(each) for each in refusal.fields.values()] if isinstance(refusal, Invalid) else []
    return " ".join([str(refusal.detail), *fields])[:500]


def _take(actor: Actor, proposal: Proposal, transition: str, action: AuditAct, note: str, *, by_codes: bool = False) -> Proposal:
    """Move the proposal along its workflow; what that means is written by `proposals_entered`."""
    note = note.strip()
    given: dict[str, Any] = {"by_codes": by_codes or transition == "use_codes", **({"note": note} if note else {})}
    try:
        with _decided_here(proposal.id):
            workflow.move(actor=actor, definition=WORKFLOW, subject_id=proposal.id, transition=transition, given=given)
    except TransitionNotPossible:
        raise ProposalIsDecided().recorded_as(**facts_of(action, proposal)) from None
    except Invalid as refusal:
        fields = {name.removeprefix("fields."): message for name, message in refusal.fields.items()}
        raise Invalid(fields).recorded_as(**facts_of(action, proposal)) from None
    return Proposal.objects.get(pk=proposal.pk)


@contextmanager
def _decided_here(proposal_id: UUID) -> Iterator[None]:
    token = _deciding.set(proposal_id)
    try:
        yield
    finally:
        _deciding.reset(token)


def _require_decider(actor: Actor, proposal: Proposal, action: AuditAct) -> None:
    if not (verdict := can_decide(actor, proposal)):
        refusal: type[Forbidden] = Forbidden
        if holds_grant(actor, proposal):
            refusal = OwnProposal if proposal.proposed_by == actor.id else ConcernsYou
        raise refusal(verdict.reason).recorded_as(**facts_of(action, proposal))


def require_verdict(verdict: Verdict, action: AuditAct, proposal: Proposal) -> None:
    """Raises: Forbidden with the verdict's reason, recorded as this act on the proposal."""
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(**facts_of(action, proposal))


def facts_of(action: AuditAct, proposal: Proposal) -> dict[str, Any]:
    """How the trail names an act on a proposal."""
    return {"action": action, "object_type": SUBJECT, "object_id": str(proposal.id), "meta": {"kind": proposal.kind}}
