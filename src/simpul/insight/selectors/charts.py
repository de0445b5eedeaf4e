"""Charts as tables: a measure by span, key, branch or colleague, and by a second of these."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from simpul.iam.public import names
from simpul.insight.selectors.boards import Chart, Dashboard
from simpul.insight.selectors.figures import Amount, Amounts, Reach, Run, figures_read
from simpul.insight.selectors.measures import MEASURES, Measure
from simpul.insight.selectors.periods import Period, Span
from simpul.insight.selectors.shapes import ChartAnswer, Head, Line, Value
from simpul.insight.selectors.suppression import hidden_cells
from simpul.insight.selectors.tiles import is_known, rows_link, value_of
from simpul.insight.vocabulary import NOBODY, Cut
from simpul.platform.actor import Actor
from simpul.platform.db import query
from simpul.platform.text import Text

_CATEGORIES = "SELECT category_code, category_name, name_en FROM crm.case_categories"
_NO_BRANCH = Text(id="Tanpa cabang", en="No branch")
Cells = Mapping[tuple[str, str], Amount]


def is_trend(chart: Chart) -> bool:
    """Whether a chart is the course of one figure."""
    return chart.rows is Cut.PERIOD and chart.columns is None


def charts_of(
    actor: Actor,
    board: Dashboard,
    period: Period,
    branch: str | None,
    reach: Reach,
    moving: Amounts,
    runs: Mapping[str, Run],
    places: Mapping[str, str],
) -> list[ChartAnswer]:
    """The charts of a dashboard; those that are cut alike are read together."""
    read: dict[tuple[Cut, Cut | None], Amounts] = {}
    for chart in board.charts:
        cut = (chart.rows, chart.columns)
        if cut in read or is_trend(chart):
            continue
        codes = [each.measure for each in board.charts if (each.rows, each.columns) == cut]
        spans = period.spans if Cut.PERIOD in cut else (period.span,)
        read[cut] = figures_read(codes, spans, reach, chart.rows, chart.columns)
    found = {
        chart.code: _from_second(moving.get(chart.measure, {})) if is_trend(chart) else read[chart.rows, chart.columns].get(chart.measure, {})
        for chart in board.charts
    }
    labels = _labels(board, found, places)
    charts = [_chart(chart, found[chart.code], period, runs.get(chart.measure), labels) for chart in board.charts]
    return [_linked(actor, chart, period, branch, answer) for chart, answer in zip(board.charts, charts, strict=True)]


def _linked(actor: Actor, chart: Chart, period: Period, branch: str | None, answer: ChartAnswer) -> ChartAnswer:
    """The chart with the way to its rows, and of each line by branch or key to those of the line."""
    measure = MEASURES[chart.measure]
    whole = rows_link(actor, measure, period, branch)
    if whole is None:
        return answer
    by_branch = chart.rows is Cut.BRANCH and measure.rows is not None and measure.rows.branch_as is not None
    by_key = chart.rows is Cut.KEY and measure.rows is not None and measure.rows.key != ""
    lines = answer.lines
    if by_branch:
        lines = [replace(line, rows=rows_link(actor, measure, period, line.key) if line.key else None) for line in lines]
    elif by_key:
        lines = [replace(line, rows=rows_link(actor, measure, period, branch, line.key)) for line in lines]
    return replace(answer, rows=whole, lines=lines)


def _from_second(groups: Cells) -> Cells:
    """The spans of the period alone: the first one that was read is the period before."""
    return {(str(int(row) - 1), column): amount for (row, column), amount in groups.items() if row != "0"}


def _chart(
    chart: Chart,
    cells: Cells,
    period: Period,
    run: Run | None,
    labels: Mapping[Cut, Mapping[str, str]],
) -> ChartAnswer:
    measure = MEASURES[chart.measure]
    heads = _heads(chart.columns, measure, [column for _, column in cells], period, labels)
    lines = _heads(chart.rows, measure, [row for row, _ in cells], period, labels)
    rows, columns = [key for key, _ in lines], [key for key, _ in heads]
    hidden = hidden_cells({cell: cells[cell].people for cell in cells}, rows, columns)
    spans = {str(at): span for at, span in enumerate(period.spans)}

    def cell_value(row: str, column: str) -> Value:
        if (row, column) in hidden:
            return Value(None, True)
        span = spans.get(row if chart.rows is Cut.PERIOD else column, period.span)
        known = is_known(measure, run, span)
        return value_of(measure, cells.get((row, column)) or Amount(distinct=0), known)

    drawn = [Line(_key(row, chart.rows, spans), label, [cell_value(row, column) for column in columns]) for row, label in lines]
    if chart.rows in (Cut.BRANCH, Cut.STAFF) or (chart.rows is Cut.KEY and not (measure.keys and measure.shows_all_keys)):
        drawn.sort(key=lambda line: (-_size(line), line.label))
    return ChartAnswer(
        code=chart.code,
        title=str(chart.title),
        definition=str(measure.definition),
        kind=chart.kind.value,
        unit=measure.unit.value,
        rows_are=chart.rows.value,
        columns=[Head(_key(key, chart.columns, spans), label) for key, label in heads],
        lines=drawn[: chart.most] if chart.rows is not Cut.PERIOD else drawn,
        target=measure.target,
    )


def _size(line: Line) -> Decimal:
    """What lines are ordered by: what they show."""
    return sum((each.value or Decimal(0) for each in line.values), Decimal(0))


def _key(key: str, cut: Cut | None, spans: Mapping[str, Span]) -> str:
    """A span goes by its first day; a colleague by no key, for only the name is shown."""
    if cut is Cut.PERIOD:
        return spans[key].first.isoformat()
    return "" if cut is Cut.STAFF else key


def _heads(
    cut: Cut | None,
    measure: Measure,
    present: Sequence[str],
    period: Period,
    labels: Mapping[Cut, Mapping[str, str]],
) -> list[tuple[str, str]]:
    """The rows or columns in their order: spans and named keys all, others as far as they occur."""
    if cut is None:
        return [("", str(measure.title))]
    if cut is Cut.PERIOD:
        return [(str(at), span.first.isoformat()) for at, span in enumerate(period.spans)]
    if cut is Cut.KEY and measure.keys:
        shown = measure.keys if measure.shows_all_keys else sorted(set(present) & measure.keys.keys())
        return [(key, str(measure.keys[key])) for key in shown]
    known = labels.get(cut, {})
    return [(key, known.get(key, key)) for key in sorted(set(present)) if key != str(NOBODY)]


def _labels(board: Dashboard, found: Mapping[str, Cells], places: Mapping[str, str]) -> dict[Cut, Mapping[str, str]]:
    """What branches, colleagues and categories are called; what is needed alone is looked up."""
    staff = {UUID(row) for chart in board.charts if chart.rows is Cut.STAFF for row, _ in found[chart.code]}
    called = {str(key): name for key, name in names(people=staff).people.items()} if staff else {}
    has_codes = any(chart.rows is Cut.KEY and not MEASURES[chart.measure].keys for chart in board.charts)
    codes = query(_CATEGORIES) if has_codes else []
    categories = {row["category_code"]: str(Text(id=row["category_name"], en=row["name_en"])) for row in codes}
    return {
        Cut.BRANCH: {**places, "": str(_NO_BRANCH)},
        Cut.STAFF: called,
        Cut.KEY: categories,
    }
