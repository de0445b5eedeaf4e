"""Housekeeping of the kernel's own tables."""

from __future__ import annotations

from simpul.platform import idempotency, ratelimit
from simpul.platform.db import execute
from simpul.platform.jobs import job


@job("platform.tidy", cron="17 * * * *")
def tidy(timestamp: int = 0) -> None:
    """Forget day-old idempotency keys, full rate buckets, expired cache entries and finished jobs of last week, every hour."""
    idempotency.purge()
    ratelimit.purge()
    execute("DELETE FROM jobs.cache WHERE expires < now()")
    execute(
        "DELETE FROM jobs.procrastinate_jobs WHERE status = 'succeeded' AND id IN (SELECT job_id FROM jobs.procrastinate_events WHERE type = 'succeeded' AND at < now() - interval '7 days')"
    )
