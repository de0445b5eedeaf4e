"""What RFM is, stated once as SQL that PostgreSQL, DuckDB and Spark all run (product chapter 7.1).

A statement reads three relations, whose times are without a zone, in UTC:
`customers` (customer_id, created_at, contacted_at), `bookings` (customer_id, occurred_at, amount, currency, kind) and, for the
average balance alone, `balances` (customer_id, account, transaction_id, occurred_at, balance_after, currency).
Amounts stay decimal and divisions are whole numbers, so that the engines agree to the last digit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from simpul.value.vocabulary import (
    BEST,
    FEE_KINDS,
    INTEREST_KINDS,
    REVERSAL_KINDS,
    RULES,
    MonetaryMeasure,
    RfmMethod,
)

# What a statement gives, in this order.
RESULT = (
    "customer_id",
    "recency_days",
    "frequency_count",
    "monetary_value",
    "recency_score",
    "frequency_score",
    "monetary_score",
    "rule",
    "segment",
    "clv_proxy",
)
MOST = Decimal("9999999999999.99")  # what the column holds


@dataclass(frozen=True)
class Dialect:
    """What the three engines write differently: the days between two dates, and a division of whole numbers."""

    days: Callable[[str, str], str]
    quotient: Callable[[str, str], str]


POSTGRES = Dialect(lambda later, earlier: f"({later} - {earlier})", lambda a, b: f"div({a}, {b})")
DUCKDB = Dialect(
    lambda later, earlier: f"({later} - {earlier})",
    lambda a, b: f"(CAST({a} AS HUGEINT) // {b})",
)
SPARK = Dialect(lambda later, earlier: f"datediff({later}, {earlier})", lambda a, b: f"({a} div {b})")


@dataclass(frozen=True)
class Bounds:
    """The bounds of the scores 5, 4, 3 and 2: days at most, transactions and rupiah at least; a bound belongs to the higher score."""

    version: int
    recency_days: tuple[int, int, int, int]
    frequency_count: tuple[int, int, int, int]
    monetary_value: tuple[Decimal, Decimal, Decimal, Decimal]


@dataclass(frozen=True)
class Question:
    """What is asked for: the instant, the window, the bounds and how figures become scores."""

    at: datetime
    months: int
    bounds: Bounds
    method: str = RfmMethod.THRESHOLDS.value
    measure: str = MonetaryMeasure.TURNOVER.value
    currency: str = "IDR"

    @property
    def window_start(self) -> datetime:
        """Where the window begins, which itself lies before it: so many months earlier, at the same time of day."""
        at = self.at.astimezone(UTC)
        serial = at.year * 12 + at.month - 1 - self.months
        year, month = serial // 12, serial % 12 + 1
        after = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
        return at.replace(year=year, month=month, day=min(at.day, (after - timedelta(days=1)).day))


def rfm_statement(question: Question, dialect: Dialect, relations: Mapping[str, str]) -> str:
    """The statement that gives each customer's figures, scores and segment, as `RESULT` names them.

    `relations` gives SQL of each relation that the definition reads.
    """
    steps = [_moved(question, relations["bookings"])]
    if question.measure == MonetaryMeasure.BALANCE:
        steps.append(_lay(question, dialect, relations["balances"]))
    steps.append(_measured(question, dialect, relations["customers"]))
    return f"WITH {', '.join(steps)}, {scoring_steps(question, dialect)}"


def scoring_steps(question: Question, dialect: Dialect) -> str:
    """The steps from the relation `measured` (customer_id and the three figures) to the result."""
    fifths = question.method == RfmMethod.PERCENTILES
    scores = _by_fifths(dialect) if fifths else _by_bounds(question.bounds)
    rules = " ".join(f"WHEN {rule.condition} THEN {rule.number}" for rule in RULES if rule.condition)
    segments = " ".join(f"WHEN {rule.number} THEN '{rule.segment.value}'" for rule in RULES)
    clv = " ".join(f"WHEN {rule.number} THEN '{rule.clv_proxy.value}'" for rule in RULES)
    return f"""{_RANKED if fifths else ""}scored AS (
    SELECT customer_id, recency_days, frequency_count, monetary_value, {scores}
    FROM {"ranked" if fifths else "measured"}
), ruled AS (
    SELECT scored.*, CASE {rules} ELSE {RULES[-1].number} END AS rule FROM scored
)
SELECT customer_id, recency_days, frequency_count, monetary_value,
       r AS recency_score, f AS frequency_score, m AS monetary_score, rule,
       CASE rule {segments} END AS segment, CASE rule {clv} END AS clv_proxy
FROM ruled"""


# Equal figures share the lowest place among them, so that a fifth does not depend on the order of rows.
_RANKED = """ranked AS (
    SELECT measured.*, count(*) OVER () AS counted,
           rank() OVER (ORDER BY recency_days DESC) - 1 AS r_place,
           rank() OVER (ORDER BY frequency_count) - 1 AS f_place,
           rank() OVER (ORDER BY monetary_value) - 1 AS m_place
    FROM measured
), """


def _moved(question: Question, bookings: str) -> str:
    """The last transaction, how many the window has and what they moved. What is booked ahead has not happened yet."""
    bank, reversal = _listed(FEE_KINDS + INTEREST_KINDS), _listed(REVERSAL_KINDS)
    own = f"kind NOT IN ({bank}) AND kind NOT IN ({reversal})"
    within = f"occurred_at > {_instant(question.window_start)}"
    money = f"{within} AND currency = '{_currency(question.currency)}'"
    return f"""moved AS (
    SELECT customer_id, max(CASE WHEN {own} THEN occurred_at END) AS last_at,
           sum(CASE WHEN {own} AND {within} THEN 1 ELSE 0 END) AS frequency_count,
           sum(CASE WHEN {money} AND {own} THEN amount
                    WHEN {money} AND kind IN ({reversal}) THEN -amount ELSE 0 END) AS turnover
    FROM ({bookings}) b WHERE occurred_at <= {_instant(question.at)} GROUP BY customer_id
)"""


def _lay(question: Question, dialect: Dialect, balances: str) -> str:
    """What lay on the accounts: each balance at the end of a day, times the whole days of the window for which it stood."""
    opens, closes = (f"CAST({_instant(moment)} AS DATE)" for moment in (question.window_start, question.at))
    stood = dialect.days(f"least(coalesce(ended_on, {closes}), {closes})", f"greatest(began_on, {opens})")
    return f"""closed_days AS (
    SELECT customer_id, account, CAST(occurred_at AS DATE) AS began_on, balance_after,
           row_number() OVER (PARTITION BY customer_id, account, CAST(occurred_at AS DATE)
                              ORDER BY occurred_at DESC, transaction_id DESC) AS place
    FROM ({balances}) b
    WHERE occurred_at <= {_instant(question.at)} AND currency = '{_currency(question.currency)}'
), stood AS (
    SELECT customer_id, balance_after, began_on,
           lead(began_on) OVER (PARTITION BY customer_id, account ORDER BY began_on) AS ended_on
    FROM closed_days WHERE place = 1
), lay AS (
    SELECT customer_id, sum(balance_after * greatest({stood}, 0)) AS balance_days FROM stood GROUP BY customer_id
)"""


def _measured(question: Question, dialect: Dialect, customers: str) -> str:
    """The three figures of each customer; who was never active counts from the day of the first record."""
    at = _instant(question.at)
    contacted = f"CASE WHEN c.contacted_at <= {at} THEN c.contacted_at END"
    seen = f"CAST(coalesce(greatest(m.last_at, {contacted}), c.created_at) AS DATE)"
    value, joined = "coalesce(m.turnover, 0)", ""
    if question.measure == MonetaryMeasure.BALANCE:
        days = (question.at.astimezone(UTC).date() - question.window_start.date()).days
        cents = dialect.quotient("(greatest(coalesce(l.balance_days, 0), 0) * 100)", str(days))
        value, joined = f"CAST({cents} AS DECIMAL(22, 0)) * 0.01", "LEFT JOIN lay l ON l.customer_id = c.customer_id"
    return f"""measured AS (
    SELECT c.customer_id,
           CAST(greatest({dialect.days(f"CAST({at} AS DATE)", seen)}, 0) AS INTEGER) AS recency_days,
           CAST(coalesce(m.frequency_count, 0) AS INTEGER) AS frequency_count,
           CAST(least(greatest({value}, 0), {MOST}) AS DECIMAL(15, 2)) AS monetary_value
    FROM ({customers}) c LEFT JOIN moved m ON m.customer_id = c.customer_id {joined}
)"""


def _by_bounds(bounds: Bounds) -> str:
    return ", ".join(
        (
            _score("recency_days", "<=", bounds.recency_days, "r"),
            _score("frequency_count", ">=", bounds.frequency_count, "f"),
            _score("monetary_value", ">=", bounds.monetary_value, "m"),
        )
    )


def _score(figure: str, compares: str, bounds: Sequence[object], name: str) -> str:
    cases = " ".join(f"WHEN {figure} {compares} {bound} THEN {BEST - step}" for step, bound in enumerate(bounds))
    return f"CASE {cases} ELSE 1 END AS {name}"


def _by_fifths(dialect: Dialect) -> str:
    return ", ".join(f"CAST(1 + {dialect.quotient(f'({name}_place * {BEST})', 'counted')} AS INTEGER) AS {name}" for name in "rfm")


def _instant(moment: datetime) -> str:
    return f"TIMESTAMP '{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}'"


def _listed(kinds: Sequence[str]) -> str:
    return ", ".join(f"'{kind}'" for kind in kinds)


def _currency(code: str) -> str:
    """A code of three letters; ISO 4217 keeps XXX for no currency."""
    return code.upper() if re.fullmatch("[A-Za-z]{3}", code) else "XXX"
