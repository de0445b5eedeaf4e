"""What opportunities are expected to bring by month, and how often they are won: numbers alone, summed in the database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, DateField, Q, Sum, Value
from django.db.models.functions import Cast, Coalesce, Greatest, TruncMonth

from simpul.iam.public import names
from simpul.platform.actor import Actor
from simpul.platform.clock import JAKARTA, today
from simpul.platform.money import rounded
from simpul.sales.policies import visible_opportunities
from simpul.sales.selectors.boards import MONEY, WEIGHTED
from simpul.sales.selectors.opportunities import month_after
from simpul.sales.vocabulary import OPEN_STAGES, OpportunityStage

_OPEN, _WON, _LOST = Q(stage__in=OPEN_STAGES), Q(stage=OpportunityStage.CLOSED_WON), Q(stage=OpportunityStage.CLOSED_LOST)
_NOTHING = Decimal(0)


def forecast_figures(*, actor: Actor, branch: str | None, assigned_to: UUID | None, months: int) -> Mapping[str, Any]:
    """The months from the present one on, and the figures of who follows opportunities up and of branches.

    What is expected to have closed already counts in the present month. The win rate is of those closed in as many months up to today.
    """
    rows = visible_opportunities(actor).order_by()
    if branch:
        rows = rows.filter(branch_code=branch)
    if assigned_to:
        rows = rows.filter(assigned_to=assigned_to)
    day = today()
    first, begins = day.replace(day=1), month_after(day.replace(day=1), 1 - months)
    since = datetime.combine(begins, time(), JAKARTA)
    expected = _by_month(rows, first, month_after(first, months))
    won = _won_by_month(rows, datetime.combine(first, time(), JAKARTA))
    by_rm, by_branch = _figures(rows, "assigned_to", since), _figures(rows, "branch_code", since)
    called = names(people=by_rm, branches=by_branch)
    return {
        "months": [
            {
                "month": f"{month:%Y-%m}",
                **expected.get(month, {"count": 0, "value": _NOTHING, "weighted": _NOTHING}),
                "won": won.get(month, _NOTHING),
            }
            for month in (month_after(first, step) for step in range(months))
        ],
        "by_rm": sorted(
            ({"rm": {"id": key, "full_name": called.people.get(key, "")}, **row} for key, row in by_rm.items()),
            key=lambda row: (-row["weighted"], row["rm"]["full_name"]),
        ),
        "by_branch": sorted(
            ({"branch": {"code": code, "name": called.branches.get(code, code)}, **row} for code, row in by_branch.items()),
            key=lambda row: (-row["weighted"], row["branch"]["code"]),
        ),
        "period": {"from_on": begins, "to_on": day},
    }


def _by_month(rows: Any, first: Any, after: Any) -> dict[Any, Mapping[str, Any]]:
    counted = (
        rows.filter(_OPEN, expected_close_on__lt=after)
        .annotate(month=Greatest(Cast(TruncMonth("expected_close_on"), DateField()), Value(first), output_field=DateField()))
        .values("month")
        .annotate(n=Count("pk"), value=Sum("estimated_value"), weighted=Sum(WEIGHTED))
    )
    return {row["month"]: {"count": row["n"], "value": row["value"], "weighted": rounded(row["weighted"])} for row in counted}


def _won_by_month(rows: Any, since: datetime) -> dict[Any, Decimal]:
    counted = (
        rows.filter(_WON, closed_at__gte=since)
        .annotate(month=Cast(TruncMonth("closed_at", tzinfo=JAKARTA), DateField()))
        .values("month")
        .annotate(value=Sum("estimated_value"))
    )
    return {row["month"]: row["value"] for row in counted}


def _figures(rows: Any, by: str, since: datetime) -> dict[Any, Mapping[str, Any]]:
    ended = Q(closed_at__gte=since)
    counted = (
        rows.filter(_OPEN | ended)
        .values(by)
        .annotate(
            n=Count("pk", filter=_OPEN),
            value=Coalesce(Sum("estimated_value", filter=_OPEN), _NOTHING, output_field=MONEY),
            weighted=Coalesce(Sum(WEIGHTED, filter=_OPEN), _NOTHING, output_field=MONEY),
            won=Count("pk", filter=_WON & ended),
            lost=Count("pk", filter=_LOST & ended),
            won_value=Coalesce(Sum("estimated_value", filter=_WON & ended), _NOTHING, output_field=MONEY),
        )
    )
    return {
        row[by]: {
            "open": row["n"],
            "value": row["value"],
            "weighted": rounded(row["weighted"]),
            "won": row["won"],
            "lost": row["lost"],
            "won_value": row["won_value"],
            "win_rate": round(row["won"] / (row["won"] + row["lost"]), 4) if row["won"] + row["lost"] else None,
        }
        for row in counted
    }
