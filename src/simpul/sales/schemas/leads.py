"""The shapes of leads in the API."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from simpul.platform.paging import MAX_PAGE
from simpul.platform.schemas import Amount, Strict
from simpul.sales.schemas.scoring import BandName, LeadScoreOut
from simpul.sales.schemas.shared import (
    AgingName,
    BranchCode,
    ClosedChoice,
    Interest,
    LeadSourceName,
    LeadStatusName,
    MoveReason,
    ProductCode,
    ReasonCode,
    SalesAgingOut,
    SalesBranchOut,
    SalesCodeOut,
    SalesCustomerOut,
    SalesNote,
    SalesPersonOut,
    SalesVersion,
    SearchText,
    Transition,
)
from simpul.sales.selectors.leads import LeadFilter, LeadSort

SourceId = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=80, pattern=r"^[A-Za-z0-9_.:-]+$"),
]


class LeadFilters(Strict):
    """What narrows leads; open ones are listed unless asked otherwise."""

    status: LeadStatusName | None = None
    mine: bool = False
    unassigned: bool = False
    assigned_to: UUID | None = None
    branch: BranchCode | None = None
    source_type: LeadSourceName | None = None
    source_id: SourceId | None = None
    aging: AgingName | None = None
    customer_id: UUID | None = None
    closed: ClosedChoice = "no"
    band: BandName | None = None

    def lead_filter(self) -> LeadFilter:
        """The question as leads are asked."""
        return LeadFilter(**self.model_dump(include=set(LeadFilters.model_fields)))


class LeadListIn(LeadFilters):
    sort: Literal["-status_since", "status_since", "-created", "-value", "-score"] = "-created"
    cursor: str | None = Field(None, max_length=4_000)
    limit: int = Field(50, ge=1, le=MAX_PAGE)

    def lead_sort(self) -> LeadSort:
        """The order as leads are asked."""
        return LeadSort(self.sort)


class LeadSearchIn(LeadListIn):
    """The same with words that name the customer or the interest, which stand in no address."""

    q: SearchText


class LeadIn(Strict):
    """What it takes to create one; without an assignee the rule decides."""

    customer_id: UUID
    source_type: LeadSourceName = "MANUAL"
    source_id: SourceId | None = None
    product_code: ProductCode | None = None
    interest: Interest = ""
    note: SalesNote = ""
    estimated_value: Amount | None = None
    assigned_to: UUID | None = None


class LeadUpdateIn(Strict):
    """What a lead becomes, from the version that the change was made on."""

    version: SalesVersion
    product_code: ProductCode | None = None
    interest: Interest = ""
    note: SalesNote = ""
    estimated_value: Amount | None = None


class LeadMoveIn(Strict):
    """A step of the workflow, with what it asks for."""

    transition: Transition
    version: SalesVersion
    reason: MoveReason = ""
    closed_reason: ReasonCode | None = None
    note: MoveReason = ""


class LeadUndoIn(Strict):
    version: SalesVersion


class LeadAssignIn(Strict):
    """Whose it becomes; nobody's when it goes back to the queue of its branch."""

    version: SalesVersion
    assigned_to: UUID | None


class LeadAssignManyIn(Strict):
    lead_ids: list[UUID] = Field(min_length=1, max_length=100)
    assigned_to: UUID | None


class LeadConvertIn(Strict):
    """The opportunity that a qualified lead becomes."""

    version: SalesVersion
    product_interest: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=2, max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$"),
    ]
    product_code: ProductCode | None = None
    estimated_value: Amount
    expected_close_on: date


class LeadCreatedOut(Schema):
    """What whoever creates a lead learns of it."""

    id: UUID
    status: LeadStatusName
    assigned_to: SalesPersonOut | None
    branch: SalesBranchOut


class LeadSourceOut(Schema):
    type: LeadSourceName
    type_label: str
    id: str | None
    label: str | None


class LeadTaskOut(Schema):
    """The nearest open task about a lead."""

    id: UUID
    title: str
    due_on: date
    overdue: bool


class LeadStepOut(Schema):
    """A step that the caller can take now; `needs` names what it asks for."""

    transition: str
    title: str
    to: str
    to_label: str
    needs: list[Literal["REASON", "CLOSED_REASON"]]
    outcome: Literal["WON", "LOST"] | None = Field(description="which reasons fit, when it closes the lead")


class LeadCanOut(Schema):
    move: bool
    update: bool
    assign: bool
    convert: bool
    undo: bool


class LeadOut(Schema):
    """One lead, with what I may do with it."""

    id: UUID
    customer: SalesCustomerOut
    branch: SalesBranchOut
    source: LeadSourceOut
    product: SalesCodeOut | None
    interest: str
    note: str
    estimated_value: Decimal | None
    assigned_to: SalesPersonOut | None
    status: LeadStatusName
    own_state: str | None
    status_label: str
    closed_reason: SalesCodeOut | None
    closed_note: str
    status_since: datetime
    age_days: int
    aging: AgingName | None
    created_by: SalesPersonOut | None
    created_at: datetime
    updated_at: datetime
    closed_at: datetime | None
    opportunity_id: UUID | None
    next_task: LeadTaskOut | None
    score: LeadScoreOut | None
    version: int
    moves: list[LeadStepOut]
    can: LeadCanOut


class LeadPageOut(Schema):
    items: list[LeadOut]
    next_cursor: str | None


class LeadColumnOut(Schema):
    """The leads of one status, the longest waiting first; a capped count is a lower bound."""

    status: LeadStatusName
    label: str
    count: int
    count_capped: bool
    value: Decimal
    items: list[LeadOut]
    next_cursor: str | None = Field(description="for leads_list with this status and sort=status_since")


class LeadBoardOut(Schema):
    columns: list[LeadColumnOut]
    aging: SalesAgingOut


class LeadAssignedOut(Schema):
    id: UUID
    ok: bool
    reason: str | None


class LeadsAssignedOut(Schema):
    results: list[LeadAssignedOut]
