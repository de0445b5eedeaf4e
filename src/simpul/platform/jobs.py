"""Background jobs: Procrastinate on Django's own connection.

A job is deferred in the transaction of the change that wants it, and delivered at least once: a handler must
be safe to run twice. It runs as SYSTEM, in a transaction of its own, unless it asks to manage its own. It carries on the
id of the request that deferred it, so that logs and trail tell what one request set in motion.
"""

from __future__ import annotations

import functools
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Any, Callable, cast

from django.db import DatabaseError, close_old_connections, transaction
from procrastinate import BaseRetryStrategy, JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.manager import JobManager

from simpul.platform import faults, logs, ports, telemetry
from simpul.platform.db import execute, scope
from simpul.platform.text import Text

# In the worker the application's own connector is a pool of other connections. What a handler defers must belong to the
# handler's transaction there as well, so jobs are always added on Django's connection.
_queue = JobManager(DjangoConnector())

# Travels with a job's arguments and is taken out before the handler sees them.
_ORIGIN = "_origin"
# What operators read for a job, by its name.
titles: dict[str, Text] = {}
BACK_OFF = RetryStrategy(max_attempts=8, exponential_wait=4)


def job(
    name: str,
    *,
    title: Text | None = None,
    queue: str = "default",
    retry: BaseRetryStrategy = BACK_OFF,
    own_transactions: bool = False,
    cron: str | None = None,
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Declare a handler under a stable name such as `imports.run`; operators read its `title`.

    `own_transactions` leaves the scope to the handler (long work that commits in parts). `cron` runs it
    periodically, by Jakarta's clock; the handler then receives `timestamp`, seconds since the epoch of the planned moment.
    """

    if title:
        titles[name] = title

    def decorate(handler: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(handler)
        def run(context: JobContext, **arguments: Any) -> None:
            # The worker's threads live long: a connection that the server has ended must not fail the next job.
            close_old_connections()
            with _watched(name, context, arguments.pop(_ORIGIN, {})):
                if own_transactions:
                    handler(**arguments)
                    return
                with scope(ports.system_actor()):
                    handler(**arguments)

        task: Any = app.task(name=name, queue=queue, retry=retry, pass_context=True)(cast(Any, run))
        if cron:
            app.periodic(cron=_cron_in_utc(cron), periodic_id=name)(task)
        return handler

    return decorate


def _cron_in_utc(cron: str) -> str:
    """A plan by Jakarta's clock as the queue reads it, which counts in UTC; an hour that stands for itself moves, a pattern stays."""
    minute, hour, *days = cron.split()
    if not hour.isdigit():
        return cron
    if days != ["*", "*", "*"]:
        raise ValueError(f"{cron}: a day of the week or month would not move along with its hour.")
    return " ".join([minute, str((int(hour) - 7) % 24), *days])


@contextmanager
def _watched(name: str, context: JobContext, origin: Mapping[str, Any]) -> Iterator[None]:
    """What the logs, the figures and the list of dead letters say about one run of a job."""
    began, outcome = time.time(), "succeeded"
    if "at" in origin:
        wanted = max(float(origin["at"]), context.job.scheduled_at.timestamp() if context.job.scheduled_at else 0.0)
        telemetry.observe("simpul_job_lag_seconds", max(0.0, began - wanted), task=name)
    with (
        logs.about(request_id=origin.get("request_id"), job_id=context.job.id, task=name),
        telemetry.span(f"job {name}", parent=str(origin.get("traceparent", "")), task=name),
    ):
        try:
            yield
        except Exception as error:
            outcome = "failed"
            _keep_fault(context.job.id, error)
            raise
        finally:
            telemetry.observe("simpul_job_seconds", time.time() - began, task=name, outcome=outcome)


def _keep_fault(job_id: int | None, error: Exception) -> None:
    """Say why a job failed, after its roll-back; a lost connection keeps even this from being said."""
    with suppress(DatabaseError):
        execute(
            """INSERT INTO jobs.job_faults (job_id, told) VALUES (%s, %s)
               ON CONFLICT (job_id) DO UPDATE SET told = excluded.told, failed_at = excluded.failed_at""",
            (job_id, faults.told(error, but={"platform/jobs.py"})),
        )


def defer(name: str, *, key: str | None = None, at: datetime | None = None, **arguments: Any) -> None:
    """Queue a job in the current transaction; with a `key`, at most one waits at a time."""
    options: dict[str, Any] = {"schedule_at": at} if at else {}
    if key:
        options["queueing_lock"] = key
    try:
        # A savepoint: the refused second row must not undo the change that wanted the job.
        with transaction.atomic():
            _queue.defer_job(app.configure_task(name, allow_unknown=False, **options).make_new_job(**arguments, **{_ORIGIN: _origin()}))
    except AlreadyEnqueued:
        return


def _origin() -> dict[str, Any]:
    """Where a job comes from: the request, the moment and the span that deferred it."""
    found = {"at": round(time.time(), 3), "request_id": logs.request_id(), "traceparent": telemetry.traceparent()}
    return {name: value for name, value in found.items() if value}
