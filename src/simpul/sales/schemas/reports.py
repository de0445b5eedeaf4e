"""The shapes of forecasts, of the sales tab of a customer, and of what the organisation edits."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from simpul.platform.schemas import Strict
from simpul.sales.schemas.leads import LeadOut
from simpul.sales.schemas.opportunities import OpportunityOut
from simpul.sales.schemas.shared import (
    BranchCode,
    LifecycleName,
    ReasonCode,
    SalesBranchOut,
    SalesPersonOut,
    SalesVersion,
    StageName,
)

SalesName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=2, max_length=80, pattern=r"^[^\x00-\x1f\x7f]*$"),
]
Position = Annotated[int, Field(ge=0, le=999)]


class ForecastIn(Strict):
    """Which opportunities; the months begin with the present one."""

    branch: BranchCode | None = None
    assigned_to: UUID | None = None
    months: int = Field(6, ge=1, le=24)


class ForecastMonthOut(Schema):
    """Open opportunities expected to close in a month, and the value of those won in it; what is overdue counts in the present one."""

    month: str
    count: int
    value: Decimal
    weighted: Decimal
    won: Decimal


class ForecastFiguresOut(Schema):
    """Open opportunities, and those closed in the period."""

    open: int
    value: Decimal
    weighted: Decimal
    won: int
    lost: int
    won_value: Decimal
    win_rate: float | None


class ForecastPersonOut(ForecastFiguresOut):
    rm: SalesPersonOut


class ForecastBranchOut(ForecastFiguresOut):
    branch: SalesBranchOut


class ForecastPeriodOut(Schema):
    """The days between which closed opportunities count, both included."""

    from_on: date
    to_on: date


class ForecastOut(Schema):
    months: list[ForecastMonthOut]
    by_rm: list[ForecastPersonOut]
    by_branch: list[ForecastBranchOut]
    period: ForecastPeriodOut


class SalesNamesOut(Schema):
    id: str
    en: str


class SalesNamesIn(Strict):
    id: SalesName
    en: SalesName


class SalesCatalogueCanOut(Schema):
    update: bool


class OpportunityStageOut(Schema):
    stage: StageName
    name: str
    names: SalesNamesOut
    probability: int
    position: int
    is_active: bool
    is_end: bool
    version: int
    can: SalesCatalogueCanOut


class OpportunityStagesOut(Schema):
    items: list[OpportunityStageOut]


class OpportunityStageUpdateIn(Strict):
    """A stage's names, probability and place; the ends keep 100 and 0 percent."""

    version: SalesVersion
    names: SalesNamesIn
    probability: int = Field(ge=0, le=100)
    position: Position
    is_active: bool = True


class SalesReasonValuesIn(Strict):
    names: SalesNamesIn
    position: Position = 0
    is_active: bool = True


class SalesReasonIn(SalesReasonValuesIn):
    code: ReasonCode
    outcome: Literal["WON", "LOST"]


class SalesReasonUpdateIn(SalesReasonValuesIn):
    version: SalesVersion


class SalesReasonOut(Schema):
    code: str
    outcome: Literal["WON", "LOST"]
    name: str
    names: SalesNamesOut
    position: int
    is_active: bool
    version: int
    can: SalesCatalogueCanOut


class SalesReasonsOut(Schema):
    items: list[SalesReasonOut]


class SalesProductOut(Schema):
    code: str
    name: str


class SalesProductsOut(Schema):
    items: list[SalesProductOut]


class LifecycleChangeOut(Schema):
    at: datetime
    from_label: str | None
    to_label: str
    stage: LifecycleName
    reason: str


class LifecycleOut(Schema):
    stage: LifecycleName
    label: str
    since: datetime
    reason: str
    history: list[LifecycleChangeOut]


class MiniPipelineOut(Schema):
    """How many leads of the customer stand where."""

    new: int
    contacted: int
    qualified: int
    closed: int


class CustomerSalesCanOut(Schema):
    create_lead: bool
    create_opportunity: bool


class CustomerSalesOut(Schema):
    """The sales tab of a customer."""

    lifecycle: LifecycleOut | None
    pipeline: MiniPipelineOut
    leads: list[LeadOut]
    opportunities: list[OpportunityOut]
    can: CustomerSalesCanOut
