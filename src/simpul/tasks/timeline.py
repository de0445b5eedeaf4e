"""Tasks in a customer's timeline, read from their own rows: when one was made, and when it was done or skipped."""

# scaffold: leave out (the whole file)
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simpul.platform.db import query
from simpul.platform.text import Text
from simpul.tasks.policies import SUBJECT, visible_tasks
from simpul.timeline.public import Event, Kind, Wanted

_EVENTS = """
SELECT e.* FROM (
    SELECT t.task_id, t.title, t.skip_reason, s.step, s.occurred_at, s.actor, CASE s.step WHEN 'CREATED' THEN t.task_id ELSE md5(t.task_id || 'FINISHED')::uuid END AS event_id
    FROM crm.tasks t
    CROSS JOIN LATERAL (VALUES ('CREATED', t.created_at, t.created_by), (t.status, t.finished_at, t.finished_by)) AS s (step, occurred_at, actor)
    WHERE t.task_id = ANY (%(ids)s) AND s.occurred_at IS NOT NULL
) e
WHERE (%(since)s::timestamptz IS NULL OR e.occurred_at >= %(since)s) AND (%(until)s::timestamptz IS NULL OR e.occurred_at < %(until)s)
  AND (%(at)s::timestamptz IS NULL OR (e.occurred_at, e.event_id) < (%(at)s, %(id)s::uuid))
ORDER BY e.occurred_at DESC, e.event_id DESC LIMIT %(limit)s
"""
_WORDS = {
    "CREATED": Text(id="Tugas dibuat", en="Task made"),
    "DONE": Text(id="Tugas selesai", en="Task done"),
    "SKIPPED": Text(id="Tugas dilewati", en="Task skipped"),
}


def task_events(wanted: Wanted) -> list[Event]:
    """Events of the tasks about a customer that the reader sees."""
    if "Task" not in wanted.kinds:
        return []
    ids = list(visible_tasks(wanted.actor).filter(customer_id=wanted.customer_id).values_list("pk", flat=True))
    at, event_id = wanted.before or (None, None)
    asked = {"ids": ids, "since": wanted.since, "until": wanted.until, "at": at, "id": event_id, "limit": wanted.limit}
    return [_event(row) for row in query(_EVENTS, asked)] if ids else []


def _event(row: Mapping[str, Any]) -> Event:
    return Event(
        event_id=row["event_id"],
        kind="Task",
        occurred_at=row["occurred_at"],
        title=str(_WORDS[row["step"]]),
        detail=": ".join(part for part in (row["title"], row["skip_reason"] if row["step"] == "SKIPPED" else "") if part),
        actor_user_id=row["actor"],
        subject_type=SUBJECT,
        subject_id=str(row["task_id"]),
    )


KIND = Kind("Task", Text(id="Tugas", en="Tasks"), source=task_events)
