"""Work on sales that is done aside."""

from __future__ import annotations

from simpul.platform.jobs import job
from simpul.platform.text import Text
from simpul.sales.services.lifecycle import lifecycle_compute


@job("sales.compute_lifecycle", title=Text(id="Menghitung tahap nasabah", en="Compute lifecycle stages"), cron="17 2 * * *")
def compute_lifecycle(timestamp: int = 0) -> None:
    """Compute the lifecycle stage of every customer, after transactions were counted: products and transactions change at night."""
    lifecycle_compute()
