"""Reading the figures of measures: by span of days, key, branch or colleague, with whose customers they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from simpul.insight.selectors.measures import MEASURES, Measure
from simpul.insight.selectors.periods import Span
from simpul.insight.selectors.suppression import People
from simpul.insight.vocabulary import LEAST_CUSTOMERS, WHOLE, Combine, Cut, Kind, Unit
from simpul.platform.db import query

# What a group is: the values of its row and its column, as text; a span goes by its number.
Group = tuple[str, str]
_COLUMNS = {
    None: "''",
    Cut.PERIOD: "s.span::text",
    Cut.KEY: "f.key",
    Cut.BRANCH: "f.branch_code",
    Cut.STAFF: "f.user_id::text",
}
# Most groups have a row that is about five customers; those of the others are counted apart.
_GROUPS = """
WITH spans AS (
    SELECT s.first_day, s.last_day, s.span - 1 AS span
    FROM unnest(%(firsts)s::date[], %(lasts)s::date[]) WITH ORDINALITY AS s (first_day, last_day, span)
), f AS MATERIALIZED (
    SELECT f.measure, {row} AS "row", {column} AS "column", f.key, f.numerator, f.denominator, f.customers
    FROM spans s JOIN crm.dashboard_figures f
      ON f.day BETWEEN s.first_day AND s.last_day AND (f.day = s.last_day OR NOT f.measure = ANY (%(states)s))
    WHERE f.measure = ANY (%(measures)s) AND {reach}
), g AS (
    SELECT f.measure, f."row", f."column", sum(f.numerator) AS numerator, sum(f.denominator) AS denominator,
           bool_or(cardinality(f.customers) >= %(least)s) AS many
    FROM f GROUP BY 1, 2, 3
), few AS (
    SELECT f.measure, f."row", f."column", array_agg(DISTINCT c.customer) AS customers
    FROM f JOIN g ON (g.measure, g."row", g."column") = (f.measure, f."row", f."column") AND NOT g.many
    CROSS JOIN LATERAL unnest(f.customers) c (customer)
    GROUP BY 1, 2, 3
)
SELECT g.*, few.customers FROM g LEFT JOIN few USING (measure, "row", "column")
"""
_KEYS = """
WITH spans AS (
    SELECT s.first_day, s.last_day, s.span - 1 AS span
    FROM unnest(%(firsts)s::date[], %(lasts)s::date[]) WITH ORDINALITY AS s (first_day, last_day, span)
)
SELECT f.measure, {row} AS "row", {column} AS "column", {key} AS key, {count} AS count
FROM spans s JOIN crm.dashboard_figures f ON f.day BETWEEN s.first_day AND s.last_day
WHERE f.measure = ANY (%(measures)s) AND {reach} GROUP BY 1, 2, 3, 4
"""
_RUNS = "SELECT measure, first_day, computed_at FROM crm.dashboard_runs WHERE measure = ANY (%s)"


@dataclass(frozen=True)
class Reach:
    """Whose figures are read: those of these branches, None for all, and of one colleague."""

    branches: Sequence[str] | None
    user_id: UUID | None = None

    def figure_condition(self, by_branch: bool) -> str:
        """The condition on figures: without a branch those of all together, unless it divides them."""
        if self.user_id is not None:
            return "f.user_id = %(user)s AND f.branch_code <> %(whole)s"
        if self.branches is not None:
            return "f.branch_code = ANY (%(branches)s)"
        return "f.branch_code <> %(whole)s" if by_branch else "f.branch_code = %(whole)s"

    def condition_values(self) -> dict[str, object]:
        """What the condition names."""
        branches = None if self.branches is None else list(self.branches)
        return {"branches": branches, "user": self.user_id, "whole": WHOLE}


@dataclass
class Amount:
    """What a group counts, before it becomes a figure. `keys` counts by key, for medians."""

    numerator: Decimal = Decimal(0)
    denominator: Decimal = Decimal(0)
    people: People = field(default_factory=People)
    keys: dict[str, int] = field(default_factory=dict)
    distinct: int | None = None

    def add_amount(self, other: Amount) -> None:
        """Count another group along; the distinct keys of two groups are not known together."""
        self.numerator += other.numerator
        self.denominator += other.denominator
        self.people |= other.people
        self.distinct = None
        for key, count in other.keys.items():
            self.keys[key] = self.keys.get(key, 0) + count

    def figure_value(self, measure: Measure) -> Decimal | None:
        """The figure; None where there is nothing to divide by, or nothing in the middle."""
        match measure.combine:
            case Combine.MEDIAN:
                return _median(self.keys)
            case Combine.DISTINCT:
                return None if self.distinct is None else Decimal(self.distinct)
            case Combine.SUM:
                return self.numerator
        if not self.denominator:
            return None
        share = self.numerator / self.denominator
        if measure.unit is Unit.PERCENT:
            return round(100 * share, 1)
        return round(share, 0 if measure.unit is Unit.SECONDS else 2)


Amounts = dict[str, dict[Group, Amount]]


def figures_read(codes: Iterable[str], spans: Sequence[Span], reach: Reach, row: Cut, column: Cut | None = None) -> Amounts:
    """What these measures count in these spans, by measure and group; groups without any are missing."""
    names = sorted(set(codes))
    if not names or not spans:
        return {}
    cuts = {
        "row": _COLUMNS[row],
        "column": _COLUMNS[column],
        "reach": reach.figure_condition(Cut.BRANCH in (row, column)),
    }
    values: dict[str, object] = {
        **reach.condition_values(),
        "measures": names,
        "states": [name for name in names if MEASURES[name].kind is Kind.STATE],
        "firsts": [each.first for each in spans],
        "lasts": [each.last for each in spans],
        "least": LEAST_CUSTOMERS,
    }
    found: Amounts = defaultdict(dict)
    for line in query(_GROUPS.format(**cuts), values):
        # The few of several rows may be five together.
        people = People(frozenset(line["customers"] or ()), bool(line["many"])) | People()
        amount = Amount(line["numerator"], line["denominator"], people)
        found[line["measure"]][line["row"], line["column"]] = amount
    _read_keys(found, names, cuts, values)
    return found


def _read_keys(found: Amounts, names: Sequence[str], cuts: dict[str, str], values: dict[str, object]) -> None:
    """Bring what medians and distinct counts rest on."""
    for combine, key, count in (
        (Combine.MEDIAN, "f.key", "sum(f.numerator)::integer"),
        (Combine.DISTINCT, "''", "count(DISTINCT f.key)::integer"),
    ):
        codes = [name for name in names if MEASURES[name].combine is combine]
        if not codes:
            continue
        statement = _KEYS.format(**cuts, key=key, count=count)
        for line in query(statement, {**values, "measures": codes}):
            amount = found[line["measure"]][line["row"], line["column"]]
            if combine is Combine.MEDIAN:
                amount.keys[line["key"]] = line["count"]
            else:
                amount.distinct = line["count"]


def _median(keys: dict[str, int]) -> Decimal | None:
    """The middle one of whole numbers that are counted by their value; of two the lower."""
    every = sum(keys.values())
    seen = 0
    for value, count in sorted((int(key), count) for key, count in keys.items()):
        seen += count
        if 2 * seen >= every:
            return Decimal(value)
    return None


@dataclass(frozen=True)
class Run:
    """When a measure was computed last, and since which day it has figures."""

    first_day: date
    computed_at: datetime


def runs_read(codes: Iterable[str]) -> dict[str, Run]:
    """The runs of these measures."""
    rows = query(_RUNS, (sorted(set(codes)),))
    return {row["measure"]: Run(row["first_day"], row["computed_at"]) for row in rows}
