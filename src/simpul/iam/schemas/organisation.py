"""What the operations on units, branches and settings take and give."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from simpul.iam.schemas.account import PersonOut
from simpul.iam.schemas.users import NamedOut, PlaceCode, Reason
from simpul.platform.schemas import Strict

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=80, pattern=r"^[^\x00-\x1f<>]+$")]
# As letters print it: (061) 415 5100, +62 61 4155100, 14045; blank where there is none.
OfficePhone = Annotated[str, StringConstraints(strip_whitespace=True, max_length=30, pattern=r"^([+(0-9][0-9 ()+.-]{2,28}[0-9])?$")]
Zone = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_+/-]{1,60}$")]
SettingKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_.]{1,79}$")]
KindName = Literal["INTEGER", "BOOLEAN", "CHOICE", "CHOICES", "TEXT", "HOURS"]


class PlaceOut(Schema):
    code: str
    name: str


class UnitCreateIn(Strict):
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9][A-Z0-9_-]{1,19}$")]
    name: Title


class UnitUpdateIn(Strict):
    """Fields left out stay; a head of null is taken away."""

    version: int = Field(ge=1)
    name: Title | None = None
    head_user_id: UUID | None = None


class UnitBranchesIn(Strict):
    version: int = Field(ge=1)
    branches: list[PlaceCode] = Field(max_length=1_000)


class UnitPoliciesIn(Strict):
    """Settings in which the unit is stricter; those left out are the organisation's."""

    version: int = Field(ge=1)
    policies: dict[SettingKey, Any] = Field(max_length=100)


class UnitRowOut(PlaceOut):
    head: PersonOut | None
    members: int
    branches: int
    policies: int
    version: int


class UnitsOut(Schema):
    items: list[UnitRowOut]


class MemberOut(PersonOut):
    """Somebody who works for the unit, by one scope."""

    scope_id: UUID
    active_from: datetime | None
    active_to: datetime | None


class SettingShapeOut(Schema):
    """What a setting is: its kind, bounds and wording."""

    key: str
    kind: KindName
    label: str
    help: str
    unit: str | None
    minimum: int | None
    maximum: int | None
    choices: list[NamedOut] | None


class UnitPolicyOut(SettingShapeOut):
    """A setting in which the unit may be stricter; `value` counts when `stricter` is true."""

    organisation: Any
    stricter: bool
    value: Any
    direction: str


class UpdateCanOut(Schema):
    update: bool


class UnitOut(PlaceOut):
    head: PersonOut | None
    version: int
    branches: list[PlaceOut]
    members: list[MemberOut]
    policies: list[UnitPolicyOut]
    can: UpdateCanOut


class BranchCreateIn(Strict):
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9][A-Z0-9_-]{1,19}$")]
    name: Title
    city: Annotated[str, StringConstraints(strip_whitespace=True, max_length=80)] = ""
    phone: OfficePhone = ""
    time_zone: Zone = "Asia/Jakarta"


class BranchUpdateIn(Strict):
    """Fields left out stay; a head of null is taken away."""

    version: int = Field(ge=1)
    name: Title | None = None
    city: Annotated[str, StringConstraints(strip_whitespace=True, max_length=80)] | None = None
    phone: OfficePhone | None = None
    time_zone: Zone | None = None
    head_user_id: UUID | None = None
    is_active: bool | None = None


class BranchFullOut(PlaceOut):
    city: str
    phone: str
    time_zone: str
    is_active: bool
    head: PersonOut | None
    users: int
    units: list[PlaceOut]
    version: int
    can: UpdateCanOut


class BranchesFullOut(Schema):
    items: list[BranchFullOut]


class SettingOut(SettingShapeOut):
    value: Any
    default: Any
    changed: bool
    per_unit: bool
    changed_at: datetime | None
    changed_by: PersonOut | None


class SettingGroupOut(Schema):
    key: str
    name: str
    items: list[SettingOut]


class SettingsCanOut(Schema):
    save: bool


class SettingsOut(Schema):
    """Every setting by group; `version` is what a change must name."""

    version: int
    can: SettingsCanOut
    groups: list[SettingGroupOut]


class SettingsSaveIn(Strict):
    """New values by key, and keys that get their default back."""

    version: int = Field(ge=0)
    changes: dict[SettingKey, Any] = Field(default_factory=dict, max_length=100)
    resets: list[SettingKey] = Field(default_factory=list, max_length=100)
    reason: Reason


class SettingChangeOut(Schema):
    key: str
    label: str
    before: Any
    after: Any
    reset: bool


class SettingRevisionOut(Schema):
    number: int
    changed_at: datetime
    changed_by: PersonOut | None
    reason: str
    changes: list[SettingChangeOut]


class SettingRevisionsOut(Schema):
    items: list[SettingRevisionOut]
    next_cursor: str | None
