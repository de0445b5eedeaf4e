"""The queue of background jobs, for whoever operates the installation.

A job's arguments may hold personal data and are never read here: a job is told by its number and the name of its task.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from procrastinate.contrib.django import app

from simpul.platform.clock import now
from simpul.platform.db import execute, query
from simpul.platform.errors import Conflict, NotFound
from simpul.platform.jobs import titles
from simpul.platform.text import Text

# A worker says every ten seconds that it is there; after this it is taken for dead.
SILENT = timedelta(seconds=30)
STATES: dict[str, str] = {
    "WAITING": "j.status = 'todo' AND (j.scheduled_at IS NULL OR j.scheduled_at <= %(now)s)",
    "SCHEDULED": "j.status = 'todo' AND j.scheduled_at > %(now)s",
    "RUNNING": "j.status = 'doing'",
    "FAILED": "j.status = 'failed'",
    "DONE": "j.status = 'succeeded'",
    "CANCELLED": "j.status IN ('cancelled', 'aborted', 'aborting')",
}
# When a job was added and last moved stands in its events, of which it has a handful.
_JOBS = """
SELECT j.id, j.queue_name AS queue, j.task_name AS task, j.attempts, j.scheduled_at, e.created_at, e.changed_at, f.told AS reason,
       CASE j.status WHEN 'todo' THEN CASE WHEN j.scheduled_at > %(now)s THEN 'SCHEDULED' ELSE 'WAITING' END
            WHEN 'doing' THEN 'RUNNING' WHEN 'failed' THEN 'FAILED' WHEN 'succeeded' THEN 'DONE' ELSE 'CANCELLED' END AS state
FROM jobs.procrastinate_jobs j
LEFT JOIN jobs.job_faults f ON f.job_id = j.id
LEFT JOIN LATERAL (SELECT min(v.at) FILTER (WHERE v.type = 'deferred') AS created_at, max(v.at) AS changed_at
                   FROM jobs.procrastinate_events v WHERE v.job_id = j.id) e ON true
"""


class JobNotFound(NotFound):
    """No such job; finished ones are forgotten after a week."""

    title = Text(id="Pekerjaan tidak ditemukan", en="Job not found")


class JobIsQueued(Conflict):
    """The same work waits already under a newer job."""

    title = Text(id="Pekerjaan yang sama sudah menunggu", en="The same work is waiting already")


@dataclass(frozen=True)
class JobFilter:
    """Which jobs; every part that is given must hold."""

    state: str | None = None
    queue: str | None = None
    task: str | None = None


@dataclass(frozen=True)
class JobFacts:
    """One job as operators see it: no arguments."""

    id: int
    queue: str
    task: str
    state: str
    attempts: int
    scheduled_at: datetime | None
    created_at: datetime | None
    changed_at: datetime | None
    reason: str | None


@dataclass(frozen=True)
class WorkerFacts:
    """One worker process: when it last said that it is there, and how many jobs it runs."""

    id: int
    seen_at: datetime
    alive: bool
    running: int


def job_list(wanted: JobFilter, *, before: int | None = None, limit: int) -> list[JobFacts]:
    """Jobs, the newest first, before the given number."""
    conditions = ["true"]
    if wanted.state:
        conditions.append(STATES[wanted.state])
    if wanted.queue:
        conditions.append("j.queue_name = %(queue)s")
    if wanted.task:
        conditions.append("j.task_name = %(task)s")
    if before is not None:
        conditions.append("j.id < %(before)s")
    sql = f"{_JOBS} WHERE {' AND '.join(conditions)} ORDER BY j.id DESC LIMIT %(limit)s"
    return [JobFacts(**row) for row in query(sql, {"now": now(), "queue": wanted.queue, "task": wanted.task, "before": before, "limit": limit})]


def failed_jobs(*, before: tuple[datetime, str] | None = None, limit: int) -> list[JobFacts]:
    """Jobs that were given up, the latest first, before the given moment and `job:<number>`."""
    where = "AND (e.changed_at, ('job:' || j.id) COLLATE \"C\") < (%(at)s, %(letter)s)" if before else ""
    sql = f"{_JOBS} WHERE {STATES['FAILED']} {where} ORDER BY e.changed_at DESC, ('job:' || j.id) COLLATE \"C\" DESC LIMIT %(limit)s"
    at, letter = before or (None, None)
    return [JobFacts(**row) for row in query(sql, {"now": now(), "at": at, "letter": letter, "limit": limit})]


def job_get(job_id: int) -> JobFacts:
    """One job.

    Raises: JobNotFound.
    """
    rows = query(f"{_JOBS} WHERE j.id = %(id)s", {"now": now(), "id": job_id})
    if not rows:
        raise JobNotFound()
    return JobFacts(**rows[0])


def counts(ceiling: int) -> dict[str, Any]:
    """How many jobs are in each state, each count stopping at the ceiling, and since when the first has been waiting.

    Those done are of the last day.
    """
    conditions = STATES | {"RETRYING": "j.status = 'todo' AND j.attempts > 0"}
    # Done in the last day are looked for among the newest jobs only: a week of finished ones may be millions.
    newest = "(SELECT max(id) - 2 * %(ceiling)s FROM jobs.procrastinate_jobs)"
    recently = "EXISTS (SELECT FROM jobs.procrastinate_events v WHERE v.job_id = j.id AND v.type = 'succeeded' AND v.at > %(now)s - interval '1 day')"
    conditions["DONE"] += f" AND j.id > {newest} AND {recently}"
    parts = [
        f"(SELECT count(*) FROM (SELECT FROM jobs.procrastinate_jobs j WHERE {condition} LIMIT %(ceiling)s) c) AS {state.lower()}"
        for state, condition in conditions.items()
        if state != "CANCELLED"
    ]
    oldest = f"""(SELECT coalesce(j.scheduled_at, (SELECT min(v.at) FROM jobs.procrastinate_events v WHERE v.job_id = j.id))
                  FROM jobs.procrastinate_jobs j WHERE {STATES["WAITING"]} ORDER BY j.id LIMIT 1) AS oldest_waiting_at"""
    return query(f"SELECT {', '.join([*parts, oldest])}", {"now": now(), "ceiling": ceiling})[0]


def workers() -> list[WorkerFacts]:
    """The worker processes that were there in the last hour, the newest first."""
    rows = query(
        """SELECT w.id, w.last_heartbeat AS seen_at, w.last_heartbeat > %(alive)s AS alive,
                  (SELECT count(*) FROM jobs.procrastinate_jobs j WHERE j.worker_id = w.id AND j.status = 'doing') AS running
           FROM jobs.procrastinate_workers w WHERE w.last_heartbeat > %(known)s ORDER BY w.id DESC LIMIT 20""",
        {"alive": now() - SILENT, "known": now() - timedelta(hours=1)},
    )
    return [WorkerFacts(**row) for row in rows]


def tasks() -> list[str]:
    """The names of all tasks of the product."""
    return sorted(name for name in app.tasks if not name.startswith(("builtin:", "procrastinate.")))


def title(task: str) -> str:
    """What operators read for a task; its name where it has no other, as those of an earlier release have."""
    return str(titles.get(task, task))


def queues() -> list[str]:
    """The queues that tasks of the product wait in."""
    return sorted({app.tasks[name].queue for name in tasks()})


def rerun(job_id: int) -> bool:
    """Queue a failed job again with all its tries before it; false when it is not failed any more.

    Raises: JobNotFound, JobIsQueued.
    """
    try:
        with transaction.atomic():
            moved = execute(
                """UPDATE jobs.procrastinate_jobs SET status = 'todo', attempts = 0, scheduled_at = NULL, abort_requested = false, worker_id = NULL
                   WHERE id = %s AND status = 'failed'""",
                (job_id,),
            )
    except IntegrityError:
        raise JobIsQueued() from None
    if not moved:
        job_get(job_id)
    return bool(moved)


def discard(job_id: int) -> bool:
    """Give a failed job up for good; false when it is not failed any more.

    Raises: JobNotFound.
    """
    moved = execute("UPDATE jobs.procrastinate_jobs SET status = 'cancelled' WHERE id = %s AND status = 'failed'", (job_id,))
    if not moved:
        job_get(job_id)
    return bool(moved)
