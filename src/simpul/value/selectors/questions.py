"""What is in force for scoring: the window, the method and the thresholds; and where PostgreSQL reads customers and bookings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from simpul.platform import configuration, ports
from simpul.platform.clock import now
from simpul.value.models import RfmThresholds
from simpul.value.selectors.definition import Bounds, Question
from simpul.value.settings import CURRENCY, MEASURE, METHOD, MONTHS

_CUSTOMERS = "SELECT customer_id, created_at, contacted_at FROM crm.rfm_customers c WHERE {condition}"
_ALLOWED = "NOT EXISTS (SELECT FROM ({excluded}) x WHERE x.customer_id = c.customer_id)"
_BOOKINGS = "SELECT customer_id, occurred_at, amount, currency, kind FROM crm.rfm_bookings"
_BALANCES = "SELECT customer_id, account, transaction_id, occurred_at, balance_after, currency FROM crm.rfm_balances"
_CHOSEN = "customer_id = ANY (%(ids)s::uuid[])"


def bounds_of(row: RfmThresholds) -> Bounds:
    """A version of the thresholds as the definition takes it."""
    return Bounds(
        row.version,
        tuple(int(each) for each in row.recency_days),  # type: ignore[arg-type] # four, as the table demands
        tuple(int(each) for each in row.frequency_count),  # type: ignore[arg-type]
        tuple(Decimal(str(each)) for each in row.monetary_value),  # type: ignore[arg-type]
    )


def thresholds_standing() -> RfmThresholds:
    """The version of the thresholds that is in force: the latest."""
    return RfmThresholds.objects.order_by("-version")[0]


def question_now(at: datetime | None = None) -> Question:
    """What is asked by the settings and thresholds that are in force, at an instant or at present."""
    return Question(
        at or now(),
        configuration.number(MONTHS),
        bounds_of(thresholds_standing()),
        str(configuration.value(METHOD)),
        str(configuration.value(MEASURE)),
        str(configuration.value(CURRENCY)),
    )


def postgres_relations(*, chosen: bool = False) -> Mapping[str, str]:
    """SQL of the three relations in PostgreSQL, of all customers who may be scored or of those of the parameter `ids`.

    Only the product's own jobs read them.
    """
    condition = _ALLOWED.format(excluded=ports.scoring_excluded_sql())
    also = f" WHERE {_CHOSEN}" if chosen else ""
    return {
        "customers": _CUSTOMERS.format(condition=f"{_CHOSEN} AND {condition}" if chosen else condition),
        "bookings": _BOOKINGS + also,
        "balances": _BALANCES + also,
    }
