"""Reading workflows: the list, one with its draft, versions, and what differs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from simpul.iam.public import people
from simpul.platform.actor import Actor
from simpul.platform.db import query
from simpul.platform.paging import Keyset, Page
from simpul.platform.text import Text
from simpul.workflow import registry
from simpul.workflow.calendars import Use
from simpul.workflow.definitions.content import Definition
from simpul.workflow.definitions.diff import Change, changed, diff
from simpul.workflow.definitions.validation import validate
from simpul.workflow.errors import WorkflowNotFound, WorkflowVersionNotFound
from simpul.workflow.models import WorkflowDefinition, WorkflowVersion
from simpul.workflow.policies.workflows import can_edit_workflows
from simpul.workflow.selectors.vocabulary import vocabulary_of, vocabulary_row

Side = int | Literal["draft", "shipped"]
_BY_KEY = Keyset(("key", str))
_LATEST = Keyset(("-number", int))

_RUNNING = """
SELECT v.number, i.state, count(*) AS running FROM crm.workflow_items i JOIN crm.workflow_versions v USING (version_id)
WHERE i.version_id = ANY (%s) AND NOT i.ended GROUP BY 1, 2 ORDER BY 1, 2
"""
_IN_FORCE = """
SELECT d.definition_id, d.subject, (SELECT v.version_id FROM crm.workflow_versions v WHERE v.definition_id = d.definition_id ORDER BY v.number DESC LIMIT 1) AS version_id
FROM crm.workflow_definitions d WHERE d.key = %s
"""
_RUNNING_OF_ALL = "SELECT definition_id, count(*) AS running FROM crm.workflow_items WHERE NOT ended GROUP BY 1"


_CALENDAR_USES = """
SELECT DISTINCT ON (d.key) d.key, coalesce(v.content, d.draft) AS content FROM crm.workflow_definitions d LEFT JOIN crm.workflow_versions v USING (definition_id)
WHERE jsonb_path_exists(v.content, %(path)s::jsonpath, %(vars)s::jsonb)
  AND (v.number = (SELECT max(number) FROM crm.workflow_versions l WHERE l.definition_id = d.definition_id)
       OR EXISTS (SELECT FROM crm.workflow_items i WHERE i.version_id = v.version_id AND NOT i.ended))
   OR jsonb_path_exists(d.draft, %(path)s::jsonpath, %(vars)s::jsonb)
ORDER BY d.key, v.number DESC LIMIT 20
"""
_WORKFLOW = Text(id="Alur kerja", en="Workflow")


def definition_get(key: str, *, lock: bool = False) -> WorkflowDefinition:
    """One workflow by key.

    Raises: WorkflowNotFound.
    """
    rows: QuerySet[WorkflowDefinition] = WorkflowDefinition.objects.filter(key=key)
    found = (rows.select_for_update() if lock else rows).first()
    if found is None:
        raise WorkflowNotFound()
    return found


def latest(definition: WorkflowDefinition) -> WorkflowVersion | None:
    """The version in force."""
    return WorkflowVersion.objects.filter(definition=definition).order_by("-number").first()


@dataclass(frozen=True)
class InForce:
    """Which version of a workflow new items take."""

    definition_id: UUID
    subject: str
    version_id: UUID


def in_force(key: str) -> InForce:
    """The version that new items of a workflow take, in one statement that reads no content.

    Raises: WorkflowNotFound, WorkflowVersionNotFound.
    """
    rows = query(_IN_FORCE, (key,))
    if not rows:
        raise WorkflowNotFound()
    if rows[0]["version_id"] is None:
        raise WorkflowVersionNotFound()
    return InForce(**rows[0])


def version_get(definition: WorkflowDefinition, number: int) -> WorkflowVersion:
    """One version by number.

    Raises: WorkflowVersionNotFound.
    """
    found = WorkflowVersion.objects.filter(definition=definition, number=number).first()
    if found is None:
        raise WorkflowVersionNotFound()
    return found


@lru_cache(maxsize=256)
def content_of(version_id: UUID) -> Definition:
    """The content of a version, read once in each process: it never changes."""
    return Definition.model_validate(WorkflowVersion.objects.values_list("content", flat=True).get(pk=version_id))


def draft_content(definition: WorkflowDefinition, version: WorkflowVersion | None) -> Any:
    """What is being edited: the draft, or what is in force while there is none."""
    if definition.draft is not None:
        return definition.draft
    return version.content if version else {}


def workflow_page(actor: Actor, *, cursor: str | None, limit: int) -> Page:
    """One page of workflows by key, each with its version in force; three queries whatever their number.

    Raises: Invalid for a cursor that we did not write.
    """
    last = WorkflowVersion.objects.filter(definition=OuterRef("pk")).order_by("-number")
    rows = WorkflowDefinition.objects.annotate(last_id=Subquery(last.values("pk")[:1]))
    return _BY_KEY.page(rows, cursor, limit, lambda page: _workflows(actor, page))


def _workflows(actor: Actor, found: list[Any]) -> list[dict[str, Any]]:
    versions = WorkflowVersion.objects.in_bulk([row.last_id for row in found if row.last_id])
    running = {row["definition_id"]: row["running"] for row in query(_RUNNING_OF_ALL)} if found else {}
    names = people(version.published_by for version in versions.values())
    may = bool(can_edit_workflows(actor))
    return [
        {
            "key": row.key,
            "title": _title(draft_content(row, versions.get(row.last_id)), row.key),
            "subject": row.subject,
            "subject_name": _subject_name(row.subject),
            "published": _published(versions.get(row.last_id), names),
            "draft_changed": (edited := _edited(row, versions.get(row.last_id))),
            "running": running.get(row.id, 0),
            "can": {"edit": may, "publish": may and edited},
        }
        for row in found
    ]


def workflow_row(actor: Actor, definition: WorkflowDefinition) -> dict[str, Any]:
    """One workflow with its draft, what it may name, and how many items run on which version."""
    version = latest(definition)
    vocabulary = vocabulary_of(definition.key, definition.subject)
    draft = draft_row(definition, version)
    names = people([version.published_by] if version else [])
    may = bool(can_edit_workflows(actor))
    published = _published(version, names)
    return {
        "key": definition.key,
        "title": _title(draft["content"], definition.key),
        "subject": definition.subject,
        "subject_name": _subject_name(definition.subject),
        "draft": draft,
        "published": {**published, "content": version.content} if published and version else None,
        "shipped": _shipped_row(definition, version) if definition.shipped is not None else None,
        "vocabulary": vocabulary_row(vocabulary),
        "counts": running(definition),
        "can": {"edit": may, "publish": may and draft["changed"] and not any(each["severity"] == "error" for each in draft["problems"])},
    }


def _shipped_row(definition: WorkflowDefinition, version: WorkflowVersion | None) -> dict[str, Any]:
    differs = version is None or changed(definition.shipped, version.content)
    return {"differs": differs, "content": definition.shipped if differs else None}


def draft_row(definition: WorkflowDefinition, version: WorkflowVersion | None) -> dict[str, Any]:
    """The draft with everything that is wrong with it."""
    content = draft_content(definition, version)
    by = people([definition.draft_saved_by] if definition.draft_saved_by else []).get(definition.draft_saved_by) if definition.draft_saved_by else None
    return {
        "content": content,
        "version": definition.draft_version,
        "changed": _edited(definition, version),
        "problems": [problem.row() for problem in validate(content, vocabulary_of(definition.key, definition.subject))],
        "saved_at": definition.draft_saved_at,
        "saved_by": {"id": by.id, "full_name": by.full_name} if by else None,
    }


def running(definition: WorkflowDefinition) -> dict[str, Any]:
    """How many items run, by version and state; those that have ended are not counted."""
    ids = list(WorkflowVersion.objects.filter(definition=definition).values_list("pk", flat=True))
    versions: dict[int, dict[str, int]] = {}
    for row in query(_RUNNING, (ids,)):
        versions.setdefault(row["number"], {})[row["state"]] = row["running"]
    rows = [{"number": number, "running": sum(states.values()), "states": states} for number, states in versions.items()]
    return {"running": sum(row["running"] for row in rows), "versions": rows}


def version_page(definition: WorkflowDefinition, *, cursor: str | None, limit: int) -> Page:
    """One page of versions, newest first, without their content.

    Raises: Invalid for a cursor that we did not write.
    """
    return _LATEST.page(WorkflowVersion.objects.filter(definition=definition).defer("content"), cursor, limit, _versions)


def _versions(found: list[WorkflowVersion]) -> list[dict[str, Any]]:
    names = people(version.published_by for version in found)
    return [row for version in found if (row := _published(version, names))]


def version_row(version: WorkflowVersion) -> dict[str, Any]:
    """One version with its content."""
    return {**(_published(version, people([version.published_by])) or {}), "content": version.content}


def side_content(definition: WorkflowDefinition, side: Side) -> Any:
    """The content that a number, `draft` or `shipped` stands for.

    Raises: WorkflowVersionNotFound.
    """
    if side == "draft":
        return draft_content(definition, latest(definition))
    if side == "shipped":
        if definition.shipped is None:
            raise WorkflowVersionNotFound()
        return definition.shipped
    return version_get(definition, side).content


def differences(definition: WorkflowDefinition, before: Side, after: Side) -> list[Change]:
    """What changed between two contents of one workflow.

    Raises: WorkflowVersionNotFound.
    """
    return diff(side_content(definition, before), side_content(definition, after))


def _edited(definition: WorkflowDefinition, version: WorkflowVersion | None) -> bool:
    return definition.draft is not None and (version is None or changed(version.content, definition.draft))


def _published(version: WorkflowVersion | None, names: dict[UUID, Any]) -> dict[str, Any] | None:
    if version is None:
        return None
    by = names[version.published_by]
    return {
        "number": version.number,
        "at": version.published_at,
        "by": {"id": by.id, "full_name": by.full_name},
        "note": version.note,
        "origin": version.origin,
    }


def _title(content: Any, key: str) -> dict[str, str]:
    title = content.get("title") if isinstance(content, dict) else None
    words = title if isinstance(title, dict) else {}
    return {language: words[language] if isinstance(words.get(language), str) and words[language] else key for language in ("id", "en")}


def _subject_name(subject: str) -> str:
    known = registry.subjects.get(subject)
    return str(known.name) if known else subject


def workflow_labels(actor: Actor, keys: list[str]) -> dict[str, str]:
    """The titles of workflows by key, for who points at them; workflows are no secret."""
    rows = WorkflowDefinition.objects.filter(key__in=keys)
    return {row.key: _spoken(_title(draft_content(row, latest(row)), row.key)) for row in rows}


def calendar_uses(calendar: str) -> list[Use]:
    """The workflows whose version in force, draft or running items wait on a calendar."""
    rows = query(_CALENDAR_USES, {"path": "$.states[*].timers[*].after.calendar ? (@ == $calendar)", "vars": json.dumps({"calendar": calendar})})
    return [Use(_WORKFLOW, _spoken(_title(row["content"], row["key"]))) for row in rows]


def _spoken(title: dict[str, str]) -> str:
    """The title in the caller's language."""
    return str(Text(id=title["id"], en=title["en"]))
