"""Installing the definitions that a release brings, after its migrations.

A shipped definition that nobody edited follows the releases: each new content becomes a version. One that was edited
stays as the organisation has it, and the new content waits beside it to be compared and taken over by hand; once that is
done, it follows again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from simpul.audit.public import record
from simpul.platform.actor import Actor
from simpul.platform.db import atomic, execute, query
from simpul.platform.events import emit
from simpul.workflow import registry
from simpul.workflow.definitions.diff import changed, diff
from simpul.workflow.definitions.problems import errors
from simpul.workflow.definitions.shape import as_stored
from simpul.workflow.definitions.validation import validate
from simpul.workflow.events import WorkflowPublished
from simpul.workflow.models import WorkflowDefinition, WorkflowVersion
from simpul.workflow.registry import Shipped
from simpul.workflow.selectors.definitions import content_of, definition_get, latest
from simpul.workflow.selectors.vocabulary import vocabulary_of
from simpul.workflow.services.drafts import facts, recorded
from simpul.workflow.services.publishing import put_in_force

_ADOPT = """
WITH found AS MATERIALIZED (
    SELECT uuidv7() AS item_id, s.* FROM ({select}) AS s (subject_id, customer_id, branch_code, owner_ids, state, entered_at, actor_user_id)
    WHERE NOT EXISTS (SELECT FROM crm.workflow_items i
                      WHERE i.definition_id = %(definition)s AND i.subject_type = %(subject)s AND i.subject_id = s.subject_id)
), items AS (
    INSERT INTO crm.workflow_items (item_id, definition_id, version_id, subject_type, subject_id, resource, customer_id, branch_code, owner_ids,
                                    state, ended, entered_at, visit, seq, started_at)
    SELECT item_id, %(definition)s, %(version)s, %(subject)s, subject_id, %(resource)s, customer_id, branch_code, owner_ids,
           state, state = ANY (%(ended)s), entered_at, 1, 1, entered_at FROM found
)
INSERT INTO crm.workflow_moves (move_id, item_id, seq, kind, to_state, path, version_id, actor_user_id, reason, sealed, moved_at)
SELECT uuidv7(), item_id, 1, 'START', state, '[]', %(version)s, actor_user_id, '', '', entered_at FROM found
"""
# The same for some rows at once, by who writes under row policies: a move shows with its item, so items come first.
_ADOPT_SOME = """
INSERT INTO crm.workflow_items (item_id, definition_id, version_id, subject_type, subject_id, resource, customer_id, branch_code, owner_ids,
                                state, ended, entered_at, visit, seq, started_at)
SELECT uuidv7(), %(definition)s, %(version)s, %(subject)s, s.subject_id, %(resource)s, s.customer_id, s.branch_code, s.owner_ids,
       s.state, s.state = ANY (%(ended)s), s.entered_at, 1, 1, s.entered_at
FROM ({select}) AS s (subject_id, customer_id, branch_code, owner_ids, state, entered_at, actor_user_id)
WHERE s.subject_id = ANY (%(ids)s)
ON CONFLICT DO NOTHING
RETURNING item_id
"""
_ADOPTED_MOVES = """
INSERT INTO crm.workflow_moves (move_id, item_id, seq, kind, to_state, path, version_id, actor_user_id, reason, sealed, moved_at)
SELECT uuidv7(), i.item_id, 1, 'START', i.state, '[]', i.version_id, %s, '', '', i.entered_at FROM crm.workflow_items i WHERE i.item_id = ANY (%s)
"""


class ShippedDefinitionInvalid(RuntimeError):
    """A definition of the product itself cannot be published: a fault of the release."""


def install(*, actor: Actor) -> None:
    """Bring every shipped definition in, or up to this release, and give rows from before the engine their items.

    Running it again changes nothing.

    Raises: ShippedDefinitionInvalid.
    """
    for key in sorted(registry.shipped):
        definition = _install(actor, registry.shipped[key])
        _adopt(actor, definition, registry.shipped[key])


def _install(actor: Actor, shipped: Shipped) -> WorkflowDefinition:
    content, subject = as_stored(dict(shipped.content)), str(shipped.content["subject"])
    if found := errors(validate(content, vocabulary_of(shipped.key, subject))):
        raise ShippedDefinitionInvalid(f"{shipped.key}: " + "; ".join(f"{problem.path} {problem.message.en}" for problem in found[:5]))
    definition, created = WorkflowDefinition.objects.select_for_update().get_or_create(key=shipped.key, defaults={"subject": subject, "shipped": content})
    standing = latest(definition)
    if not created and definition.shipped is not None and not changed(definition.shipped, content):
        return definition
    untouched = standing is None or standing.origin == WorkflowVersion.Origin.SHIPPED or not changed(definition.shipped, standing.content)
    definition.shipped = content
    definition.save(update_fields=["shipped"])
    follows = untouched and (standing is None or changed(standing.content, content))
    if follows:
        published = put_in_force(actor, definition, content, standing, origin=WorkflowVersion.Origin.SHIPPED, note="", keep_draft=True)
        emit(WorkflowPublished(definition.key, published.number, published_by=actor.id))
    changes = diff(standing.content if standing else {}, content)
    named = facts(shipped.key, step="installed" if follows else "offered", **recorded(changes))
    record(actor, named.pop("action"), **named)
    return definition


def adopt(*, actor: Actor, definition: str) -> None:
    """Give items to the rows of a shipped workflow's domain that have none: rows that an import or another system wrote."""
    _adopt(actor, definition_get(definition), registry.shipped[definition])


@atomic
def adopt_some(*, actor: Actor, definition: str, subject_ids: Sequence[object]) -> int:
    """Give items to rows that their domain has just written as a set, in the actor's name; how many that were. Who calls records the set."""
    row, shipped = definition_get(definition), registry.shipped[definition]
    version = latest(row)
    assert version is not None  # a shipped definition is in force from the first migration on
    values = {
        "definition": row.id,
        "version": version.id,
        "subject": row.subject,
        "resource": registry.subject_of(row.subject).resource,
        "ended": content_of(version.id).ended(),
        "ids": [str(each) for each in subject_ids],
    }
    items = query(_ADOPT_SOME.format(select=shipped.adopt), values)
    return execute(_ADOPTED_MOVES, (actor.id, [item["item_id"] for item in items]))


def _adopt(actor: Actor, definition: WorkflowDefinition, shipped: Shipped) -> None:
    """Items for the domain's rows that have none, in one statement; refused for a state that the workflow lacks."""
    version = latest(definition)
    if not shipped.adopt or version is None:
        return
    content = content_of(version.id)
    unknown = {row["state"] for row in query(f"SELECT DISTINCT s.state FROM ({shipped.adopt}) AS s (a, b, c, d, state, f, g)")} - set(content.by_key)
    if unknown:
        raise ShippedDefinitionInvalid(f"{shipped.key} adopts rows in {', '.join(sorted(unknown))}, which it does not have.")
    values: dict[str, Any] = {
        "definition": definition.id,
        "version": version.id,
        "subject": definition.subject,
        "resource": registry.subject_of(definition.subject).resource,
        "ended": content.ended(),
    }
    adopted = execute(_ADOPT.format(select=shipped.adopt), values)
    if adopted:
        named = facts(shipped.key, step="adopted", items=adopted)
        record(actor, named.pop("action"), **named)
