"""The shapes of rights requests in the API."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from simpul.platform.paging import MAX_PAGE
from simpul.platform.schemas import Moment, Strict
from simpul.stewardship.selectors.requests import RightsFilter, RightsSort

RightsKindName = Literal["ACCESS", "CORRECTION", "RESTRICTION", "ERASURE", "WITHDRAWAL", "PORTABILITY", "OBJECTION"]
RightsStatusName = Literal["RECEIVED", "IN_PROGRESS", "WAITING_APPROVAL", "DONE", "REFUSED", "WITHDRAWN"]
RightsStateName = Literal["open", "closed", "RECEIVED", "IN_PROGRESS", "WAITING_APPROVAL", "DONE", "REFUSED", "WITHDRAWN"]
ReceivedName = Literal["BRANCH", "CALL_CENTER", "EMAIL", "LETTER", "WEB", "WHATSAPP"]
RefusalName = Literal["RETENTION", "LEGAL_HOLD", "NOT_VERIFIED", "UNFOUNDED", "OTHER"]
Details = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000, pattern=r"^[^\x00]*$")]
Outcome = Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=2_000, pattern=r"^[^\x00]*$")]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500, pattern=r"^[^\x00]*$")]
Missing = Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=500, pattern=r"^[^\x00]*$")]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1_000, pattern=r"^[^\x00]*$")]


class RightsRequestIn(Strict):
    """What the person asks for. Without `received_at` it was received now; `verification_id` is one of the caller's that still holds."""

    customer_id: UUID
    kind: RightsKindName
    received_by: ReceivedName
    received_at: Moment | None = None
    details: Details = ""
    verification_id: UUID | None = None
    evidence_document_id: UUID | None = None


class RightsVerifyIn(Strict):
    verification_id: UUID


class RightsAssignIn(Strict):
    owner_id: UUID


class RightsOutcomeIn(Strict):
    outcome: Outcome


class RightsApproveIn(Strict):
    """`confirmation` repeats the word HAPUS where the approval erases a person's data."""

    note: Note = ""
    confirmation: Annotated[str, StringConstraints(strip_whitespace=True, max_length=20)] = ""


class RightsReturnIn(Strict):
    note: Missing


class RightsRefuseIn(Strict):
    """Why not; OTHER takes words as well."""

    code: RefusalName
    reason: Reason = ""


class RightsFilters(Strict):
    """What narrows the list."""

    state: RightsStateName | None = None
    kind: RightsKindName | None = None
    branch: Annotated[str, StringConstraints(max_length=20)] | None = None
    mine: bool = False
    overdue: bool = False
    customer_id: UUID | None = None
    sort: Literal["due", "-received"] = "due"

    def as_filter(self) -> RightsFilter:
        """The question as the list is asked."""
        return RightsFilter(self.state, self.kind, self.branch, self.mine, self.overdue, self.customer_id, RightsSort(self.sort))

    def describe_given(self) -> Mapping[str, Any]:
        """What of it was given, for the trail."""
        return self.model_dump(mode="json", exclude_defaults=True)


class RightsListIn(RightsFilters):
    cursor: str | None = None
    limit: int = Field(50, ge=1, le=MAX_PAGE)


class RightsPersonOut(Schema):
    id: UUID
    full_name: str


class RightsBranchOut(Schema):
    code: str
    name: str


class RightsCustomerOut(Schema):
    """A customer by the name that the caller reads; one out of reach has no page to open."""

    id: UUID
    name: str
    reached: bool


class RightsCanOut(Schema):
    """What the caller may do with the request as it stands."""

    verify: bool
    take: bool
    assign: bool
    complete: bool
    propose: bool
    approve: bool
    send_back: bool
    refuse: bool
    withdraw: bool


class RightsRequestOut(Schema):
    """One request, with what I may do with it."""

    request_id: UUID
    customer: RightsCustomerOut
    branch: RightsBranchOut
    kind: RightsKindName
    kind_name: str
    details: str
    received_by: ReceivedName
    received_by_name: str
    received_at: datetime
    due_at: datetime
    overdue: bool
    verification_method: str | None
    evidence_document_id: UUID | None
    owner: RightsPersonOut | None
    status: RightsStatusName
    outcome: str
    corrected_fields: list[str]
    refusal_code: RefusalName | None
    refusal_name: str | None
    refusal_reason: str
    handled_by: RightsPersonOut | None
    handled_at: datetime | None
    approved_by: RightsPersonOut | None
    approval_note: str
    closed_at: datetime | None
    closed_by: RightsPersonOut | None
    version: int
    created_by: RightsPersonOut | None
    needs_approval: bool
    can: RightsCanOut


class RightsBlockerOut(Schema):
    """One reason why data may not be erased yet, with the code that a refusal takes."""

    code: Literal["RETENTION", "LEGAL_HOLD"]
    reason: str


class RightsPackOut(Schema):
    """Whether the data can be handed over, and until when."""

    status: Literal["PENDING", "READY", "EXPIRED"]
    size: int
    made_at: datetime | None
    expires_at: datetime | None
    can_open: bool


class RightsRequestDetailOut(RightsRequestOut):
    """One request with its pack, and with what keeps data from being erased."""

    pack: RightsPackOut | None
    blockers: list[RightsBlockerOut]


class RightsRequestPageOut(Schema):
    items: list[RightsRequestOut]
    next_cursor: str | None


class RightsOwnersOut(Schema):
    """Whom a request can be given to."""

    items: list[RightsPersonOut]


class LimitReasonIn(Strict):
    reason: Missing


class LimitReviewIn(Strict):
    """What came of looking at the decisions that were made automatically."""

    note: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=1_000, pattern=r"^[^\x00]*$")]


class LimitListIn(Strict):
    kind: Literal["RESTRICTION", "OBJECTION"] | None = None
    standing: bool | None = None
    unreviewed: bool = False
    customer_id: UUID | None = None
    cursor: str | None = None
    limit: int = Field(50, ge=1, le=MAX_PAGE)


class LimitCanOut(Schema):
    end: bool
    review: bool


class LimitOut(Schema):
    """A restriction or an objection that stands, or stood, for a person."""

    limit_id: UUID
    request_id: UUID
    customer: RightsCustomerOut
    kind: Literal["RESTRICTION", "OBJECTION"]
    kind_name: str
    started_at: datetime
    started_by: RightsPersonOut | None
    ended_at: datetime | None
    ended_by: RightsPersonOut | None
    end_reason: str
    reviewed_at: datetime | None
    reviewed_by: RightsPersonOut | None
    review_note: str
    can: LimitCanOut


class LimitPageOut(Schema):
    items: list[LimitOut]
    next_cursor: str | None


class HoldIn(Strict):
    customer_id: UUID
    reason: Missing


class HoldOut(Schema):
    """A legal hold on a person's data."""

    hold_id: UUID
    customer: RightsCustomerOut
    reason: str
    placed_at: datetime
    placed_by: RightsPersonOut | None
    lifted_at: datetime | None
    lifted_by: RightsPersonOut | None
    lift_reason: str


class HoldPageOut(Schema):
    items: list[HoldOut]
    next_cursor: str | None
