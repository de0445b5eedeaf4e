"""Items over HTTP: following them, moving them, taking steps back, and migrating them to another version."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any
from uuid import UUID

from ninja import Path, Query

from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.platform.http import SIGNED_IN, ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page
from simpul.workflow.errors import (
    GuardCannotTell,
    GuardDoesNotHold,
    ItemNotFound,
    MigrationInvalid,
    MigrationIsOver,
    MigrationIsRunning,
    MigrationNotFound,
    NothingToRollBack,
    RollBackNotForeseen,
    TransitionNotPossible,
    WorkflowNotFound,
    WorkflowVersionNotFound,
)
from simpul.workflow.schemas.items import (
    WorkflowItemDetailOut,
    WorkflowItemsOut,
    WorkflowMigrationIn,
    WorkflowMigrationOut,
    WorkflowMoveIn,
    WorkflowRollBackIn,
)
from simpul.workflow.selectors import item_rows as rows
from simpul.workflow.selectors.definitions import definition_get
from simpul.workflow.services import migrating
from simpul.workflow.services.moving import item_move
from simpul.workflow.services.rolling_back import item_roll_back

router = Router()
READS = needs("configuration", Act.READ, Act.MANAGE)
MANAGES = needs("configuration", Act.MANAGE)
Key = Annotated[str, Path(pattern=r"^[a-z][a-z0-9_]{0,39}$")]


@router.get("/workflows/{key}/items", permission=READS, response={200: WorkflowItemsOut, **problems(WorkflowNotFound)}, operation_id="workflows_items")
def list_items(
    request: ActorRequest,
    key: Key,
    state: Annotated[str | None, Query(max_length=40)] = None,
    version: Annotated[int | None, Query(ge=1, le=999_999_999)] = None,
    cursor: str | None = None,
    limit: Limit = 50,
) -> Page:
    """The items of a workflow, the latest to start first."""
    return rows.item_page(request.auth, definition_get(key), state=state, version=version, cursor=cursor, limit=limit)


@router.get(
    "/workflow-items/{uuid:item_id}", permission=SIGNED_IN, response={200: WorkflowItemDetailOut, **problems(ItemNotFound)}, operation_id="workflow_items_get"
)
def get_item(request: ActorRequest, item_id: UUID) -> dict[str, Any]:
    """One item: where it is, how it came there, what I may do next, and what will happen by itself."""
    return rows.item_detail(request.auth, item_id)


@router.post(
    "/workflow-items/{uuid:item_id}/moves",
    permission=SIGNED_IN,
    response={200: WorkflowItemDetailOut, **problems(ItemNotFound, Forbidden, StaleVersion, TransitionNotPossible, GuardDoesNotHold, GuardCannotTell)},
    operation_id="workflow_items_move",
)
def move_item(request: ActorRequest, item_id: UUID, body: WorkflowMoveIn) -> dict[str, Any]:
    """Take a transition."""
    item_move(actor=request.auth, item_id=item_id, transition=body.transition, version=body.version, reason=body.reason, given=body.fields)
    return rows.item_detail(request.auth, item_id)


@router.post(
    "/workflow-items/{uuid:item_id}/rollback",
    permission=SIGNED_IN,
    response={200: WorkflowItemDetailOut, **problems(ItemNotFound, Forbidden, StaleVersion, NothingToRollBack, RollBackNotForeseen)},
    operation_id="workflow_items_rollback",
)
def roll_back_item(request: ActorRequest, item_id: UUID, body: WorkflowRollBackIn) -> dict[str, Any]:
    """Take the last step back, with the reason why."""
    item_roll_back(actor=request.auth, item_id=item_id, version=body.version, reason=body.reason)
    return rows.item_detail(request.auth, item_id)


@router.post(
    "/workflows/{key}/migrations",
    permission=MANAGES,
    response={200: WorkflowMigrationOut, **problems(WorkflowNotFound, WorkflowVersionNotFound, Forbidden, MigrationInvalid, MigrationIsRunning)},
    operation_id="workflows_migrate",
)
def migrate_items(request: ActorRequest, key: Key, body: WorkflowMigrationIn) -> dict[str, Any]:
    """Bring running items from one version to another; by default only say what that would do."""
    asked: dict[str, Any] = {"actor": request.auth, "key": key, "origin": body.origin, "target": body.target, "mapping": body.mapping}
    if body.dry_run:
        plan = migrating.plan(**asked)
        return rows.dry_run_row(key, body.origin, body.target, body.mapping, plan.total, plan.states, plan.problems)
    row = migrating.migrate(**asked, reason=body.reason)
    return rows.migration_row(rows.migration_get(row.id))


@router.get(
    "/workflow-migrations/{uuid:migration_id}",
    permission=READS,
    response={200: WorkflowMigrationOut, **problems(MigrationNotFound)},
    operation_id="workflow_migrations_get",
)
def get_migration(request: ActorRequest, migration_id: UUID) -> dict[str, Any]:
    """How far a migration is."""
    return rows.migration_row(rows.migration_get(migration_id))


@router.post(
    "/workflow-migrations/{uuid:migration_id}/cancel",
    permission=MANAGES,
    response={200: WorkflowMigrationOut, **problems(MigrationNotFound, Forbidden, MigrationIsOver)},
    operation_id="workflow_migrations_cancel",
)
def cancel_migration(request: ActorRequest, migration_id: UUID) -> Mapping[str, Any]:
    """Stop a migration that waits, runs or failed; what it has moved stays where it is."""
    return rows.migration_row(rows.migration_get(migrating.migration_cancel(actor=request.auth, migration_id=migration_id).id))
