"""What the operations page asks and shows: ids, kinds and moments, never what work is about."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from simpul.platform.schemas import LocalMoment, Strict

Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=300)]
TimerStatusName = Literal["PENDING", "FIRED", "CANCELLED", "FAILED"]
JobStateName = Literal["WAITING", "SCHEDULED", "RUNNING", "FAILED", "DONE", "CANCELLED"]


class OperationReasonIn(Strict):
    """Why an operator acts; it stands in the trail."""

    reason: Reason


class TechnicalNameOut(Schema):
    """A technical name, by which the lists are filtered, and what operators read for it."""

    key: str
    name: str


class TimersQuery(Schema):
    """Filters; `late` are timers that should have fired a minute ago, `from` and `to` span the moments when they are due."""

    status: TimerStatusName | None = None
    kind: str | None = Field(None, max_length=100)
    subject_type: str | None = Field(None, max_length=60)
    subject_id: str | None = Field(None, max_length=200)
    late: bool = False
    since: LocalMoment | None = Field(None, alias="from")
    until: LocalMoment | None = Field(None, alias="to")
    cursor: str | None = Field(None, max_length=400)
    limit: int = Field(50, ge=1, le=100)


class TimerCanOut(Schema):
    fire: bool
    cancel: bool
    rerun: bool


class TimerOut(Schema):
    """One timer. `run_at` is its next try; `reason` says in the program's words why the last one failed.

    `subject_label` is there for who may see the subject.
    """

    id: UUID
    key: str
    kind: str
    kind_name: str
    subject_type: str
    subject_name: str
    subject_label: str | None
    subject_id: str
    branch_code: str | None
    due_at: datetime
    run_at: datetime
    fired_at: datetime | None
    status: TimerStatusName
    late: bool
    attempts: int
    reason: str | None
    calendar: str | None
    working_seconds: int | None
    can: TimerCanOut


class TimersOut(Schema):
    items: list[TimerOut]
    next_cursor: str | None


class JobsQuery(Schema):
    state: JobStateName | None = None
    queue: str | None = Field(None, max_length=128)
    task: str | None = Field(None, max_length=128)
    cursor: str | None = Field(None, max_length=400)
    limit: int = Field(50, ge=1, le=100)


class JobCanOut(Schema):
    """`discard` takes it off the list of dead letters without trying it again."""

    rerun: bool
    discard: bool


class JobOut(Schema):
    """One job without its arguments, which may hold personal data. `seconds` is its age."""

    id: str
    queue: str
    task: str
    task_name: str
    state: JobStateName
    attempts: int
    created_at: datetime | None
    changed_at: datetime | None
    scheduled_at: datetime | None
    seconds: int | None
    reason: str | None
    can: JobCanOut


class JobsOut(Schema):
    items: list[JobOut]
    next_cursor: str | None


class DeadLetterOut(Schema):
    """Work that was given up. `id` is `timer:<id>` or `job:<number>`; a job's subject is not told.

    A job without a `reason` lost its worker each time that it ran.
    """

    id: str
    source: Literal["TIMER", "JOB"]
    name: str
    title: str
    subject_type: str | None
    subject_name: str | None
    subject_id: str | None
    attempts: int
    failed_at: datetime | None
    due_at: datetime | None
    reason: str | None
    state: str
    can: JobCanOut


class DeadLettersOut(Schema):
    items: list[DeadLetterOut]
    next_cursor: str | None


class CountOut(Schema):
    """How many; a `capped` count is a lower bound."""

    count: int
    capped: bool


class TimersSummaryOut(Schema):
    """`late` should have fired a minute ago; `fired` are of the last day."""

    waiting: CountOut
    late: CountOut
    retrying: CountOut
    failed: CountOut
    fired: CountOut
    next_due_at: datetime | None


class JobsSummaryOut(Schema):
    """`done` are of the last day; a job that has been waiting for over `late_after_seconds` is late."""

    waiting: CountOut
    scheduled: CountOut
    running: CountOut
    retrying: CountOut
    failed: CountOut
    done: CountOut
    oldest_waiting_at: datetime | None
    late_after_seconds: int


class WorkerOut(Schema):
    id: str
    seen_at: datetime
    alive: bool
    running: int


class ProcessOut(Schema):
    """One process of the product. One that is not `alive` has been silent for half a minute; after an hour it is forgotten."""

    id: UUID
    kind: Literal["web", "worker", "sealer"]
    host: str
    pid: int
    version: str
    started_at: datetime
    seen_at: datetime
    alive: bool


class SealingOut(Schema):
    """How far the sealer of the audit trail is behind: rows without a seal, and the age of the oldest in seconds."""

    unsealed: CountOut
    lag_seconds: int
    seal: int | None
    sealed_at: datetime | None


class ShippingOut(Schema):
    """How far shipping of the audit trail to one target is behind (the collector of logs, or the locked object store): sealed rows that it does not have,
    and the age of the oldest in seconds."""

    kind: Literal["COLLECTOR", "STORE"]
    target: str
    waiting: CountOut
    lag_seconds: int
    seal: int
    shipped_at: datetime | None
    failed_at: datetime | None
    failure: Literal["UNREACHABLE", "TIMEOUT", "CERTIFICATE", "REFUSED", "NO_LOCK"] | None


class OperationsSummaryOut(Schema):
    """How the installation works at this moment, and what its lists filter by."""

    at: datetime
    timers: TimersSummaryOut
    jobs: JobsSummaryOut
    workers: list[WorkerOut]
    processes: list[ProcessOut]
    sealing: SealingOut
    shipping: list[ShippingOut]
    dead_letters: CountOut
    timer_kinds: list[TechnicalNameOut]
    queues: list[str]
    tasks: list[TechnicalNameOut]
