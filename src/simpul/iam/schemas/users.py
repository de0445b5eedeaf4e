"""What the operations on users take and give."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from simpul.iam.schemas.account import PersonOut
from simpul.platform.schemas import Moment, Strict

RoleKey = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,29}$")]
PlaceCode = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,20}$")]
ScopeType = Literal["BRANCH", "UNIT"]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=500)]
FullName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=120, pattern=r"^[^\x00-\x1f<>]+$")]
Email = Annotated[str, StringConstraints(strip_whitespace=True, max_length=254, pattern=r"^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$")]


class UserScopeIn(Strict):
    """A place to work for; without `active_from` from now on, without `active_to` until further notice."""

    scope_type: ScopeType
    code: PlaceCode
    active_from: Moment | None = None
    active_to: Moment | None = None


class UserCreateIn(Strict):
    username: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]{2,59}$")]
    full_name: FullName
    email: Email | None = None
    language: Literal["id", "en"] = "id"
    roles: list[RoleKey] = Field(default_factory=list, max_length=20)
    scopes: list[UserScopeIn] = Field(default_factory=list, max_length=50)


class UserUpdateIn(Strict):
    """Fields left out stay; an e-mail address of null is taken away."""

    version: int = Field(ge=1)
    full_name: FullName | None = None
    email: Email | None = None
    language: Literal["id", "en"] | None = None


class UserActIn(Strict):
    version: int = Field(ge=1)
    reason: Reason


class UserReasonIn(Strict):
    """Why, where somebody says so."""

    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)] = ""


class UserRolesIn(Strict):
    version: int = Field(ge=1)
    roles: list[RoleKey] = Field(max_length=20)
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)] = ""


class UserScopeAddIn(UserScopeIn):
    version: int = Field(ge=1)


class UserScopeEndIn(Strict):
    version: int = Field(ge=1)
    at: Moment | None = None


class SwitchIn(Strict):
    resource: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
    action: Literal["R", "C", "U", "A", "X", "B", "M"]


class UserSwitchesIn(Strict):
    version: int = Field(ge=1)
    switches: list[SwitchIn] = Field(max_length=100)


class NamedOut(Schema):
    key: str
    name: str


class UserScopeOut(Schema):
    code: str
    name: str
    scope_type: ScopeType
    active_from: datetime | None
    active_to: datetime | None
    state: Literal["ACTIVE", "FUTURE", "ENDED"]


class UserScopeFullOut(UserScopeOut):
    id: UUID
    assigned_at: datetime
    assigned_by: PersonOut | None


class UserCanOut(Schema):
    update: bool
    suspend: bool
    activate: bool
    leave: bool
    roles: bool
    scopes: bool
    switches: bool
    end_sessions: bool
    password_link: bool
    unlock: bool
    reset_factors: bool


class UserRowOut(Schema):
    """A user in a list; `scopes` are those that hold now or will."""

    id: UUID
    username: str
    full_name: str
    initials: str
    email: str | None
    kind: Literal["USER", "SYSTEM", "ANONYMOUS", "SERVICE"]
    status: Literal["ACTIVE", "SUSPENDED"]
    roles: list[NamedOut]
    scopes: list[UserScopeOut]
    last_login: datetime | None
    left_at: datetime | None
    created_at: datetime
    has_password: bool
    locked_until: datetime | None
    version: int
    can: UserCanOut


class UsersOut(Schema):
    items: list[UserRowOut]
    next_cursor: str | None


class SwitchOut(Schema):
    """A grant that works only for users switched on by name."""

    resource: str
    resource_name: str
    action: str
    action_name: str
    on: bool
    offered_by: list[str]
    switched_at: datetime | None
    switched_by: PersonOut | None


class UserOut(UserRowOut):
    """One user; `reasons` says of each thing that cannot be done why."""

    language: Literal["id", "en"]
    theme: Literal["system", "light", "dark"]
    all_scopes: list[UserScopeFullOut]
    switches: list[SwitchOut]
    sessions: int
    second_factors: int
    reasons: dict[str, str]


class UserSessionOut(Schema):
    id: int
    ip: str
    user_agent: str
    created_at: datetime
    last_seen_at: datetime


class UserSessionsOut(Schema):
    items: list[UserSessionOut]


class EndedOut(Schema):
    ended: int


class PasswordLinkCheckIn(Strict):
    token: str = Field(min_length=20, max_length=100, pattern=r"^[A-Za-z0-9_-]+$")


class PasswordLinkCheckOut(Schema):
    username: str
    full_name: str
    expires_at: datetime
    min_length: int


class PasswordLinkRedeemIn(PasswordLinkCheckIn):
    new_password: str = Field(min_length=1, max_length=256)
