"""Work on dashboards that is done aside."""

from __future__ import annotations

from simpul.insight.services.filling import history_compute, recent_compute
from simpul.platform.jobs import job
from simpul.platform.text import Text


@job(
    "insight.compute_recent",
    title=Text(id="Menghitung angka dasbor", en="Compute the figures of dashboards"),
    cron="*/10 * * * *",
)
def compute_recent(timestamp: int = 0) -> None:
    """Compute the figures of the last days, every ten minutes."""
    recent_compute()


@job(
    "insight.compute_history",
    title=Text(
        id="Menghitung semua angka dasbor", en="Compute the figures of dashboards of all days"
    ),
    cron="37 2 * * *",
)
def compute_history(timestamp: int = 0) -> None:
    """Compute the figures of all days that are kept, every night after transactions and stages."""
    history_compute()
