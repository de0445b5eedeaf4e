"""The shapes of opportunities in the API."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from simpul.platform.paging import MAX_PAGE
from simpul.platform.schemas import Amount, Strict
from simpul.sales.schemas.leads import LeadSourceOut
from simpul.sales.schemas.shared import (
    AgingName,
    BranchCode,
    ClosedChoice,
    MoveReason,
    ProductCode,
    ReasonCode,
    SalesAgingOut,
    SalesBranchOut,
    SalesCodeOut,
    SalesCustomerOut,
    SalesDay,
    SalesPersonOut,
    SalesVersion,
    SearchText,
    StageName,
    Transition,
)
from simpul.sales.selectors.opportunities import OpportunityFilter, OpportunitySort

Month = Annotated[str, StringConstraints(pattern=r"^2[01][0-9]{2}-(0[1-9]|1[0-2])$")]
ProductInterest = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=2, max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$"),
]


class OpportunityFilters(Strict):
    """What narrows opportunities; open ones are listed unless asked otherwise."""

    stage: StageName | None = None
    mine: bool = False
    assigned_to: UUID | None = None
    branch: BranchCode | None = None
    customer_id: UUID | None = None
    closing_before: SalesDay | None = None
    closing_month: Month | None = None
    closed: ClosedChoice = "no"

    def opportunity_filter(self) -> OpportunityFilter:
        """The question as opportunities are asked."""
        return OpportunityFilter(**self.model_dump(include=set(OpportunityFilters.model_fields)))


class OpportunityListIn(OpportunityFilters):
    sort: Literal["-stage_since", "stage_since", "-created", "-value", "closing"] = "-created"
    cursor: str | None = Field(None, max_length=4_000)
    limit: int = Field(50, ge=1, le=MAX_PAGE)

    def opportunity_sort(self) -> OpportunitySort:
        """The order as opportunities are asked."""
        return OpportunitySort(self.sort)


class OpportunitySearchIn(OpportunityListIn):
    """The same with words that name the customer or the product, which stand in no address."""

    q: SearchText


class OpportunityIn(Strict):
    """An opportunity of a customer of the own portfolio, without a lead before it."""

    customer_id: UUID
    product_interest: ProductInterest
    product_code: ProductCode | None = None
    estimated_value: Amount
    expected_close_on: SalesDay


class OpportunityUpdateIn(Strict):
    """What an opportunity becomes, from the version that the change was made on."""

    version: SalesVersion
    product_interest: ProductInterest
    product_code: ProductCode | None = None
    estimated_value: Amount
    expected_close_on: SalesDay


class OpportunityMoveIn(Strict):
    """A step of the workflow, with what it asks for."""

    transition: Transition
    version: SalesVersion
    reason: MoveReason = ""
    lost_reason: ReasonCode | None = None
    won_product_code: ProductCode | None = None
    note: MoveReason = ""


class OpportunityUndoIn(Strict):
    version: SalesVersion


class OpportunityStepOut(Schema):
    """A step that the caller can take now; `needs` names what it asks for."""

    transition: str
    title: str
    to: str
    to_label: str
    needs: list[Literal["REASON", "LOST_REASON", "WON_PRODUCT"]]


class OpportunityCanOut(Schema):
    move: bool
    update: bool
    undo: bool


class OpportunityOut(Schema):
    """One opportunity, with what I may do with it."""

    id: UUID
    customer: SalesCustomerOut
    branch: SalesBranchOut
    lead_id: UUID | None
    source: LeadSourceOut | None
    product_interest: str
    product: SalesCodeOut | None
    estimated_value: Decimal
    weighted_value: Decimal
    probability: int
    stage: StageName
    own_state: str | None
    stage_label: str
    expected_close_on: date
    overdue: bool
    assigned_to: SalesPersonOut | None
    lost_reason: SalesCodeOut | None
    won_product: SalesCodeOut | None
    closed_note: str
    stage_since: datetime
    age_days: int
    aging: AgingName | None
    created_by: SalesPersonOut | None
    created_at: datetime
    updated_at: datetime
    closed_at: datetime | None
    version: int
    moves: list[OpportunityStepOut]
    can: OpportunityCanOut


class OpportunityPageOut(Schema):
    items: list[OpportunityOut]
    next_cursor: str | None


class PipelineTotalOut(Schema):
    """How many, worth how much, and how much of it by probability."""

    count: int
    value: Decimal
    weighted: Decimal


class OpportunityColumnOut(PipelineTotalOut):
    """The opportunities of one stage, the longest in it first."""

    stage: StageName
    label: str
    probability: int
    items: list[OpportunityOut]
    next_cursor: str | None = Field(description="for opportunities_list with this stage and sort=stage_since")


class OpportunityBoardOut(Schema):
    columns: list[OpportunityColumnOut]
    totals: PipelineTotalOut
    aging: SalesAgingOut
