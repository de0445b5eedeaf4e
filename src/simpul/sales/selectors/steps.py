"""The steps that leads and opportunities have made: their history, and which one can be taken back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import query

UNDO_FOR = timedelta(minutes=5)
_LAST = """
SELECT i.subject_id, i.entered_at, m.actor_user_id, m.moved_at, m.kind, m.transition, m.from_state, m.to_state
FROM crm.workflow_items i
CROSS JOIN LATERAL (
    SELECT m.* FROM crm.workflow_moves m
    WHERE m.item_id = i.item_id AND m.kind <> 'ROLLBACK'
      AND NOT EXISTS (SELECT FROM crm.workflow_moves u WHERE u.item_id = m.item_id AND u.undoes_id = m.move_id)
    ORDER BY m.seq DESC LIMIT 1) m
WHERE i.subject_type = %s AND i.subject_id = ANY (%s)
"""
_HISTORY = """
SELECT m.moved_at, m.actor_user_id, m.kind, m.transition, m.from_state, m.to_state, m.reason
FROM crm.workflow_items i JOIN crm.workflow_moves m ON m.item_id = i.item_id
WHERE i.subject_type = %s AND i.subject_id = %s ORDER BY m.seq DESC LIMIT 200
"""
_REASSIGNMENTS = """
SELECT assigned_at, assigned_by, assigned_from, assigned_to FROM crm.lead_reassignments
WHERE lead_id = %s ORDER BY assigned_at DESC, reassignment_id DESC LIMIT 200
"""
_CHANGES = """
SELECT changed_at, changed_by, field, before, after FROM crm.lead_changes
WHERE lead_id = %s ORDER BY changed_at DESC, lead_change_id DESC LIMIT 200
"""


@dataclass(frozen=True)
class LastStep:
    """The last step of a lead or opportunity that stands."""

    actor_user_id: UUID
    moved_at: datetime
    kind: str
    transition: str | None
    entered_at: datetime

    def is_undoable_by(self, actor: Actor) -> bool:
        """Whether it is this actor's own step of the last minutes."""
        return self.kind == "MOVE" and self.actor_user_id == actor.id and self.moved_at > now() - UNDO_FOR


def last_steps(subject_type: str, ids: Collection[UUID]) -> dict[UUID, LastStep]:
    """The last steps that stand, by subject; one statement."""
    rows = query(_LAST, (subject_type, [str(each) for each in ids])) if ids else []
    return {UUID(row["subject_id"]): LastStep(row["actor_user_id"], row["moved_at"], row["kind"], row["transition"], row["entered_at"]) for row in rows}


def steps_of(subject_type: str, subject_id: UUID) -> Sequence[Mapping[str, Any]]:
    """The steps of one subject, the newest first."""
    return query(_HISTORY, (subject_type, str(subject_id)))


def reassignments_of(lead_id: UUID) -> Sequence[Mapping[str, Any]]:
    """The changes of a lead's owner, the newest first."""
    return query(_REASSIGNMENTS, (lead_id,))


def changes_of(lead_id: UUID) -> Sequence[Mapping[str, Any]]:
    """The changed fields of a lead, the newest first."""
    return query(_CHANGES, (lead_id,))
