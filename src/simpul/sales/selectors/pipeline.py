"""Figures of leads and opportunities for other domains."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypedDict
from uuid import UUID

from django.db.models import Count, F, Q, Sum
from django.db.models.functions import Coalesce

from simpul.iam.public import system_identity
from simpul.platform.actor import Actor
from simpul.platform.clock import today
from simpul.platform.db import query, scope
from simpul.platform.money import rounded
from simpul.platform.text import Text
from simpul.sales.policies import visible_leads, visible_opportunities
from simpul.sales.selectors.aging import aging_limits
from simpul.sales.selectors.boards import MONEY, WEIGHTED
from simpul.sales.selectors.catalogue import stage_list
from simpul.sales.selectors.leads import lead_rows
from simpul.sales.vocabulary import OPEN_LEADS, OPEN_STAGES, Aging, LeadSource

_OUTCOMES = """
SELECT count(*) AS leads, count(*) FILTER (WHERE l.reached >= 1) AS contacted, count(*) FILTER (WHERE l.reached >= 2) AS qualified,
       count(*) FILTER (WHERE l.status = 'CLOSED_WON') AS won, count(*) FILTER (WHERE l.status = 'CLOSED_LOST') AS lost,
       count(*) FILTER (WHERE l.closed_at IS NULL) AS open,
       coalesce(sum(coalesce(o.won, CASE WHEN o.lead_id IS NULL THEN l.estimated_value END)) FILTER (WHERE l.status = 'CLOSED_WON'), 0) AS value_won,
       coalesce(sum(coalesce(o.open, l.estimated_value)) FILTER (WHERE l.closed_at IS NULL), 0) AS value_open
FROM (
    SELECT x.*, CASE WHEN x.status IN ('QUALIFIED', 'CLOSED_WON') THEN 2 WHEN x.status = 'CONTACTED' THEN 1 ELSE coalesce(p.far, 0) END AS reached
    FROM crm.leads x
    LEFT JOIN LATERAL (
        SELECT max(CASE m.to_state WHEN 'QUALIFIED' THEN 2 WHEN 'CONTACTED' THEN 1 ELSE 0 END) AS far
        FROM crm.workflow_items i JOIN crm.workflow_moves m ON m.item_id = i.item_id
        WHERE i.subject_type = 'LEAD' AND i.subject_id = x.lead_id::text AND m.kind <> 'ROLLBACK'
          AND NOT EXISTS (SELECT FROM crm.workflow_moves u WHERE u.item_id = m.item_id AND u.undoes_id = m.move_id)
    ) p ON x.status IN ('NEW', 'CLOSED_LOST', 'CONTACTED')
    WHERE x.source_type = %(source_type)s AND x.source_id = %(source_id)s
) l
LEFT JOIN LATERAL (
    SELECT o.lead_id, sum(o.estimated_value) FILTER (WHERE o.stage = 'CLOSED_WON') AS won,
           sum(o.estimated_value) FILTER (WHERE o.closed_at IS NULL) AS open
    FROM crm.opportunities o WHERE o.lead_id = l.lead_id GROUP BY o.lead_id
) o ON true
"""


@dataclass(frozen=True)
class LeadOutcomes:
    """What came of the leads of one source: how many ever got so far, how many closed, and their values."""

    leads: int
    contacted: int
    qualified: int
    won: int
    lost: int
    open: int
    value_won: Decimal
    value_open: Decimal


def lead_outcomes(source_type: str, source_id: str) -> LeadOutcomes:
    """What came of the leads of a campaign or journey, in numbers alone; for who may read its report."""
    with scope(system_identity()):
        row = query(_OUTCOMES, {"source_type": source_type, "source_id": source_id})[0]
    return LeadOutcomes(**row)


def campaigns_of(rm_id: UUID) -> set[str]:
    """The campaigns that gave this relationship manager leads, by the id that the leads name."""
    rows = query(
        "SELECT DISTINCT source_id FROM crm.leads WHERE assigned_to = %s AND source_type = %s AND source_id IS NOT NULL",
        (rm_id, LeadSource.CAMPAIGN),
    )
    return {row["source_id"] for row in rows}


def pipeline_summary(actor: Actor) -> Mapping[str, Any]:
    """What the actor follows up: open leads by status and by aging, open opportunities with their value."""
    limits = aging_limits(actor)
    leads = visible_leads(actor).filter(status__in=OPEN_LEADS).order_by()
    counted = leads.aggregate(
        **{status.lower(): Count("pk", filter=Q(status=status)) for status in OPEN_LEADS},
        waiting=Count("pk", filter=limits.age_condition(Aging.WAITING, "status_since")),
        late=Count("pk", filter=limits.age_condition(Aging.LATE, "status_since")),
        unassigned=Count("pk", filter=Q(assigned_to__isnull=True)),
    )
    pursued = visible_opportunities(actor).filter(stage__in=OPEN_STAGES).order_by()
    sums = pursued.aggregate(
        n=Count("pk"),
        value=Coalesce(Sum("estimated_value"), Decimal(0), output_field=MONEY),
        weighted=Coalesce(Sum(WEIGHTED), Decimal(0), output_field=MONEY),
        overdue=Count("pk", filter=Q(expected_close_on__lt=today())),
    )
    return {
        "leads": counted,
        "opportunities": {
            "count": sums["n"],
            "value": sums["value"],
            "weighted": rounded(sums["weighted"]),
            "overdue": sums["overdue"],
        },
    }


class StageSum(TypedDict):
    """The open opportunities of one stage, summed."""

    stage: str
    label: str
    probability: int
    count: int
    value: Decimal
    weighted: Decimal


def pipeline_stages(actor: Actor) -> list[StageSum]:
    """The open opportunities that the actor follows up, summed by stage, in the stages' order."""
    pursued = visible_opportunities(actor).filter(stage__in=OPEN_STAGES).order_by()
    sums = {
        row["stage"]: row
        for row in pursued.values("stage").annotate(
            count=Count("pk"),
            value=Coalesce(Sum("estimated_value"), Decimal(0), output_field=MONEY),
            weighted=Coalesce(Sum(WEIGHTED), Decimal(0), output_field=MONEY),
        )
    }
    nothing: Mapping[str, Any] = {"count": 0, "value": Decimal(0), "weighted": Decimal(0)}
    return [
        {
            "stage": stage.key,
            "label": str(Text(id=stage.name_id, en=stage.name_en)),
            "probability": stage.probability,
            "count": found["count"],
            "value": found["value"],
            "weighted": rounded(found["weighted"]),
        }
        for stage in stage_list()
        if stage.key in OPEN_STAGES
        for found in (sums.get(stage.key, nothing),)
    ]


def leads_waiting(actor: Actor, limit: int = 10) -> list[Mapping[str, Any]]:
    """The open leads that the actor follows up, the longest in their status first, as lists show them."""
    rows = visible_leads(actor).filter(status__in=OPEN_LEADS, assigned_to=actor.id).order_by(F("status_since"), "pk")
    return lead_rows(actor, list(rows[:limit]))
