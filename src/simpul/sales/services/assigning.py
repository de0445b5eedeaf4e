"""Assigning leads to relationship managers, one or several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from simpul.audit.public import record
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import DomainError, Forbidden, Invalid
from simpul.platform.text import Text
from simpul.sales.acts import SalesAct
from simpul.sales.errors import LeadForbidsThis
from simpul.sales.models import Lead, LeadReassignment, Opportunity
from simpul.sales.policies import can_assign, can_assign_many
from simpul.sales.selectors.assignees import assignee_fits
from simpul.sales.selectors.leads import lead_get, lead_place
from simpul.sales.selectors.opportunities import opportunity_place
from simpul.sales.services.acting import lead_lock, refusal_of
from simpul.sales.services.notices import owner_notify
from simpul.sales.vocabulary import LEAD, OPEN_LEADS, OPEN_STAGES, OPPORTUNITY
from simpul.workflow.public import subjects_changed

_NOT_THEIRS = Text(id="Orang ini tidak menindaklanjuti prospek di cabang ini.", en="This person does not follow leads of this branch up.")
_CLOSED = Text(id="Prospek ini sudah ditutup.", en="This lead is closed.")
_KEEPS_OWNER = Text(id="Prospek dengan peluang terbuka tidak kembali ke antrean.", en="A lead with an open opportunity does not go back to the queue.")


@transaction.atomic
def lead_assign(*, actor: Actor, lead_id: UUID, version: int | None, assigned_to: UUID | None) -> Lead:
    """Assign an open lead, with its opportunity, to a relationship manager, or give it back to the queue of its branch.

    Raises: LeadNotFound, Forbidden, StaleVersion, LeadForbidsThis, Invalid naming the assignee.
    """
    act = SalesAct.ASSIGN_LEAD
    lead = lead_lock(actor, lead_id, version, act, can_assign)
    if lead.status not in OPEN_LEADS:
        raise refusal_of(LeadForbidsThis(_CLOSED), act, LEAD, lead)
    if assigned_to == lead.assigned_to:
        return lead
    if assigned_to is not None and not assignee_fits(assigned_to, lead.customer_id, lead.branch_code):
        raise refusal_of(Invalid({"assigned_to": _NOT_THEIRS}), act, LEAD, lead)
    pursued = list(Opportunity.objects.select_for_update().filter(lead_id=lead.id, stage__in=OPEN_STAGES))
    if pursued and assigned_to is None:
        raise refusal_of(LeadForbidsThis(_KEEPS_OWNER), act, LEAD, lead)
    before, lead.assigned_to = lead.assigned_to, assigned_to
    at = now()
    Lead.objects.filter(pk=lead.pk).update(assigned_to=assigned_to, updated_at=at, version=F("version") + 1)
    LeadReassignment.objects.create(lead_id=lead.id, assigned_from=before, assigned_to=assigned_to, assigned_by=actor.id, assigned_at=at)
    subjects_changed(actor=actor, subject_type=LEAD, subject_ids=[lead.id], places={str(lead.id): lead_place(lead)})
    for opportunity in pursued:
        assert assigned_to is not None  # asked above
        opportunity.assigned_to = assigned_to
        Opportunity.objects.filter(pk=opportunity.pk).update(assigned_to=assigned_to, updated_at=now(), version=F("version") + 1)
        place = {str(opportunity.id): opportunity_place(opportunity)}
        subjects_changed(actor=actor, subject_type=OPPORTUNITY, subject_ids=[opportunity.id], places=place)
    record(
        actor,
        act,
        object_type=LEAD,
        object_id=lead.id,
        customer_id=lead.customer_id,
        branch_code=lead.branch_code,
        meta={"before": before and str(before), "after": assigned_to and str(assigned_to)},
    )
    owner_notify(actor, lead)
    return lead_get(actor=actor, lead_id=lead_id)


@transaction.atomic
def leads_assign(*, actor: Actor, lead_ids: Sequence[UUID], assigned_to: UUID | None) -> list[Mapping[str, Any]]:
    """Assign several leads, each with its own result: what one refuses leaves the others.

    Raises: Forbidden for who may not assign several at once.
    """
    verdict = can_assign_many(actor)
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(action=SalesAct.ASSIGN_LEAD, object_type=LEAD, object_id="", meta={"leads": len(lead_ids)})
    results: list[Mapping[str, Any]] = []
    for lead_id in sorted(set(lead_ids)):
        try:
            with transaction.atomic():
                lead_assign(actor=actor, lead_id=lead_id, version=None, assigned_to=assigned_to)
            results.append({"id": lead_id, "ok": True, "reason": None})
        except DomainError as refusal:
            told = next(iter(refusal.fields.values())) if isinstance(refusal, Invalid) and refusal.fields else refusal.detail
            results.append({"id": lead_id, "ok": False, "reason": str(told)})
    return results
