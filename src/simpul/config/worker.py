"""The worker process: runs queued jobs and periodic tasks, fires timers, and frees the jobs of workers that died.

A killed worker leaves its jobs marked as running. They are freed from here and not by a job of their own,
which a full queue would hold up. A worker that has been silent for less than 30 s may still be alive. Timers are swept
from here for the same reason, in a thread with a connection of its own.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import django
import psycopg
from procrastinate import App
from procrastinate.jobs import Status

from simpul.config import environment as env
from simpul.config import tracing
from simpul.config.waiting import wait_until_reached
from simpul.platform import logs
from simpul.platform.processes import Heartbeat, on_django

SILENT_SECONDS = 30.0
SWEEP_SECONDS = 15.0
TIMER_SECONDS = 5.0
MOST_ATTEMPTS = 8
GRACE_SECONDS = 20.0

logger = logging.getLogger("simpul.worker")


async def free_stalled_jobs(app: App) -> int:
    """Queue again every job whose worker has been silent for too long; returns how many there were."""
    stalled = list(await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=SILENT_SECONDS))
    for job in stalled:
        if job.attempts + 1 >= MOST_ATTEMPTS:
            # A job that takes its worker down each time would do so for ever.
            await app.job_manager.finish_job(job=job, status=Status.FAILED, delete_job=False)
            logger.error("A job is given up: its workers keep dying.", extra={"job_id": job.id, "task": job.task_name})
        else:
            await app.job_manager.retry_job(job=job, retry_at=datetime.now(UTC))
            logger.warning("A job of a dead worker runs again.", extra={"job_id": job.id, "task": job.task_name})
    return len(stalled)


async def _sweep_forever(app: App) -> None:
    while True:
        try:
            await free_stalled_jobs(app)
        except Exception:
            # The next sweep tries again; a lost database ends the worker itself, and its supervisor restarts it.
            logger.exception("Stalled jobs could not be freed.")
        await asyncio.sleep(SWEEP_SECONDS)


def fire_timers(ending: threading.Event) -> None:
    """Sweep until told to end; between sweeps rest for a few seconds. A batch in hand is finished."""
    from django.db import close_old_connections, connection

    from simpul.workflow.public import sweep

    while not ending.is_set():
        try:
            # The thread lives long: a connection that the server has ended must not fail every sweep.
            close_old_connections()
            sweep(ending=ending.is_set)
        except Exception:
            # Nothing of the batch has happened; the next sweep takes it again.
            logger.exception("Timers could not be fired.")
        ending.wait(TIMER_SECONDS)
    connection.close()


async def _work(app: App, concurrency: int, stopping: threading.Event) -> None:
    async with app.open_async():
        running = asyncio.ensure_future(
            app.run_worker_async(
                name=f"worker-{os.getpid()}",
                concurrency=concurrency,
                install_signal_handlers=False,
                shutdown_graceful_timeout=GRACE_SECONDS,
                stalled_worker_timeout=SILENT_SECONDS,
                fetch_job_polling_interval=2.0,
                delete_jobs="never",
            )
        )
        loop = asyncio.get_running_loop()

        def stop() -> None:
            stopping.set()
            # Cancelling asks the worker to finish what it holds within the grace period.
            running.cancel()

        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop)
        sweeping = asyncio.ensure_future(_sweep_forever(app))
        ending = threading.Event()
        with ThreadPoolExecutor(1, "timers") as threads:
            firing = threads.submit(fire_timers, ending)
            try:
                await running
            except asyncio.CancelledError:
                logger.info("The worker was asked to stop.")
            finally:
                sweeping.cancel()
                ending.set()
        firing.result()


def main() -> int:
    """Work until SIGTERM; jobs in hand get a moment to end."""
    django.setup()
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector

    logs.tell_ends()
    tracing.begin("worker")
    heartbeat = Heartbeat("worker", on_django)
    heartbeat.start()
    connector = app.connector
    assert isinstance(connector, DjangoConnector)
    stopping = threading.Event()
    while not stopping.is_set():
        try:
            with app.replace_connector(connector.get_worker_connector()) as worker_app:
                asyncio.run(_work(worker_app, env.number("SIMPUL_WORKER_CONCURRENCY", 2), stopping))
        except Exception as error:
            if not _lost_database(error):
                raise
        if not stopping.is_set():
            # Without its database the worker ends by itself. Jobs in hand were undone with their transactions, and run again as stalled ones.
            logger.warning("The worker lost its database.")
            _wait_for_database(stopping)
    heartbeat.end()
    return 0


def _lost_database(error: BaseException | None) -> bool:
    """Whether an error began with a connection that broke; procrastinate and asyncio wrap the driver's."""
    while error is not None:
        if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
            return True
        if isinstance(error, BaseExceptionGroup):
            return all(_lost_database(each) for each in error.exceptions)
        error = error.__cause__ or error.__context__
    return False


def _wait_for_database(stopping: threading.Event) -> None:
    def attempt() -> None:
        psycopg.connect(os.environ["DATABASE_URL"], connect_timeout=10).close()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: stopping.set())
    stopping.wait(1.0)
    wait_until_reached(attempt, stopping=stopping, say=logger.warning)


if __name__ == "__main__":
    raise SystemExit(main())
