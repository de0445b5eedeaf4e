"""The shapes of a working day in the API."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from ninja import Schema

from simpul.cockpit.selectors.portfolio import PortfolioFilter, PortfolioSort
from simpul.customers.public import BranchRefOut
from simpul.platform.schemas import Strict


class DayCountOut(Schema):
    """How many activities a day saw."""

    day: date
    count: int


class ActivityTargetOut(Schema):
    """One's own activities of today beside the target, and of the seven days that end today."""

    goal: int
    today: int
    week: list[DayCountOut]


class TaskCountsOut(Schema):
    """One's own open tasks: late, due today, and due within the six days after."""

    overdue: int
    today: int
    week: int


class LeadCountsOut(Schema):
    """One's own open leads: all, new ones, and those that have stayed in a status for too long."""

    open: int
    new: int
    late: int


class StageSumOut(Schema):
    """One stage of the own pipeline."""

    stage: str
    label: str
    probability: int
    count: int
    value: Decimal
    weighted: Decimal


class PipelineOut(Schema):
    """One's own open opportunities, by stage and in all."""

    count: int
    value: Decimal
    weighted: Decimal
    stages: list[StageSumOut]


class PortfolioCountsOut(Schema):
    """The customers that one serves, and those without contact for `quiet_days` or more."""

    customers: int
    quiet: int
    quiet_days: int


class CockpitOut(Schema):
    """My day. A part that the caller's grants do not open is null."""

    day: date
    activities: ActivityTargetOut | None
    tasks: TaskCountsOut | None
    leads: LeadCountsOut | None
    pipeline: PipelineOut | None
    portfolio: PortfolioCountsOut | None


class AlertNameOut(Schema):
    """An alert by its name."""

    code: str
    title: str
    severity: str


class PortfolioRowOut(Schema):
    """A customer of one's own portfolio; money is null for roles that are not shown it."""

    customer_id: UUID
    name: str
    cif_masked: str | None
    is_vip: bool
    segment_code: str
    branch: BranchRefOut
    balance: Decimal | None
    money_in_90d: Decimal | None
    last_contact_at: datetime | None
    last_contact_channel: str | None
    quiet_since: datetime
    is_quiet: bool
    open_tasks: int
    lead_status: str | None
    advice: int
    alerts: list[AlertNameOut]


class PortfolioOut(Schema):
    items: list[PortfolioRowOut]
    next_cursor: str | None


class PortfolioQuery(Strict):
    """What narrows and orders the portfolio."""

    show: PortfolioFilter = PortfolioFilter.ALL
    sort: PortfolioSort = PortfolioSort.QUIETEST
