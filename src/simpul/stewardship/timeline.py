"""Rights requests in a customer's timeline, read from their own rows: when one was received, and how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simpul.platform.db import query
from simpul.platform.text import Text
from simpul.stewardship.policies import visible_requests
from simpul.stewardship.vocabulary import KIND_NAMES, SUBJECT
from simpul.timeline.public import Event, Kind, Wanted

_EVENTS = """
SELECT e.* FROM (
    SELECT r.request_id, r.kind, s.step, s.occurred_at, s.actor, CASE s.step WHEN 'RECEIVED' THEN r.request_id ELSE md5(r.request_id || 'ENDED')::uuid END AS event_id
    FROM crm.rights_requests r
    CROSS JOIN LATERAL (VALUES ('RECEIVED', r.received_at, r.created_by), (r.status, r.closed_at, r.closed_by)) AS s (step, occurred_at, actor)
    WHERE r.request_id = ANY (%(ids)s) AND s.occurred_at IS NOT NULL
) e
WHERE (%(since)s::timestamptz IS NULL OR e.occurred_at >= %(since)s) AND (%(until)s::timestamptz IS NULL OR e.occurred_at < %(until)s)
  AND (%(at)s::timestamptz IS NULL OR (e.occurred_at, e.event_id) < (%(at)s, %(id)s::uuid))
ORDER BY e.occurred_at DESC, e.event_id DESC LIMIT %(limit)s
"""
_WORDS = {
    "RECEIVED": Text(id="Permintaan hak pribadi diterima", en="Rights request received"),
    "DONE": Text(id="Permintaan hak pribadi selesai", en="Rights request done"),
    "REFUSED": Text(id="Permintaan hak pribadi ditolak", en="Rights request refused"),
    "WITHDRAWN": Text(id="Permintaan hak pribadi ditarik", en="Rights request withdrawn"),
}


def rights_events(wanted: Wanted) -> list[Event]:
    """Events of the rights requests of a customer that the reader sees."""
    if "RightsRequest" not in wanted.kinds:
        return []
    ids = list(visible_requests(wanted.actor).filter(customer_id=wanted.customer_id).values_list("pk", flat=True))
    at, event_id = wanted.before or (None, None)
    asked = {"ids": ids, "since": wanted.since, "until": wanted.until, "at": at, "id": event_id, "limit": wanted.limit}
    return [_event(row) for row in query(_EVENTS, asked)] if ids else []


def _event(row: Mapping[str, Any]) -> Event:
    return Event(
        event_id=row["event_id"],
        kind="RightsRequest",
        occurred_at=row["occurred_at"],
        title=str(_WORDS[row["step"]]),
        detail=str(KIND_NAMES[row["kind"]]),
        actor_user_id=row["actor"],
        subject_type=SUBJECT,
        subject_id=str(row["request_id"]),
    )


KIND = Kind("RightsRequest", Text(id="Hak pribadi", en="Rights of the person"), source=rights_events)
