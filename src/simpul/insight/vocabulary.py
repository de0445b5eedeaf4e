"""Closed lists of dashboards."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from django.db.models import TextChoices

from simpul.platform.text import Text

RESOURCE = "dashboard"
DASHBOARD, SCHEDULE = "DASHBOARD", "DASHBOARD_SCHEDULE"
DATA_SET = "dashboard"
NOTICE = "insight.dashboard_ready"
# A group of fewer customers is not shown.
LEAST_CUSTOMERS = 5
# Figures that belong to nobody in particular; a key of the read model is never null.
NOBODY = UUID(int=0)

# The figures of all branches together, kept beside those of each.
WHOLE = "*"


class Unit(StrEnum):
    """What a figure counts in."""

    COUNT = "COUNT"
    PERCENT = "PERCENT"
    SECONDS = "SECONDS"
    MONEY = "MONEY"
    PER_DAY = "PER_DAY"


class Kind(StrEnum):
    """A flow counts what happened on each day; a state is how things stood when the day ended."""

    FLOW = "FLOW"
    STATE = "STATE"


class Combine(StrEnum):
    """How the rows of several days become one figure."""

    SUM = "SUM"
    RATIO = "RATIO"
    MEDIAN = "MEDIAN"
    DISTINCT = "DISTINCT"


class Better(StrEnum):
    """Which direction of a figure is the good one."""

    HIGHER = "HIGHER"
    LOWER = "LOWER"
    NEITHER = "NEITHER"


class Cut(StrEnum):
    """By what a chart divides a measure."""

    PERIOD = "PERIOD"
    KEY = "KEY"
    BRANCH = "BRANCH"
    STAFF = "STAFF"


class ChartKind(StrEnum):
    """How a chart is drawn."""

    BARS = "BARS"
    STACKED = "STACKED"
    LINE = "LINE"
    FUNNEL = "FUNNEL"
    HEAT = "HEAT"


class Preset(TextChoices):
    """Periods that are named rather than dated."""

    LAST_7 = "last_7"
    LAST_30 = "last_30"
    LAST_90 = "last_90"
    MONTH = "month"
    LAST_MONTH = "last_month"
    YEAR = "year"


class Frequency(TextChoices):
    """How often a dashboard is sent."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"


PRESETS = {
    Preset.LAST_7: Text(id="7 hari terakhir", en="Last 7 days"),
    Preset.LAST_30: Text(id="30 hari terakhir", en="Last 30 days"),
    Preset.LAST_90: Text(id="90 hari terakhir", en="Last 90 days"),
    Preset.MONTH: Text(id="Bulan ini", en="This month"),
    Preset.LAST_MONTH: Text(id="Bulan lalu", en="Last month"),
    Preset.YEAR: Text(id="Tahun ini", en="This year"),
}
