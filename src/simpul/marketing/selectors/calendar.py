"""The calendar of campaigns: what is planned, runs or ran, and what lies close together."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TypedDict
from uuid import UUID

from simpul.marketing.policies import can_read_campaigns, visible_campaigns
from simpul.marketing.selectors.campaigns import segments_of
from simpul.marketing.vocabulary import CAMPAIGN_STATUS_NAMES, CampaignStatus
from simpul.platform.actor import Actor, require


class PlannedRow(TypedDict):
    """A campaign in the calendar."""

    campaign_id: UUID
    number: str
    name: str
    status: str
    status_name: str
    channel: str | None
    segment_id: UUID | None
    segment_name: str | None
    starts_at: datetime
    ends_at: datetime | None


class OverlapRow(TypedDict):
    """Two campaigns close to each other that may write to the same customers."""

    first: UUID
    second: UUID
    same_segment: bool
    same_channel: bool


_NEAR = timedelta(days=7)


def campaign_calendar(*, actor: Actor, since: datetime, until: datetime) -> dict[str, object]:
    """What is planned, runs or ran between two instants, and which of it lies close together.

    Two overlap that start within a week of each other, unless both have ended.

    Raises: Forbidden.
    """
    require(can_read_campaigns(actor))
    rows = list(
        (visible_campaigns(actor).filter(scheduled_at__lt=until, started_at=None) | visible_campaigns(actor).filter(started_at__lt=until))
        .exclude(status=CampaignStatus.CANCELLED)
        .order_by("scheduled_at", "id")[:500]
    )
    kept = [row for row in rows if (row.ended_at or row.started_at or row.scheduled_at or since) >= since or (row.started_at and row.ended_at is None)]
    segments = segments_of(kept)
    items: list[PlannedRow] = []
    for row in kept:
        starts = row.started_at or row.scheduled_at
        if starts is None:
            continue
        segment = segments.get(row.id)
        items.append(
            {
                "campaign_id": row.id, "number": row.number, "name": row.name, "status": row.status, "status_name": str(CAMPAIGN_STATUS_NAMES[row.status]),
                "channel": row.channel, "segment_id": segment["segment_id"] if segment else None, "segment_name": segment["name"] if segment else None,
                "starts_at": starts, "ends_at": row.ended_at,
            }
        )  # fmt: skip
    items.sort(key=lambda each: (each["starts_at"], each["number"]))
    overlaps: list[OverlapRow] = [
        {
            "first": one["campaign_id"],
            "second": other["campaign_id"],
            "same_segment": one["segment_id"] == other["segment_id"],
            "same_channel": one["channel"] == other["channel"],
        }
        for place, one in enumerate(items)
        for other in items[place + 1 :]
        if other["starts_at"] - one["starts_at"] <= _NEAR and not (one["ends_at"] and other["ends_at"])
    ]
    return {"items": items, "overlaps": overlaps[:200]}
