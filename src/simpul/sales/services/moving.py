"""Moving and changing leads."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F

from simpul.audit.public import record
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import DomainError, Invalid
from simpul.platform.money import rounded
from simpul.platform.text import Text
from simpul.sales.acts import SalesAct
from simpul.sales.errors import LeadForbidsThis
from simpul.sales.models import Lead, LeadChange, Opportunity
from simpul.sales.policies import can_follow, can_move
from simpul.sales.selectors.leads import lead_get
from simpul.sales.selectors.steps import last_steps
from simpul.sales.services.acting import lead_lock, lead_step, refusal_of
from simpul.sales.services.closing import UNDO_REASON
from simpul.sales.services.creating import judge_product
from simpul.sales.vocabulary import LEAD, LEAD_FIELDS, LEAD_WORKFLOW
from simpul.workflow import public as workflow
from simpul.workflow.errors import NothingToRollBack, RollBackNotForeseen

_OTHER_OPEN = Text(
    id="Nasabah ini sudah memiliki prospek terbuka lain dari kampanye yang sama.",
    en="The customer has another open lead of the same campaign.",
)
_TOO_LATE = Text(
    id="Hanya langkah sendiri dalam lima menit terakhir yang dapat dibatalkan.",
    en="Only the own step of the last five minutes can be undone.",
)
_HAS_OPPORTUNITY = Text(id="Prospek ini sudah menjadi peluang.", en="This lead has become an opportunity.")


@transaction.atomic
def lead_move(
    *,
    actor: Actor,
    lead_id: UUID,
    version: int | None,
    transition: str,
    reason: str = "",
    closed_reason: str = "",
    note: str = "",
) -> Lead:
    """Take a step of the workflow with a lead.

    Raises: LeadNotFound, Forbidden, StaleVersion, LeadForbidsThis, Invalid.
    """
    lead = lead_lock(actor, lead_id, version, SalesAct.MOVE_LEAD, can_move)
    try:
        with transaction.atomic():
            lead_step(
                actor,
                lead,
                transition,
                SalesAct.MOVE_LEAD,
                reason=reason,
                closed_reason=closed_reason,
                note=note,
            )
    except IntegrityError as error:
        raise _conflict(error, lead, SalesAct.MOVE_LEAD) from None
    return lead_get(actor=actor, lead_id=lead_id)


def _conflict(error: IntegrityError, lead: Lead, act: SalesAct) -> DomainError:
    if "leads_one_open_of_a_campaign" not in str(error):
        raise error
    return refusal_of(LeadForbidsThis(_OTHER_OPEN), act, LEAD, lead)


@transaction.atomic
def lead_undo(*, actor: Actor, lead_id: UUID, version: int | None) -> Lead:
    """Take back the own last step, within five minutes; the lead stands again as it did, since when it did.

    Raises: LeadNotFound, Forbidden, StaleVersion, LeadForbidsThis.
    """
    act = SalesAct.UNDO_LEAD
    lead = lead_lock(actor, lead_id, version, act, can_move)
    step = last_steps(LEAD, [lead_id]).get(lead_id)
    if step is None or not step.is_undoable_by(actor):
        raise refusal_of(LeadForbidsThis(_TOO_LATE), act, LEAD, lead)
    if Opportunity.objects.filter(lead_id=lead_id).exists():
        raise refusal_of(LeadForbidsThis(_HAS_OPPORTUNITY), act, LEAD, lead)
    try:
        with transaction.atomic():
            workflow.roll_back(actor=actor, definition=LEAD_WORKFLOW, subject_id=lead_id, reason=UNDO_REASON)
    except (NothingToRollBack, RollBackNotForeseen) as error:
        raise refusal_of(LeadForbidsThis(error.detail), act, LEAD, lead) from None
    except IntegrityError as error:
        raise _conflict(error, lead, act) from None
    return lead_get(actor=actor, lead_id=lead_id)


@transaction.atomic
def lead_update(*, actor: Actor, lead_id: UUID, version: int, values: Mapping[str, Any]) -> Lead:
    """Change the product, the interest, the note or the value of an open lead.

    Raises: LeadNotFound, Forbidden, StaleVersion, LeadForbidsThis, Invalid.
    """
    act = SalesAct.UPDATE_LEAD
    lead = lead_lock(actor, lead_id, version, act, can_follow)
    try:
        judge_product(values.get("product_code"), lead.product_code)
    except Invalid as error:
        raise refusal_of(error, act, LEAD, lead) from None
    changed = {name: values[name] for name in LEAD_FIELDS if name in values and getattr(lead, name) != values[name]}
    if not changed:
        return lead
    at = now()
    Lead.objects.filter(pk=lead.pk).update(**changed, updated_at=at, version=F("version") + 1)
    LeadChange.objects.bulk_create(
        LeadChange(lead_id=lead.id, field=name, before=_text_of(getattr(lead, name)), after=_text_of(value), changed_by=actor.id, changed_at=at)
        for name, value in changed.items()
    )
    # What people wrote stays with the lead; the trail names what changed.
    record(
        actor,
        act,
        object_type=LEAD,
        object_id=lead.id,
        customer_id=lead.customer_id,
        branch_code=lead.branch_code,
        meta={"changed": sorted(changed)},
    )
    return lead_get(actor=actor, lead_id=lead_id)


def _text_of(value: Any) -> str | None:
    if isinstance(value, Decimal | int):
        return str(rounded(Decimal(value)))
    return None if value is None or value == "" else str(value)
