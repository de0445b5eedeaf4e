"""Keeping the trail's partitions ahead of time."""

from __future__ import annotations

from simpul.platform.db import query
from simpul.platform.jobs import job
from simpul.platform.text import Text


@job("audit.ensure_partitions", title=Text(id="Menyiapkan bulan-bulan jejak audit", en="Prepare the months of the audit trail"), cron="7 1 * * *")
def ensure_partitions(timestamp: int = 0) -> None:
    """Make the partitions of the coming three months, every night."""
    query("SELECT audit.ensure_partitions(3)")
