"""Items and migrations as the API gives them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from simpul.iam.public import PersonFacts, people
from simpul.platform import subjects
from simpul.platform.actor import Actor
from simpul.platform.paging import Keyset, Page
from simpul.platform.text import Text
from simpul.workflow.definitions.content import Definition, Required, Words
from simpul.workflow.definitions.problems import Problem
from simpul.workflow.definitions.vocabulary import REASON, REASON_NAME
from simpul.workflow.errors import ItemNotFound, MigrationNotFound
from simpul.workflow.models import Timer, WorkflowDefinition, WorkflowItem, WorkflowMigration, WorkflowMove
from simpul.workflow.registry import Parameter, WorkflowSubject, subject_of
from simpul.workflow.selectors.definitions import content_of
from simpul.workflow.selectors.items import Possible, item_get, possible, roll_back_verdict, sees

MOST_HISTORY = 200
_LATEST = Keyset(("-id", UUID))


def item_page(actor: Actor, definition: WorkflowDefinition, *, state: str | None, version: int | None, cursor: str | None, limit: int) -> Page:
    """One page of the items of a workflow, the latest to start first.

    Raises: Invalid for a cursor that we did not write.
    """
    rows = WorkflowItem.objects.filter(definition=definition).select_related("version", "definition")
    if state is not None:
        rows = rows.filter(state=state)
    if version is not None:
        rows = rows.filter(version__number=version)
    rows = rows.defer("version__content", "definition__draft", "definition__shipped")
    return _LATEST.page(rows, cursor, limit, lambda page: item_rows(actor, page))


def item_rows(actor: Actor, items: Sequence[WorkflowItem]) -> list[dict[str, Any]]:
    """Rows of the list; a subject that is out of the actor's sight has no label."""
    labels = subjects.labels(actor, ((item.subject_type, item.subject_id) for item in items))
    return [
        {
            "id": item.id,
            "workflow": item.definition.key,
            "subject_type": item.subject_type,
            "subject_id": item.subject_id,
            "subject_label": labels.get((item.subject_type, item.subject_id)),
            "subject_address": subjects.address(item.subject_type, item.subject_id) or None if (item.subject_type, item.subject_id) in labels else None,
            "branch_code": item.branch_code,
            "state": item.state,
            "state_title": state_title(content_of(item.version_id), item.state),
            "ended": item.ended,
            "definition_version": item.version.number,
            "version": item.seq,
            "started_at": item.started_at,
            "entered_at": item.entered_at,
        }
        for item in items
    ]


def item_detail(actor: Actor, item_id: UUID) -> dict[str, Any]:
    """One item with its history, what the actor may do next, and what happens by itself.

    Raises: ItemNotFound, also where neither the configuration nor the subject is in the actor's sight.
    """
    item = item_get(item_id)
    if not sees(actor, item):
        raise ItemNotFound()
    content, subject = content_of(item.version_id), subject_of(item.subject_type)
    return {
        **item_rows(actor, [item])[0],
        "moves": [_possible(subject, content, each) for each in possible(actor, [item]).get(item.subject_id, [])],
        "rollback": _roll_back(actor, item, content),
        "timers": _timers(item, content),
        "history": _history(item),
    }


def migration_row(row: WorkflowMigration) -> dict[str, Any]:
    """A migration with its progress."""
    by = people([row.requested_by])[row.requested_by]
    return {
        "id": row.id, "workflow": row.definition.key, "from": row.from_version.number, "to": row.to_version.number, "mapping": row.mapping, "status": row.status,
        "total": row.total, "done": row.done, "states": [], "problems": [], "problem": row.problem, "reason": row.reason,
        "requested_by": {"id": by.id, "full_name": by.full_name}, "requested_at": row.requested_at, "finished_at": row.finished_at,
    }  # fmt: skip


def migration_get(migration_id: UUID) -> WorkflowMigration:
    """One migration.

    Raises: MigrationNotFound.
    """
    found = WorkflowMigration.objects.select_related("definition", "from_version", "to_version").filter(pk=migration_id).first()
    if found is None:
        raise MigrationNotFound()
    return found


def dry_run_row(
    key: str, origin: int, target: int, mapping: dict[str, str], total: int, states: list[dict[str, Any]], problems: list[Problem]
) -> dict[str, Any]:
    """What a migration would do, without one."""
    return {
        "id": None, "workflow": key, "from": origin, "to": target, "mapping": mapping, "status": None, "total": total, "done": 0, "states": states,
        "problems": [problem.row() for problem in problems], "problem": "", "reason": "", "requested_by": None, "requested_at": None, "finished_at": None,
    }  # fmt: skip


def state_title(content: Definition, key: str) -> str:
    """The state's title in the reader's language."""
    return _words(content.by_key[key].title) if key in content.by_key else key


def transition_title(content: Definition, key: str | None) -> str | None:
    """The transition's title in the reader's language; nothing for a step without one."""
    return None if key is None else _words(content.transition_of[key].title) if key in content.transition_of else key


def _words(title: Words) -> str:
    return str(Text(id=title.id, en=title.en))


def _possible(subject: WorkflowSubject, content: Definition, each: Possible) -> dict[str, Any]:
    return {
        "transition": each.transition,
        "title": str(each.title),
        "to": each.to,
        "to_title": state_title(content, each.to),
        "allowed": each.verdict.allowed,
        "reason": str(each.verdict.reason) if each.verdict.reason else None,
        "required": required_rows(subject, each.required),
    }


def required_rows(subject: WorkflowSubject, required: Sequence[Required]) -> list[Mapping[str, Any]]:
    """The fields that a transition needs, each with what it takes."""
    return [_required(subject, each) for each in required]


def _required(subject: WorkflowSubject, required: Required) -> dict[str, Any]:
    inputs = {parameter.key: parameter for parameter in subject.inputs} | {REASON: Parameter(REASON, "text", REASON_NAME)}
    known, field = inputs.get(required.field), subject.fields.get(required.field)
    return {
        "field": required.field,
        "label": str(known.label if known else field.label if field else required.field),
        "type": known.type if known else str(field.type) if field else "text",
        "min_length": required.min_length,
        "max_length": known.max_length if known and known.type == "text" else None,
        "choices": [{"key": key, "name": str(name)} for key, name in known.choices.items()] if known else [],
        "accepted": known is not None,
    }


def _roll_back(actor: Actor, item: WorkflowItem, content: Definition) -> dict[str, Any]:
    verdict, move = roll_back_verdict(actor, item)
    return {
        "allowed": verdict.allowed,
        "reason": str(verdict.reason) if verdict.reason else None,
        "transition": move.transition if move else None,
        "transition_title": transition_title(content, move.transition) if move else None,
        "to": move.from_state if move else None,
        "to_title": state_title(content, move.from_state) if move and move.from_state else None,
    }


def _timers(item: WorkflowItem, content: Definition) -> list[dict[str, Any]]:
    keys = {f"workflow:{item.id}:{item.visit}:{timer.key}": timer.key for timer in content.by_key[item.state].timers}
    rows = Timer.objects.filter(key__in=list(keys)).order_by("due_at", "key")
    return [{"key": keys[row.key], "due_at": row.due_at, "status": row.status} for row in rows]


def _history(item: WorkflowItem) -> list[dict[str, Any]]:
    rows = WorkflowMove.objects.filter(item=item).select_related("version").defer("version__content", "sealed").order_by("-seq")
    moves = list(rows[:MOST_HISTORY])
    names = people(move.actor_user_id for move in moves)
    undone = {move.undoes_id for move in moves if move.undoes_id}
    return [_move(move, names, move.id in undone) for move in moves]


def _move(move: WorkflowMove, names: dict[UUID, PersonFacts], undone: bool) -> dict[str, Any]:
    content, by = content_of(move.version_id), names[move.actor_user_id]
    return {
        "seq": move.seq,
        "kind": move.kind,
        "transition": move.transition,
        "transition_title": transition_title(content, move.transition),
        "from_state": move.from_state,
        "from_title": state_title(content, move.from_state) if move.from_state else None,
        "to_state": move.to_state,
        "to_title": state_title(content, move.to_state),
        "at": move.at,
        "by": {"id": by.id, "full_name": by.full_name},
        "reason": move.reason,
        "definition_version": move.version.number,
        "undone": undone,
    }
