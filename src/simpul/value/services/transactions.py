"""Counting what customers moved on their accounts."""

from __future__ import annotations

from simpul.platform.clock import now
from simpul.platform.db import execute

_NAMES = ("tx_count_30d", "tx_count_90d", "tx_count_365d", "tx_in_90d", "tx_out_90d", "tx_last_at")
_COUNT = f"""
INSERT INTO crm.transaction_sums AS s (customer_id, {", ".join(_NAMES)}, counted_at)
SELECT customer_id, {", ".join(_NAMES)}, %(at)s FROM crm.transactions_until(%(at)s)
ON CONFLICT (customer_id) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in _NAMES)}, counted_at = excluded.counted_at
WHERE ({", ".join(f"s.{name}" for name in _NAMES)}) IS DISTINCT FROM ({", ".join(f"excluded.{name}" for name in _NAMES)})
"""


def transactions_recount() -> int:
    """Count every customer's bookings of the last 30, 90 and 365 days anew; how many customers' figures changed.

    A booking is never taken away, so whoever has a row keeps one. For the product's own jobs.
    """
    return execute(_COUNT, {"at": now()})
