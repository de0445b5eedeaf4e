"""Writing in a case that is locked: its next version, its log, its clocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from simpul.cases.models import Case, CaseActivity
from simpul.cases.services.clocks import clock_change
from simpul.cases.sla import Change, ClockEvent
from simpul.cases.vocabulary import ActivityType
from simpul.platform.actor import Actor


def locked(case_ids: Sequence[UUID]) -> list[Case]:
    """Those of the cases that the caller may change, under their locks, with their categories."""
    return list(Case.objects.select_for_update(of=("self",), no_key=True).select_related("category").filter(pk__in=case_ids).order_by("pk"))


def changed(case: Case, at: Any, *names: str) -> None:
    """Save these columns of a locked case as its next version."""
    case.version, case.updated_at = case.version + 1, at
    case.save(update_fields=[*dict.fromkeys(names), "version", "updated_at"])


def log(actor: Actor, case: Case, kind: ActivityType, at: Any, message: str | None = None, *, public: bool = False, **data: Any) -> CaseActivity:
    """Add to what happened in a case."""
    kept = {name: value for name, value in data.items() if value is not None}
    return CaseActivity.objects.create(
        case=case, activity_type=kind, message=message or None, is_public=public, data=kept, actor_user_id=actor.id, created_at=at
    )  # fmt: skip


_CLOCKS = ("sla_due_at", "first_response_due_at", "legal_due_at", "sla_breached_at", "first_responded_at")


def clocks_say(actor: Actor, case: Case, change: Change, at: Any, **more: Any) -> tuple[str, ...]:
    """Add an event to a locked case's clocks; the columns that it set, for `changed`."""
    clock_change(actor=actor, case=case, event=ClockEvent(0, change, at, **more))
    return _CLOCKS
