"""Complaints and contacts in the list of the services that a customer was given.

A complaint shows as in the timeline: whole to who reads it, by its head to who knows of cases, a sensitive one to its readers alone.
A contact shows to who reads the case that it was about.
"""

from __future__ import annotations

from typing import Any

from simpul.cases.vocabulary import CHANNELS, STATUSES, SUBJECT, Channel, Status
from simpul.platform.db import query
from simpul.platform.text import Text
from simpul.timeline.public import Service, Wanted

_COMPLAINTS = """
SELECT h.case_id AS id, h.case_no, h.created_at AS occurred_at, h.closed_at, w.case_id IS NOT NULL AS whole, w.status, w.created_by AS actor,
       k.category_name, k.name_en AS category_en, r.resolution_name, r.name_en AS resolution_en
FROM crm.case_heads(ARRAY(SELECT s.case_id FROM crm.case_summaries(ARRAY[%(customer)s]::uuid[]) s)) h
LEFT JOIN crm.cases w ON w.case_id = h.case_id
LEFT JOIN crm.case_categories k ON k.category_code = w.category_code
LEFT JOIN crm.case_resolutions r ON r.resolution_code = w.resolution_code
WHERE (w.case_id IS NOT NULL OR NOT h.is_sensitive)
  AND (%(since)s::timestamptz IS NULL OR h.created_at >= %(since)s) AND (%(until)s::timestamptz IS NULL OR h.created_at < %(until)s)
  AND (%(at)s::timestamptz IS NULL OR (h.created_at, h.case_id) < (%(at)s, %(id)s::uuid))
ORDER BY h.created_at DESC, h.case_id DESC LIMIT %(limit)s
"""
_CONTACTS = """
SELECT a.activity_id AS id, c.case_id, c.case_no, a.created_at AS occurred_at, a.actor_user_id AS actor, a.data ->> 'direction' = 'IN' AS incoming,
       coalesce(nullif(a.data ->> 'channel', ''), m.channel) AS channel
FROM crm.cases c JOIN crm.case_activities a USING (case_id) LEFT JOIN crm.outbound_messages m ON m.message_id = (a.data ->> 'message_id')::uuid
WHERE c.customer_id = %(customer)s AND a.activity_type = 'MESSAGE'
  AND (%(since)s::timestamptz IS NULL OR a.created_at >= %(since)s) AND (%(until)s::timestamptz IS NULL OR a.created_at < %(until)s)
  AND (%(at)s::timestamptz IS NULL OR (a.created_at, a.activity_id) < (%(at)s, %(id)s::uuid))
ORDER BY a.created_at DESC, a.activity_id DESC LIMIT %(limit)s
"""
_CASE = Text(id="Kasus {number}", en="Case {number}")
_UNDER_WAY, _ENDED = Text(id="Dalam penanganan", en="Under way"), Text(id="Selesai", en="Ended")
_FROM, _TO = Text(id="Pesan dari nasabah", en="Message from the customer"), Text(id="Pesan ke nasabah", en="Message to the customer")


def _values(wanted: Wanted) -> dict[str, Any]:
    at, key = wanted.before or (None, None)
    return {"customer": wanted.customer_id, "since": wanted.since, "until": wanted.until, "at": at, "id": key, "limit": wanted.limit}


def complaint_services(wanted: Wanted) -> list[Service]:
    """The customer's complaints with how they ended, newest first."""
    return [_complaint(row) for row in query(_COMPLAINTS, _values(wanted))]


def _complaint(row: dict[str, Any]) -> Service:
    ended = row["closed_at"] is not None
    outcome = STATUSES[Status(row["status"])] if row["whole"] else _ENDED if ended else _UNDER_WAY
    if row["resolution_name"]:
        outcome = Text(id=row["resolution_name"], en=row["resolution_en"])
    return Service(
        service_id=row["id"],
        kind="COMPLAINT",
        occurred_at=row["occurred_at"],
        title=str(_CASE.format(number=row["case_no"])),
        detail=str(Text(id=row["category_name"], en=row["category_en"])) if row["whole"] else None,
        outcome=str(outcome),
        is_open=not ended,
        actor_user_id=row["actor"],
        subject_type=SUBJECT,
        subject_id=str(row["id"]),
    )


def contact_services(wanted: Wanted) -> list[Service]:
    """Messages from and to the customer about cases, newest first; their words stay in the case."""
    known = {channel.value for channel in Channel}
    return [
        Service(
            service_id=row["id"],
            kind="CONTACT",
            occurred_at=row["occurred_at"],
            title=str(_FROM if row["incoming"] else _TO),
            detail=str(_CASE.format(number=row["case_no"])),
            outcome=str(CHANNELS[Channel(row["channel"])]) if row["channel"] in known else None,
            actor_user_id=row["actor"],
            subject_type=SUBJECT,
            subject_id=str(row["case_id"]),
        )
        for row in query(_CONTACTS, _values(wanted))
    ]
