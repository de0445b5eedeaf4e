"""Cases in a customer's timeline, read from their own rows.

A sensitive case shows to who reads it whole and to nobody else; who knows of cases by their head alone sees that one was opened
and closed, with its due time; of reopening they learn by the closing that is gone.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from simpul.cases.selectors.words import clock_words, day_words
from simpul.cases.vocabulary import SUBJECT
from simpul.platform.clock import JAKARTA
from simpul.platform.db import query
from simpul.platform.text import Text
from simpul.timeline.public import Event, Wanted

_EVENTS = """
SELECT e.* FROM (
    SELECT h.customer_id, h.case_id, h.case_no, h.sla_due_at, w.case_id IS NOT NULL AS whole, w.category_code, s.step, s.occurred_at, s.actor,
           coalesce(s.event_id, CASE WHEN s.step = 'OPENED' THEN h.case_id ELSE md5(h.case_id || s.step)::uuid END) AS event_id, h.is_sensitive
    FROM crm.case_heads(ARRAY(SELECT k.case_id FROM crm.case_summaries(ARRAY[%(customer)s]::uuid[]) k)) h
    LEFT JOIN crm.cases w ON w.case_id = h.case_id
    CROSS JOIN LATERAL (
        VALUES ('OPENED', h.created_at, w.created_by, NULL::uuid), ('RESOLVED', h.resolved_at, NULL, NULL), ('CLOSED', h.closed_at, w.closed_by, NULL)
        UNION ALL
        SELECT CASE WHEN a.data ? 'reopened' THEN 'REOPENED' ELSE a.data ->> 'to' END, a.created_at, a.actor_user_id, a.activity_id
        FROM crm.case_activities a
        WHERE w.reopened > 0 AND a.case_id = w.case_id AND a.activity_type = 'STATUS_CHANGE'
            AND a.data ->> 'from' IS DISTINCT FROM a.data ->> 'to'
            AND (a.data ? 'reopened' OR a.data ->> 'to' = 'RESOLVED' AND a.created_at IS DISTINCT FROM w.resolved_at
                OR a.data ->> 'to' = 'CLOSED' AND a.created_at IS DISTINCT FROM w.closed_at)
    ) AS s (step, occurred_at, actor, event_id)
    WHERE s.occurred_at IS NOT NULL AND (w.case_id IS NOT NULL OR (NOT h.is_sensitive AND s.step <> 'RESOLVED'))
) e
WHERE (%(since)s::timestamptz IS NULL OR e.occurred_at >= %(since)s) AND (%(until)s::timestamptz IS NULL OR e.occurred_at < %(until)s)
  AND (%(at)s::timestamptz IS NULL OR (e.occurred_at, e.event_id) < (%(at)s, %(id)s::uuid))
ORDER BY e.occurred_at DESC, e.event_id DESC LIMIT %(limit)s
"""
_CATEGORIES = "SELECT category_code, category_name, name_en FROM crm.case_categories"
_WORDS = {
    "OPENED": Text(id="Kasus {number} dibuka", en="Case {number} opened"),
    "RESOLVED": Text(id="Kasus {number} dijawab", en="Case {number} answered"),
    "CLOSED": Text(id="Kasus {number} ditutup", en="Case {number} closed"),
    "REOPENED": Text(id="Kasus {number} dibuka kembali", en="Case {number} reopened"),
}
_DUE = Text(id="Tenggat {due}", en="Due {due}")


def case_events(wanted: Wanted) -> list[Event]:
    """Opened, answered, closed and reopened cases of the customer, newest first, as far as the reader may see each.

    The row of a case forgets its answer when it is reopened; its log does not.
    """
    at, key = wanted.before or (None, None)
    values = {"customer": wanted.customer_id, "since": wanted.since, "until": wanted.until, "at": at, "id": key, "limit": wanted.limit}
    rows = query(_EVENTS, values)
    names = {row["category_code"]: Text(id=row["category_name"], en=row["name_en"]) for row in query(_CATEGORIES)} if rows else {}
    return [_event(row, names) for row in rows]


def _event(row: dict[str, Any], names: dict[str, Text]) -> Event:
    return Event(
        event_id=row["event_id"],
        kind="CaseEvent",
        occurred_at=row["occurred_at"],
        title=str(_WORDS[row["step"]]).format(number=row["case_no"]),
        detail=str(names[row["category_code"]]) if row["whole"] else str(_DUE).format(due=_written(row["sla_due_at"])),
        tier=3 if row["is_sensitive"] else 1,
        actor_user_id=row["actor"],
        subject_type=SUBJECT,
        subject_id=str(row["case_id"]),
    )


def _written(moment: datetime) -> str:
    return f"{day_words(moment, JAKARTA)} {clock_words(moment, JAKARTA)}"
