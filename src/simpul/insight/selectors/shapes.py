"""What a dashboard answers with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True)
class Value:
    """A figure; None where there is none, or where it is about fewer than five customers."""

    value: Decimal | None
    is_suppressed: bool = False


@dataclass(frozen=True)
class SparkPoint:
    """One point of a sparkline."""

    since: date
    value: Decimal | None
    is_suppressed: bool


@dataclass(frozen=True)
class Link:
    """Where the rows of a figure are listed."""

    to: str
    search: dict[str, str | list[str]]


@dataclass(frozen=True)
class Tile:
    """One figure of the top row."""

    code: str
    title: str
    definition: str
    unit: str
    better: str
    value: Decimal | None
    is_suppressed: bool
    target: Decimal | None
    meets_target: bool | None
    previous: Decimal | None
    change: Decimal | None
    spark: list[SparkPoint]
    rows: Link | None


@dataclass(frozen=True)
class Head:
    """What a row or a column of a chart is called; of a span `key` is its first day."""

    key: str
    label: str


@dataclass(frozen=True)
class Line:
    """One row of a chart: a value for each column."""

    key: str
    label: str
    values: list[Value]
    rows: Link | None = None


@dataclass(frozen=True)
class ChartAnswer:
    """One chart as a table: lines by columns."""

    code: str
    title: str
    definition: str
    kind: str
    unit: str
    rows_are: str
    columns: list[Head]
    lines: list[Line]
    target: Decimal | None
    rows: Link | None = None


@dataclass(frozen=True)
class Choice:
    """A branch that the reader may narrow to."""

    code: str
    name: str


@dataclass(frozen=True)
class DashboardAnswer:
    """A dashboard for one reader."""

    key: str
    title: str
    text: str
    since: date
    until: date
    preset: str | None
    branch: str | None
    branches: list[Choice]
    as_of: datetime | None
    tiles: list[Tile]
    charts: list[ChartAnswer]
    can: dict[str, bool] = field(default_factory=dict)
