"""The figures above: value, target, change since the period before, and their course."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from simpul.insight.policies import sees_rows
from simpul.insight.selectors.figures import Amount, Amounts, Run
from simpul.insight.selectors.measures import Measure
from simpul.insight.selectors.periods import Period, Span
from simpul.insight.selectors.shapes import Link, SparkPoint, Tile, Value
from simpul.insight.selectors.suppression import hidden_groups
from simpul.insight.vocabulary import Better, Combine, Kind
from simpul.platform.actor import Actor


def tile_of(
    actor: Actor,
    measure: Measure,
    moving: Amounts,
    distinct: Amounts,
    run: Run | None,
    period: Period,
    branch: str | None,
) -> Tile:
    """One figure. `moving` counts by span, the period before first; `distinct` that period and this."""
    groups = moving.get(measure.code, {})
    points = [groups.get((str(at), "")) for at in range(1, len(period.spans) + 1)]
    if measure.combine is Combine.DISTINCT:
        groups = distinct.get(measure.code, {})
        now = groups.get(("1", "")) or Amount(distinct=0)
    else:
        now = _whole(measure, points)
    empty = Amount(distinct=0)
    known = [is_known(measure, run, span) for span in period.spans]
    value = value_of(measure, now, known[-1])
    before = groups.get(("0", "")) or empty
    previous = value_of(measure, before, is_known(measure, run, period.before))
    hidden = hidden_groups({at: point.people for at, point in enumerate(points) if point is not None})
    spark = [
        SparkPoint(span.first, None, True) if at in hidden else SparkPoint(span.first, value_of(measure, point or empty, known[at]).value, False)
        for at, (span, point) in enumerate(zip(period.spans, points, strict=True))
    ]
    change = None
    if value.value is not None and previous.value is not None:
        change = value.value - previous.value
    return Tile(
        code=measure.code,
        title=str(measure.title),
        definition=str(measure.definition),
        unit=measure.unit.value,
        better=measure.better.value,
        value=value.value,
        is_suppressed=value.is_suppressed,
        target=measure.target,
        meets_target=_meets(measure, value.value),
        previous=previous.value,
        change=change,
        spark=spark,
        rows=rows_link(actor, measure, period, branch),
    )


def rows_link(actor: Actor, measure: Measure, period: Period, branch: str | None, key: str = "") -> Link | None:
    """Where the rows of a figure, or of one key of it, are listed, as far as the actor reads them."""
    link = measure.rows
    if link is None or not sees_rows(actor, link.resource):
        return None
    return Link(link.to, link.narrowed_search(branch, period.span.first, period.span.last, key))


def _whole(measure: Measure, points: Sequence[Amount | None]) -> Amount:
    """The whole period: the last state, or all that flowed."""
    if measure.kind is Kind.STATE:
        return points[-1] or Amount() if points else Amount()
    whole = Amount()
    for point in points:
        if point is not None:
            whole.add_amount(point)
    return whole


def value_of(measure: Measure, amount: Amount, known: bool) -> Value:
    """The figure of a group, unless it is about fewer than five customers."""
    if amount.people.is_small:
        return Value(None, True)
    return Value(amount.figure_value(measure) if known else None)


def is_known(measure: Measure, run: Run | None, span: Span) -> bool:
    """Whether there are figures of these days: a state has none before it was first computed."""
    return run is not None and (measure.kind is Kind.FLOW or run.first_day <= span.last)


def _meets(measure: Measure, value: Decimal | None) -> bool | None:
    if value is None or measure.target is None:
        return None
    return value >= measure.target if measure.better is Better.HIGHER else value <= measure.target
