"""The workflows that guard access: putting one in force takes a second person."""

from __future__ import annotations

from typing import Any

from simpul.platform.actor import Actor
from simpul.platform.guarding import GuardedChange
from simpul.platform.text import Text
from simpul.workflow.schemas.workflows import WorkflowPublishIn
from simpul.workflow.services.publishing import publish

# Emergency access, grants of consent, requests for change, and changes by two people; `crm.guard_published_workflow` knows the same.
GUARDING = frozenset({"break_glass", "consent_change", "customer_change", "control_change"})


def guarded_changes() -> tuple[GuardedChange, ...]:
    """Each under the id of its operation."""
    return (
        GuardedChange(
            "workflows_publish",
            Text(id="Terbitkan alur yang menjaga akses", en="Publish a workflow that guards access"),
            WorkflowPublishIn,
            _publish,
            waits=_guards_access,
        ),
    )


def _guards_access(actor: Actor, body: WorkflowPublishIn, key: str) -> bool:
    return key in GUARDING


def _publish(actor: Actor, body: WorkflowPublishIn, key: str) -> Any:
    return publish(actor=actor, key=key, version=body.version, note=body.note)
