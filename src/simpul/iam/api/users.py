"""Administering users over HTTP."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Query

from simpul.iam.errors import (
    LastAdministrator,
    ScopeHasEnded,
    ScopeOverlaps,
    UserIsActive,
    UserIsSuspended,
    UsernameTaken,
    UserNotFound,
)
from simpul.iam.models import User
from simpul.iam.schemas.users import (
    EndedOut,
    PasswordLinkOut,
    PlaceCode,
    RoleKey,
    TakenOut,
    UserActIn,
    UserCreateIn,
    UserOut,
    UserRolesIn,
    UserScopeAddIn,
    UserScopeEndIn,
    UserSessionsOut,
    UsersOut,
    UserSwitchesIn,
    UserUpdateIn,
)
from simpul.iam.selectors import users as selectors
from simpul.iam.services import authenticators, lockout, password_links, rights
from simpul.iam.services import users as services
from simpul.platform import idempotency
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, Invalid, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page
from simpul.platform.text import Text

router = Router()

READ = needs("configuration", Act.READ, Act.MANAGE)
MANAGE = needs("configuration", Act.MANAGE)
Sort = Literal["full_name", "-full_name", "username", "-username", "last_login", "-last_login", "created", "-created"]
# The store of repeated answers would keep the token.
_NOT_KEPT = Text(id="Tautan tidak disimpan untuk diulang.", en="A link is not kept for repeating.")


@router.get("/users", permission=READ, response={200: UsersOut, **problems()}, operation_id="users_list")
def list_users(
    request: ActorRequest,
    q: Annotated[str, Query(max_length=80)] = "",
    role: RoleKey | None = None,
    status: Literal["ACTIVE", "SUSPENDED"] | None = None,
    branch: PlaceCode | None = None,
    unit: PlaceCode | None = None,
    kind: Literal["USER", "SERVICE", "SYSTEM", "ANONYMOUS"] = "USER",
    sort: Sort = "full_name",
    cursor: str | None = None,
    limit: Limit = 50,
) -> Page:
    """Users with their roles and places."""
    filters = selectors.UserFilters(q=q, role=role, status=status, branch=branch, unit=unit, kind=kind)
    page = selectors.user_page(actor=request.auth, filters=filters, sort=sort, cursor=cursor, limit=limit)
    return {"items": _locked(page["items"]), "next_cursor": page["next_cursor"]}


@router.post("/users", permission=MANAGE, response={201: UserOut, **problems(Forbidden, UsernameTaken)}, operation_id="users_create")
def create_user(request: ActorRequest, body: UserCreateIn) -> dict[str, Any]:
    """Add a person; a password link is the next step."""
    user = services.user_create(
        actor=request.auth,
        username=body.username,
        full_name=body.full_name,
        email=body.email,
        language=body.language,
        roles=body.roles,
        scopes=[(scope.scope_type, scope.code, scope.active_from, scope.active_to) for scope in body.scopes],
    )
    return _detail(request, user)


@router.get("/users/{uuid:user_id}", permission=READ, response={200: UserOut, **problems(UserNotFound)}, operation_id="users_get")
def get_user(request: ActorRequest, user_id: UUID) -> dict[str, Any]:
    """One user in full."""
    return _detail(request, selectors.user_get(actor=request.auth, user_id=user_id))


@router.patch(
    "/users/{uuid:user_id}", permission=MANAGE, response={200: UserOut, **problems(UserNotFound, Forbidden, StaleVersion)}, operation_id="users_update"
)
def update_user(request: ActorRequest, user_id: UUID, body: UserUpdateIn) -> dict[str, Any]:
    """Correct a person's name, e-mail address or language."""
    changes = body.dict(exclude_unset=True, exclude={"version"})
    changes = {name: value for name, value in changes.items() if value is not None or name == "email"}
    return _detail(request, services.user_update(actor=request.auth, user_id=user_id, version=body.version, changes=changes))


@router.post(
    "/users/{uuid:user_id}/suspend",
    permission=MANAGE,
    response={200: UserOut, **problems(UserNotFound, Forbidden, UserIsSuspended, LastAdministrator, StaleVersion)},
    operation_id="users_suspend",
)
def suspend(request: ActorRequest, user_id: UUID, body: UserActIn) -> dict[str, Any]:
    """Take a person's access away and end their sessions."""
    return _detail(request, services.user_suspend(actor=request.auth, user_id=user_id, version=body.version, reason=body.reason))


@router.post(
    "/users/{uuid:user_id}/activate",
    permission=MANAGE,
    response={200: UserOut, **problems(UserNotFound, Forbidden, UserIsActive, StaleVersion)},
    operation_id="users_activate",
)
def activate(request: ActorRequest, user_id: UUID, body: UserActIn) -> dict[str, Any]:
    """Give a suspended person their access back."""
    return _detail(request, services.user_activate(actor=request.auth, user_id=user_id, version=body.version, reason=body.reason))


@router.put(
    "/users/{uuid:user_id}/roles",
    permission=MANAGE,
    response={200: UserOut, **problems(UserNotFound, Forbidden, LastAdministrator, StaleVersion)},
    operation_id="users_set_roles",
)
def set_roles(request: ActorRequest, user_id: UUID, body: UserRolesIn) -> dict[str, Any]:
    """Give a person exactly these roles."""
    return _detail(request, rights.user_set_roles(actor=request.auth, user_id=user_id, version=body.version, roles=body.roles, reason=body.reason))


@router.post(
    "/users/{uuid:user_id}/scopes",
    permission=MANAGE,
    response={200: UserOut, **problems(UserNotFound, Forbidden, ScopeOverlaps, StaleVersion)},
    operation_id="users_add_scope",
)
def add_scope(request: ActorRequest, user_id: UUID, body: UserScopeAddIn) -> dict[str, Any]:
    """Let a person work for a branch or a unit, between two instants."""
    user = rights.user_add_scope(actor=request.auth, user_id=user_id, **body.dict())
    return _detail(request, user)


@router.post(
    "/users/{uuid:user_id}/scopes/{uuid:scope_id}/end",
    permission=MANAGE,
    response={200: UserOut, **problems(UserNotFound, Forbidden, ScopeHasEnded, StaleVersion)},
    operation_id="users_end_scope",
)
def end_scope(request: ActorRequest, user_id: UUID, scope_id: UUID, body: UserScopeEndIn) -> dict[str, Any]:
    """End an assignment, now or at an instant to come."""
    return _detail(request, rights.user_end_scope(actor=request.auth, user_id=user_id, scope_id=scope_id, version=body.version, at=body.at))


@router.put(
    "/users/{uuid:user_id}/switches",
    permission=MANAGE,
    response={200: UserOut, **problems(UserNotFound, Forbidden, StaleVersion)},
    operation_id="users_set_switches",
)
def set_switches(request: ActorRequest, user_id: UUID, body: UserSwitchesIn) -> dict[str, Any]:
    """Switch on exactly these grants that work by name only, such as exports."""
    switches = [(one.resource, one.action) for one in body.switches]
    return _detail(request, rights.user_set_switches(actor=request.auth, user_id=user_id, version=body.version, switches=switches))


@router.get("/users/{uuid:user_id}/sessions", permission=READ, response={200: UserSessionsOut, **problems(UserNotFound)}, operation_id="users_sessions")
def list_sessions(request: ActorRequest, user_id: UUID) -> dict[str, Any]:
    """Where a user is signed in."""
    return {"items": selectors.session_rows(selectors.user_get(actor=request.auth, user_id=user_id))}


@router.post(
    "/users/{uuid:user_id}/sessions/end", permission=MANAGE, response={200: EndedOut, **problems(UserNotFound, Forbidden)}, operation_id="users_end_sessions"
)
def end_sessions(request: ActorRequest, user_id: UUID) -> dict[str, Any]:
    """End every session of a user."""
    return {"ended": services.user_end_sessions(actor=request.auth, user_id=user_id)}


@router.post("/users/{uuid:user_id}/unlock", permission=MANAGE, response={200: UserOut, **problems(UserNotFound, Forbidden)}, operation_id="users_unlock")
def unlock(request: ActorRequest, user_id: UUID) -> dict[str, Any]:
    """Open signing in again for a user who failed too often."""
    lockout.unlock(actor=request.auth, user_id=user_id)
    return _detail(request, selectors.user_get(actor=request.auth, user_id=user_id))


@router.post(
    "/users/{uuid:user_id}/second-factors/reset",
    permission=MANAGE,
    response={200: TakenOut, **problems(UserNotFound, Forbidden)},
    operation_id="users_reset_factors",
)
def reset_factors(request: ActorRequest, user_id: UUID) -> dict[str, Any]:
    """Take every second factor of a user away who lost the device, and end their sessions."""
    return {"taken": authenticators.authenticators_reset(actor=request.auth, user_id=user_id)}


@router.post(
    "/users/{uuid:user_id}/password-link",
    permission=MANAGE,
    response={201: PasswordLinkOut, **problems(UserNotFound, Forbidden, UserIsSuspended)},
    operation_id="users_password_link",
)
def password_link(request: ActorRequest, user_id: UUID) -> dict[str, Any]:
    """Make a one-time link by which the person sets a password."""
    if idempotency.HEADER in request.headers:
        raise Invalid({idempotency.HEADER: _NOT_KEPT})
    token, expires_at = password_links.link_create(actor=request.auth, user_id=user_id)
    # Behind the number sign a token reaches no server's log.
    return {"token": token, "path": f"/set-password#{token}", "expires_at": expires_at}


def _detail(request: ActorRequest, user: User) -> dict[str, Any]:
    return _locked([selectors.user_detail(request.auth, user)])[0]


def _locked(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with the instant until which signing in by each name is closed."""
    until = lockout.locked_until(row["username"] for row in rows)
    return [{**row, "locked_until": until.get(row["username"])} for row in rows]
