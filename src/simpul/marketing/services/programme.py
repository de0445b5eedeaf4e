"""The segment whose customers are in the follow-up programme: who enters and leaves it does so there."""

from __future__ import annotations

from uuid import UUID

from simpul.followup.public import entries_add, entries_leave, programme_segment, segment_customers
from simpul.marketing.models import SegmentMember


def programme_follow(segment_id: UUID) -> tuple[int, int]:
    """Let the customers of the chosen segment enter the programme, and those leave whom it brought and holds no more.

    Says how many requests there are of either; none for any other segment. For the product's own jobs.
    """
    if str(segment_id) != programme_segment():
        return 0, 0
    members = SegmentMember.objects.filter(segment_id=segment_id)
    present = set(members.values_list("customer_id", flat=True))
    standing = segment_customers()
    return entries_add(present - standing, source="SEGMENT"), entries_leave(standing - present)
