"""What the operations on roles and the grant table take and give."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import Field, StringConstraints

from simpul.iam.schemas.account import PersonOut
from simpul.iam.schemas.users import NamedOut, Reason, RoleKey
from simpul.platform.schemas import Strict

ActionKey = Literal["R", "C", "U", "A", "X", "B", "M"]
ReachKey = Literal["NONE", "OWN", "PORTFOLIO", "BRANCH", "ALL"]
RoleName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=60, pattern=r"^[^\x00-\x1f<>]+$")]


class RoleNamesIn(Strict):
    id: RoleName
    en: RoleName


class RoleNamesOut(Schema):
    id: str
    en: str


class RoleCreateIn(Strict):
    key: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{2,29}$")]
    names: RoleNamesIn
    copy_of: RoleKey


class RoleUpdateIn(Strict):
    version: int = Field(ge=1)
    names: RoleNamesIn


class RoleRetireIn(Strict):
    version: int = Field(ge=1)
    reason: Reason


class RoleRestoreIn(Strict):
    version: int = Field(ge=1)


class RoleCanOut(Schema):
    rename: bool
    retire: bool
    restore: bool


class RoleFullOut(Schema):
    """A role that people can be given; one of the organisation's own is based on a shipped one."""

    key: str
    name: str
    names: RoleNamesOut
    home: str
    shipped: bool
    retired: bool
    based_on: NamedOut | None
    users: int
    version: int
    can: RoleCanOut


class RolesOut(Schema):
    items: list[RoleFullOut]


class ReachOut(Schema):
    key: ReachKey
    name: str
    short: str


class CellValueOut(Schema):
    reach: ReachKey
    per_user: bool


class CellOut(CellValueOut):
    """One cell; `limit` is what the domain holds beyond the reach, `locked` why it stays as it is."""

    limit: str | None
    shipped: CellValueOut | None
    locked: str | None


class GrantResourceOut(Schema):
    """A row of the table: cells by role and action; what is absent is no grant."""

    key: str
    name: str
    group: str
    actions: list[ActionKey]
    least_reach: ReachKey
    cells: dict[str, dict[str, CellOut]]


class GrantsCanOut(Schema):
    save: bool


class GrantsOut(Schema):
    """The grant table; `version` is what a change of it must name."""

    version: int
    changed_at: datetime | None
    changed_by: PersonOut | None
    differs_from_shipped: int
    actions: list[NamedOut]
    reaches: list[ReachOut]
    groups: list[NamedOut]
    roles: list[RoleFullOut]
    resources: list[GrantResourceOut]
    can: GrantsCanOut


class GrantChangeIn(Strict):
    """One cell as it shall be; a reach of NONE takes the grant away."""

    role: RoleKey
    resource: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
    action: ActionKey
    reach: ReachKey
    per_user: bool = False


class GrantChangeOut(Schema):
    role: str
    resource: str
    action: ActionKey
    reach: ReachKey
    per_user: bool


class GrantChangesOut(Schema):
    changes: list[GrantChangeOut]


class GrantsPreviewIn(Strict):
    version: int = Field(ge=0)
    changes: list[GrantChangeIn] = Field(max_length=500)


class GrantsSaveIn(GrantsPreviewIn):
    reason: Reason


class PreviewItemOut(Schema):
    """One change in words; `users` counts those whose reach really moves, `refused` says why it cannot be."""

    role: str
    role_name: str
    resource: str
    resource_name: str
    action: ActionKey
    action_name: str
    kind: Literal["GAINS", "LOSES", "WIDENS", "NARROWS", "SWITCHED"]
    before: CellValueOut | None
    after: CellValueOut | None
    sentence: str
    users: int
    refused: str | None


class WarningOut(Schema):
    code: str
    text: str


class GrantsPreviewOut(Schema):
    items: list[PreviewItemOut]
    users_touched: int
    warnings: list[WarningOut]
    can_save: bool


class GrantRevisionOut(Schema):
    number: int
    changed_at: datetime
    changed_by: PersonOut | None
    reason: str
    sentences: list[str]


class GrantRevisionsOut(Schema):
    items: list[GrantRevisionOut]
    next_cursor: str | None
