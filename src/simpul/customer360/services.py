"""Opening a customer's page and reading its timeline; both are recorded before anything is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.advice.public import advice_best, alerts
from simpul.audit.public import Action, record
from simpul.cases.public import open_case_first
from simpul.consent.public import marketing_badge
from simpul.customer360.acts import PageAct
from simpul.customer360.policies import can_export_profile
from simpul.customer360.selectors import advice_line, case_line, consent_line, identity_line, value_line
from simpul.customers.public import (
    Part,
    can,
    customer_get,
    interactions,
    no_interactions,
    parts,
    products,
    profile,
    profile_opened,
    relationships,
    segment_name,
    tabs,
    tier_of,
)
from simpul.iam.public import people
from simpul.platform import subjects
from simpul.platform.actor import Actor
from simpul.platform.clock import JAKARTA, now
from simpul.platform.errors import Forbidden
from simpul.sales.public import lifecycle_badge
from simpul.timeline.public import Event, Kind, Wanted, kinds, page, service_kinds, service_page
from simpul.value.public import accounts, activity, no_activity, rfm_badge, rfm_get

COPILOT_EVENTS = 3


@transaction.atomic
def customer360_open(*, actor: Actor, customer_id: UUID) -> dict[str, Any]:
    """The customer's page: who it is, what stands out, what moved, to whom it is tied. Opening it is recorded.

    Raises: CustomerNotFound.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    profile_opened(actor=actor, customer=customer)
    shown = parts(actor, customer)
    return {
        **contents(actor, customer),
        "alerts": alerts(actor, customer) if Part.BUSINESS in shown else [],
        "consent": marketing_badge(actor, customer) if Part.BUSINESS in shown else None,
        "lifecycle": lifecycle_badge(customer.id) if Part.BUSINESS in shown else None,
        "rfm": rfm_badge(customer.id) if Part.BUSINESS in shown else None,
        "tabs": [tab.key for tab in tabs() if tab.part in shown and tab.may(actor)],
        "timeline_kinds": [{"kind": kind.key, "label": str(kind.label)} for kind in _kinds(shown)],
        "service_kinds": [{"kind": kind.key, "label": str(kind.label)} for kind in service_kinds() if Part.BUSINESS in shown],
        "can": {**can(actor, customer), "export": bool(can_export_profile(actor, customer.id))},
    }


def contents(actor: Actor, customer: Any) -> dict[str, Any]:
    """What is known of a customer beside its timeline, masked; parts that the actor's roles do not show are empty."""
    shown = parts(actor, customer)
    business, value = Part.BUSINESS in shown, Part.VALUE in shown
    return {
        "customer": profile(actor, customer),
        "products": products(customer.id) if business else [],
        "interactions": interactions(customer.id) if business else no_interactions(),
        "accounts": accounts(customer.id) if value else [],
        "activity": activity(customer.id) if value else no_activity(),
        "relationships": relationships(actor, customer) if Part.RELATIONSHIPS in shown else [],
    }


@transaction.atomic
def copilot_open(*, actor: Actor, customer_id: UUID) -> Mapping[str, Any]:
    """What to know about a customer in half a minute: who it is, three recent events, the open case, consent, value and the best
    next action, each with its reason. Reading it is recorded, as reading the timeline is.

    Raises: CustomerNotFound, Forbidden for roles that are shown no business with the customer.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    facts = {"object_type": "CUSTOMER", "object_id": str(customer.id), "customer_id": customer.id, "branch_code": customer.home_branch_code}
    shown = parts(actor, customer)
    if Part.BUSINESS not in shown:
        raise Forbidden().recorded_as(action=Action.VIEW_DENIED, **facts)
    record(actor, PageAct.VIEW_TIMELINE, **facts, meta={"part": "copilot"})
    lines = (
        identity_line(profile(actor, customer), segment_name(customer.segment_code)),
        case_line(open_case_first(customer.id)),
        consent_line(marketing_badge(actor, customer)),
        value_line(rfm_get(actor, customer.id)),
        advice_line(advice_best(actor, customer)),
    )
    events = timeline_before(actor, customer, until=now(), before=None, limit=COPILOT_EVENTS)
    return {"lines": [line for line in lines if line is not None], "events": events}


def timeline_before(actor: Actor, customer: Any, *, until: datetime, before: tuple[datetime, UUID] | None, limit: int) -> list[dict[str, Any]]:
    """Everything that happened to a customer before a position, newest first, within the reader's tier."""
    allowed = frozenset(kind.key for kind in _kinds(parts(actor, customer)))
    wanted = Wanted(actor=actor, customer_id=customer.id, kinds=allowed, tier=tier_of(actor, customer), limit=limit, until=until, before=before)
    return _rows(page(wanted)) if allowed else []


def _kinds(shown: frozenset[Part]) -> list[Kind]:
    return [kind for kind in kinds() if Part.BUSINESS in shown and Part(kind.area) in shown]


@transaction.atomic
def timeline_open(
    *,
    actor: Actor,
    customer_id: UUID,
    chosen: Sequence[str],
    since: datetime | None,
    until: datetime | None,
    before: tuple[datetime, UUID] | None,
    limit: int,
) -> list[dict[str, Any]]:
    """What happened to a customer, newest first, of the chosen kinds (none chosen: all), within the reader's tier.

    A kind that the reader's roles do not show is as unknown as one that does not exist. Times without an offset are
    Jakarta's.

    Raises: CustomerNotFound, Forbidden for roles that are shown no timeline.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    allowed = {kind.key for kind in _kinds(parts(actor, customer))}
    facts = {"object_type": "CUSTOMER", "object_id": str(customer.id), "customer_id": customer.id, "branch_code": customer.home_branch_code}
    if not allowed:
        raise Forbidden().recorded_as(action=Action.VIEW_DENIED, **facts)
    record(actor, PageAct.VIEW_TIMELINE, **facts, meta={"kinds": sorted(allowed & set(chosen)), "further": before is not None})
    events = page(
        Wanted(
            actor=actor,
            customer_id=customer.id,
            kinds=frozenset(allowed & set(chosen) if chosen else allowed),
            tier=tier_of(actor, customer),
            limit=limit,
            since=_aware(since),
            until=_aware(until),
            before=before,
        )
    )
    return _rows(events)


@transaction.atomic
def service_history_open(
    *,
    actor: Actor,
    customer_id: UUID,
    chosen: Sequence[str],
    since: datetime | None,
    until: datetime | None,
    before: tuple[datetime, UUID] | None,
    limit: int,
) -> list[dict[str, Any]]:
    """The services that a customer was given, newest first, of the chosen kinds (none chosen: all). Reading it is recorded.

    Raises: CustomerNotFound, Forbidden for roles that are shown no business with the customer.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    facts = {"object_type": "CUSTOMER", "object_id": str(customer.id), "customer_id": customer.id, "branch_code": customer.home_branch_code}
    if Part.BUSINESS not in parts(actor, customer):
        raise Forbidden().recorded_as(action=Action.VIEW_DENIED, **facts)
    allowed = {kind.key for kind in service_kinds()}
    wanted = frozenset(allowed & set(chosen) if chosen else allowed)
    record(actor, PageAct.VIEW_TIMELINE, **facts, meta={"part": "services", "kinds": sorted(wanted), "further": before is not None})
    position = Wanted(
        actor=actor, customer_id=customer.id, kinds=wanted, tier=tier_of(actor, customer), limit=limit, since=_aware(since), until=_aware(until), before=before
    )
    found = service_page(position)
    names = people(service.actor_user_id for service in found if service.actor_user_id)
    return [{**asdict(service), "actor": names[service.actor_user_id].full_name if service.actor_user_id in names else None} for service in found]


def _aware(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=JAKARTA) if moment is not None and moment.tzinfo is None else moment


def _rows(events: list[Event]) -> list[dict[str, Any]]:
    # A source of its own gives what the reader may open; what is only stored here may have moved out of reach.
    live = {kind.key for kind in kinds() if kind.source is not None}
    names = people(event.actor_user_id for event in events if event.actor_user_id)
    return [
        {
            "event_id": event.event_id,
            "kind": event.kind,
            "occurred_at": event.occurred_at,
            "title": event.title,
            "detail": event.detail,
            "amount": event.amount,
            "direction": event.direction,
            "currency": event.currency,
            "actor": names[event.actor_user_id].full_name if event.actor_user_id in names else None,
            "tier": event.tier,
            "subject_type": event.subject_type,
            "subject_id": event.subject_id,
            "address": (subjects.address(event.subject_type, event.subject_id) or None)
            if event.kind in live and event.subject_type in subjects.types
            else None,
        }
        for event in events
    ]
