"""How often emergency access is used: the figures of each month."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth

from simpul.access.models import AccessReview
from simpul.access.policies import visible_requests
from simpul.access.vocabulary import Finding, Status
from simpul.platform.actor import Actor
from simpul.platform.clock import JAKARTA, now


def monthly(actor: Actor, months: int) -> list[dict[str, Any]]:
    """For each of the last months, this one included and the oldest first: accesses opened, asked for, turned down,
    opened without a second person, and noted as a concern. Months are those where the organisation works."""
    firsts = _firsts(months)
    rows = visible_requests(actor)
    opened = _by_month(rows.filter(starts_at__gte=firsts[0]), "starts_at", opened=Count("pk"), self_approved=Count("pk", filter=Q(self_approved=True)))
    asked = _by_month(rows.filter(requested_at__gte=firsts[0]), "requested_at", requested=Count("pk"), rejected=Count("pk", filter=Q(status=Status.REJECTED)))
    noted = AccessReview.objects.filter(verdict=Finding.CONCERN, request__in=rows.filter(starts_at__gte=firsts[0]))
    concerns = {
        row["month"].strftime("%Y-%m"): row["number"]
        for row in noted.annotate(month=TruncMonth("request__starts_at", tzinfo=JAKARTA)).values("month").annotate(number=Count("request", distinct=True))
    }
    empty = {"opened": 0, "self_approved": 0, "requested": 0, "rejected": 0}
    found = []
    for first in firsts:
        key = first.strftime("%Y-%m")
        found.append({"month": key, **empty, **opened.get(key, {}), **asked.get(key, {}), "concerns": concerns.get(key, 0)})
    return found


def _firsts(months: int) -> list[datetime]:
    present = now().astimezone(JAKARTA)
    count = present.year * 12 + present.month - 1
    return [datetime(each // 12, each % 12 + 1, 1, tzinfo=JAKARTA) for each in range(count - months + 1, count + 1)]


def _by_month(rows: Any, moment: str, **counts: Count) -> dict[str, dict[str, int]]:
    grouped = rows.annotate(month=TruncMonth(moment, tzinfo=JAKARTA)).values("month").annotate(**counts)
    return {row["month"].strftime("%Y-%m"): {name: row[name] for name in counts} for row in grouped}
