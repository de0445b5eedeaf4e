"""Putting a draft in force: checked whole, numbered, never changed again."""

from __future__ import annotations

from django.db import transaction

from simpul.audit.public import record
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.events import emit
from simpul.workflow.definitions.diff import diff
from simpul.workflow.definitions.problems import errors
from simpul.workflow.definitions.shape import as_stored
from simpul.workflow.definitions.validation import validate
from simpul.workflow.errors import NothingToPublish, WorkflowInvalid
from simpul.workflow.events import WorkflowPublished
from simpul.workflow.models import WorkflowDefinition, WorkflowVersion
from simpul.workflow.selectors.definitions import draft_content, latest
from simpul.workflow.selectors.vocabulary import vocabulary_of
from simpul.workflow.services.drafts import editable, facts, recorded


@transaction.atomic
def publish(*, actor: Actor, key: str, version: int, note: str) -> WorkflowVersion:
    """Put the draft in force for whatever starts from now on; running items stay on their version.

    Raises: WorkflowNotFound, Forbidden, StaleVersion, NothingToPublish, WorkflowInvalid with every problem.
    """
    definition = editable(actor, key, version)
    standing = latest(definition)
    content = draft_content(definition, standing)
    changes = diff(standing.content if standing else {}, content)
    if not changes:
        raise NothingToPublish().recorded_as(**facts(key, step="published"))
    problems = validate(content, vocabulary_of(definition.key, definition.subject))
    if errors(problems):
        raise WorkflowInvalid(problems).recorded_as(**facts(key, step="published", problems=len(errors(problems))))
    published = put_in_force(actor, definition, content, standing, origin=WorkflowVersion.Origin.EDITED, note=note.strip())
    named = facts(key, step="published", number=published.number, **recorded(changes))
    record(actor, named.pop("action"), **named)
    emit(WorkflowPublished(definition.key, published.number, published_by=actor.id))
    return published


def put_in_force(
    actor: Actor,
    definition: WorkflowDefinition,
    content: object,
    standing: WorkflowVersion | None,
    *,
    origin: WorkflowVersion.Origin,
    note: str,
    keep_draft: bool = False,
) -> WorkflowVersion:
    """Write the next version of a checked content; the draft is done with, unless somebody else's edit stands in it."""
    published = WorkflowVersion.objects.create(
        definition=definition,
        number=(standing.number if standing else 0) + 1,
        content=as_stored(content),
        origin=origin,
        note=note,
        published_at=now(),
        published_by=actor.id,
    )
    definition.draft = definition.draft if keep_draft else None
    definition.draft_version += 1
    definition.save(update_fields=["draft", "draft_version"])
    return published
