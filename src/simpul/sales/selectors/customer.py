"""The sales tab of a customer: lifecycle stage, leads and opportunities that the reader sees."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypedDict
from uuid import UUID

from django.db.models import F

from simpul.customers.public import visible_customers
from simpul.platform.actor import Actor
from simpul.platform.text import Text
from simpul.sales.errors import LeadCustomerNotFound
from simpul.sales.models import CustomerLifecycle, LifecycleChange
from simpul.sales.policies import LeadPlace, can_create, can_create_opportunity, visible_leads, visible_opportunities
from simpul.sales.selectors.leads import counts_by_status, lead_rows
from simpul.sales.selectors.opportunities import opportunity_rows
from simpul.sales.vocabulary import LIFECYCLE_NAMES, LeadSource

SHOWN = 20
REASON_NAMES: dict[str, Text] = {
    "OPEN_OPPORTUNITY": Text(id="Ada peluang terbuka", en="An opportunity is open"),
    "QUALIFIED_LEAD": Text(id="Ada prospek yang memenuhi syarat", en="A lead is qualified"),
    "MARKETING_LEAD": Text(id="Menanggapi kampanye", en="Answered a campaign"),
    "STATUS": Text(id="Status nasabah pasif", en="The customer's status is dormant"),
    "NO_TRANSACTION": Text(id="Lama tidak bertransaksi", en="No transaction for a long time"),
    "ACTIVE_PRODUCT": Text(id="Memiliki produk aktif", en="Holds an active product"),
    "NO_PRODUCT": Text(id="Belum memiliki produk", en="Holds no product yet"),
}


def lead_place_of(actor: Actor, customer_id: UUID) -> LeadPlace:
    """Where a customer within the actor's reach belongs.

    Raises: LeadCustomerNotFound.
    """
    found = visible_customers(actor).filter(pk=customer_id).values_list("home_branch_code", "rm_user_id").first()
    if found is None:
        raise LeadCustomerNotFound()
    return LeadPlace(customer_id, found[0], found[1])


class LifecycleBadge(TypedDict):
    """The stage of a customer as the head of the page names it."""

    stage: str
    label: str
    since: datetime
    reason: str


def lifecycle_badge(customer_id: UUID) -> LifecycleBadge | None:
    """The stage of a customer whom the caller reaches, in one statement; None until it was computed."""
    standing = CustomerLifecycle.objects.filter(pk=customer_id).first()
    return _badge(standing) if standing else None


def _badge(standing: CustomerLifecycle) -> LifecycleBadge:
    return {
        "stage": standing.stage,
        "label": str(LIFECYCLE_NAMES[standing.stage]),
        "since": standing.since,
        "reason": str(REASON_NAMES.get(standing.reason, standing.reason)),
    }


def lifecycle_of(customer_id: UUID) -> Mapping[str, Any] | None:
    """The stage of a customer whom the caller reaches, since when and why, with its history; None until it was computed."""
    standing = CustomerLifecycle.objects.filter(pk=customer_id).first()
    if standing is None:
        return None
    changes = LifecycleChange.objects.filter(customer_id=customer_id).order_by("-at", "-id")[:SHOWN]
    return {
        **_badge(standing),
        "history": [
            {
                "at": change.at,
                "from_label": str(LIFECYCLE_NAMES[change.before]) if change.before else None,
                "to_label": str(LIFECYCLE_NAMES[change.after]),
                "stage": change.after,
                "reason": str(REASON_NAMES.get(change.reason, change.reason)),
            }
            for change in changes
        ],
    }


def customer_sales(*, actor: Actor, customer_id: UUID) -> Mapping[str, Any]:
    """What sales knows of a customer, as far as the actor sees it.

    Raises: LeadCustomerNotFound.
    """
    place = lead_place_of(actor, customer_id)
    leads = list(visible_leads(actor).filter(customer_id=customer_id).order_by(F("closed_at").desc(nulls_first=True), "-created_at", "-id")[:SHOWN])
    pursued = visible_opportunities(actor).filter(customer_id=customer_id).order_by(F("closed_at").desc(nulls_first=True), "-created_at", "-id")
    return {
        "lifecycle": lifecycle_of(customer_id),
        "pipeline": counts_by_status(actor, customer_id),
        "leads": lead_rows(actor, _open_first(leads)),
        "opportunities": opportunity_rows(actor, _open_first(list(pursued[:SHOWN]))),
        "can": {
            "create_lead": bool(can_create(actor, place, LeadSource.MANUAL)),
            "create_opportunity": bool(can_create_opportunity(actor, place)),
        },
    }


def _open_first(rows: list[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: (row.closed_at is not None, -row.created_at.timestamp()))
