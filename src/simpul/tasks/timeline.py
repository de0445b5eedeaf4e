"""Tasks and activities in a customer's timeline, read from their own rows."""

# scaffold: leave out (the whole file)
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from simpul.platform.db import query
from simpul.platform.text import Text
from simpul.tasks.models import Activity
from simpul.tasks.policies import ACTIVITY_SUBJECT, SUBJECT, visible_activities, visible_tasks
from simpul.tasks.vocabulary import ACTIVITY_TYPES, OUTCOMES
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


_ACTIVITY = "ActivityEvent"
# The list of activities shows a longer note in full.
_LONGEST = 600
_NEXT = Text(id="Berikutnya: {step} ({day})", en="Next: {step} ({day})")


def activity_events(wanted: Wanted) -> list[Event]:
    """The activities with a customer that the reader sees, by when they happened."""
    rows = visible_activities(wanted.actor).filter(customer_id=wanted.customer_id)
    if wanted.since:
        rows = rows.filter(happened_at__gte=wanted.since)
    if wanted.until:
        rows = rows.filter(happened_at__lt=wanted.until)
    if wanted.before:
        at, key = wanted.before
        rows = rows.filter(Q(happened_at__lt=at) | Q(happened_at=at, id__lt=key))
    return [_activity_event(row) for row in rows.order_by("-happened_at", "-id")[: wanted.limit]]


def _activity_event(activity: Activity) -> Event:
    heading = [ACTIVITY_TYPES[activity.activity_type], OUTCOMES.get(activity.outcome)]
    note = activity.note
    said = [note if len(note) <= _LONGEST else f"{note[:_LONGEST].rstrip()}…"]
    if activity.next_on is not None:
        day = f"{activity.next_on:%d-%m-%Y}"
        said.append(str(_NEXT.format(step=activity.next_step, day=day)))
    return Event(
        event_id=activity.id,
        kind=_ACTIVITY,
        occurred_at=activity.happened_at,
        title=": ".join(str(part) for part in heading if part),
        detail="\n".join(said),
        actor_user_id=activity.author_id,
        subject_type=ACTIVITY_SUBJECT,
        subject_id=str(activity.id),
    )


ACTIVITY_KIND = Kind(_ACTIVITY, Text(id="Kegiatan", en="Activities"), source=activity_events)
