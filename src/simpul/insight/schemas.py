"""The shapes of dashboards in the API."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from simpul.insight.vocabulary import Better, ChartKind, Cut, Frequency, Preset, Unit
from simpul.platform.schemas import Strict

BranchCode = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9_-]{1,20}$")]
DashboardKey = Annotated[str, StringConstraints(pattern=r"^[a-z_]{2,40}$")]


class DashboardQuery(Strict):
    """What narrows a dashboard: a branch, and a period by name or by its first and last day."""

    branch: BranchCode | None = None
    preset: Preset | None = None
    since: date | None = None
    until: date | None = None


class DashboardBranchOut(Schema):
    code: str
    name: str


class DashboardValueOut(Schema):
    """A figure; null where there is none, or where it is about fewer than five customers."""

    value: Decimal | None
    is_suppressed: bool


class DashboardPointOut(DashboardValueOut):
    since: date


class DashboardRowsOut(Schema):
    """The page that lists what was counted."""

    to: str
    search: dict[str, str | list[str]]


class DashboardTileOut(DashboardValueOut):
    """One figure; `change` is since the period of the same length before."""

    code: str
    title: str
    definition: str
    unit: Unit
    better: Better
    target: Decimal | None
    meets_target: bool | None
    previous: Decimal | None
    change: Decimal | None
    spark: list[DashboardPointOut]
    rows: DashboardRowsOut | None


class DashboardHeadOut(Schema):
    """The head of a column; of a span of days `key` is its first day."""

    key: str
    label: str


class DashboardLineOut(DashboardHeadOut):
    """One line of a chart, with a value for each column, and where its rows are listed."""

    values: list[DashboardValueOut]
    rows: DashboardRowsOut | None


class DashboardChartOut(Schema):
    """A chart as a table: lines by columns."""

    code: str
    title: str
    definition: str
    kind: ChartKind
    unit: Unit
    rows_are: Cut
    columns: list[DashboardHeadOut]
    lines: list[DashboardLineOut]
    target: Decimal | None
    rows: DashboardRowsOut | None


class DashboardCanOut(Schema):
    """What the caller may do with it."""

    export: bool


class DashboardOut(Schema):
    """A dashboard as of `as_of`, when its figures were computed; null before that happened."""

    key: str
    title: str
    text: str
    since: date
    until: date
    preset: Preset | None
    branch: str | None
    branches: list[DashboardBranchOut]
    as_of: datetime | None
    tiles: list[DashboardTileOut]
    charts: list[DashboardChartOut]
    can: DashboardCanOut


class DashboardNameOut(Schema):
    """A dashboard by its name."""

    key: str
    title: str
    text: str


class DashboardsOut(Schema):
    """The dashboards of the caller's roles, the first one first."""

    items: list[DashboardNameOut]


class DashboardPersonOut(Schema):
    id: UUID
    full_name: str


class DashboardScheduleOut(Schema):
    """A dashboard that is sent regularly."""

    id: UUID
    dashboard: str
    title: str
    branch: str | None
    preset: Preset
    frequency: Frequency
    hour: int
    recipients: list[DashboardPersonOut]
    is_active: bool
    next_at: datetime
    sent_at: datetime | None
    version: int


class DashboardSchedulesOut(Schema):
    """My schedules, the latest first, and the colleagues whom I may send a dashboard to."""

    items: list[DashboardScheduleOut]
    most: int = Field(description="how many one person may have")


class DashboardRecipientsOut(Schema):
    """Colleagues who have this dashboard as well."""

    items: list[DashboardPersonOut]


class DashboardScheduleIn(Strict):
    """What it takes to send a dashboard regularly, to oneself when nobody is named."""

    dashboard: DashboardKey
    branch: BranchCode | None = None
    preset: Preset = Preset.LAST_7
    frequency: Frequency
    hour: int = Field(ge=0, le=23)
    recipients: list[UUID] = Field(default_factory=list, max_length=20)


class DashboardScheduleUpdateIn(Strict):
    """A change of a schedule, made from the version that stands."""

    version: int
    is_active: bool
    frequency: Frequency
    hour: int = Field(ge=0, le=23)
