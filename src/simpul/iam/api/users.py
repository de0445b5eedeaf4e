"""Administering users over HTTP."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Query

from simpul.iam.errors import (
    LastAdministrator,
    LastWatcher,
    ScopeHasEnded,
    ScopeOverlaps,
    UserHasLeft,
    UserIsActive,
    UserIsSuspended,
    UsernameTaken,
    UserNotFound,
)
from simpul.iam.models import User
from simpul.iam.schemas.users import (
    EndedOut,
    PlaceCode,
    RoleKey,
    UserActIn,
    UserCreateIn,
    UserOut,
    UserReasonIn,
    UserRolesIn,
    UserScopeAddIn,
    UserScopeEndIn,
    UserSessionsOut,
    UsersOut,
    UserSwitchesIn,
    UserUpdateIn,
)
from simpul.iam.selectors import users as selectors
from simpul.iam.services import lockout
from simpul.iam.services import users as services
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, StaleVersion
from simpul.platform.guarding import ProposalOut, propose_change
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page

router = Router()

READ = needs("configuration", Act.READ, Act.MANAGE)
MANAGE = needs("configuration", Act.MANAGE)
Sort = Literal["full_name", "-full_name", "username", "-username", "last_login", "-last_login", "created", "-created"]


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


@router.post("/users", permission=MANAGE, response={201: UserOut, 202: ProposalOut, **problems(Forbidden, UsernameTaken)}, operation_id="users_create")
def create_user(request: ActorRequest, body: UserCreateIn) -> Any:
    """Add a person; with roles it waits for a second person. A password link is the next step."""
    return propose_change(request.auth, "users_create", body, lambda user: _detail(request, user))


@router.get("/users/{uuid:user_id}", permission=READ, response={200: UserOut, **problems(UserNotFound)}, operation_id="users_get")
def get_user(request: ActorRequest, user_id: UUID) -> dict[str, Any]:
    """One user in full."""
    return _detail(request, selectors.user_get(actor=request.auth, user_id=user_id))


@router.patch(
    "/users/{uuid:user_id}",
    permission=MANAGE,
    response={200: UserOut, 202: ProposalOut, **problems(UserNotFound, Forbidden, StaleVersion)},
    operation_id="users_update",
)
def update_user(request: ActorRequest, user_id: UUID, body: UserUpdateIn) -> Any:
    """Correct a person's name, e-mail address or language; another address waits for a second person."""
    return propose_change(request.auth, "users_update", body, lambda user: _detail(request, user), user_id=user_id)


@router.post(
    "/users/{uuid:user_id}/suspend",
    permission=MANAGE,
    response={200: UserOut, 202: ProposalOut, **problems(UserNotFound, Forbidden, UserIsSuspended, LastAdministrator, LastWatcher, StaleVersion)},
    operation_id="users_suspend",
)
def suspend_user(request: ActorRequest, user_id: UUID, body: UserActIn) -> Any:
    """Take a person's access away and end their sessions: at once, or of who administers or watches, when a second person agrees."""
    return propose_change(request.auth, "users_suspend", body, lambda user: _detail(request, user), user_id=user_id)


@router.post(
    "/users/{uuid:user_id}/activate",
    permission=MANAGE,
    response={202: ProposalOut, **problems(UserNotFound, Forbidden, UserIsActive, StaleVersion)},
    operation_id="users_activate",
)
def activate_user(request: ActorRequest, user_id: UUID, body: UserActIn) -> Any:
    """Give a suspended person their access back, when a second person agrees."""
    return propose_change(request.auth, "users_activate", body, user_id=user_id)


@router.post(
    "/users/{uuid:user_id}/leave",
    permission=MANAGE,
    response={200: UserOut, 202: ProposalOut, **problems(UserNotFound, Forbidden, UserHasLeft, LastAdministrator, LastWatcher, StaleVersion)},
    operation_id="users_leave",
)
def leave(request: ActorRequest, user_id: UUID, body: UserActIn) -> Any:
    """End everything of somebody who leaves: at once, or of who administers or watches, when a second person agrees."""
    return propose_change(request.auth, "users_leave", body, lambda user: _detail(request, user), user_id=user_id)


@router.put(
    "/users/{uuid:user_id}/roles",
    permission=MANAGE,
    response={200: UserOut, 202: ProposalOut, **problems(UserNotFound, Forbidden, LastAdministrator, LastWatcher, StaleVersion)},
    operation_id="users_set_roles",
)
def set_roles(request: ActorRequest, user_id: UUID, body: UserRolesIn) -> Any:
    """Give a person exactly these roles, when a second person agrees; 200 where the person has them already."""
    return propose_change(request.auth, "users_set_roles", body, lambda user: _detail(request, user), user_id=user_id)


@router.post(
    "/users/{uuid:user_id}/scopes",
    permission=MANAGE,
    response={200: UserOut, 202: ProposalOut, **problems(UserNotFound, Forbidden, ScopeOverlaps, StaleVersion)},
    operation_id="users_add_scope",
)
def add_scope(request: ActorRequest, user_id: UUID, body: UserScopeAddIn) -> Any:
    """Let a person work for a branch or a unit, between two instants; of who administers or watches, when a second person agrees."""
    return propose_change(request.auth, "users_add_scope", body, lambda user: _detail(request, user), user_id=user_id)


@router.post(
    "/users/{uuid:user_id}/scopes/{uuid:scope_id}/end",
    permission=MANAGE,
    response={200: UserOut, 202: ProposalOut, **problems(UserNotFound, Forbidden, ScopeHasEnded, StaleVersion)},
    operation_id="users_end_scope",
)
def end_scope(request: ActorRequest, user_id: UUID, scope_id: UUID, body: UserScopeEndIn) -> Any:
    """End an assignment, now or at an instant to come; of who administers or watches, when a second person agrees."""
    return propose_change(request.auth, "users_end_scope", body, lambda user: _detail(request, user), user_id=user_id, scope_id=scope_id)


@router.put(
    "/users/{uuid:user_id}/switches",
    permission=MANAGE,
    response={200: UserOut, 202: ProposalOut, **problems(UserNotFound, Forbidden, StaleVersion)},
    operation_id="users_set_switches",
)
def set_switches(request: ActorRequest, user_id: UUID, body: UserSwitchesIn) -> Any:
    """Switch on exactly these grants that work by name only, such as exports; one more waits for a second person."""
    return propose_change(request.auth, "users_set_switches", body, lambda user: _detail(request, user), user_id=user_id)


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
    response={202: ProposalOut, **problems(UserNotFound, Forbidden)},
    operation_id="users_reset_factors",
)
def reset_factors(request: ActorRequest, user_id: UUID, body: UserReasonIn | None = None) -> Any:
    """Take every second factor of a user away who lost the device, and end their sessions, when a second person agrees."""
    return propose_change(request.auth, "users_reset_factors", body, user_id=user_id)


@router.post(
    "/users/{uuid:user_id}/password-link",
    permission=MANAGE,
    response={202: ProposalOut, **problems(UserNotFound, Forbidden, UserIsSuspended)},
    operation_id="users_password_link",
)
def password_link(request: ActorRequest, user_id: UUID, body: UserReasonIn | None = None) -> Any:
    """Let a one-time link for setting a password go to the person's own address, when a second person agrees.

    Where no address is known, or it was changed lately, who agreed takes the link once.
    """
    return propose_change(request.auth, "users_password_link", body, user_id=user_id)


def _detail(request: ActorRequest, user: User) -> dict[str, Any]:
    return _locked([selectors.user_detail(request.auth, user)])[0]


def _locked(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with the instant until which signing in by each name is closed."""
    until = lockout.locked_until(row["username"] for row in rows)
    return [{**row, "locked_until": until.get(row["username"])} for row in rows]
