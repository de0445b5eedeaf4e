"""What the audit explorer asks and shows."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Field, Schema

from simpul.oversight.selectors.audit import AuditFilter
from simpul.platform.schemas import LocalMoment, Strict


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
    since: LocalMoment | None = Field(None, alias="from")
    until: LocalMoment | None = Field(None, alias="to")
    cursor: str | None = Field(None, max_length=400)
    limit: int = Field(50, ge=1, le=100)

    def wanted(self) -> AuditFilter:
        """The filter as the trail is asked."""
        return AuditFilter(
            action=tuple(self.action),
            actor=self.actor,
            object_type=self.object_type,
            object_id=self.object_id,
            customer_id=self.customer_id,
            branch=self.branch,
            outcome=self.outcome,
            request_id=self.request_id,
            since=self.since,
            until=self.until,
        )


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
    object_type_label: str
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
    outcome_label: str
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


class AuditElevationOut(Schema):
    """The break-glass grant under which a record was made, as far as the reader may know of it."""

    id: UUID
    user: AuditActorOut | None
    tier: int
    reason_type: str
    starts_at: datetime
    ends_at: datetime
    revoked_at: datetime | None


class SubjectActionOut(Schema):
    action: str
    label: str
    count: int


class SubjectPersonOut(Schema):
    """What one person did about the customer; `reasons` are the latest that were given."""

    actor: AuditActorOut | None
    roles: list[str]
    count: int
    denied: int
    elevated: int
    first_at: datetime
    last_at: datetime
    actions: list[SubjectActionOut]
    reasons: list[str]


class AuditSubjectOut(Schema):
    """Everything the trail holds about one customer, by whom; `capped` counts the latest records only."""

    customer_id: UUID
    customer_label: str | None
    records: int
    capped: bool
    people: list[SubjectPersonOut]


class AuditFilters(AuditQuery, Strict):
    """The explorer's filter in a body."""


class AuditFilterIn(Strict):
    """A filter to keep: its name, the explorer's filter, and the role that may use it too."""

    name: str = Field(min_length=1, max_length=80)
    filters: AuditFilters
    shared_with: str | None = Field(None, max_length=30)
    version: int = 0

    def kept(self) -> dict[str, Any]:
        """The filter as the explorer's parameters, without those that are not set."""
        told = self.filters.model_dump(mode="json", by_alias=True, exclude={"cursor", "limit"}, exclude_none=True)
        return {name: value for name, value in told.items() if value != []}


class AuditFilterCanOut(Schema):
    update: bool


class AuditFilterOut(Schema):
    """A saved filter; `filters` are the explorer's own parameters."""

    id: UUID
    name: str
    filters: dict[str, str | list[str]]
    owner: AuditActorOut | None
    shared_with: str | None
    shared_with_name: str | None
    version: int
    can: AuditFilterCanOut


class AuditFiltersOut(Schema):
    items: list[AuditFilterOut]


class RemovedOut(Schema):
    removed: bool


class AuditRecordOut(Schema):
    record: AuditOut
    seal: AuditSealOut | None
    same_request: list[AuditOut]
    same_transaction: list[AuditOut]
    elevation: AuditElevationOut | None


class FacetOut(Schema):
    key: str
    label: str


class AuditFacetsOut(Schema):
    """What can be filtered by."""

    actions: list[FacetOut]
    object_types: list[FacetOut]
    outcomes: list[FacetOut]
