"""Letting a guarded change wait: it is rehearsed, its difference is kept, and nothing of it stays."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from ninja import Schema

from simpul.audit.public import RecordedAct, acts_overheard
from simpul.control.models import Proposal
from simpul.control.selectors.proposals import proposal_rows
from simpul.control.settings import EXPIRY_HOURS
from simpul.control.vocabulary import MOST_NOTE, WORKFLOW
from simpul.platform import configuration, events, subjects
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.guarding import GuardedChange
from simpul.workflow import public as workflow

# A part of a proposal as it is kept in JSON: fields by name.
Kept = dict[str, Any]

_TOLD_APART = {"act", "before", "after", "reason"}


class _Undone(Exception):
    """A rehearsal takes everything back."""


@transaction.atomic
def change_propose(actor: Actor, change: GuardedChange, body: Schema | None, path: Mapping[str, Any]) -> Kept | None:
    """Keep a change for a second person to decide about; None where it would change nothing.

    Raises: whatever the change itself refuses, recorded as it would be if nobody else were asked.
    """
    differences = _rehearse(actor, change, body, path)
    if not differences:
        return None
    at = now()
    proposal = Proposal.objects.create(
        kind=change.key,
        resource=change.resource,
        act=change.act,
        path={name: str(value) for name, value in path.items()},
        body=None if body is None else body.model_dump(mode="json", exclude_unset=True),
        changes=differences,
        reason=str(getattr(body, "reason", "") or "").strip()[:MOST_NOTE],
        concerns=change.concerns(actor, body, **path),
        proposed_by=actor.id,
        proposed_at=at,
        expires_at=at + timedelta(hours=configuration.number(EXPIRY_HOURS)),
    )
    workflow.start(actor=actor, definition=WORKFLOW, subject_id=proposal.id)
    return proposal_rows(actor, [proposal])[0]


def change_again(change: GuardedChange, proposal: Proposal) -> tuple[Schema | None, Kept]:
    """The body and the path of a proposed change as its operation took them."""
    body = change.body.model_validate(proposal.body) if change.body is not None and proposal.body is not None else None
    return body, {name: UUID(value) if name.endswith("_id") else value for name, value in proposal.path.items()}


def _rehearse(actor: Actor, change: GuardedChange, body: Schema | None, path: Mapping[str, Any]) -> list[Kept]:
    """What the change would leave in the trail."""
    differences: list[Kept] = []
    try:
        with transaction.atomic(), acts_overheard() as acts, events.listening():
            change.apply(actor, body, **path)
            differences = _differences(actor, acts)
            raise _Undone
    except _Undone:
        return differences


def _differences(actor: Actor, acts: list[RecordedAct]) -> list[Kept]:
    """The acts as differences, labelled while what they are about is there."""
    labels = subjects.labels(actor, ((act.object_type, act.object_id) for act in acts))
    return [
        {
            "act": str(act.meta.get("act") or act.meta.get("change") or act.action),
            "action": act.action,
            "object_type": act.object_type,
            "object_id": act.object_id,
            "object_label": labels.get((act.object_type, act.object_id)),
            **_sides(act.meta),
        }
        for act in acts
    ]


def _sides(meta: Mapping[str, Any]) -> Kept:
    rest = {name: value for name, value in meta.items() if name not in _TOLD_APART}
    if "before" not in meta and "after" not in meta:
        return {"before": None, "after": rest or None}
    before, after = _fields(meta.get("before")), _fields(meta.get("after"))
    return {"before": before, "after": {**(after or {}), **rest} if rest else after}


def _fields(side: Any) -> Kept | None:
    """One side of a difference by fields; cells that are written as `name=value` by their name."""
    if side is None or isinstance(side, dict):
        return side
    if isinstance(side, list) and all(isinstance(each, str) and "=" in each for each in side):
        return dict(each.split("=", 1) for each in side)
    return {"value": side}
