"""Writing steps: one way for a single move and for a set, so that both leave the same rows.

In this order, in one transaction: the items, the domain's own rows, audit and timeline and news of each, the effects,
the history, the timers. Whoever calls has locked the items and asked every question.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.audit.public import record
from simpul.platform import crypto
from simpul.platform.actor import Actor
from simpul.platform.db import execute, query
from simpul.platform.events import emit
from simpul.platform.ids import uuid7
from simpul.timeline import public as timeline
from simpul.workflow import registry
from simpul.workflow.acts import WorkflowAct
from simpul.workflow.definitions.content import Definition, Effect
from simpul.workflow.errors import SubjectHasItem
from simpul.workflow.events import ItemMoved
from simpul.workflow.models import WorkflowItem
from simpul.workflow.registry import MoveFacts, Told, subject_of
from simpul.workflow.services import clocks

_UPDATE = """
UPDATE crm.workflow_items i
   SET version_id = n.version_id, state = n.state, ended = n.ended, entered_at = n.entered_at, visit = n.visit, seq = n.seq,
       customer_id = n.customer_id, branch_code = n.branch_code, owner_ids = n.owner_ids
  FROM jsonb_to_recordset(%s::jsonb) AS n (item_id uuid, version_id uuid, state text, ended boolean, entered_at timestamptz, visit integer, seq integer,
                                           customer_id uuid, branch_code text, owner_ids uuid[])
 WHERE i.item_id = n.item_id AND i.seq = n.seq - 1
"""
_START = """
INSERT INTO crm.workflow_items (item_id, definition_id, version_id, subject_type, subject_id, resource, customer_id, branch_code, owner_ids, state, ended,
                                entered_at, visit, seq, started_at)
SELECT n.item_id, n.definition_id, n.version_id, n.subject_type, n.subject_id, n.resource, n.customer_id, n.branch_code, n.owner_ids, n.state, n.ended,
       n.entered_at, n.visit, n.seq, n.entered_at
  FROM jsonb_to_recordset(%s::jsonb) AS n (item_id uuid, definition_id uuid, version_id uuid, subject_type text, subject_id text, resource text, customer_id uuid,
                                           branch_code text, owner_ids uuid[], state text, ended boolean, entered_at timestamptz, visit integer, seq integer)
ON CONFLICT DO NOTHING
"""
_INSERT = """
INSERT INTO crm.workflow_moves (move_id, item_id, seq, kind, transition, from_state, to_state, path, version_id, left_visit, left_entered_at, undoes_id,
                                migration_id, actor_user_id, reason, sealed, moved_at)
SELECT * FROM jsonb_to_recordset(%s::jsonb) AS n (move_id uuid, item_id uuid, seq integer, kind text, transition text, from_state text, to_state text, path jsonb,
    version_id uuid, left_visit integer, left_entered_at timestamptz, undoes_id uuid, migration_id uuid, actor_user_id uuid, reason text, sealed text, moved_at timestamptz)
"""


class ItemMovedMeanwhile(RuntimeError):
    """An item was not where its lock had it: an effect moved the item that it belongs to."""


@dataclass(frozen=True)
class Step:
    """One item's step. `item` is as it was before; `visit` and `entered_at` are those of the state that it comes into.

    `effects` run in order; `restores` is what a roll-back will need of the subject's own values.
    """

    item: WorkflowItem
    content: Definition
    version_id: UUID
    facts: MoveFacts
    visit: int
    entered_at: datetime
    path: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()
    restores: dict[str, Any] = field(default_factory=dict)
    undoes_id: UUID | None = None
    migration_id: UUID | None = None

    @property
    def seq(self) -> int:
        """The number that this step gets; an item that is about to start has made none."""
        return self.item.seq + 1

    @property
    def starts(self) -> bool:
        """Whether the item comes into being by this step."""
        return self.item.seq == 0


def write(actor: Actor, steps: Sequence[Step], *, tell: bool = True) -> None:
    """Make the steps. Without `tell`, whoever calls records the set as a whole.

    Raises: SubjectHasItem, and whatever an effect or the subject's own domain refuses.
    """
    if not steps:
        return
    _items(steps)
    for step in steps:
        place = step.facts.place
        step.item.customer_id, step.item.branch_code, step.item.owner_ids = place.customer_id, place.branch_code, list(place.owner_ids)
    for kind in {step.item.subject_type for step in steps}:
        if entering := [step.facts for step in steps if step.item.subject_type == kind and not _stays(step.facts)]:
            subject_of(kind).entered(actor, entering)
    if tell:
        for step in steps:
            told(actor, step.facts)
    memories = [_effects(actor, step) for step in steps]
    if any(step.effects for step in steps):
        _still(steps)
    _history(actor, steps, memories)
    clocks.follow(steps)
    for step in steps:
        step.item.state, step.item.ended, step.item.entered_at = step.facts.to_state, step.facts.ended, step.entered_at
        step.item.visit, step.item.version_id, step.item.seq = step.visit, step.version_id, step.seq


def _stays(facts: MoveFacts) -> bool:
    """Whether an item comes to another version in the state that it is in: for its domain nothing has happened."""
    return facts.kind == "MIGRATE" and facts.from_state == facts.to_state


def told(actor: Actor, facts: MoveFacts) -> None:
    """Record a step, tell the customer's timeline, and give the news: in the domain's words where it has some."""
    subject = subject_of(facts.subject_type)
    words = (subject.told(actor, facts) if subject.told else None) or _plainly(actor, facts)
    record(
        actor,
        words.action,
        object_type=words.object_type,
        object_id=facts.subject_id,
        customer_id=facts.place.customer_id,
        branch_code=facts.place.branch_code,
        meta=words.meta,
    )
    if words.timeline_kind and facts.place.customer_id:
        timeline.add(
            actor,
            words.timeline_kind,
            customer_id=facts.place.customer_id,
            subject_type=facts.subject_type,
            subject_id=facts.subject_id,
            branch_code=facts.place.branch_code,
            data=words.data,
        )
    if words.event is not None:
        emit(words.event)


def meta_of(facts: MoveFacts) -> dict[str, Any]:
    """A step as the trail keeps it."""
    steps = {"workflow": facts.definition, "kind": facts.kind, "transition": facts.transition, "from": facts.from_state, "to": facts.to_state}
    return {**steps, **({"reason": facts.reason[:300]} if facts.reason else {})}


def _plainly(actor: Actor, facts: MoveFacts) -> Told:
    action = WorkflowAct.ROLL_BACK_ITEM if facts.kind == "ROLLBACK" else WorkflowAct.MOVE_ITEM
    event = ItemMoved(
        item_id=facts.item_id,
        definition=facts.definition,
        subject_type=facts.subject_type,
        subject_id=facts.subject_id,
        kind=facts.kind,
        transition=facts.transition,
        from_state=facts.from_state,
        to_state=facts.to_state,
        moved_by=actor.id,
    )
    return Told(action, facts.subject_type, meta_of(facts), event)


def _items(steps: Sequence[Step]) -> None:
    starting, moving = [_row(step) for step in steps if step.starts], [_row(step) for step in steps if not step.starts]
    if starting and execute(_START, (json.dumps(starting, default=str),)) != len(starting):
        raise SubjectHasItem()
    if moving and execute(_UPDATE, (json.dumps(moving, default=str),)) != len(moving):
        raise ItemMovedMeanwhile(f"{len(moving)} items were locked, and not all of them could be moved.")


def _row(step: Step) -> dict[str, Any]:
    item, place = step.item, step.facts.place
    return {
        "item_id": item.id,
        "definition_id": item.definition_id,
        "version_id": step.version_id,
        "subject_type": item.subject_type,
        "subject_id": item.subject_id,
        "resource": item.resource,
        "customer_id": place.customer_id,
        "branch_code": place.branch_code,
        "owner_ids": [str(owner) for owner in place.owner_ids],
        "state": step.facts.to_state,
        "ended": step.facts.ended,
        "entered_at": step.entered_at.isoformat(),
        "visit": step.visit,
        "seq": step.seq,
    }


def _still(steps: Sequence[Step]) -> None:
    now = query("SELECT item_id, seq FROM crm.workflow_items WHERE item_id = ANY (%s)", ([step.item.id for step in steps],))
    if {row["item_id"]: row["seq"] for row in now} != {step.item.id: step.seq for step in steps}:
        raise ItemMovedMeanwhile("An effect moved the item that it belongs to.")


def _effects(actor: Actor, step: Step) -> list[dict[str, Any]]:
    memories = []
    for effect in step.effects:
        action = registry.actions[effect.action]
        memories.append(dict(action.run(actor, step.facts, effect.values) or {}))
    return memories


def _history(actor: Actor, steps: Sequence[Step], memories: Sequence[list[dict[str, Any]]]) -> None:
    rows = []
    for step, memory in zip(steps, memories, strict=True):
        move_id = uuid7()
        kept = {"restores": step.restores, "memories": memory}
        rows.append(
            {
                "move_id": move_id,
                "item_id": step.item.id,
                "seq": step.seq,
                "kind": step.facts.kind,
                "transition": step.facts.transition,
                "from_state": step.facts.from_state,
                "to_state": step.facts.to_state,
                "path": list(step.path),
                "version_id": step.version_id,
                "left_visit": None if step.starts else step.item.visit,
                "left_entered_at": None if step.starts else step.item.entered_at.isoformat(),
                "undoes_id": step.undoes_id,
                "migration_id": step.migration_id,
                "actor_user_id": actor.id,
                "reason": "" if subject_of(step.facts.subject_type).keeps_words else step.facts.reason,
                "sealed": seal(move_id, kept) if any(kept.values()) else "",
                "moved_at": step.facts.at.isoformat(),
            }
        )
    execute(_INSERT, (json.dumps(rows, default=str),))


def seal(move_id: UUID, kept: dict[str, Any]) -> str:
    """What a roll-back needs, encrypted: it may hold what a person wrote."""
    return crypto.encrypt(json.dumps(kept, default=str), f"workflow_move:{move_id}")


def unseal(move_id: UUID, sealed: str) -> dict[str, Any]:
    """What `seal` kept."""
    return dict(json.loads(crypto.decrypt(sealed, f"workflow_move:{move_id}"))) if sealed else {"restores": {}, "memories": []}
