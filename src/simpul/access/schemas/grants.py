"""What the operations on requests and grants take and give."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints

from simpul.platform.paging import MAX_PAGE
from simpul.platform.schemas import Moment, Strict

AccessStatusName = Literal["REQUESTED", "ACTIVE", "REJECTED", "WITHDRAWN", "LAPSED", "ENDED", "REVOKED", "EXPIRED"]
FindingName = Literal["FINE", "CONCERN"]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
WrittenNote = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=500)]


class AccessPersonOut(Schema):
    id: UUID
    full_name: str


class AccessBranchOut(Schema):
    code: str
    name: str


class AccessNamedOut(Schema):
    key: str
    name: str


class AccessTierOut(Schema):
    tier: int
    name: str


class AccessReasonOut(Schema):
    """`sample` reasons are for samples only."""

    key: str
    name: str
    sample: bool


class AccessOptionsOut(Schema):
    """What I may ask for."""

    reasons: list[AccessReasonOut]
    tiers: list[AccessTierOut]
    sources: list[AccessNamedOut]
    least_minutes: int
    most_minutes: int
    least_reason: int
    largest_sample: int
    longest_period_days: int
    self_approval: bool
    can: dict[str, bool] = Field(description="ask, sample, decide, follow")


class AccessLookupIn(Strict):
    identifier: Annotated[str, StringConstraints(strip_whitespace=True, min_length=4, max_length=40)]


class AccessCardOut(Schema):
    """A customer as somebody without any reach may know it: masked."""

    customer_id: UUID
    name: str
    cif: str | None
    branch: AccessBranchOut | None
    segment: str
    status: str


class AccessCardsOut(Schema):
    items: list[AccessCardOut]


class AccessRequestIn(Strict):
    """One customer or one sample. `minutes` count from the approval."""

    customer_id: UUID | None = None
    sample_id: UUID | None = None
    reason_code: Annotated[str, StringConstraints(max_length=40)]
    reason: Annotated[str, StringConstraints(max_length=2_000)]
    ticket: Annotated[str, StringConstraints(max_length=100)]
    minutes: int
    tier: int = 1


class AccessDecisionIn(Strict):
    note: Note = ""


class AccessReviewIn(Strict):
    verdict: FindingName
    note: WrittenNote


class AccessCustomerOut(Schema):
    customer_id: UUID
    name: str
    cif: str | None


class AccessSampleRefOut(Schema):
    id: UUID
    size: int | None


class AccessLatestReviewOut(Schema):
    verdict: FindingName
    reviewed_at: datetime


class AccessRequestOut(Schema):
    """A request, and the grant that it became. `acts` (what was done under it) and reviews are for compliance."""

    id: UUID
    status: AccessStatusName
    reason_code: str
    reason_name: str
    reason: str
    ticket: str
    tier: int
    minutes: int
    requested_by: AccessPersonOut
    requester_role: str
    requested_at: datetime
    customer: AccessCustomerOut | None
    sample: AccessSampleRefOut | None
    branch: AccessBranchOut | None
    decided_by: AccessPersonOut | None
    decided_at: datetime | None
    decision_note: str
    self_approved: bool
    starts_at: datetime | None
    ends_at: datetime | None
    remaining_seconds: int | None
    closed_by: AccessPersonOut | None
    closed_at: datetime | None
    close_note: str
    acts: int | None
    review: AccessLatestReviewOut | None
    mine: bool
    can: dict[str, bool] = Field(description="approve, reject, self_approve, withdraw, end, revoke, review, follow, open")


class AccessReviewOut(Schema):
    id: UUID
    verdict: FindingName
    note: str
    reviewed_at: datetime
    reviewed_by: AccessPersonOut


class AccessRequestDetailOut(AccessRequestOut):
    reviews: list[AccessReviewOut]


class AccessRequestsOut(Schema):
    items: list[AccessRequestOut]
    next_cursor: str | None


class AccessListIn(Schema):
    """`status` may be repeated; `from` is inclusive, `to` exclusive."""

    model_config = ConfigDict(populate_by_name=True)

    status: list[AccessStatusName] = []
    mine: bool = False
    requested_by: UUID | None = None
    reason_code: Annotated[str, StringConstraints(max_length=40)] | None = None
    customer_id: UUID | None = None
    reviewed: bool | None = None
    since: Moment | None = Field(None, alias="from")
    until: Moment | None = Field(None, alias="to")
    cursor: str | None = None
    limit: Annotated[int, Field(ge=1, le=MAX_PAGE)] = 50


class AccessActiveOut(Schema):
    """The grant that I act under now."""

    grant: AccessRequestOut | None


class AccessActOut(Schema):
    """A row of the trail that was written under the grant."""

    audit_id: UUID
    created_at: datetime
    action: str
    action_label: str
    object_type: str
    object_label: str | None
    customer_id: UUID | None
    outcome: Literal["ALLOWED", "DENIED", "FAILED"]
    meta: dict[str, Any]


class AccessActsOut(Schema):
    items: list[AccessActOut]
    next_cursor: str | None


class AccessMonthOut(Schema):
    month: str
    opened: int
    self_approved: int
    requested: int
    rejected: int
    concerns: int


class AccessFiguresOut(Schema):
    months: list[AccessMonthOut]
