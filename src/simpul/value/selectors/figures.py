"""How many customers are in each segment, and how they moved between two months: numbers alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from simpul.iam.public import system_identity
from simpul.platform.actor import Actor
from simpul.platform.db import query, scope
from simpul.value.policies import figure_branches

_COUNTS = """
SELECT branch_code, segment, count(*) AS customers FROM crm.segment_rfm
WHERE %(branches)s::text[] IS NULL OR branch_code = ANY (%(branches)s::text[])
GROUP BY branch_code, segment ORDER BY branch_code, segment
"""
_MOVES = """
SELECT u.branch_code, s.segment AS from_segment, u.segment AS to_segment, count(*) AS customers
FROM crm.rfm_months s JOIN crm.rfm_months u ON u.customer_id = s.customer_id AND u.month = %(until)s
WHERE s.month = %(since)s AND (%(branches)s::text[] IS NULL OR u.branch_code = ANY (%(branches)s::text[]))
GROUP BY u.branch_code, s.segment, u.segment ORDER BY u.branch_code, s.segment, u.segment
"""
# By the index from month to month: the table has a row for each customer and month.
_MONTHS = """
SELECT m.at::date AS month
FROM generate_series((SELECT min(month) FROM crm.rfm_history), (SELECT max(month) FROM crm.rfm_history), interval '1 month') AS m (at)
WHERE EXISTS (SELECT FROM crm.rfm_history h WHERE h.month = m.at::date)
"""


@dataclass(frozen=True)
class RfmCount:
    """How many customers of a branch are in a segment."""

    branch_code: str
    segment: str
    customers: int


@dataclass(frozen=True)
class RfmMove:
    """How many customers of a branch were in one segment in the first month and in another in the second."""

    branch_code: str
    from_segment: str
    to_segment: str
    customers: int


def rfm_segment_counts(actor: Actor, branches: Sequence[str] | None = None) -> list[RfmCount]:
    """The customers by branch and segment within the actor's reach on customer value; None asks for all of it."""
    seen = figure_branches(actor, branches)
    # Whoever reads figures need not reach a customer.
    with scope(system_identity()):
        return [RfmCount(**row) for row in query(_COUNTS, {"branches": seen})]


def rfm_migrations(actor: Actor, since_month: date, until_month: date, branches: Sequence[str] | None = None) -> list[RfmMove]:
    """How customers who had a segment in both months moved, by their present branch; a month is its first day."""
    seen = figure_branches(actor, branches)
    months = {"since": since_month.replace(day=1), "until": until_month.replace(day=1)}
    with scope(system_identity()):
        return [RfmMove(**row) for row in query(_MOVES, {**months, "branches": seen})]


def rfm_months() -> list[date]:
    """The months that have a history, the first one first."""
    with scope(system_identity()):
        return [row["month"] for row in query(_MONTHS)]
