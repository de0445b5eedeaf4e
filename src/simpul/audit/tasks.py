"""Keeping the trail's partitions ahead of time, and shipping what is sealed."""

from __future__ import annotations

from simpul.audit.services.shipping import collector_ship, store_ship
from simpul.platform.db import query
from simpul.platform.jobs import job
from simpul.platform.text import Text


@job("audit.ensure_partitions", title=Text(id="Menyiapkan bulan-bulan jejak audit", en="Prepare the months of the audit trail"), cron="7 1 * * *")
def ensure_partitions(timestamp: int = 0) -> None:
    """Make the partitions of the coming three months, every night."""
    query("SELECT audit.ensure_partitions(3)")


@job(
    "audit.ship_trail",
    title=Text(id="Mengirim jejak audit ke pengumpul log", en="Ship the audit trail to the log collector"),
    cron="* * * * *",
    own_transactions=True,
)
def ship_trail(timestamp: int = 0) -> None:
    """Ship what is sealed to the organisation's collector, every minute; nothing where none is named."""
    collector_ship()


@job(
    "audit.store_trail",
    title=Text(id="Menyimpan jejak audit ke penyimpanan objek terkunci", en="Store the audit trail in the locked object store"),
    cron="* * * * *",
    own_transactions=True,
)
def store_trail(timestamp: int = 0) -> None:
    """Ship what is sealed to the organisation's object store, every minute; nothing where none is named."""
    store_ship()
