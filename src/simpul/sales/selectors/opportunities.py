"""Reading opportunities, always from what the actor may see, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from simpul.platform.actor import Act, Actor
from simpul.platform.clock import today
from simpul.platform.money import rounded
from simpul.platform.paging import Keyset, Page
from simpul.sales.errors import OpportunityNotFound
from simpul.sales.models import Lead, Opportunity, Stage
from simpul.sales.policies import can_follow_opportunity, visible_opportunities
from simpul.sales.selectors.aging import AgingLimits, aging_limits
from simpul.sales.selectors.catalogue import stage_names
from simpul.sales.selectors.leads import Meaning, cents_of, meant_rows, uuids_in
from simpul.sales.selectors.naming import Naming, naming_of
from simpul.sales.selectors.steps import LastStep, last_steps
from simpul.sales.vocabulary import CLOSED, OPEN_STAGES, OPPORTUNITY, OPPORTUNITY_WORKFLOW, RESOURCE
from simpul.workflow.public import KnownSubject, Place, Possible, allowed_moves, state_names


class OpportunitySort(StrEnum):
    """In which order: the longest or shortest in the stage first, the newest, the most valuable, the next to close first."""

    SINCE_DOWN = "-stage_since"
    SINCE = "stage_since"
    CREATED = "-created"
    VALUE = "-value"
    CLOSING = "closing"


ORDERS = {
    OpportunitySort.SINCE_DOWN: Keyset(("-stage_since", datetime), ("-id", UUID)),
    OpportunitySort.SINCE: Keyset(("stage_since", datetime), ("id", UUID)),
    OpportunitySort.CREATED: Keyset(("-created_at", datetime), ("-id", UUID)),
    OpportunitySort.VALUE: Keyset(("-cents", int), ("-id", UUID)),
    OpportunitySort.CLOSING: Keyset(("expected_close_on", date), ("id", UUID)),
}


@dataclass(frozen=True)
class OpportunityFilter:
    """Which opportunities; every part that is given must hold. A stage that is asked for says more than `closed`."""

    stage: str | None = None
    mine: bool = False
    assigned_to: UUID | None = None
    branch: str | None = None
    customer_id: UUID | None = None
    closing_before: date | None = None
    closing_month: str | None = None
    closed: str = "no"
    meaning: Meaning | None = field(default=None)


def opportunity_get(*, actor: Actor, opportunity_id: UUID, lock: bool = False) -> Opportunity:
    """One opportunity; locked, as its last change left it.

    Raises: OpportunityNotFound, also for one beyond the actor's reach.
    """
    rows = visible_opportunities(actor)
    found = (rows.select_for_update() if lock else rows).filter(pk=opportunity_id).first()
    if found is None:
        raise OpportunityNotFound()
    return found


def month_bounds(month: str) -> tuple[date, date]:
    """The first day of a month, and that of the next one."""
    first = date.fromisoformat(f"{month}-01")
    return first, month_after(first)


def month_after(first: date, months: int = 1) -> date:
    """The first day of a month so many months later."""
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def filter_opportunities(actor: Actor, wanted: OpportunityFilter) -> QuerySet[Opportunity]:
    """The opportunities that a filter leaves."""
    rows = visible_opportunities(actor)
    if wanted.stage:
        rows = rows.filter(stage=wanted.stage)
    elif wanted.closed != "all":
        rows = rows.filter(stage__in=CLOSED if wanted.closed == "yes" else OPEN_STAGES)
    if wanted.mine:
        rows = rows.filter(assigned_to=actor.id)
    for name in ("assigned_to", "customer_id"):
        if (value := getattr(wanted, name)) is not None:
            rows = rows.filter(**{name: value})
    if wanted.branch:
        rows = rows.filter(branch_code=wanted.branch)
    if wanted.closing_before:
        rows = rows.filter(expected_close_on__lt=wanted.closing_before)
    if wanted.closing_month:
        first, after = month_bounds(wanted.closing_month)
        rows = rows.filter(expected_close_on__gte=first, expected_close_on__lt=after)
    if wanted.meaning is not None:
        rows = rows.filter(meant_rows(wanted.meaning, "product_interest"))
    return rows


def opportunity_page(*, actor: Actor, opportunity_filter: OpportunityFilter, sort: OpportunitySort, cursor: str | None, limit: int) -> Page:
    """One page of opportunities in the wanted order.

    Raises: Invalid for a cursor that is not this list's.
    """
    rows = filter_opportunities(actor, opportunity_filter)
    if sort is OpportunitySort.VALUE:
        rows = rows.annotate(cents=cents_of("estimated_value"))
    return ORDERS[sort].page(rows, cursor, limit, lambda found: opportunity_rows(actor, found))


def opportunity_place(opportunity: Opportunity) -> Place:
    """Where an opportunity lies: in its branch, with whoever follows it up."""
    return Place(opportunity.customer_id, opportunity.branch_code, None, (opportunity.assigned_to,))


def opportunity_values(opportunities: Sequence[Opportunity]) -> dict[UUID, Mapping[str, Any]]:
    """What guards of the workflow may read of opportunities; one statement."""
    leads = [each.lead_id for each in opportunities if each.lead_id]
    busy = set(Opportunity.objects.filter(lead_id__in=leads, stage__in=OPEN_STAGES).values_list("lead_id", flat=True)) if leads else set()
    return {
        each.id: {
            "stage": each.stage,
            "product": each.product_code,
            "branch": each.branch_code,
            "estimated_value": each.estimated_value,
            "assignee": each.assigned_to,
            "created_at": each.created_at,
            "stage_since": each.stage_since,
            "expected_close_on": each.expected_close_on,
            "lead_can_reopen": each.lead_id is None or each.stage in OPEN_STAGES or each.lead_id not in busy,
        }
        for each in opportunities
    }


def known_opportunity(opportunity: Opportunity) -> KnownSubject:
    """An opportunity that the actor has been shown, under its lock where it is to be moved."""
    values = opportunity_values([opportunity])[opportunity.id]
    rests_in = opportunity.own_state or opportunity.stage
    return KnownSubject(opportunity, opportunity_place(opportunity), values, rests_in=rests_in)


@dataclass(frozen=True)
class _Context:
    naming: Naming
    limits: AgingLimits
    moves: Mapping[str, Sequence[Possible]]
    steps: Mapping[UUID, LastStep]
    sources: Mapping[UUID, tuple[str, str | None]]
    labels: Mapping[str, str]
    stages_in_use: frozenset[str]


def opportunity_row(actor: Actor, opportunity: Opportunity) -> Mapping[str, Any]:
    """One opportunity as pages show it."""
    return opportunity_rows(actor, [opportunity])[0]


def opportunity_rows(actor: Actor, opportunities: Sequence[Opportunity]) -> list[Mapping[str, Any]]:
    """Opportunities as lists and pages show them, with what the actor may do."""
    if not opportunities:
        return []
    ids = [each.id for each in opportunities]
    leads = [each.lead_id for each in opportunities if each.lead_id]
    sources = {key: (kind, source) for key, kind, source in Lead.objects.filter(pk__in=leads).values_list("pk", "source_type", "source_id")}
    naming = naming_of(
        actor,
        customers=[each.customer_id for each in opportunities],
        people=[user for each in opportunities for user in (each.assigned_to, each.created_by)],
        branches=[each.branch_code for each in opportunities],
        sources=list(sources.values()),
    )
    own = {each.own_state for each in opportunities if each.own_state}
    labels = {**stage_names(), **{key: str(text) for key, text in (state_names(OPPORTUNITY_WORKFLOW, own) if own else {}).items()}}
    context = _Context(
        naming,
        aging_limits(actor),
        allowed_moves(actor, OPPORTUNITY_WORKFLOW, ids),
        last_steps(OPPORTUNITY, ids),
        sources,
        labels,
        frozenset(Stage.objects.filter(is_active=True).values_list("pk", flat=True)),
    )
    return [_row(actor, each, context) for each in opportunities]


def weighted_value(value: Decimal, probability: int) -> Decimal:
    """A value by its probability in percent."""
    return rounded(value * probability / 100)


def _row(actor: Actor, opportunity: Opportunity, context: _Context) -> Mapping[str, Any]:
    is_open, naming = opportunity.stage in OPEN_STAGES, context.naming
    moves = [_step(move, context) for move in context.moves.get(str(opportunity.id), ()) if move.verdict]
    moves = [move for move in moves if move["to"] in context.stages_in_use or move["to"] not in context.labels or move["to"] in CLOSED]
    step = context.steps.get(opportunity.id)
    source = context.sources.get(opportunity.lead_id) if opportunity.lead_id else None
    return {
        "id": opportunity.id,
        "customer": naming.named_customer(opportunity.customer_id),
        "branch": naming.named_branch(opportunity.branch_code),
        "lead_id": opportunity.lead_id,
        "source": naming.named_source(*source) if source else None,
        "product_interest": opportunity.product_interest,
        "product": naming.named_product(opportunity.product_code),
        "estimated_value": opportunity.estimated_value,
        "weighted_value": weighted_value(opportunity.estimated_value, opportunity.probability),
        "probability": opportunity.probability,
        "stage": opportunity.stage,
        "own_state": opportunity.own_state,
        "stage_label": context.labels.get(opportunity.own_state or opportunity.stage, opportunity.stage),
        "expected_close_on": opportunity.expected_close_on,
        "overdue": is_open and opportunity.expected_close_on < today(),
        "assigned_to": naming.named_person(opportunity.assigned_to),
        "lost_reason": naming.named_reason(opportunity.lost_reason),
        "won_product": naming.named_product(opportunity.won_product_code),
        "closed_note": opportunity.closed_note,
        "stage_since": opportunity.stage_since,
        "age_days": context.limits.age_days(opportunity.stage_since),
        "aging": context.limits.aging_of(opportunity.stage_since) if is_open else None,
        "created_by": naming.named_person(opportunity.created_by),
        "created_at": opportunity.created_at,
        "updated_at": opportunity.updated_at,
        "closed_at": opportunity.closed_at,
        "version": opportunity.version,
        "moves": moves,
        "can": {
            "move": bool(moves),
            "update": bool(can_follow_opportunity(actor, opportunity)),
            "undo": actor.may(RESOURCE, Act.UPDATE, opportunity) and step is not None and step.is_undoable_by(actor),
        },
    }


def _step(move: Possible, context: _Context) -> Mapping[str, Any]:
    required = {each.field for each in move.required}
    needs = (("REASON", "reason"), ("LOST_REASON", "lost_reason"), ("WON_PRODUCT", "won_product_code"))
    return {
        "transition": move.transition,
        "title": str(move.title),
        "to": move.to,
        "to_label": context.labels.get(move.to, str(move.title)),
        "needs": [name for name, column in needs if column in required],
    }


def opportunity_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """What the trail, the timeline and the inbox call each opportunity that the actor may see."""
    known = uuids_in(ids)
    rows = visible_opportunities(actor).filter(pk__in=known).values_list("pk", "product_interest") if known else ()
    return {str(key): interest for key, interest in rows}


def opportunity_work_place(actor: Actor, opportunity_id: UUID) -> tuple[UUID, str] | None:
    """Whom an opportunity is about and where it lies; None for one that the actor does not see."""
    return visible_opportunities(actor).filter(pk=opportunity_id).values_list("customer_id", "branch_code").first()
