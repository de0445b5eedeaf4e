"""What the audit explorer asks and shows."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Field, Schema


class AuditQuery(Schema):
    """Filters of the explorer; `action` may be given several times."""

    action: list[str] = Field(default_factory=list, max_length=20)
    actor: UUID | None = None
    object_type: str | None = Field(None, max_length=60)
    object_id: str | None = Field(None, max_length=200)
    customer_id: UUID | None = None
    branch: str | None = Field(None, max_length=20)
    outcome: Literal["ALLOWED", "DENIED", "FAILED"] | None = None
    request_id: str | None = Field(None, max_length=64)
    since: datetime | None = Field(None, alias="from")
    until: datetime | None = Field(None, alias="to")
    cursor: str | None = Field(None, max_length=400)
    limit: int = Field(50, ge=1, le=100)


class AuditActorOut(Schema):
    id: UUID
    username: str
    full_name: str


class AuditOut(Schema):
    """One record; `meta` holds masked or hashed values only."""

    audit_id: UUID
    created_at: datetime
    action: str
    action_label: str
    object_type: str
    object_id: str
    object_label: str | None
    customer_id: UUID | None
    customer_label: str | None
    branch_code: str | None
    actor: AuditActorOut | None
    actor_role_key: str | None
    actor_role: str | None
    ip_address: str | None
    user_agent: str | None
    request_id: str | None
    elevation_id: UUID | None
    outcome: Literal["ALLOWED", "DENIED", "FAILED"]
    meta: dict[str, Any]
    sealed: bool


class AuditSealOut(Schema):
    """The signed block that covers a record: whoever changes the record afterwards is found out."""

    number: int
    sealed_at: datetime
    rows: int
    key_id: str
    root: str


class AuditPageOut(Schema):
    items: list[AuditOut]
    next_cursor: str | None


class AuditRecordOut(Schema):
    record: AuditOut
    seal: AuditSealOut | None
    same_request: list[AuditOut]


class FacetOut(Schema):
    key: str
    label: str


class AuditFacetsOut(Schema):
    """What can be filtered by."""

    actions: list[FacetOut]
    object_types: list[str]
    outcomes: list[str]
