"""Housekeeping of the kernel's own tables."""

from __future__ import annotations

from simpul.platform import idempotency, processes, ratelimit
from simpul.platform.db import execute
from simpul.platform.jobs import job
from simpul.platform.text import Text


@job("platform.tidy", title=Text(id="Merapikan yang sudah lewat", en="Tidy up what is over"), cron="17 * * * *")
def tidy(timestamp: int = 0) -> None:
    """Forget day-old idempotency keys, full rate buckets, expired cache entries, processes that are gone, and jobs that ended a week ago, every hour.

    Failed jobs stay until somebody runs them again or discards them.
    """
    idempotency.purge()
    ratelimit.purge()
    processes.forget()
    execute("DELETE FROM jobs.cache WHERE expires < now()")
    execute(
        "DELETE FROM jobs.procrastinate_jobs WHERE status IN ('succeeded', 'cancelled', 'aborted') AND id IN"
        " (SELECT job_id FROM jobs.procrastinate_events WHERE type IN ('succeeded', 'failed', 'cancelled', 'aborted') AND at < now() - interval '7 days')"
    )
