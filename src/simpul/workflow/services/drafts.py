"""Editing a workflow's draft: saved as it is, with whatever is still wrong; what is in force does not change."""

from __future__ import annotations

import json
from typing import Any

from django.db import transaction

from simpul.audit.public import record
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import Forbidden, Invalid, StaleVersion
from simpul.platform.text import Text
from simpul.workflow.acts import WorkflowAct
from simpul.workflow.definitions.diff import Change, diff
from simpul.workflow.definitions.shape import too_deep
from simpul.workflow.models import WorkflowDefinition
from simpul.workflow.policies.workflows import can_edit_workflows
from simpul.workflow.selectors.definitions import Side, definition_get, draft_content, draft_row, latest, side_content

MOST_BYTES = 2_000_000
MOST_CHANGES_RECORDED = 100

_TOO_LARGE = Text(id="Isi alur kerja terlalu besar atau bertingkat terlalu dalam.", en="The workflow's content is too large or nested too deeply.")


@transaction.atomic
def draft_save(*, actor: Actor, key: str, content: dict[str, Any], version: int) -> dict[str, Any]:
    """Keep the draft as it is given, even with problems.

    Saving what the draft says already changes nothing but its version.

    Raises: WorkflowNotFound, Forbidden, StaleVersion with the standing draft, Invalid for content beyond all limits.
    """
    definition = editable(actor, key, version)
    if too_deep(content) or len(json.dumps(content)) > MOST_BYTES:
        raise Invalid({"content": _TOO_LARGE}).recorded_as(**facts(key, step="draft_saved"))
    return _write(actor, definition, content, step="draft_saved")


@transaction.atomic
def draft_discard(*, actor: Actor, key: str, version: int) -> dict[str, Any]:
    """Go back to what is in force.

    Raises: WorkflowNotFound, Forbidden, StaleVersion.
    """
    return _write(actor, editable(actor, key, version), None, step="draft_discarded")


@transaction.atomic
def draft_restore(*, actor: Actor, key: str, side: Side, version: int) -> dict[str, Any]:
    """Make an old version, or the content that came with the product, the draft.

    Raises: WorkflowNotFound, WorkflowVersionNotFound, Forbidden, StaleVersion.
    """
    definition = editable(actor, key, version)
    return _write(actor, definition, side_content(definition, side), step="version_restored", restored=side)


def facts(key: str, **meta: Any) -> dict[str, Any]:
    """How the trail names a change of a workflow."""
    return {"action": WorkflowAct.CHANGE_WORKFLOW, "object_type": "WORKFLOW", "object_id": key[:60], "meta": meta}


def recorded(changes: list[Change]) -> dict[str, Any]:
    """A diff as the trail keeps it: which parts, and how many more."""
    rows = [{"path": change.path, "kind": change.kind} for change in changes[:MOST_CHANGES_RECORDED]]
    return {"changes": rows, **({"more": len(changes) - len(rows)} if len(changes) > len(rows) else {})}


def editable(actor: Actor, key: str, version: int) -> WorkflowDefinition:
    """The workflow, locked, for whoever may edit it and saw its draft as it stands.

    Raises: WorkflowNotFound, Forbidden, StaleVersion with the standing draft.
    """
    allowed = can_edit_workflows(actor)
    if not allowed:
        raise Forbidden(allowed.reason).recorded_as(**facts(key))
    definition = definition_get(key, lock=True)
    if definition.draft_version != version:
        raise StaleVersion(current=draft_row(definition, latest(definition))).recorded_as(**facts(key, version=version))
    return definition


def _write(actor: Actor, definition: WorkflowDefinition, content: Any, *, step: str, **meta: Any) -> dict[str, Any]:
    standing = latest(definition)
    before = draft_content(definition, standing)
    definition.draft, definition.draft_saved_at, definition.draft_saved_by = content, now(), actor.id
    definition.draft_version += 1
    definition.save(update_fields=["draft", "draft_version", "draft_saved_at", "draft_saved_by"])
    changes = diff(before, draft_content(definition, standing))
    if changes:
        named = facts(definition.key, step=step, **meta, **recorded(changes))
        record(actor, named.pop("action"), **named)
    return draft_row(definition, standing)
