"""Looking again for the customers of a rule: who entered, who left."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from simpul.marketing.events import SegmentRefreshed
from simpul.marketing.models import Segment, SegmentRefresh
from simpul.marketing.selectors.evaluating import audience_of, members_sql
from simpul.marketing.selectors.membership import large_sets, selecting_allowed
from simpul.marketing.selectors.segments import segment_get, version_get
from simpul.marketing.services.segments import refresh_defer
from simpul.marketing.vocabulary import SegmentKind
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import execute, query
from simpul.platform.events import emit
from simpul.platform.ids import uuid7

_FOUND = "segment_found"
_COUNTED = """
SELECT count(f.customer_id) AS members, count(*) FILTER (WHERE m.customer_id IS NULL) AS entered, count(*) FILTER (WHERE f.customer_id IS NULL) AS "left"
FROM pg_temp.{found} f FULL JOIN (SELECT customer_id FROM crm.segment_members WHERE segment_id = %(segment)s) m ON m.customer_id = f.customer_id
"""
_CHANGES = """
INSERT INTO crm.segment_changes (refresh_id, customer_id, kind)
SELECT %(refresh)s, coalesce(f.customer_id, m.customer_id), CASE WHEN m.customer_id IS NULL THEN 'ENTERED' ELSE 'LEFT' END
FROM pg_temp.{found} f FULL JOIN (SELECT customer_id FROM crm.segment_members WHERE segment_id = %(segment)s) m ON m.customer_id = f.customer_id
WHERE f.customer_id IS NULL OR m.customer_id IS NULL
"""
_LEFT = """
DELETE FROM crm.segment_members m USING crm.segment_changes c
WHERE c.refresh_id = %(refresh)s AND c.kind = 'LEFT' AND m.segment_id = %(segment)s AND m.customer_id = c.customer_id
"""
_ENTERED = """
INSERT INTO crm.segment_members (segment_id, customer_id, entered_at, added_by)
SELECT %(segment)s, c.customer_id, %(at)s, %(by)s FROM crm.segment_changes c WHERE c.refresh_id = %(refresh)s AND c.kind = 'ENTERED'
"""


@transaction.atomic
def segment_refresh(*, actor: Actor, segment_id: UUID) -> SegmentRefresh | None:
    """Look for the customers of a rule, and keep who entered and left; for the product's own jobs.

    Nothing is done for a segment that is archived, or a list.

    Raises: SegmentNotFound, SelectingIsNotAllowed.
    """
    segment = segment_get(actor=actor, segment_id=segment_id, lock=True)
    if segment.archived_at is not None or segment.kind != SegmentKind.RULE:
        return None
    selecting_allowed()
    large_sets()
    at, version = now(), version_get(segment)
    sql, params = members_sql(audience_of(version), at)
    execute(f"DROP TABLE IF EXISTS pg_temp.{_FOUND}")
    execute(f"CREATE TEMPORARY TABLE {_FOUND} ON COMMIT DROP AS {sql}", params)
    refresh_id = uuid7()
    about = {"segment": segment.id, "refresh": refresh_id, "at": at, "by": actor.id}
    counted = query(_COUNTED.format(found=_FOUND), about)[0]
    made = SegmentRefresh.objects.create(id=refresh_id, segment=segment, segment_version=version, at=at, **counted)
    execute(_CHANGES.format(found=_FOUND), about)
    execute(_LEFT, about)
    execute(_ENTERED, about)
    segment.refreshed_at, segment.member_count = at, made.members
    segment.save(update_fields=["refreshed_at", "member_count"])
    emit(SegmentRefreshed(segment.id, made.id, made.members, made.entered, made.left))
    return made


def segments_refresh_due(every: str) -> int:
    """Have every segment that is refreshed so often looked for again, and say how many those are."""
    due = list(Segment.objects.filter(archived_at__isnull=True, kind=SegmentKind.RULE, refresh=every).order_by("id").values_list("id", flat=True))
    for segment_id in due:
        refresh_defer(segment_id)
    return len(due)
