"""How the installation works: its timers, its jobs, and what was given up."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from simpul.audit.public import SealingFacts, ShippingFacts, sealing, shipping_states
from simpul.oversight.policies import can_operate, can_watch
from simpul.platform import processes, queue, subjects
from simpul.platform.actor import Actor, require
from simpul.platform.clock import now
from simpul.platform.errors import NotFound
from simpul.platform.paging import Keyset, Page
from simpul.platform.processes import ProcessFacts
from simpul.platform.queue import JobFacts, JobFilter
from simpul.workflow.public import TimerFacts, TimerFilter, TimerPlace, failed_timers, timer_counts, timer_get, timer_kinds, timer_list, timer_title

CEILING = 10_000
_TIMERS = Keyset(("-waits", bool), ("due_at", datetime), ("id", UUID))
_JOBS = Keyset(("-id", int))
_LETTERS = Keyset(("-failed_at", datetime), ("-id", str))
# A free worker takes a job within a second; one that waits a minute has no worker, or too few of them.
JOB_LATE_SECONDS = 60


def summary(*, actor: Actor) -> dict[str, Any]:
    """Counts of timers and jobs, the workers, and the names that the lists filter by.

    Raises: Forbidden.
    """
    require(can_watch(actor))
    timers, jobs = timer_counts(actor=actor, ceiling=CEILING + 1), queue.counts(CEILING + 1)
    dead, present = _count(timers["failed"] + jobs["failed"]), now()
    return {
        "at": present,
        "timers": {name: _count(value) if isinstance(value, int) else value for name, value in timers.items()},
        "jobs": {name: _count(value) if isinstance(value, int) else value for name, value in jobs.items()} | {"late_after_seconds": JOB_LATE_SECONDS},
        "workers": [{"id": str(worker.id), "seen_at": worker.seen_at, "alive": worker.alive, "running": worker.running} for worker in queue.workers()],
        "processes": [_process(each) for each in processes.processes()],
        "sealing": _sealing(sealing(CEILING + 1), present),
        "shipping": [_shipping(each, present) for each in shipping_states()],
        "dead_letters": dead,
        "timer_kinds": _named(timer_kinds(), timer_title),
        "queues": queue.queues(),
        "tasks": _named(queue.tasks(), queue.title),
    }


def _named(keys: Sequence[str], name: Callable[[str], str]) -> list[dict[str, str]]:
    """Technical names with what operators read for them, by the latter."""
    return sorted(({"key": key, "name": name(key)} for key in keys), key=lambda one: (one["name"].casefold(), one["key"]))


def _process(process: ProcessFacts) -> dict[str, Any]:
    shown = ("id", "kind", "host", "pid", "version", "started_at", "seen_at", "alive")
    return {name: getattr(process, name) for name in shown}


def _sealing(facts: SealingFacts, present: datetime) -> dict[str, Any]:
    """How old the oldest row without a seal is, in whole seconds."""
    oldest = facts.oldest_unsealed_at
    lag = 0 if oldest is None else max(0, int((present - oldest).total_seconds()))
    return {"unsealed": _count(facts.unsealed_rows), "lag_seconds": lag, "seal": facts.seal_number, "sealed_at": facts.sealed_at}


def _shipping(facts: ShippingFacts, present: datetime) -> dict[str, object]:
    """How old the oldest sealed row is that the target does not have, in whole seconds."""
    oldest = facts.oldest_waiting_at
    return {
        "kind": facts.kind,
        "target": facts.target,
        "waiting": _count(min(facts.waiting_rows, CEILING + 1)),
        "lag_seconds": 0 if oldest is None else max(0, int((present - oldest).total_seconds())),
        "seal": facts.seal_number,
        "shipped_at": facts.shipped_at,
        "failed_at": facts.failed_at,
        "failure": facts.failure or None,
    }


def timer_page(*, actor: Actor, wanted: TimerFilter, cursor: str | None, limit: int) -> Page:
    """Timers that wait, the one that is due first at their head, then the others, the latest first.

    Raises: Forbidden, Invalid for a cursor that we did not write.
    """
    require(can_watch(actor))
    position = _TIMERS.position(cursor)
    found = timer_list(actor=actor, wanted=wanted, after=TimerPlace(*position) if position else None, limit=limit + 1)
    return _TIMERS.cut(found, limit, lambda page: timer_rows(actor, page))


def timer_row(actor: Actor, timer: TimerFacts) -> dict[str, Any]:
    """One timer as the page shows it."""
    return timer_rows(actor, [timer])[0]


def timer_rows(actor: Actor, timers: Sequence[TimerFacts]) -> list[dict[str, Any]]:
    """Timers as the page shows them; a subject has its label where the reader may see it."""
    told = subjects.labels(actor, ((timer.subject_type, timer.subject_id) for timer in timers))
    return [_timer(actor, timer, told.get((timer.subject_type, timer.subject_id))) for timer in timers]


def _timer(actor: Actor, timer: TimerFacts, subject_label: str | None) -> dict[str, Any]:
    may, present = bool(can_operate(actor)), now()
    return {
        "id": timer.id,
        "key": timer.key,
        "kind": timer.kind,
        "kind_name": timer_title(timer.kind),
        "subject_type": timer.subject_type,
        "subject_name": subjects.name(timer.subject_type),
        "subject_label": subject_label,
        "subject_id": timer.subject_id,
        "branch_code": timer.branch_code,
        "due_at": timer.due_at,
        "run_at": timer.run_at,
        "fired_at": timer.fired_at,
        "status": timer.status,
        "late": timer.late(present),
        "attempts": timer.attempts,
        "reason": timer.last_error or None,
        "calendar": timer.calendar,
        "working_seconds": timer.working_seconds,
        "can": {
            "fire": may and timer.status == "PENDING",
            "cancel": may and timer.status in ("PENDING", "FAILED"),
            "rerun": may and timer.status == "FAILED",
        },
    }


def job_page(*, actor: Actor, wanted: JobFilter, cursor: str | None, limit: int) -> Page:
    """Jobs, the newest first.

    Raises: Forbidden, Invalid for a cursor that we did not write.
    """
    require(can_watch(actor))
    (before,) = _JOBS.position(cursor) or (None,)
    found = queue.job_list(wanted, before=before, limit=limit + 1)
    return _JOBS.cut(found, limit, lambda page: [job_row(actor, job) for job in page])


def job_row(actor: Actor, job: JobFacts) -> dict[str, Any]:
    """One job as the page shows it."""
    return {
        "id": str(job.id),
        "queue": job.queue,
        "task": job.task,
        "task_name": queue.title(job.task),
        "state": job.state,
        "attempts": job.attempts,
        "created_at": job.created_at,
        "changed_at": job.changed_at,
        "scheduled_at": job.scheduled_at,
        "seconds": max(0, int((now() - job.created_at).total_seconds())) if job.created_at else None,
        "reason": job.reason,
        "can": _can(actor, job.state),
    }


@dataclass(frozen=True)
class Letter:
    """A dead letter's two halves: which kind of work, and which piece of it."""

    source: str
    key: str

    @property
    def id(self) -> str:
        """As clients name it."""
        return f"{self.source.lower()}:{self.key}"


def letter_of(text: str) -> Letter:
    """The letter that a client names.

    Raises: NotFound for what is no name of a letter.
    """
    source, _, key = text.partition(":")
    if source == "job" and key.isascii() and key.isdigit() and len(key) < 19:
        return Letter("JOB", str(int(key)))
    if source == "timer":
        try:
            return Letter("TIMER", str(UUID(key)))
        except ValueError:
            pass
    raise NotFound()


def letter_page(*, actor: Actor, cursor: str | None, limit: int) -> Page:
    """What was given up, the latest first: failed jobs and timers, merged.

    Raises: Forbidden, Invalid for a cursor that we did not write.
    """
    require(can_watch(actor))
    before = _LETTERS.position(cursor)
    timers = (_timer_letter(actor, timer) for timer in failed_timers(actor=actor, before=before, limit=limit + 1))
    jobs = (_job_letter(actor, job) for job in queue.failed_jobs(before=before, limit=limit + 1))
    found = list(islice(heapq.merge(timers, jobs, key=lambda letter: (letter["failed_at"], letter["id"]), reverse=True), limit + 1))
    return _LETTERS.cut(found, limit)


def letter_get(*, actor: Actor, letter: Letter) -> dict[str, Any]:
    """One letter as it stands now, which may be under way again.

    Raises: NotFound.
    """
    if letter.source == "TIMER":
        return _timer_letter(actor, timer_get(actor=actor, timer_id=UUID(letter.key)))
    return _job_letter(actor, queue.job_get(int(letter.key)))


def _timer_letter(actor: Actor, timer: TimerFacts) -> dict[str, Any]:
    return {
        "id": f"timer:{timer.id}",
        "source": "TIMER",
        "name": timer.kind,
        "title": timer_title(timer.kind),
        "subject_type": timer.subject_type,
        "subject_name": subjects.name(timer.subject_type),
        "subject_id": timer.subject_id,
        "attempts": timer.attempts,
        "failed_at": timer.updated_at,
        "due_at": timer.due_at,
        "reason": timer.last_error or None,
        "state": timer.status,
        "can": _can(actor, timer.status),
    }


def _job_letter(actor: Actor, job: JobFacts) -> dict[str, Any]:
    return {
        "id": f"job:{job.id}",
        "source": "JOB",
        "name": job.task,
        "title": queue.title(job.task),
        "subject_type": None,
        "subject_name": None,
        "subject_id": None,
        "attempts": job.attempts,
        "failed_at": job.changed_at,
        "due_at": None,
        "reason": job.reason,
        "state": job.state,
        "can": _can(actor, job.state),
    }


def _can(actor: Actor, state: str) -> dict[str, bool]:
    may = bool(can_operate(actor)) and state == "FAILED"
    return {"rerun": may, "discard": may}


def _count(found: int) -> dict[str, Any]:
    return {"count": min(found, CEILING), "capped": found > CEILING}
