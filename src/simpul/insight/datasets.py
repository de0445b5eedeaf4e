"""A dashboard as a data set for export: its figures and charts, one value a row, suppressed as on the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from simpul.insight.policies import can_read_dashboard
from simpul.insight.schemas import DashboardKey, DashboardQuery
from simpul.insight.selectors.schedules import dashboard_find
from simpul.insight.selectors.shapes import DashboardAnswer
from simpul.insight.services.dashboards import dashboard_get
from simpul.insight.vocabulary import DATA_SET, RESOURCE
from simpul.platform.actor import ALLOW, Actor, Verdict
from simpul.platform.errors import Invalid
from simpul.platform.exports import Column, DataSet, Rows
from simpul.platform.text import Text
from simpul.platform.validation import field_messages

_COLUMNS = (
    Column("part", Text(id="Bagian", en="Part")),
    Column("line", Text(id="Baris", en="Line")),
    Column("column", Text(id="Kolom", en="Column")),
    Column("value", Text(id="Nilai", en="Value")),
    Column("unit", Text(id="Satuan", en="Unit")),
    Column("suppressed", Text(id="Kurang dari 5 nasabah", en="Fewer than 5 customers")),
    Column("target", Text(id="Target", en="Target")),
    Column("previous", Text(id="Periode sebelumnya", en="Period before")),
)


class DashboardExportFilter(DashboardQuery):
    """Which dashboard, and what narrows it."""

    dashboard: DashboardKey


@dataclass(frozen=True)
class Accepted:
    """An accepted filter."""

    filter: DashboardExportFilter


def accept_filter(given: Mapping[str, Any]) -> Accepted:
    """The filter of the page with its dashboard. Raises: Invalid, naming `filter.<field>`."""
    try:
        return Accepted(DashboardExportFilter.model_validate(dict(given)))
    except ValidationError as error:
        located = [{**each, "loc": ("body", "filter", *each["loc"])} for each in error.errors()]
        raise Invalid(field_messages(located)) from None


def _may(actor: Actor, accepted: Accepted | None) -> Verdict:
    if accepted is None:
        return ALLOW
    board = dashboard_find(actor, accepted.filter.dashboard)
    return can_read_dashboard(actor, board.roles, accepted.filter.branch)


def dashboard_lines(answer: DashboardAnswer) -> list[list[Any]]:
    """Every value of a dashboard that is shown: figures first, then charts line by line."""
    lines: list[list[Any]] = [
        [
            "figure",
            tile.title,
            "",
            tile.value,
            tile.unit,
            tile.is_suppressed,
            tile.target,
            tile.previous,
        ]
        for tile in answer.tiles
    ]
    for chart in answer.charts:
        for line in chart.lines:
            for head, value in zip(chart.columns, line.values, strict=True):
                shown = [value.value, chart.unit, value.is_suppressed]
                lines.append([chart.title, line.label, head.label, *shown, chart.target, None])
    return lines


def _read(actor: Actor, accepted: Accepted) -> list[list[Any]]:
    given = accepted.filter
    answer = dashboard_get(
        actor=actor,
        key=given.dashboard,
        branch=given.branch,
        preset=given.preset,
        since=given.since,
        until=given.until,
    )
    return dashboard_lines(answer)


def _page(actor: Actor, accepted: Accepted, position: int | None, limit: int) -> Rows:
    first = position or 0
    every = _read(actor, accepted)
    last = first + limit
    return Rows(every[first:last], last if last < len(every) else None)


DASHBOARD_SET = DataSet(
    key=DATA_SET,
    title=Text(id="Dasbor", en="Dashboard"),
    resource=RESOURCE,
    columns=_COLUMNS,
    accept=accept_filter,
    described=lambda accepted: accepted.filter.model_dump(mode="json", exclude_defaults=True),
    count=lambda actor, accepted, most: min(most, len(_read(actor, accepted))),
    page=_page,
    may=_may,
)
