"""Shapes that leads and opportunities have in common."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError


def _within(day: date) -> date:
    if not 2000 <= day.year < 2200:
        raise PydanticCustomError("date_out_of_range", "The day lies before 2000 or after 2199.")
    return day


SalesDay = Annotated[date, AfterValidator(_within)]
AgingName = Literal["FRESH", "WAITING", "LATE"]
ClosedChoice = Literal["no", "yes", "all"]
LeadStatusName = Literal["NEW", "CONTACTED", "QUALIFIED", "CLOSED_WON", "CLOSED_LOST"]
LeadSourceName = Literal["CAMPAIGN", "MANUAL", "SERVICE_FOLLOWUP", "JOURNEY", "INTAKE_API"]
StageName = Literal["NEW", "QUALIFIED", "PROPOSAL", "NEGOTIATION", "CLOSED_WON", "CLOSED_LOST"]
LifecycleName = Literal["PROSPECT", "MARKETING_QUALIFIED", "SALES_QUALIFIED", "OPPORTUNITY", "CUSTOMER", "DORMANT"]
ReasonCode = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,29}$")]
ProductCode = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,29}$")]
BranchCode = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[A-Za-z0-9_-]+$")]
Transition = Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=r"^[A-Za-z0-9_]+$")]
Interest = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")]
SalesNote = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000, pattern=r"^[^\x00]*$")]
MoveReason = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500, pattern=r"^[^\x00]*$")]
SearchText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=2, max_length=200, pattern=r"^[^\x00]*$"),
]
SalesVersion = Annotated[int, Field(ge=1, le=2_147_483_647)]


class SalesPersonOut(Schema):
    id: UUID
    full_name: str


class SalesBranchOut(Schema):
    code: str
    name: str


class SalesCodeOut(Schema):
    code: str
    name: str


class SalesCustomerOut(Schema):
    """A customer by the name that the caller reads; one out of reach has a masked name and no page to open."""

    id: UUID
    name: str
    reached: bool


class SalesStepOut(Schema):
    """One entry of a history."""

    at: datetime
    by: SalesPersonOut | None
    title: str
    from_label: str | None
    to_label: str
    reason: str


class SalesHistoryOut(Schema):
    items: list[SalesStepOut]


class SalesAgingOut(Schema):
    """From how many days on something waits, and from how many it is late."""

    waiting_days: int
    late_days: int


class SalesPeopleOut(Schema):
    items: list[SalesPersonOut]
