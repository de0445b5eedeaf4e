"""What a step of the workflow means for a lead or an opportunity: every step comes here, whoever made it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F

from simpul.platform.actor import Actor
from simpul.platform.errors import Invalid
from simpul.platform.text import Text
from simpul.sales.errors import LeadForbidsThis, OpportunityForbidsThis
from simpul.sales.models import Lead, Opportunity
from simpul.sales.selectors.catalogue import probability_of, reason_fits
from simpul.sales.selectors.steps import last_steps
from simpul.sales.services.closing import lead_follows
from simpul.sales.services.lifecycle import customers_follow
from simpul.sales.vocabulary import (
    CLOSED,
    LEAD,
    LEAD_FOLLOWS,
    OPPORTUNITY,
    STAGE_FOLLOWS,
    WON_BY_OPPORTUNITY,
    LeadStatus,
    OpportunityStage,
    Outcome,
)
from simpul.workflow.public import MoveFacts, Resting

_NO_REASON = Text(id="Pilih alasan penutupan.", en="Choose why it is closed.")
_NO_PRODUCT = Text(id="Pilih produk yang diambil.", en="Choose the product that was taken.")
_TOO_LATE = Text(
    id="Hanya langkah sendiri dalam lima menit terakhir yang dapat dibatalkan.",
    en="Only the own step of the last five minutes can be undone.",
)


def status_of(state: Resting | None, known: Sequence[str]) -> str | None:
    """What a lead or opportunity is while it rests in a state."""
    if state is None:
        return None
    return state.key if state.key in known else state.counts_as if state.counts_as in known else None


def leads_entered(actor: Actor, moves: Sequence[MoveFacts]) -> None:
    """Write in the leads themselves what their workflow decided.

    Raises: LeadForbidsThis, Invalid naming the closing reason.
    """
    leads = _rows(Lead, moves)
    for move in moves:
        if move.kind != "START":
            _enter_lead(actor, leads[move.subject_id], move)
    customers_follow([leads[move.subject_id].customer_id for move in moves])


def _rows(model: type[Any], moves: Sequence[MoveFacts]) -> Mapping[str, Any]:
    known = {move.subject_id: move.row for move in moves if move.row is not None}
    missing = [move.subject_id for move in moves if move.subject_id not in known]
    found = {str(row.id): row for row in model.objects.select_for_update().filter(pk__in=missing).order_by("pk")} if missing else {}
    return {**known, **found}


def _since(actor: Actor, kind: str, move: MoveFacts, refusal: type[LeadForbidsThis | OpportunityForbidsThis]) -> datetime:
    """Since when it rests in its new state; what is taken back must be the own last step of some minutes ago."""
    if move.kind != "ROLLBACK":
        return move.at
    key = UUID(move.subject_id)
    step = last_steps(kind, [key]).get(key)
    if step is None or not (actor.kind == "SYSTEM" or step.is_undoable_by(actor)):
        raise refusal(_TOO_LATE)
    return step.entered_at


def _enter_lead(actor: Actor, lead: Lead, move: MoveFacts) -> None:
    to = status_of(move.after, LeadStatus.values) or lead.status
    own = None if move.to_state in LeadStatus.values else move.to_state
    if to == lead.status and own == lead.own_state and move.kind in ("MIGRATE", "ROLLBACK"):
        return
    if to != lead.status and to not in LEAD_FOLLOWS.get(lead.status, ()):
        raise LeadForbidsThis()
    since = _since(actor, LEAD, move, LeadForbidsThis)
    values: dict[str, object] = {"status": to, "own_state": own, "status_since": since, "updated_at": move.at}
    if to in CLOSED and lead.status not in CLOSED:
        reason = str(move.given.get("closed_reason") or "")
        outcome = Outcome.WON if to == LeadStatus.CLOSED_WON else Outcome.LOST
        if not (won_by_opportunity(reason, outcome) or reason_fits(reason, outcome)):
            raise Invalid({"closed_reason": _NO_REASON})
        values |= {"closed_reason": reason, "closed_note": _note(move), "closed_at": move.at}
    elif to not in CLOSED:
        values |= {"closed_reason": None, "closed_note": "", "closed_at": None}
    Lead.objects.filter(pk=lead.pk).update(**values, version=F("version") + 1)
    for name, value in values.items():
        setattr(lead, name, value)
    lead.version += 1


def won_by_opportunity(reason: str, outcome: Outcome) -> bool:
    """The reason that an opportunity closes its lead with holds also when nobody can choose it any more."""
    return outcome is Outcome.WON and reason == WON_BY_OPPORTUNITY


def _note(move: MoveFacts) -> str:
    return str(move.given.get("note") or "")[:500]


def opportunities_entered(actor: Actor, moves: Sequence[MoveFacts]) -> None:
    """Write in the opportunities themselves what their workflow decided; their leads follow.

    Raises: OpportunityForbidsThis, Invalid naming what is missing.
    """
    found = _rows(Opportunity, moves)
    for move in moves:
        if move.kind == "START":
            continue
        opportunity = found[move.subject_id]
        before = opportunity.stage
        _enter_opportunity(actor, opportunity, move)
        lead_follows(actor, opportunity, before, move)
    customers_follow([found[move.subject_id].customer_id for move in moves])


def _enter_opportunity(actor: Actor, opportunity: Opportunity, move: MoveFacts) -> None:
    to = status_of(move.after, OpportunityStage.values) or opportunity.stage
    own = None if move.to_state in OpportunityStage.values else move.to_state
    if to == opportunity.stage and own == opportunity.own_state and move.kind in ("MIGRATE", "ROLLBACK"):
        return
    if to != opportunity.stage and to not in STAGE_FOLLOWS.get(opportunity.stage, ()):
        raise OpportunityForbidsThis()
    since = _since(actor, OPPORTUNITY, move, OpportunityForbidsThis)
    values: dict[str, object] = {"stage": to, "own_state": own, "stage_since": since, "updated_at": move.at}
    if to != opportunity.stage:
        values["probability"] = probability_of(to)
    if to in CLOSED and opportunity.stage not in CLOSED:
        values |= {"closed_at": move.at, "closed_note": _note(move), **_ending(to, move)}
    elif to not in CLOSED:
        values |= {"closed_at": None, "closed_note": "", "lost_reason": None, "won_product_code": None}
    Opportunity.objects.filter(pk=opportunity.pk).update(**values, version=F("version") + 1)
    for name, value in values.items():
        setattr(opportunity, name, value)
    opportunity.version += 1


def _ending(to: str, move: MoveFacts) -> dict[str, str]:
    if to == OpportunityStage.CLOSED_WON:
        product = str(move.given.get("won_product_code") or "")
        if not product:
            raise Invalid({"won_product_code": _NO_PRODUCT})
        return {"won_product_code": product}
    reason = str(move.given.get("lost_reason") or "")
    if not reason_fits(reason, Outcome.LOST):
        raise Invalid({"lost_reason": _NO_REASON})
    return {"lost_reason": reason}
