"""Timers and jobs as tests arrange them, past the product's own doors."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from simpul.platform import clock
from simpul.platform.db import query
from simpul.platform.text import Text
from simpul.workflow.timers import Handler, TimerKind
from tests.support.database import rows
from tests.support.registries import put

_TIMER = """
INSERT INTO crm.timers (timer_id, key, kind, subject_type, subject_id, due_at, run_at, status, attempts, last_error, fired_at, customer_id, branch_code)
VALUES (uuidv7(), coalesce(%(key)s, gen_random_uuid()::text), %(kind)s, 'TEST', %(subject_id)s, %(due_at)s, %(due_at)s, %(status)s, %(attempts)s, %(error)s,
        CASE WHEN %(status)s = 'FIRED' THEN now() END, %(customer_id)s, %(branch_code)s)
RETURNING timer_id
"""


def timer(seconds: float = 3_600, **options: Any) -> UUID:
    """A timer some seconds from now, or due at `due_at`; `status`, `key`, `kind`, `attempts`, `error` and more as options."""
    given = {
        "key": None,
        "kind": "tests.ring",
        "subject_id": "1",
        "status": "PENDING",
        "attempts": 0,
        "error": "",
        "customer_id": None,
        "branch_code": None,
        "due_at": clock.now() + timedelta(seconds=seconds),
        **options,
    }
    with rows():
        found: UUID = query(_TIMER, given)[0]["timer_id"]
    return found


def job(status: str = "failed", task: str = "platform.tidy", **options: Any) -> int:
    """A job in a state; `seconds` until it is scheduled, `queue`, `lock`, `reason` and `attempts` as options."""
    scheduled = clock.now() + timedelta(seconds=options["seconds"]) if "seconds" in options else None
    with rows():
        number: int = query(
            """INSERT INTO jobs.procrastinate_jobs (task_name, queue_name, args, scheduled_at, attempts, queueing_lock)
               VALUES (%s, %s, '{"name": "Rahmat Siregar"}', %s, %s, %s) RETURNING id""",
            (task, options.get("queue", "default"), scheduled, options.get("attempts", 0), options.get("lock")),
        )[0]["id"]
        for step in {"todo": [], "doing": ["doing"]}.get(status, ["doing", status]):
            query("UPDATE jobs.procrastinate_jobs SET status = %s::jobs.procrastinate_job_status WHERE id = %s RETURNING id", (step, number))
        if "reason" in options:
            query("INSERT INTO jobs.job_faults (job_id, told) VALUES (%s, %s) RETURNING job_id", (number, options["reason"]))
    return number


def kind_put(key: str, handler: Handler) -> None:
    """A kind of timer of the tests' own."""
    put(TimerKind(key, handler, Text(id=key, en=key)))
