"""Turning a qualified lead into an opportunity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.audit.public import record
from simpul.platform.actor import Actor
from simpul.platform.errors import Invalid
from simpul.platform.text import Text
from simpul.sales.acts import SalesAct
from simpul.sales.errors import LeadForbidsThis
from simpul.sales.models import Opportunity
from simpul.sales.policies import can_convert
from simpul.sales.services.acting import lead_lock, refusal_of
from simpul.sales.services.creating import judge_product
from simpul.sales.services.opportunities import expected_day_problem, opportunity_add
from simpul.sales.vocabulary import LEAD, OPEN_STAGES

_HAS_OPPORTUNITY = Text(id="Prospek ini sudah memiliki peluang terbuka.", en="This lead has an open opportunity already.")


@transaction.atomic
def lead_convert(*, actor: Actor, lead_id: UUID, version: int, values: Mapping[str, Any]) -> Opportunity:
    """Make an opportunity of a qualified lead; it keeps the lead, and closing it closes the lead.

    Raises: LeadNotFound, Forbidden, StaleVersion, LeadForbidsThis, Invalid.
    """
    act = SalesAct.CONVERT_LEAD
    lead = lead_lock(actor, lead_id, version, act, can_convert)
    if Opportunity.objects.filter(lead_id=lead.id, stage__in=OPEN_STAGES).exists():
        raise refusal_of(LeadForbidsThis(_HAS_OPPORTUNITY), act, LEAD, lead)
    try:
        judge_product(values.get("product_code"), lead.product_code)
        if late := expected_day_problem(values["expected_close_on"]):
            raise Invalid({"expected_close_on": late})
    except Invalid as error:
        raise refusal_of(error, act, LEAD, lead) from None
    made = opportunity_add(actor, customer_id=lead.customer_id, branch_code=lead.branch_code, lead_id=lead.id, values=values)
    record(
        actor,
        act,
        object_type=LEAD,
        object_id=lead.id,
        customer_id=lead.customer_id,
        branch_code=lead.branch_code,
        meta={"opportunity": str(made.id)},
    )
    return made
