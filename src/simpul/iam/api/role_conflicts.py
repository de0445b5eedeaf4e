"""Incompatible roles and the dated exceptions from them, over HTTP."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from simpul.iam.errors import RoleConflictExists, RoleConflictNotFound, RoleExceptionHasEnded, RoleExceptionNotFound, RoleExceptionStands, UserNotFound
from simpul.iam.schemas.role_conflicts import (
    ExceptionSort,
    ExceptionState,
    RoleConflictHoldersOut,
    RoleConflictIn,
    RoleConflictRemoveIn,
    RoleConflictsOut,
    RoleExceptionEndIn,
    RoleExceptionIn,
    RoleExceptionOut,
    RoleExceptionsOut,
)
from simpul.iam.selectors import role_conflicts as selectors
from simpul.iam.services import role_exceptions as services
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden
from simpul.platform.guarding import ProposalOut, propose_change
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page

router = Router()
_READ = needs("configuration", Act.READ, Act.MANAGE)
_MANAGE = needs("configuration", Act.MANAGE)


@router.get("/role-conflicts", permission=_READ, response={200: RoleConflictsOut, **problems()}, operation_id="role_conflicts_list")
def list_conflicts(request: ActorRequest) -> selectors.Shown:
    """Every pair of roles that one person must not hold together, with how many people hold both."""
    return {"items": selectors.conflict_rows(request.auth), "longest_days": selectors.LONGEST_DAYS}


@router.get("/role-conflicts/holders", permission=_READ, response={200: RoleConflictHoldersOut, **problems()}, operation_id="role_conflicts_holders")
def list_holders(request: ActorRequest, user_id: UUID | None = None, conflict_id: UUID | None = None, excepted: bool | None = None) -> selectors.Shown:
    """Who holds both roles of a pair now, with an exception or without, at most 500, by name."""
    return {"items": selectors.holder_rows(request.auth, user_id=user_id, conflict_id=conflict_id, excepted=excepted)}


@router.post(
    "/role-conflicts",
    permission=_MANAGE,
    response={202: ProposalOut, **problems(Forbidden, RoleConflictExists)},
    operation_id="role_conflicts_create",
)
def create_conflict(request: ActorRequest, body: RoleConflictIn) -> Any:
    """Say that one person must not hold two roles, when a second person agrees; whoever holds both already is listed."""
    return propose_change(request.auth, "role_conflicts_create", body)


@router.post(
    "/role-conflicts/{uuid:conflict_id}/remove",
    permission=_MANAGE,
    response={202: ProposalOut, **problems(Forbidden, RoleConflictNotFound)},
    operation_id="role_conflicts_remove",
)
def remove_conflict(request: ActorRequest, conflict_id: UUID, body: RoleConflictRemoveIn) -> Any:
    """Let one person hold two roles again, when a second person agrees."""
    return propose_change(request.auth, "role_conflicts_remove", body, conflict_id=conflict_id)


@router.get("/role-exceptions", permission=_READ, response={200: RoleExceptionsOut, **problems()}, operation_id="role_exceptions_list")
def list_exceptions(
    request: ActorRequest,
    user_id: UUID | None = None,
    conflict_id: UUID | None = None,
    state: ExceptionState | None = None,
    sort: ExceptionSort = "until_on",
    cursor: str | None = None,
    limit: Limit = 50,
) -> Page:
    """Exceptions from incompatible roles, open and ended."""
    return selectors.exception_page(actor=request.auth, user_id=user_id, conflict_id=conflict_id, state=state, sort=sort, cursor=cursor, limit=limit)


@router.post(
    "/role-exceptions",
    permission=_MANAGE,
    response={202: ProposalOut, **problems(UserNotFound, RoleConflictNotFound, Forbidden, RoleExceptionStands)},
    operation_id="role_exceptions_create",
)
def create_exception(request: ActorRequest, body: RoleExceptionIn) -> Any:
    """Let a person hold both roles of a pair up to a day, when a second person agrees; neither of the two is the person."""
    return propose_change(request.auth, "role_exceptions_create", body)


@router.post(
    "/role-exceptions/{uuid:exception_id}/end",
    permission=_MANAGE,
    response={200: RoleExceptionOut, **problems(RoleExceptionNotFound, Forbidden, RoleExceptionHasEnded)},
    operation_id="role_exceptions_end",
)
def end_exception(request: ActorRequest, exception_id: UUID, body: RoleExceptionEndIn) -> Any:
    """End an exception at once; the night after, the later of the two roles is taken away."""
    ended = services.exception_end(actor=request.auth, exception_id=exception_id, reason=body.reason)
    return selectors.exception_rows(request.auth, [ended])[0]
