"""What moved on a customer's accounts: the timeline's entries, the last balances and the activity of a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from simpul.customers.public import FieldSource, SegmentField, mask_identifier
from simpul.platform import clock
from simpul.platform.db import query
from simpul.platform.text import Text
from simpul.timeline.public import Event, Wanted, conditions
from simpul.value import wording
from simpul.workflow.public import Field, FieldType

RECENT_DAYS, MONTHS = 90, 12

_ACCOUNTS = """
SELECT DISTINCT ON (account_hash) account_hint, currency, balance_after, occurred_at
FROM crm.transactions WHERE customer_id = %s
ORDER BY account_hash, occurred_at DESC, transaction_id DESC
"""
_BALANCES = """
SELECT customer_id, sum(balance_after) AS balance
FROM (SELECT DISTINCT ON (customer_id, account_hash) customer_id, balance_after
      FROM crm.transactions WHERE customer_id = ANY (%s::uuid[]) AND currency = 'IDR'
      ORDER BY customer_id, account_hash, occurred_at DESC, transaction_id DESC) latest
GROUP BY customer_id
"""
_INFLOWS = "SELECT customer_id, tx_in_90d FROM crm.transaction_sums WHERE customer_id = ANY (%s::uuid[])"
_ACTIVITY = """
SELECT to_char(occurred_at AT TIME ZONE 'Asia/Jakarta', 'YYYY-MM') AS month, currency, count(*) AS bookings,
       coalesce(sum(amount) FILTER (WHERE direction = 'IN'), 0) AS money_in, coalesce(sum(amount) FILTER (WHERE direction = 'OUT'), 0) AS money_out,
       count(*) FILTER (WHERE occurred_at >= %(recent)s) AS recent,
       coalesce(sum(amount) FILTER (WHERE occurred_at >= %(recent)s AND direction = 'IN'), 0) AS recent_in,
       coalesce(sum(amount) FILTER (WHERE occurred_at >= %(recent)s AND direction = 'OUT'), 0) AS recent_out
FROM crm.transactions WHERE customer_id = %(customer)s AND occurred_at >= %(since)s AND occurred_at <= %(now)s
GROUP BY 1, 2
"""


def transaction_events(wanted: Wanted) -> list[Event]:
    """Bookings as timeline events, live from their table."""
    where, params = conditions(wanted, id_column="transaction_id")
    rows = query(
        f"""SELECT transaction_id, occurred_at, kind, channel, counterparty, account_hint, direction, amount, currency FROM crm.transactions
            WHERE {where} ORDER BY occurred_at DESC, transaction_id DESC LIMIT %s""",
        [*params, wanted.limit],
    )
    return [
        Event(
            event_id=row["transaction_id"],
            kind="TransactionEvent",
            occurred_at=row["occurred_at"],
            title=wording.booking_title(row["kind"], row["direction"]),
            detail=wording.booking_detail(row["channel"], row["counterparty"], mask_identifier("ACCOUNT_NO", row["account_hint"])),
            subject_type="TRANSACTION",
            subject_id=str(row["transaction_id"]),
            amount=row["amount"],
            direction=row["direction"],
            currency=row["currency"],
        )
        for row in rows
    ]


def accounts(customer_id: UUID) -> list[dict[str, Any]]:
    """Each account with its last known balance, the most recently used first."""
    rows = query(_ACCOUNTS, (customer_id,))
    return [
        {
            "account_hint_masked": mask_identifier("ACCOUNT_NO", row["account_hint"]),
            "currency": row["currency"],
            "last_balance": row["balance_after"],
            "last_at": row["occurred_at"],
        }
        for row in sorted(rows, key=lambda row: row["occurred_at"], reverse=True)
    ]


def balances_among(customer_ids: Sequence[UUID]) -> dict[UUID, Decimal]:
    """The rupiah on the accounts of each of these customers, as last booked; who has no account
    in rupiah is missing. One statement.
    """
    found = query(_BALANCES, (list(customer_ids),)) if customer_ids else []
    return {row["customer_id"]: row["balance"] for row in found if row["balance"] is not None}


def inflows_among(customer_ids: Sequence[UUID]) -> dict[UUID, Decimal]:
    """The rupiah that came in within 90 days, as last counted, by customer. One statement."""
    found = query(_INFLOWS, (list(customer_ids),)) if customer_ids else []
    return {row["customer_id"]: row["tx_in_90d"] for row in found}


def activity(customer_id: UUID) -> dict[str, Any]:
    """Money in and out of the last 90 days and of each of 12 months, this one last.

    Amounts are of the currency in which most was booked; other currencies are left out rather than added up.
    """
    now = clock.now()
    months = _months(now)
    since = datetime.combine(date.fromisoformat(f"{months[0]}-01"), time(), clock.JAKARTA)
    recent = datetime.combine(clock.today() - timedelta(days=RECENT_DAYS), time(), clock.JAKARTA)
    rows = query(_ACTIVITY, {"customer": customer_id, "since": since, "recent": recent, "now": now})
    booked: Counter[str] = Counter()
    for row in rows:
        booked[row["currency"]] += row["bookings"]
    currency = booked.most_common(1)[0][0] if booked else "IDR"
    mine = {row["month"]: row for row in rows if row["currency"] == currency}
    return {
        "currency": currency,
        "transactions_90d": sum(row["recent"] for row in mine.values()),
        "money_in_90d": sum((row["recent_in"] for row in mine.values()), Decimal(0)),
        "money_out_90d": sum((row["recent_out"] for row in mine.values()), Decimal(0)),
        "series": [
            {"month": month, "in": mine[month]["money_in"] if month in mine else Decimal(0), "out": mine[month]["money_out"] if month in mine else Decimal(0)}
            for month in months
        ],
    }


def _months(now: datetime) -> list[str]:
    today = now.astimezone(clock.JAKARTA).date()
    serial = today.year * 12 + today.month - 1
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(serial - MONTHS + 1, serial + 1)]


def no_activity() -> dict[str, Any]:
    """The activity of a customer whose money the reader is not shown."""
    zero = Decimal(0)
    return {"currency": "IDR", "transactions_90d": 0, "money_in_90d": zero, "money_out_90d": zero, "series": []}


# What segments may ask about transactions: how often, how much and when last.
_TX_COUNTS = {"tx_count_30d": 30, "tx_count_90d": 90, "tx_count_365d": 365}
_TX_SUMS = {
    "tx_in_90d": Text(id="Uang masuk dalam 90 hari", en="Money in within 90 days"),
    "tx_out_90d": Text(id="Uang keluar dalam 90 hari", en="Money out within 90 days"),
}
# Whoever booked nothing has no row: that is none, and no last one.
SEGMENT_SOURCES = (
    FieldSource(
        "booked",
        Text(id="Transaksi", en="Transactions"),
        "SELECT customer_id, tx_count_30d, tx_count_90d, tx_count_365d, tx_in_90d, tx_out_90d, tx_last_at FROM crm.segment_transactions",
        (
            *(
                SegmentField(
                    Field(
                        name, FieldType.INTEGER, Text(id=f"Transaksi dalam {days} hari", en=f"Transactions in {days} days"), sql=f"coalesce(booked.{name}, 0)"
                    ),
                    profiling=True,
                )
                for name, days in _TX_COUNTS.items()
            ),
            *(SegmentField(Field(name, FieldType.MONEY, label, sql=f"coalesce(booked.{name}, 0)"), profiling=True) for name, label in _TX_SUMS.items()),
            SegmentField(
                Field("tx_last_at", FieldType.TIMESTAMP, Text(id="Transaksi terakhir", en="Last transaction"), sql="booked.tx_last_at"), profiling=True
            ),
        ),
        present="EXISTS (SELECT FROM crm.segment_transactions)",
    ),
)
