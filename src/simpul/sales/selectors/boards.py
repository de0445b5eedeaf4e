"""Boards: leads by status and opportunities by stage, counted and summed in the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, DecimalField, ExpressionWrapper, F, Sum, Value
from django.db.models.functions import Coalesce

from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.money import rounded
from simpul.sales.models import Opportunity
from simpul.sales.selectors import leads as reading
from simpul.sales.selectors import opportunities as pursuing
from simpul.sales.selectors.aging import aging_limits
from simpul.sales.selectors.catalogue import stage_list, stage_names
from simpul.sales.selectors.leads import LeadFilter, LeadSort
from simpul.sales.selectors.opportunities import OpportunityFilter, OpportunitySort
from simpul.sales.vocabulary import CLOSED, LEAD_STATUS_NAMES, LeadStatus

COUNTED = 10_000
SHOWN = 50
# What closed longer ago stands in lists alone.
CLOSED_FOR = timedelta(days=30)
MONEY: DecimalField[Any, Any] = DecimalField(max_digits=20, decimal_places=2)
_ZERO = Value(Decimal(0), output_field=MONEY)


def lead_board(*, actor: Actor, lead_filter: LeadFilter) -> Mapping[str, Any]:
    """The leads within the actor's reach by status: open ones the longest waiting first, closed ones of the last 30 days the newest first."""
    limits = aging_limits(actor)
    found: list[tuple[LeadStatus, list[Any], Any]] = []
    for status in LeadStatus:
        rows = reading.filter_leads(actor, replace(lead_filter, status=status, closed="all"), limits)
        if status in CLOSED:
            rows = rows.filter(closed_at__gt=now() - CLOSED_FOR)
        order = reading.ORDERS[LeadSort.SINCE_DOWN if status in CLOSED else LeadSort.SINCE]
        counted = rows.order_by()[: COUNTED + 1].aggregate(n=Count("pk"), value=Coalesce(Sum("estimated_value"), _ZERO))
        found.append((status, list(order.behind(rows, None)[: SHOWN + 1]), (order, counted)))
    shown = {row["id"]: row for row in reading.lead_rows(actor, [lead for _, leads, _ in found for lead in leads[:SHOWN]])}
    return {
        "columns": [
            {
                "status": status,
                "label": str(LEAD_STATUS_NAMES[status]),
                "count": min(counted["n"], COUNTED),
                "count_capped": counted["n"] > COUNTED,
                "value": counted["value"],
                "items": [shown[lead.id] for lead in leads[:SHOWN]],
                "next_cursor": order.cursor(leads[SHOWN - 1]) if len(leads) > SHOWN else None,
            }
            for status, leads, (order, counted) in found
        ],
        "aging": limits.shown_limits(),
    }


WEIGHTED = ExpressionWrapper(F("estimated_value") * F("probability") / 100, output_field=MONEY)


def opportunity_board(*, actor: Actor, opportunity_filter: OpportunityFilter) -> Mapping[str, Any]:
    """The opportunities within the actor's reach by stage, with weighted totals; totals are those of open stages."""
    stages = stage_list()
    found: list[tuple[Any, list[Opportunity], Any]] = []
    for stage in stages:
        is_end = stage.key in CLOSED
        wanted = replace(opportunity_filter, stage=stage.key, closed="all")
        rows = pursuing.filter_opportunities(actor, wanted)
        if is_end:
            rows = rows.filter(closed_at__gt=now() - CLOSED_FOR)
        order = pursuing.ORDERS[OpportunitySort.SINCE_DOWN if is_end else OpportunitySort.SINCE]
        sums = rows.order_by().aggregate(n=Count("pk"), value=Coalesce(Sum("estimated_value"), _ZERO), weighted=Coalesce(Sum(WEIGHTED), _ZERO))
        found.append((stage, list(order.behind(rows, None)[: SHOWN + 1]), (order, sums)))
    shown = {row["id"]: row for row in pursuing.opportunity_rows(actor, [each for _, rows, _ in found for each in rows[:SHOWN]])}
    labels = stage_names()
    columns = [
        {
            "stage": stage.key,
            "label": labels[stage.key],
            "probability": stage.probability,
            "count": sums["n"],
            "value": sums["value"],
            "weighted": rounded(sums["weighted"]),
            "items": [shown[each.id] for each in rows[:SHOWN]],
            "next_cursor": order.cursor(rows[SHOWN - 1]) if len(rows) > SHOWN else None,
        }
        for stage, rows, (order, sums) in found
        if stage.is_active or sums["n"]
    ]
    open_ones = [column for column in columns if column["stage"] not in CLOSED]
    return {
        "columns": columns,
        "totals": {
            "count": sum(column["count"] for column in open_ones),
            "value": sum((column["value"] for column in open_ones), Decimal(0)),
            "weighted": sum((column["weighted"] for column in open_ones), Decimal(0)),
        },
        "aging": aging_limits(actor).shown_limits(),
    }
