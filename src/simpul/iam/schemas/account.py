"""What the sign-in, profile and directory operations take and give."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from simpul.platform.schemas import Strict


class RoleOut(Schema):
    key: str
    name: str


class MyRoleOut(RoleOut):
    """A role of mine; `kind` is the shipped role that it is or was made from."""

    kind: str


class ScopeOut(Schema):
    code: str
    name: str
    scope_type: Literal["BRANCH", "UNIT"]
    active_to: datetime | None


class OwnUnitOut(Schema):
    code: str
    name: str


class PreferencesOut(Schema):
    language: Literal["id", "en"]
    theme: Literal["system", "light", "dark"]


class SessionLimitsOut(Schema):
    """When the session ends: after so many idle seconds, and at the latest at `expires_at`."""

    idle_seconds: int
    expires_at: datetime


class ElevationOut(Schema):
    """Customers stand open to me beyond my grants, until `ends_at`."""

    id: UUID
    tier: int
    starts_at: datetime
    ends_at: datetime


class SecondFactorOut(Schema):
    """Whether the person's role asks for a second step at sign-in, and whether one is set up."""

    required: bool
    set_up: bool


class MeOut(Schema):
    """Who is signed in, what they may do and where they start."""

    id: UUID
    username: str
    full_name: str
    initials: str
    roles: list[MyRoleOut]
    home: str
    branches: list[ScopeOut]
    units: list[OwnUnitOut]
    permissions: dict[str, dict[str, str]] = Field(description="resource -> action -> reach (OWN, PORTFOLIO, BRANCH, ALL)")
    preferences: PreferencesOut
    session: SessionLimitsOut
    elevation: ElevationOut | None
    demo: bool
    must: Literal["", "PASSWORD", "SECOND_FACTOR"] = Field(description="what the person has to do before anything else")
    second_factor: SecondFactorOut


class PreferencesIn(Strict):
    language: Literal["id", "en"] | None = None
    theme: Literal["system", "light", "dark"] | None = None


class PasswordIn(Strict):
    current_password: str = Field(min_length=1, max_length=256)
    new_password: str = Field(min_length=1, max_length=256)


class DraftKeyOut(Schema):
    """256 bits in base64, the same at every sign-in of one person."""

    key: str


class SessionOut(Schema):
    id: int
    current: bool
    by: list[str] = Field(description="how the person signed in: password, totp, webauthn, recovery_codes, sso")
    ip: str
    user_agent: str
    created_at: datetime
    last_seen_at: datetime


class SessionsOut(Schema):
    items: list[SessionOut]


class BranchOut(Schema):
    code: str
    name: str
    city: str


class BranchesOut(Schema):
    items: list[BranchOut]


class PersonOut(Schema):
    id: UUID
    username: str
    full_name: str


class PeopleOut(Schema):
    items: list[PersonOut]
