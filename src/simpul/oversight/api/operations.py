"""The operations page: timers, jobs, and what was given up."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Query

from simpul.oversight.schemas.operations import (
    DeadLetterOut,
    DeadLettersOut,
    JobsOut,
    JobsQuery,
    OperationReasonIn,
    OperationsSummaryOut,
    TimerOut,
    TimersOut,
    TimersQuery,
)
from simpul.oversight.selectors import operations as selectors
from simpul.oversight.services import operations as services
from simpul.platform.actor import Act
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Page
from simpul.platform.queue import JobFilter, JobIsQueued
from simpul.workflow.errors import TimerIsOver, TimerNotFound
from simpul.workflow.public import TimerFilter, timer_cancel, timer_fire

router = Router()
_READ = needs("configuration", Act.READ, Act.MANAGE)
_MANAGE = needs("configuration", Act.MANAGE)


@router.get("/operations/summary", permission=_READ, response={200: OperationsSummaryOut, **problems()}, operation_id="operations_summary")
def summary(request: ActorRequest) -> dict[str, Any]:
    """How many timers and jobs wait, run, are late or were given up, and which workers are there."""
    return selectors.summary(actor=request.auth)


@router.get("/operations/timers", permission=_READ, response={200: TimersOut, **problems()}, operation_id="operations_timers")
def list_timers(request: ActorRequest, filters: Query[TimersQuery]) -> Page:
    """Timers that wait, those overdue and then the next ones first; then the others, the latest first."""
    wanted = TimerFilter(filters.status, filters.kind, filters.subject_type, filters.subject_id, filters.late, filters.since, filters.until)
    return selectors.timer_page(actor=request.auth, wanted=wanted, cursor=filters.cursor, limit=filters.limit)


@router.post(
    "/operations/timers/{uuid:timer_id}/fire",
    permission=_MANAGE,
    response={200: TimerOut, **problems(TimerNotFound, TimerIsOver)},
    operation_id="operations_timer_fire",
)
def fire_timer(request: ActorRequest, timer_id: UUID, body: OperationReasonIn) -> dict[str, Any]:
    """Let a waiting timer fire within seconds, before it is due."""
    return selectors.timer_row(request.auth, timer_fire(actor=request.auth, timer_id=timer_id, reason=body.reason))


@router.post(
    "/operations/timers/{uuid:timer_id}/cancel",
    permission=_MANAGE,
    response={200: TimerOut, **problems(TimerNotFound, TimerIsOver)},
    operation_id="operations_timer_cancel",
)
def cancel_timer(request: ActorRequest, timer_id: UUID, body: OperationReasonIn) -> dict[str, Any]:
    """Let a timer never fire."""
    return selectors.timer_row(request.auth, timer_cancel(actor=request.auth, timer_id=timer_id, reason=body.reason))


@router.get("/operations/jobs", permission=_READ, response={200: JobsOut, **problems()}, operation_id="operations_jobs")
def list_jobs(request: ActorRequest, filters: Query[JobsQuery]) -> Page:
    """Background jobs, the newest first, without what they are about: a job's arguments may hold personal data."""
    wanted = JobFilter(filters.state, filters.queue, filters.task)
    return selectors.job_page(actor=request.auth, wanted=wanted, cursor=filters.cursor, limit=filters.limit)


@router.get("/operations/dead-letters", permission=_READ, response={200: DeadLettersOut, **problems()}, operation_id="operations_dead_letters")
def list_letters(request: ActorRequest, cursor: str | None = None, limit: int = Query(50, ge=1, le=100)) -> Page:
    """Jobs and timers that were given up after their last try, the latest first."""
    return selectors.letter_page(actor=request.auth, cursor=cursor, limit=limit)


@router.post(
    "/operations/dead-letters/{letter_id}/rerun",
    permission=_MANAGE,
    response={200: DeadLetterOut, **problems(JobIsQueued)},
    operation_id="operations_dead_letter_rerun",
)
def rerun_letter(request: ActorRequest, letter_id: str, body: OperationReasonIn) -> dict[str, Any]:
    """Try what was given up again; asking twice does it once."""
    return services.letter_rerun(actor=request.auth, letter=selectors.letter_of(letter_id), reason=body.reason)


@router.post(
    "/operations/dead-letters/{letter_id}/discard",
    permission=_MANAGE,
    response={200: DeadLetterOut, **problems(TimerIsOver)},
    operation_id="operations_dead_letter_discard",
)
def discard_letter(request: ActorRequest, letter_id: str, body: OperationReasonIn) -> dict[str, Any]:
    """Take what was given up off the list without trying it again."""
    return services.letter_discard(actor=request.auth, letter=selectors.letter_of(letter_id), reason=body.reason)
