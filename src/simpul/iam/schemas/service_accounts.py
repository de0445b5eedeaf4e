"""What the operations on service accounts take and give."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from simpul.iam.schemas.account import RoleOut
from simpul.platform.schemas import Strict

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=80)]
Purpose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=300)]


class MakerOut(Schema):
    id: UUID
    full_name: str


class KeyCanOut(Schema):
    revoke: bool


class ServiceKeyOut(Schema):
    """A key as it can be shown: never the key itself."""

    id: UUID
    name: str
    prefix: str
    state: Literal["ACTIVE", "EXPIRED", "REVOKED"]
    operations: list[str]
    per_minute: int
    created_at: datetime
    created_by: MakerOut
    expires_at: datetime
    last_used_at: datetime | None
    last_used_ip: str | None
    revoked_at: datetime | None
    can: KeyCanOut


class AccountCanOut(Schema):
    update: bool
    create_key: bool


class ServiceAccountOut(Schema):
    """A program of the organisation with its rights and keys."""

    id: UUID
    username: str
    name: str
    purpose: str
    status: Literal["ACTIVE", "SUSPENDED"]
    roles: list[RoleOut]
    branches: list[str]
    created_at: datetime
    created_by: MakerOut
    keys: list[ServiceKeyOut]
    version: int
    can: AccountCanOut


class ServiceAccountsOut(Schema):
    items: list[ServiceAccountOut]


class KeyOperationOut(Schema):
    operation_id: str
    method: str
    path: str
    resource: str
    description: str


class KeyOperationsOut(Schema):
    """What a key can be made for, and how long a key may live."""

    items: list[KeyOperationOut]
    longest_days: int


class ServiceAccountIn(Strict):
    username: str = Field(pattern=r"^[a-z0-9][a-z0-9._-]{2,59}$")
    name: Name
    purpose: Purpose
    roles: list[str] = Field(min_length=1, max_length=10)
    branches: list[str] = Field(default=[], max_length=500)


class ServiceAccountUpdateIn(Strict):
    """Fields left out stay."""

    version: int = Field(ge=1)
    name: Name | None = None
    purpose: Purpose | None = None
    active: bool | None = None
    roles: list[str] | None = Field(default=None, min_length=1, max_length=10)
    branches: list[str] | None = Field(default=None, max_length=500)


class ServiceKeyIn(Strict):
    name: Name
    operations: list[str] = Field(min_length=1, max_length=200)
    expires_at: datetime
    per_minute: int = Field(default=60, ge=1, le=6000)
