"""The steps of one lead or opportunity in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.text import Truncator

from simpul.cases.public import product_names
from simpul.documents.public import money_words
from simpul.iam.public import names, people
from simpul.platform.actor import Actor
from simpul.platform.text import Text
from simpul.sales.selectors.catalogue import stage_names
from simpul.sales.selectors.leads import lead_get
from simpul.sales.selectors.opportunities import opportunity_get
from simpul.sales.selectors.steps import changes_of, reassignments_of, steps_of
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
_CHANGED = Text(id="{field} diubah", en="{field} changed")
_NOTHING = Text(id="kosong", en="empty")
_LONGEST = 120
FIELD_NAMES: dict[str, Text] = {
    "product_code": Text(id="Produk", en="Product"),
    "interest": Text(id="Minat", en="Interest"),
    "note": Text(id="Catatan", en="Note"),
    "estimated_value": Text(id="Perkiraan nilai", en="Estimated value"),
}


def lead_history(*, actor: Actor, lead_id: UUID) -> list[Mapping[str, Any]]:
    """The steps of a lead, the changes of its owner and of its fields, the newest first.

    Raises: LeadNotFound.
    """
    lead_get(actor=actor, lead_id=lead_id)
    words = {key: str(text) for key, text in LEAD_STATUS_NAMES.items()}
    steps = _worded(LEAD_WORKFLOW, SHIPPED_LEAD, words, steps_of(LEAD, lead_id))
    return sorted([*_owners(lead_id), *_changes(lead_id), *steps], key=lambda step: step["at"], reverse=True)


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


def field_title(field: str) -> Text:
    """What a change of a lead's field is called."""
    return _CHANGED.format(field=FIELD_NAMES[field])


def field_words(field: str, products: Mapping[str, str], value: str | None) -> str:
    """What a field of a lead held, in words; a long text is cut."""
    if value is None:
        return str(_NOTHING)
    if field == "estimated_value":
        return money_words(Decimal(value))
    return Truncator(products.get(value, value) if field == "product_code" else value).chars(_LONGEST)


def _changes(lead_id: UUID) -> list[Mapping[str, Any]]:
    changes = changes_of(lead_id)
    called = people(change["changed_by"] for change in changes)
    products = product_names() if any(change["field"] == "product_code" for change in changes) else {}
    return [
        {
            "at": change["changed_at"],
            "by": {"id": who.id, "full_name": who.full_name} if (who := called.get(change["changed_by"])) else None,
            "title": str(field_title(change["field"])),
            "from_label": field_words(change["field"], products, change["before"]),
            "to_label": field_words(change["field"], products, change["after"]),
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
