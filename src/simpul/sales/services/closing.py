"""How the lead of an opportunity follows it: closed with it, open again with it."""

from __future__ import annotations

from contextlib import suppress

from simpul.platform.actor import Actor
from simpul.platform.db import scope
from simpul.platform.ports import system_actor
from simpul.platform.text import Text
from simpul.sales.errors import OpportunityForbidsThis
from simpul.sales.models import Lead, Opportunity
from simpul.sales.selectors.leads import known_lead
from simpul.sales.vocabulary import CLOSED, LEAD_WORKFLOW, OPEN_LEADS, WON_BY_OPPORTUNITY, LeadStatus, OpportunityStage
from simpul.workflow import public as workflow
from simpul.workflow.errors import NothingToRollBack, RollBackNotForeseen
from simpul.workflow.public import MoveFacts

_LEAD_IS_OPEN = Text(id="Prospeknya sudah dibuka kembali tersendiri; ubah prospek itu.", en="Its lead was reopened by itself; change that lead.")
UNDO_REASON = "Dibatalkan oleh pelakunya"


def lead_follows(actor: Actor, opportunity: Opportunity, before: str, move: MoveFacts) -> None:
    """Close or reopen the lead of an opportunity that came into another stage.

    Raises: OpportunityForbidsThis when the lead cannot follow.
    """
    if opportunity.lead_id is None or (before in CLOSED) == (opportunity.stage in CLOSED):
        return
    lead = Lead.objects.select_for_update().filter(pk=opportunity.lead_id).first()
    if lead is None:
        return
    if opportunity.stage in CLOSED:
        _close(actor, lead, opportunity, move)
    elif move.kind == "ROLLBACK":
        _undo(actor, lead)
    else:
        _requalify(lead)


def _close(actor: Actor, lead: Lead, opportunity: Opportunity, move: MoveFacts) -> None:
    if lead.status not in OPEN_LEADS:
        return
    won = opportunity.stage == OpportunityStage.CLOSED_WON
    if won and lead.status != LeadStatus.QUALIFIED:
        raise OpportunityForbidsThis(_LEAD_IS_OPEN)
    reason = WON_BY_OPPORTUNITY if won else str(opportunity.lost_reason)
    given = {"closed_reason": reason, **({"note": opportunity.closed_note} if opportunity.closed_note else {})}
    workflow.move(
        actor=actor,
        definition=LEAD_WORKFLOW,
        subject_id=lead.id,
        transition="win" if won else "lose",
        given=given,
        known=known_lead(lead),
    )


def _undo(actor: Actor, lead: Lead) -> None:
    if lead.status in CLOSED:
        with suppress(NothingToRollBack, RollBackNotForeseen):
            workflow.roll_back(actor=actor, definition=LEAD_WORKFLOW, subject_id=lead.id, reason=UNDO_REASON)


def _requalify(lead: Lead) -> None:
    if lead.status in CLOSED:
        system = system_actor()
        with scope(system):
            workflow.move(
                actor=system,
                definition=LEAD_WORKFLOW,
                subject_id=lead.id,
                transition="requalify",
                known=known_lead(lead),
            )
