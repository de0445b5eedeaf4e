"""Reading leads, always from what the actor may see, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import BigIntegerField, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce

from simpul.platform.actor import Act, Actor
from simpul.platform.db import query
from simpul.platform.paging import Keyset, Page
from simpul.sales.errors import LeadNotFound
from simpul.sales.models import Lead, LeadScore, Opportunity
from simpul.sales.policies import can_assign, can_convert, can_follow, visible_leads
from simpul.sales.selectors.aging import AgingLimits, aging_limits
from simpul.sales.selectors.naming import Naming, naming_of
from simpul.sales.selectors.scores import ScoreRow, scores_of
from simpul.sales.selectors.steps import LastStep, last_steps
from simpul.sales.vocabulary import (
    CLOSED,
    LEAD,
    LEAD_STATUS_NAMES,
    LEAD_WORKFLOW,
    OPEN_LEADS,
    OPEN_STAGES,
    RESOURCE,
    Outcome,
)
from simpul.tasks.public import NextTask, next_tasks
from simpul.workflow.public import KnownSubject, Place, Possible, allowed_moves, state_names

_CENTS = 100
_SITUATION = """
SELECT l.lead_id,
       EXISTS (SELECT FROM crm.opportunities o WHERE o.lead_id = l.lead_id AND o.stage <> ALL (%(ends)s)) AS has_open_opportunity,
       l.source_type = 'CAMPAIGN' AND EXISTS (
           SELECT FROM crm.leads x WHERE x.customer_id = l.customer_id AND x.source_type = 'CAMPAIGN' AND x.source_id = l.source_id
           AND x.lead_id <> l.lead_id AND x.status <> ALL (%(ends)s)) AS has_other_open_lead
FROM crm.leads l WHERE l.lead_id = ANY (%(ids)s)
"""


class LeadSort(StrEnum):
    """In which order: the longest or shortest in the status first, the newest, the most valuable or the highest scored first."""

    SINCE_DOWN = "-status_since"
    SINCE = "status_since"
    CREATED = "-created"
    VALUE = "-value"
    SCORE = "-score"


ORDERS = {
    LeadSort.SINCE_DOWN: Keyset(("-status_since", datetime), ("-id", UUID)),
    LeadSort.SINCE: Keyset(("status_since", datetime), ("id", UUID)),
    LeadSort.CREATED: Keyset(("-created_at", datetime), ("-id", UUID)),
    LeadSort.VALUE: Keyset(("-cents", int), ("-id", UUID)),
    # Leads without a score come last, the oldest of them first.
    LeadSort.SCORE: Keyset(("-score", int), ("status_since", datetime), ("id", UUID)),
}


@dataclass(frozen=True)
class Meaning:
    """What somebody looks for: the customers whom the words name, and the words themselves."""

    customer_ids: tuple[UUID, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class LeadFilter:
    """Which leads; every part that is given must hold. A status that is asked for says more than `closed`."""

    status: str | None = None
    mine: bool = False
    unassigned: bool = False
    assigned_to: UUID | None = None
    branch: str | None = None
    source_type: str | None = None
    source_id: str | None = None
    aging: str | None = None
    customer_id: UUID | None = None
    closed: str = "no"
    band: str | None = None
    meaning: Meaning | None = field(default=None)


def lead_get(*, actor: Actor, lead_id: UUID, lock: bool = False) -> Lead:
    """One lead; locked, as its last change left it.

    Raises: LeadNotFound, also for one beyond the actor's reach.
    """
    leads = visible_leads(actor)
    found = (leads.select_for_update() if lock else leads).filter(pk=lead_id).first()
    if found is None:
        raise LeadNotFound()
    return found


def filter_leads(actor: Actor, lead_filter: LeadFilter, limits: AgingLimits | None = None) -> QuerySet[Lead]:
    """The leads that a filter leaves."""
    rows = visible_leads(actor)
    if lead_filter.status:
        rows = rows.filter(status=lead_filter.status)
    elif lead_filter.closed != "all":
        rows = rows.filter(status__in=CLOSED if lead_filter.closed == "yes" else OPEN_LEADS)
    if lead_filter.mine:
        rows = rows.filter(assigned_to=actor.id)
    if lead_filter.unassigned:
        rows = rows.filter(assigned_to__isnull=True)
    for name in ("assigned_to", "source_type", "source_id", "customer_id"):
        if (value := getattr(lead_filter, name)) is not None:
            rows = rows.filter(**{name: value})
    if lead_filter.branch:
        rows = rows.filter(branch_code=lead_filter.branch)
    if lead_filter.aging:
        limits = limits or aging_limits(actor)
        rows = rows.filter(limits.age_condition(lead_filter.aging, "status_since"), status__in=OPEN_LEADS)
    if lead_filter.band:
        rows = rows.filter(pk__in=LeadScore.objects.filter(priority=lead_filter.band).values("lead_id"))
    if lead_filter.meaning is not None:
        rows = rows.filter(meant_rows(lead_filter.meaning, "interest"))
    return rows


def meant_rows(meaning: Meaning, column: str) -> Q:
    """Rows of the customers that were meant, or that say every word."""
    found = Q(customer_id__in=meaning.customer_ids)
    if meaning.words:
        says = Q()
        for word in meaning.words:
            says &= Q(**{f"{column}__icontains": word})
        found |= says
    return found


def lead_page(*, actor: Actor, lead_filter: LeadFilter, sort: LeadSort, cursor: str | None, limit: int) -> Page:
    """One page of leads in the wanted order.

    Raises: Invalid for a cursor that is not this list's.
    """
    rows = filter_leads(actor, lead_filter)
    if sort is LeadSort.VALUE:
        rows = rows.annotate(cents=cents_of("estimated_value"))
    if sort is LeadSort.SCORE:
        rows = rows.annotate(score=score_of())
    return ORDERS[sort].page(rows, cursor, limit, lambda leads: lead_rows(actor, leads))


def cents_of(column: str) -> Any:
    """An amount as a whole number that a cursor can name; nothing for one that is unknown."""
    return Cast(Coalesce(F(column), 0) * _CENTS, BigIntegerField())


def score_of() -> Any:
    """The score of a lead as a number that a cursor can name; -1 for none."""
    total = LeadScore.objects.filter(lead_id=OuterRef("pk")).values("total_score")[:1]
    return Coalesce(Subquery(total, output_field=BigIntegerField()), -1)


def lead_place(lead: Lead) -> Place:
    """Where a lead lies: in its branch, with whoever follows it up."""
    owners = (lead.assigned_to,) if lead.assigned_to else ()
    return Place(lead.customer_id, lead.branch_code, None, owners)


def lead_values(leads: Sequence[Lead]) -> dict[UUID, Mapping[str, Any]]:
    """What guards of the workflow may read of leads; one statement."""
    rows = query(_SITUATION, {"ids": [lead.id for lead in leads], "ends": list(CLOSED)}) if leads else []
    situations = {row.pop("lead_id"): row for row in rows}
    nothing = {"has_open_opportunity": False, "has_other_open_lead": False}
    return {
        lead.id: {
            "status": lead.status,
            "source": lead.source_type,
            "product": lead.product_code,
            "branch": lead.branch_code,
            "estimated_value": lead.estimated_value,
            "assignee": lead.assigned_to,
            "created_at": lead.created_at,
            "status_since": lead.status_since,
            **situations.get(lead.id, nothing),
        }
        for lead in leads
    }


def known_lead(lead: Lead) -> KnownSubject:
    """A lead that the actor has been shown, under its lock where it is to be moved."""
    return KnownSubject(lead, lead_place(lead), lead_values([lead])[lead.id], rests_in=lead.own_state or lead.status)


def status_labels(leads: Collection[Lead]) -> dict[str, str]:
    """What the states are called in which these leads rest."""
    own = {lead.own_state for lead in leads if lead.own_state}
    named = state_names(LEAD_WORKFLOW, own) if own else {}
    return {key: str(text) for key, text in {**LEAD_STATUS_NAMES, **named}.items()}


def lead_rows(actor: Actor, leads: Sequence[Lead]) -> list[Mapping[str, Any]]:
    """Leads as lists and pages show them, with what the actor may do."""
    if not leads:
        return []
    ids = [lead.id for lead in leads]
    naming = naming_of(
        actor,
        customers=[lead.customer_id for lead in leads],
        people=[user for lead in leads for user in (lead.assigned_to, lead.created_by)],
        branches=[lead.branch_code for lead in leads],
        sources=[(lead.source_type, lead.source_id) for lead in leads],
    )
    context = _Context(
        naming,
        aging_limits(actor),
        allowed_moves(actor, LEAD_WORKFLOW, ids),
        last_steps(LEAD, ids),
        _opportunities(ids),
        status_labels(leads),
        next_tasks(actor, LEAD, ids),
        scores_of(ids),
    )
    return [_row(actor, lead, context) for lead in leads]


@dataclass(frozen=True)
class _Context:
    naming: Naming
    limits: AgingLimits
    moves: Mapping[str, Sequence[Possible]]
    steps: Mapping[UUID, LastStep]
    opportunities: Mapping[UUID, tuple[UUID, bool]]
    labels: Mapping[str, str]
    tasks: Mapping[UUID, NextTask]
    scores: Mapping[UUID, ScoreRow]


def _opportunities(lead_ids: Sequence[UUID]) -> dict[UUID, tuple[UUID, bool]]:
    """The opportunity of each lead, the open one before closed ones, and whether it is open."""
    found: dict[UUID, tuple[UUID, bool]] = {}
    rows = Opportunity.objects.filter(lead_id__in=lead_ids).order_by("created_at").values_list("lead_id", "pk", "stage")
    for lead_id, key, stage in rows:
        if lead_id is not None and (lead_id not in found or not found[lead_id][1]):
            found[lead_id] = (key, stage in OPEN_STAGES)
    return found


def _row(actor: Actor, lead: Lead, context: _Context) -> Mapping[str, Any]:
    is_open, naming = lead.status in OPEN_LEADS, context.naming
    opportunity = context.opportunities.get(lead.id)
    moves = [_step(move, context) for move in context.moves.get(str(lead.id), ()) if move.verdict]
    step = context.steps.get(lead.id)
    return {
        "id": lead.id,
        "customer": naming.named_customer(lead.customer_id),
        "branch": naming.named_branch(lead.branch_code),
        "source": naming.named_source(lead.source_type, lead.source_id),
        "product": naming.named_product(lead.product_code),
        "interest": lead.interest,
        "note": lead.note,
        "estimated_value": lead.estimated_value,
        "assigned_to": naming.named_person(lead.assigned_to),
        "status": lead.status,
        "own_state": lead.own_state,
        "status_label": context.labels.get(lead.own_state or lead.status, lead.status),
        "closed_reason": naming.named_reason(lead.closed_reason),
        "closed_note": lead.closed_note,
        "status_since": lead.status_since,
        "age_days": context.limits.age_days(lead.status_since),
        "aging": context.limits.aging_of(lead.status_since) if is_open else None,
        "created_by": naming.named_person(lead.created_by),
        "created_at": lead.created_at,
        "updated_at": lead.updated_at,
        "closed_at": lead.closed_at,
        "opportunity_id": opportunity[0] if opportunity else None,
        "next_task": context.tasks.get(lead.id),
        "score": context.scores.get(lead.id),
        "version": lead.version,
        "moves": moves,
        "can": {
            "move": bool(moves),
            "update": bool(can_follow(actor, lead)),
            "assign": is_open and bool(can_assign(actor, lead)),
            "convert": bool(can_convert(actor, lead)) and not (opportunity and opportunity[1]),
            "undo": opportunity is None and actor.may(RESOURCE, Act.UPDATE, lead) and step is not None and step.is_undoable_by(actor),
        },
    }


def _step(move: Possible, context: _Context) -> Mapping[str, Any]:
    required = {each.field for each in move.required}
    outcome = {"CLOSED_WON": Outcome.WON, "CLOSED_LOST": Outcome.LOST}.get(next(iter(move.statuses), move.to))
    return {
        "transition": move.transition,
        "title": str(move.title),
        "to": move.to,
        "to_label": context.labels.get(move.to, str(move.title)),
        "needs": [name for name, field_name in (("REASON", "reason"), ("CLOSED_REASON", "closed_reason")) if field_name in required],
        "outcome": outcome,
    }


def lead_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """What the trail, the timeline and the inbox call each lead that the actor may see."""
    known = uuids_in(ids)
    rows = visible_leads(actor).filter(pk__in=known).values_list("pk", "interest", "status") if known else ()
    return {str(key): interest or str(LEAD_STATUS_NAMES[status]) for key, interest, status in rows}


def lead_work_place(actor: Actor, lead_id: UUID) -> tuple[UUID, str] | None:
    """Whom a lead is about and where it lies; None for one that the actor does not see."""
    return visible_leads(actor).filter(pk=lead_id).values_list("customer_id", "branch_code").first()


def uuids_in(written: Sequence[str]) -> list[UUID]:
    """Those of the texts that are ids."""
    found = []
    for each in written:
        try:
            found.append(UUID(each))
        except ValueError:
            continue
    return found


def counts_by_status(actor: Actor, customer_id: UUID) -> dict[str, int]:
    """How many leads of a customer stand where, of those that the actor sees."""
    counted = dict.fromkeys(("new", "contacted", "qualified", "closed"), 0)
    for status in visible_leads(actor).filter(customer_id=customer_id).values_list("status", flat=True):
        counted[status.lower() if status in OPEN_LEADS else "closed"] += 1
    return counted
