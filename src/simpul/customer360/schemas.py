"""What the 360 page and the timeline give."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field

from simpul.advice.public import AlertOut
from simpul.customers.public import CustomerCanOut, CustomerOut, InteractionsOut, ProductOut, RelationshipOut
from simpul.platform.paging import MAX_PAGE
from simpul.platform.schemas import LocalMoment


class AccountOut(Schema):
    account_hint_masked: str
    currency: str
    last_balance: Decimal | None
    last_at: datetime


class MonthOut(Schema):
    model_config = ConfigDict(populate_by_name=True)

    month: str
    money_in: Decimal = Field(alias="in")
    money_out: Decimal = Field(alias="out")


class ActivityOut(Schema):
    """Money in and out in one currency: the last 90 days, and twelve months with this one last."""

    currency: str
    transactions_90d: int
    money_in_90d: Decimal
    money_out_90d: Decimal
    series: list[MonthOut]


class TimelineKindOut(Schema):
    kind: str
    label: str


class Customer360CanOut(CustomerCanOut):
    """`export` is true only while approved emergency access to this customer lasts."""

    export: bool


class LifecycleBadgeOut(Schema):
    """The lifecycle stage of a customer, since when and why."""

    stage: str
    label: str
    since: datetime
    reason: str


class RfmBadgeOut(Schema):
    """The RFM segment of a customer, and what it lets expect of the customer's value."""

    segment: str
    segment_name: str
    clv_proxy: str
    clv_name: str
    total_score: int


class ConsentBadgeOut(Schema):
    """Consent to marketing as it stands; no status means that the customer was never asked."""

    status: Literal["GRANTED", "WITHDRAWN"] | None
    since: datetime | None


class Customer360Out(Schema):
    """Everything the page shows at once; parts that the caller's roles do not show are empty."""

    customer: CustomerOut
    products: list[ProductOut]
    alerts: list[AlertOut]
    interactions: InteractionsOut
    accounts: list[AccountOut]
    activity: ActivityOut
    relationships: list[RelationshipOut]
    lifecycle: LifecycleBadgeOut | None = Field(description="how far sales has come with the customer")
    rfm: RfmBadgeOut | None = Field(description="for who sees the customer's business")
    consent: ConsentBadgeOut | None = Field(description="for who may read it")
    tabs: list[str]
    timeline_kinds: list[TimelineKindOut]
    service_kinds: list[TimelineKindOut]
    can: Customer360CanOut


class TimelineQuery(Schema):
    """`kind` may be repeated; `from` is inclusive, `to` exclusive."""

    model_config = ConfigDict(populate_by_name=True)

    kind: list[str] = []
    since: LocalMoment | None = Field(None, alias="from")
    until: LocalMoment | None = Field(None, alias="to")
    cursor: str | None = None
    limit: Annotated[int, Field(ge=1, le=MAX_PAGE)] = 30


class TimelineEventOut(Schema):
    event_id: UUID
    kind: str
    occurred_at: datetime
    title: str
    detail: str | None
    amount: Decimal | None
    direction: Literal["IN", "OUT"] | None
    currency: str | None
    actor: str | None
    tier: int
    subject_type: str
    subject_id: str
    address: str | None


class ServiceOut(Schema):
    """A service that the customer was given: what it was, how it ended, and whether it is still under way."""

    service_id: UUID
    kind: str
    occurred_at: datetime
    title: str
    detail: str | None
    outcome: str | None
    is_open: bool
    actor: str | None
    subject_type: str
    subject_id: str


class CopilotLineOut(Schema):
    """One line of the copilot, with its reason."""

    key: Literal["identity", "case", "consent", "value", "advice"]
    label: str
    text: str
    why: str
    tone: Literal["neutral", "success", "warning", "critical"]
    address: str | None


class CopilotOut(Schema):
    """What to know about a customer in half a minute."""

    lines: list[CopilotLineOut]
    events: list[TimelineEventOut] = Field(description="the three most recent")


class ServicesOut(Schema):
    items: list[ServiceOut]
    next_cursor: str | None


class TimelineOut(Schema):
    items: list[TimelineEventOut]
    next_cursor: str | None
