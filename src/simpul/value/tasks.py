"""Work on transactions that is done at night and after an import."""

from __future__ import annotations

from simpul.platform.jobs import job
from simpul.platform.text import Text
from simpul.value.services.transactions import transactions_recount


@job("value.recount_transactions", title=Text(id="Menghitung transaksi nasabah", en="Count customers' transactions"), cron="7 2 * * *")
def recount_transactions(timestamp: int = 0) -> None:
    """Count what each customer moved in the last 30, 90 and 365 days, every night and after an import."""
    transactions_recount()
