"""Writing in a case that is locked: its next version, its log, its clocks.

While a case is in hand, everybody who asks for it under its lock, or for what it says, gets the very same object: it is locked,
so nobody else changes it, and every change goes through `changed`, so it says what its row says.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
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

# Who looked at the case, and the case under its lock.
_in_hand: ContextVar[tuple[UUID, Case] | None] = ContextVar("case_in_hand", default=None)
_LOG = """
INSERT INTO crm.case_activities (activity_id, case_id, activity_type, message, is_public, data, actor_user_id, created_at) VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
"""


@contextmanager
def in_hand(actor: Actor, case: Case) -> Iterator[None]:
    """Let everything inside work on this object of a locked case, which the actor has been shown."""
    token = _in_hand.set((actor.id, case))
    try:
        yield
    finally:
        _in_hand.reset(token)


def held(case_id: object, actor: Actor | None = None) -> Case | None:
    """The case of this id when it is in hand, with an `actor` in the hand of that actor."""
    found = _in_hand.get()
    if found is None or str(found[1].id) != str(case_id) or (actor is not None and found[0] != actor.id):
        return None
    return found[1]


def locked(case_ids: Sequence[UUID], among: QuerySet[Case] | None = None) -> list[Case]:
    """Those of the cases that the caller may change, under their locks, with their categories; `among` narrows which."""
    if len(case_ids) == 1 and (case := held(case_ids[0])) is not None:
        return [case]
    rows = Case.objects.all() if among is None else among
    return list(rows.select_for_update(of=("self",), no_key=True).select_related("category").filter(pk__in=case_ids).order_by("pk"))


def changed(case: Case, at: Any, *names: str) -> None:
    """Save these columns of a locked case as its next version."""
    case.version, case.updated_at = case.version + 1, at
    case.save(update_fields=[*dict.fromkeys(names), "version", "updated_at"])


def log(actor: Actor, case: Case, kind: ActivityType, at: Any, message: str | None = None, *, public: bool = False, **data: Any) -> None:
    """Add to what happened in a case."""
    kept = json.dumps({name: value for name, value in data.items() if value is not None})
    # Nothing is read back: the database then asks only whether the row may be added.
    execute(_LOG, (uuid7(), case.id, kind.value, message or None, public, kept, actor.id, at))


_CLOCKS = ("sla_due_at", "first_response_due_at", "legal_due_at", "sla_breached_at", "first_responded_at")


def clocks_say(actor: Actor, case: Case, change: Change, at: Any, **more: Any) -> tuple[str, ...]:
    """Add an event to a locked case's clocks; the columns that it set, for `changed`."""
    clock_change(actor=actor, case=case, event=ClockEvent(0, change, at, **more))
    return _CLOCKS
