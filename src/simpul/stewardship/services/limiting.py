"""Ending a limit, reviewing an objection, placing and lifting a legal hold."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from simpul.audit.public import audited_change
from simpul.customers.public import CustomerNotFound
from simpul.iam.public import system_identity
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import query, scope
from simpul.platform.redaction import redacted
from simpul.sales.public import leads_score
from simpul.stewardship.acts import StewardshipAct
from simpul.stewardship.errors import LegalHoldIsLifted, ProcessingLimitIsOver
from simpul.stewardship.models import LegalHold, ProcessingLimit
from simpul.stewardship.policies import can_end, can_hold
from simpul.stewardship.selectors.limits import hold_get, limit_get
from simpul.stewardship.vocabulary import HOLD, LIMIT, LimitKind

_BRANCH = "SELECT home_branch_code AS code FROM crm.customers WHERE customer_id = %s"


@transaction.atomic
def processing_limit_end(*, actor: Actor, limit_id: UUID, reason: str) -> ProcessingLimit:
    """End a restriction or an objection, and say why.

    Raises: ProcessingLimitNotFound, Forbidden, ProcessingLimitIsOver.
    """
    seen = limit_get(actor=actor, limit_id=limit_id)
    meta = {"kind": seen.kind, "reason": redacted(reason)}
    with audited_change(
        actor, StewardshipAct.END_PROCESSING_LIMIT, LIMIT, seen.id, customer_id=seen.customer_id, branch_code=seen.branch_code, meta=meta
    ) as change:
        change.require(can_end(actor, seen))
        found = limit_get(actor=actor, limit_id=limit_id, lock=True)
        if found.ended_at is not None:
            raise ProcessingLimitIsOver()
        found.ended_at, found.ended_by, found.end_reason = now(), actor.id, reason
        found.save(update_fields=["ended_at", "ended_by", "end_reason"])
        leads_score([found.customer_id])
    return found


@transaction.atomic
def processing_limit_review(*, actor: Actor, limit_id: UUID, note: str) -> ProcessingLimit:
    """Note that a person looked at what was decided automatically before the objection, and what came of it.

    Raises: ProcessingLimitNotFound, Forbidden, ProcessingLimitIsOver.
    """
    seen = limit_get(actor=actor, limit_id=limit_id)
    with audited_change(
        actor, StewardshipAct.REVIEW_OBJECTION, LIMIT, seen.id, customer_id=seen.customer_id, branch_code=seen.branch_code, meta={"note": redacted(note)}
    ) as change:
        change.require(can_end(actor, seen))
        found = limit_get(actor=actor, limit_id=limit_id, lock=True)
        if found.kind != LimitKind.OBJECTION or found.reviewed_at is not None:
            raise ProcessingLimitIsOver()
        found.reviewed_at, found.reviewed_by, found.review_note = now(), actor.id, note
        found.save(update_fields=["reviewed_at", "reviewed_by", "review_note"])
    return found


@transaction.atomic
def legal_hold_place(*, actor: Actor, customer_id: UUID, reason: str) -> LegalHold:
    """Keep a person's data whatever the person asks, and say why.

    Raises: CustomerNotFound, Forbidden.
    """
    # Compliance places holds on customers whom it does not reach.
    with scope(system_identity()):
        rows = query(_BRANCH, (customer_id,))
    if not rows:
        raise CustomerNotFound()
    branch = rows[0]["code"]
    with audited_change(actor, StewardshipAct.PLACE_LEGAL_HOLD, HOLD, customer_id=customer_id, branch_code=branch, meta={"reason": redacted(reason)}) as change:
        change.require(can_hold(actor))
        made = LegalHold(customer_id=customer_id, branch_code=branch, reason=reason, placed_by=actor.id, placed_at=now())
        made.save(force_insert=True)
        change.object_id = made.id
    return made


@transaction.atomic
def legal_hold_lift(*, actor: Actor, hold_id: UUID, reason: str) -> LegalHold:
    """Let a person's data go again, and say why.

    Raises: LegalHoldNotFound, Forbidden, LegalHoldIsLifted.
    """
    seen = hold_get(actor=actor, hold_id=hold_id)
    with audited_change(
        actor, StewardshipAct.LIFT_LEGAL_HOLD, HOLD, seen.id, customer_id=seen.customer_id, branch_code=seen.branch_code, meta={"reason": redacted(reason)}
    ) as change:
        change.require(can_hold(actor))
        found = hold_get(actor=actor, hold_id=hold_id, lock=True)
        if found.lifted_at is not None:
            raise LegalHoldIsLifted()
        found.lifted_at, found.lifted_by, found.lift_reason = now(), actor.id, reason
        found.save(update_fields=["lifted_at", "lifted_by", "lift_reason"])
    return found
