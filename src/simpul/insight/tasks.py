"""Work on dashboards that is done aside."""

from __future__ import annotations

from simpul.insight.services.filling import history_compute, recent_compute
from simpul.insight.services.schedules import schedules_send
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
    title=Text(id="Menghitung semua angka dasbor", en="Compute the figures of dashboards of all days"),
    cron="37 2 * * *",
)
def compute_history(timestamp: int = 0) -> None:
    """Compute the figures of all days that are kept, every night after transactions and stages."""
    history_compute()


@job(
    "insight.send_dashboards",
    title=Text(id="Mengirim dasbor terjadwal", en="Send the dashboards that are due"),
    cron="*/5 * * * *",
)
def send_dashboards(timestamp: int = 0) -> None:
    """Send the dashboards that are due, each colleague's as they may see it."""
    schedules_send()
