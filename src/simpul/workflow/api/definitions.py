"""Workflows and their versions: reading, editing, publishing."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Path, Query

from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.platform.guarding import ProposalOut, propose_change
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page
from simpul.workflow.definitions.validation import validate
from simpul.workflow.errors import NothingToPublish, WorkflowInvalid, WorkflowNotFound, WorkflowVersionNotFound
from simpul.workflow.schemas.workflows import (
    WorkflowCheckIn,
    WorkflowDetailOut,
    WorkflowDiffOut,
    WorkflowDraftIn,
    WorkflowDraftOut,
    WorkflowProblemsOut,
    WorkflowPublishIn,
    WorkflowRestoreIn,
    WorkflowsOut,
    WorkflowVersionContentOut,
    WorkflowVersionOut,
    WorkflowVersionsOut,
)
from simpul.workflow.selectors import definitions as selectors
from simpul.workflow.selectors.vocabulary import vocabulary_of
from simpul.workflow.services import drafts

router = Router()
READS = needs("configuration", Act.READ, Act.MANAGE)
MANAGES = needs("configuration", Act.MANAGE)
Key = Annotated[str, Path(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Side = Annotated[str, Query(pattern=r"^([1-9][0-9]{0,8}|draft|shipped)$")]


@router.get("/workflows", permission=READS, response={200: WorkflowsOut, **problems()}, operation_id="workflows_list")
def list_workflows(request: ActorRequest, cursor: str | None = None, limit: Limit = 50) -> Page:
    """All workflows with the version in force and the number of running items."""
    return selectors.workflow_page(request.auth, cursor=cursor, limit=limit)


@router.get("/workflows/{key}", permission=READS, response={200: WorkflowDetailOut, **problems(WorkflowNotFound)}, operation_id="workflows_get")
def get_workflow(request: ActorRequest, key: Key) -> dict[str, Any]:
    """One workflow: its draft with problems, what is in force, and what a definition may name."""
    return selectors.workflow_row(request.auth, selectors.definition_get(key))


@router.put(
    "/workflows/{key}/draft",
    permission=MANAGES,
    response={200: WorkflowDraftOut, **problems(WorkflowNotFound, Forbidden, StaleVersion)},
    operation_id="workflows_save_draft",
)
def save_draft(request: ActorRequest, key: Key, body: WorkflowDraftIn) -> dict[str, Any]:
    """Keep the draft, with whatever is still wrong with it."""
    return drafts.draft_save(actor=request.auth, key=key, content=body.content, version=body.version)


@router.delete(
    "/workflows/{key}/draft",
    permission=MANAGES,
    response={200: WorkflowDraftOut, **problems(WorkflowNotFound, Forbidden, StaleVersion)},
    operation_id="workflows_discard_draft",
)
def discard_draft(request: ActorRequest, key: Key, version: int) -> dict[str, Any]:
    """Throw the draft away and go back to what is in force."""
    return drafts.draft_discard(actor=request.auth, key=key, version=version)


@router.post("/workflows/{key}/check", permission=READS, response={200: WorkflowProblemsOut, **problems(WorkflowNotFound)}, operation_id="workflows_check")
def check_workflow(request: ActorRequest, key: Key, body: WorkflowCheckIn) -> dict[str, Any]:
    """What is wrong with a content, without keeping it."""
    definition = selectors.definition_get(key)
    return {"problems": [problem.row() for problem in validate(body.content, vocabulary_of(definition.key, definition.subject))]}


@router.post(
    "/workflows/{key}/publish",
    permission=MANAGES,
    response={200: WorkflowVersionOut, 202: ProposalOut, **problems(WorkflowNotFound, Forbidden, StaleVersion, NothingToPublish, WorkflowInvalid)},
    operation_id="workflows_publish",
)
def publish_workflow(request: ActorRequest, key: Key, body: WorkflowPublishIn) -> Any:
    """Put the draft in force; running items stay on their version. Of a workflow that guards access it waits for a second person."""
    return propose_change(request.auth, "workflows_publish", body, selectors.version_row, key=key)


@router.get("/workflows/{key}/versions", permission=READS, response={200: WorkflowVersionsOut, **problems(WorkflowNotFound)}, operation_id="workflows_versions")
def list_versions(request: ActorRequest, key: Key, cursor: str | None = None, limit: Limit = 50) -> Page:
    """The published versions, newest first."""
    return selectors.version_page(selectors.definition_get(key), cursor=cursor, limit=limit)


@router.get(
    "/workflows/{key}/versions/{number}",
    permission=READS,
    response={200: WorkflowVersionContentOut, **problems(WorkflowNotFound, WorkflowVersionNotFound)},
    operation_id="workflows_version",
)
def get_version(request: ActorRequest, key: Key, number: Annotated[int, Path(ge=1, le=999_999_999)]) -> dict[str, Any]:
    """One version with its content."""
    return selectors.version_row(selectors.version_get(selectors.definition_get(key), number))


@router.get(
    "/workflows/{key}/diff",
    permission=READS,
    response={200: WorkflowDiffOut, **problems(WorkflowNotFound, WorkflowVersionNotFound)},
    operation_id="workflows_diff",
)
def diff_workflow(request: ActorRequest, key: Key, before: Side, after: Side) -> dict[str, Any]:
    """What differs between two versions; `draft` and `shipped` stand for what is being edited and what came with the product."""
    changes = selectors.differences(selectors.definition_get(key), _side(before), _side(after))
    return {"items": [change.row() for change in changes]}


@router.post(
    "/workflows/{key}/restore",
    permission=MANAGES,
    response={200: WorkflowDraftOut, **problems(WorkflowNotFound, WorkflowVersionNotFound, Forbidden, StaleVersion)},
    operation_id="workflows_restore",
)
def restore_version(request: ActorRequest, key: Key, body: WorkflowRestoreIn) -> dict[str, Any]:
    """Make an old version the draft."""
    return drafts.draft_restore(actor=request.auth, key=key, side=body.number, version=body.version)


def _side(written: str) -> selectors.Side:
    return int(written) if written.isdigit() else "draft" if written == "draft" else "shipped"
