"""The steps of one lead or opportunity in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from simpul.iam.public import names, people
from simpul.platform.actor import Actor
from simpul.platform.text import Text
from simpul.sales.selectors.catalogue import stage_names
from simpul.sales.selectors.leads import lead_get
from simpul.sales.selectors.opportunities import opportunity_get
from simpul.sales.selectors.steps import reassignments_of, steps_of
from simpul.sales.vocabulary import (
    LEAD,
    LEAD_STATUS_NAMES,
    LEAD_WORKFLOW,
    OPPORTUNITY,
    OPPORTUNITY_WORKFLOW,
    SHIPPED_LEAD,
    SHIPPED_OPPORTUNITY,
)
from simpul.workflow.public import state_names

_CREATED = Text(id="Dibuat", en="Created")
_UNDONE = Text(id="Langkah dibatalkan", en="Step undone")
_MOVED = Text(id="Dipindahkan", en="Moved")
_ASSIGNED = Text(id="Ditugaskan", en="Assigned")
_QUEUED = Text(id="Dikembalikan ke antrean", en="Given back to the queue")
_QUEUE = Text(id="Antrean cabang", en="Queue of the branch")


def lead_history(*, actor: Actor, lead_id: UUID) -> list[Mapping[str, Any]]:
    """The steps of a lead and the changes of its owner, the newest first.

    Raises: LeadNotFound.
    """
    lead_get(actor=actor, lead_id=lead_id)
    words = {key: str(text) for key, text in LEAD_STATUS_NAMES.items()}
    steps = _worded(LEAD_WORKFLOW, SHIPPED_LEAD, words, steps_of(LEAD, lead_id))
    return sorted([*_owners(lead_id), *steps], key=lambda step: step["at"], reverse=True)


def opportunity_history(*, actor: Actor, opportunity_id: UUID) -> list[Mapping[str, Any]]:
    """The steps of an opportunity, the newest first.

    Raises: OpportunityNotFound.
    """
    opportunity_get(actor=actor, opportunity_id=opportunity_id)
    steps = steps_of(OPPORTUNITY, opportunity_id)
    return _worded(OPPORTUNITY_WORKFLOW, SHIPPED_OPPORTUNITY, stage_names(), steps)


def step_title(definition: Any, step: Mapping[str, Any]) -> str:
    """What a step is called."""
    if step["kind"] == "START":
        return str(_CREATED)
    if step["kind"] == "ROLLBACK":
        return str(_UNDONE)
    drawn = definition.transition_of.get(step["transition"])
    return str(Text(id=drawn.title.id, en=drawn.title.en)) if drawn else str(_MOVED)


def _owners(lead_id: UUID) -> list[Mapping[str, Any]]:
    changes = reassignments_of(lead_id)
    called = names(people={who for change in changes for who in (change["assigned_by"], change["assigned_from"], change["assigned_to"]) if who}).people
    return [
        {
            "at": change["assigned_at"],
            "by": {"id": change["assigned_by"], "full_name": called.get(change["assigned_by"], "")},
            "title": str(_ASSIGNED if change["assigned_to"] else _QUEUED),
            "from_label": called.get(change["assigned_from"], "") if change["assigned_from"] else str(_QUEUE),
            "to_label": called.get(change["assigned_to"], "") if change["assigned_to"] else str(_QUEUE),
            "reason": "",
        }
        for change in changes
    ]


def _worded(workflow: str, definition: Any, words: Mapping[str, str], steps: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    states = {state for step in steps for state in (step["from_state"], step["to_state"]) if state}
    own = state_names(workflow, states - words.keys())
    labels = {**words, **{key: str(text) for key, text in own.items()}}
    named = people(step["actor_user_id"] for step in steps)
    return [
        {
            "at": step["moved_at"],
            "by": {"id": who.id, "full_name": who.full_name} if (who := named.get(step["actor_user_id"])) else None,
            "title": step_title(definition, step),
            "from_label": labels.get(step["from_state"]) if step["from_state"] else None,
            "to_label": labels.get(step["to_state"], step["to_state"]),
            "reason": step["reason"] or "",
        }
        for step in steps
    ]
