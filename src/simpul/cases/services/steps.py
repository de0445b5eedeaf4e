"""Writing in a case that is locked: its next version, its log, its clocks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from simpul.cases.models import Case
from simpul.cases.services.clocks import clock_change
from simpul.cases.sla import Change, ClockEvent
from simpul.cases.vocabulary import ActivityType
from simpul.platform.actor import Actor
from simpul.platform.db import execute
from simpul.platform.ids import uuid7

_LOG = """
INSERT INTO crm.case_activities (activity_id, case_id, activity_type, message, is_public, data, actor_user_id, created_at)
SELECT * FROM jsonb_to_recordset(%s::jsonb) AS n (activity_id uuid, case_id uuid, activity_type text, message text, is_public boolean, data jsonb, actor_user_id uuid,
                                                  created_at timestamptz)
"""
# A line of a case's log, as the database takes it.
Entry = dict[str, Any]


def locked(case_ids: Sequence[UUID], among: QuerySet[Case] | None = None) -> list[Case]:
    """Those of the cases that the caller may change, under their locks, with their categories; `among` narrows which."""
    rows = Case.objects.all() if among is None else among
    return list(rows.select_for_update(of=("self",), no_key=True).select_related("category").filter(pk__in=case_ids).order_by("pk"))


def changed(case: Case, at: Any, *names: str) -> None:
    """Save these columns of a locked case as its next version."""
    case.version, case.updated_at = case.version + 1, at
    case.save(update_fields=[*dict.fromkeys(names), "version", "updated_at"])


def log(actor: Actor, case: Case, kind: ActivityType, at: Any, message: str | None = None, *, public: bool = False, **data: Any) -> None:
    """Add to what happened in a case."""
    log_all([entry(actor, case, kind, at, message, public=public, **data)])


def entry(actor: Actor, case: Case, kind: ActivityType, at: Any, message: str | None = None, *, public: bool = False, **data: Any) -> Entry:
    """A line of what happened in a case, to be written by `log_all`."""
    kept = {name: value for name, value in data.items() if value is not None}
    return {
        "activity_id": uuid7(), "case_id": case.id, "activity_type": kind.value, "message": message or None, "is_public": public, "data": kept,
        "actor_user_id": actor.id, "created_at": at.isoformat(),
    }  # fmt: skip


def log_all(entries: Sequence[Entry]) -> None:
    """Write lines of logs, in one statement. Nothing is read back: the database then asks only whether they may be added."""
    execute(_LOG, (json.dumps(entries, default=str),))


_CLOCKS = ("sla_due_at", "first_response_due_at", "legal_due_at", "sla_breached_at", "first_responded_at")


def clocks_say(actor: Actor, case: Case, change: Change, at: Any, **more: Any) -> tuple[str, ...]:
    """Add an event to a locked case's clocks; the columns that it set, for `changed`."""
    clock_change(actor=actor, case=case, event=ClockEvent(0, change, at, **more))
    return _CLOCKS
