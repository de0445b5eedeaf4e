"""What segments may ask about transactions: how often, how much and when last."""

from __future__ import annotations

from simpul.customers.public import FieldSource, SegmentField
from simpul.platform.text import Text
from simpul.workflow.public import Field, FieldType

_COUNTS = {"tx_count_30d": 30, "tx_count_90d": 90, "tx_count_365d": 365}
_SUMS = {
    "tx_in_90d": Text(id="Uang masuk dalam 90 hari", en="Money in within 90 days"),
    "tx_out_90d": Text(id="Uang keluar dalam 90 hari", en="Money out within 90 days"),
}
# Whoever booked nothing has no row: that is none, and no last one.
SOURCES = (
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
                for name, days in _COUNTS.items()
            ),
            *(SegmentField(Field(name, FieldType.MONEY, label, sql=f"coalesce(booked.{name}, 0)"), profiling=True) for name, label in _SUMS.items()),
            SegmentField(
                Field("tx_last_at", FieldType.TIMESTAMP, Text(id="Transaksi terakhir", en="Last transaction"), sql="booked.tx_last_at"), profiling=True
            ),
        ),
        present="EXISTS (SELECT FROM crm.segment_transactions)",
    ),
)
