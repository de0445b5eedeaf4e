"""Roles and the grant table over HTTP."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Path, Query

from simpul.iam.errors import NothingChanges, RoleExists, RoleIsHeld, RoleIsRetired, RoleIsShipped, RoleNotFound
from simpul.iam.models import Revision
from simpul.iam.schemas.grants import (
    GrantChangesOut,
    GrantRevisionsOut,
    GrantsOut,
    GrantsPreviewIn,
    GrantsPreviewOut,
    GrantsSaveIn,
    RoleCreateIn,
    RoleFullOut,
    RoleRestoreIn,
    RoleRetireIn,
    RolesOut,
    RoleUpdateIn,
)
from simpul.iam.schemas.users import RoleKey
from simpul.iam.selectors import grants as selectors
from simpul.iam.services import grants as services
from simpul.iam.services import roles
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.platform.guarding import ProposalOut, propose_change
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Page

router = Router()

READ = needs("configuration", Act.READ, Act.MANAGE)
MANAGE = needs("configuration", Act.MANAGE)
Key = Annotated[str, Path(pattern=r"^[A-Z][A-Z0-9_]{1,29}$")]


@router.get("/roles", permission=READ, response={200: RolesOut, **problems()}, operation_id="roles_list")
def list_roles(request: ActorRequest, retired: bool = False) -> dict[str, Any]:
    """Roles with how many people hold them."""
    return {"items": selectors.role_rows(request.auth, retired=retired)}


@router.post(
    "/roles", permission=MANAGE, response={201: RoleFullOut, **problems(Forbidden, RoleNotFound, RoleIsRetired, RoleExists)}, operation_id="roles_create"
)
def create_role(request: ActorRequest, body: RoleCreateIn) -> dict[str, Any]:
    """Make a role of our own as a copy of another."""
    roles.role_create(actor=request.auth, key=body.key, names=body.names.dict(), copy_of=body.copy_of)
    return _row(request, body.key)


@router.patch(
    "/roles/{key}",
    permission=MANAGE,
    response={200: RoleFullOut, **problems(Forbidden, RoleNotFound, RoleIsShipped, StaleVersion)},
    operation_id="roles_update",
)
def update_role(request: ActorRequest, key: Key, body: RoleUpdateIn) -> dict[str, Any]:
    """Rename a role of our own."""
    roles.role_update(actor=request.auth, key=key, version=body.version, names=body.names.dict())
    return _row(request, key)


@router.post(
    "/roles/{key}/retire",
    permission=MANAGE,
    response={200: RoleFullOut, **problems(Forbidden, RoleNotFound, RoleIsShipped, RoleIsRetired, RoleIsHeld, StaleVersion)},
    operation_id="roles_retire",
)
def retire_role(request: ActorRequest, key: Key, body: RoleRetireIn) -> dict[str, Any]:
    """Take a role that nobody holds out of use."""
    roles.role_retire(actor=request.auth, key=key, version=body.version, reason=body.reason)
    return _row(request, key)


@router.post(
    "/roles/{key}/restore",
    permission=MANAGE,
    response={200: RoleFullOut, **problems(Forbidden, RoleNotFound, RoleIsShipped, StaleVersion)},
    operation_id="roles_restore",
)
def restore_role(request: ActorRequest, key: Key, body: RoleRestoreIn) -> dict[str, Any]:
    """Bring a retired role back."""
    roles.role_restore(actor=request.auth, key=key, version=body.version)
    return _row(request, key)


@router.get("/grants", permission=READ, response={200: GrantsOut, **problems()}, operation_id="grants_get")
def get_grants(request: ActorRequest) -> dict[str, Any]:
    """The grant table: each resource, each role, each action, how far."""
    return selectors.grants_matrix(request.auth)


@router.post("/grants/preview", permission=MANAGE, response={200: GrantsPreviewOut, **problems(StaleVersion)}, operation_id="grants_preview")
def preview_grants(request: ActorRequest, body: GrantsPreviewIn) -> dict[str, Any]:
    """What changes of the table would do, in sentences, and to how many people; nothing is saved."""
    standing = selectors.revision_number(Revision.Kind.GRANTS)
    if standing != body.version:
        raise StaleVersion(current={"version": standing})
    return selectors.preview(request.auth, services.changes_of([change.dict() for change in body.changes]))


@router.put("/grants", permission=MANAGE, response={202: ProposalOut, **problems(Forbidden, StaleVersion, NothingChanges)}, operation_id="grants_save")
def save_grants(request: ActorRequest, body: GrantsSaveIn) -> Any:
    """Change cells of the table, when a second person agrees; then it holds for everybody's next request."""
    return propose_change(request.auth, "grants_save", body)


@router.get("/grants/shipped", permission=READ, response={200: GrantChangesOut, **problems()}, operation_id="grants_shipped")
def shipped_grants(request: ActorRequest, role: RoleKey | None = None) -> dict[str, Any]:
    """What leads back to the table as it is shipped, for one role or for all of them."""
    return {"changes": selectors.changes_to_shipped(selectors.grants_current(), role)}


@router.get("/grants/revisions", permission=READ, response={200: GrantRevisionsOut, **problems()}, operation_id="grants_revisions")
def list_revisions(request: ActorRequest, cursor: str | None = None, limit: Annotated[int, Query(ge=1, le=50)] = 20) -> Page:
    """Saved changes of the table, newest first."""
    return selectors.grant_revision_page(cursor=cursor, limit=limit)


def _row(request: ActorRequest, key: str) -> dict[str, Any]:
    return selectors.role_rows(request.auth, retired=None, keys=[key])[0]
