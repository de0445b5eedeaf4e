"""Keeping the trail's partitions ahead of time."""

from __future__ import annotations

from simpul.platform.db import query
from simpul.platform.jobs import job


@job("audit.ensure_partitions", cron="7 1 * * *")
def ensure_partitions(timestamp: int = 0) -> None:
    """Make the partitions of the coming three months, every night."""
    query("SELECT audit.ensure_partitions(3)")
