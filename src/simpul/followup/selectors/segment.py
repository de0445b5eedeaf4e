"""The segment whose customers are in the programme."""

from __future__ import annotations

from uuid import UUID

from simpul.followup.models import FollowupMember
from simpul.followup.settings import SEGMENT_ID
from simpul.platform import configuration


def programme_segment() -> str:
    """The id of the chosen segment in lower case; empty where there is none."""
    return str(configuration.value(SEGMENT_ID)).strip().lower()


def segment_customers() -> set[UUID]:
    """The members whom a segment brought. For the product's own jobs."""
    rows = FollowupMember.objects.filter(source="SEGMENT", left_at__isnull=True)
    return set(rows.values_list("customer_id", flat=True))
