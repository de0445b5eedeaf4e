"""What the operations on items and migrations take and give."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints

from simpul.platform.schemas import Strict
from simpul.workflow.schemas.workflows import WorkflowNamedOut, WorkflowPersonOut, WorkflowProblemOut, WorkflowWordsOut

Reason = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
MoveKindName = Literal["START", "MOVE", "TIMER", "ROLLBACK", "MIGRATE"]


class WorkflowItemOut(Schema):
    """An item in the list. `version` counts its moves; `subject_label` is absent where the subject is out of sight."""

    id: UUID
    workflow: str
    subject_type: str
    subject_id: str
    subject_label: str | None
    subject_address: str | None
    branch_code: str | None
    state: str
    state_title: str
    ended: bool
    definition_version: int
    version: int
    started_at: datetime
    entered_at: datetime


class WorkflowItemsOut(Schema):
    items: list[WorkflowItemOut]
    next_cursor: str | None


class WorkflowRequiredOut(Schema):
    """A field that a move must bring, or that the subject must have; `accepted` says whether the move may bring it."""

    field: str
    label: str
    type: str
    min_length: int | None
    max_length: int | None
    choices: list[WorkflowNamedOut]
    accepted: bool


class WorkflowPossibleOut(Schema):
    """A transition out of the present state; `reason` says why not."""

    transition: str
    title: str
    to: str
    to_title: str
    allowed: bool
    reason: str | None
    required: list[WorkflowRequiredOut]


class WorkflowRollBackOut(Schema):
    """Whether the last step may be taken back, and where that leads."""

    allowed: bool
    reason: str | None
    transition: str | None
    transition_title: str | None
    to: str | None
    to_title: str | None


class WorkflowMoveOut(Schema):
    """One step of an item's history; `undone` when it was rolled back."""

    seq: int
    kind: MoveKindName
    transition: str | None
    transition_title: str | None
    from_state: str | None
    from_title: str | None
    to_state: str
    to_title: str
    at: datetime
    by: WorkflowPersonOut
    reason: str
    definition_version: int
    undone: bool


class WorkflowItemTimerOut(Schema):
    """What will happen to an item by itself."""

    key: str
    due_at: datetime
    status: Literal["PENDING", "FIRED", "CANCELLED", "FAILED"]


class WorkflowItemDetailOut(WorkflowItemOut):
    """An item with its history (newest first, at most 200 steps), what may be done next, and its timers."""

    moves: list[WorkflowPossibleOut]
    rollback: WorkflowRollBackOut
    timers: list[WorkflowItemTimerOut]
    history: list[WorkflowMoveOut]


class WorkflowMoveIn(Strict):
    transition: Annotated[str, StringConstraints(max_length=40)]
    version: int
    reason: Reason = ""
    fields: dict[str, Any] = Field(default_factory=dict, max_length=40)


class WorkflowRollBackIn(Strict):
    version: int
    reason: Reason


class WorkflowMigrationIn(Schema):
    """`mapping` names a state of the new version for each state of the old one; a dry run writes nothing."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    origin: int = Field(alias="from", ge=1)
    target: int = Field(alias="to", ge=1)
    mapping: dict[Annotated[str, StringConstraints(max_length=40)], Annotated[str, StringConstraints(max_length=40)]] = Field(max_length=200)
    dry_run: bool = True
    reason: Reason = ""


class WorkflowMigrationStateOut(Schema):
    """A populated state of the old version and where its items go; null where they stay."""

    state: str
    title: WorkflowWordsOut
    items: int
    ended: bool
    to: str | None


class WorkflowMigrationOut(Schema):
    """A migration, or a dry run of one (`id` and `status` are null). `problem` is the kind of fault that stopped the last try."""

    model_config = ConfigDict(populate_by_name=True)

    id: UUID | None
    workflow: str
    origin: int = Field(alias="from")
    target: int = Field(alias="to")
    mapping: dict[str, str]
    status: Literal["WAITING", "RUNNING", "DONE", "CANCELLED"] | None
    total: int
    done: int
    states: list[WorkflowMigrationStateOut]
    problems: list[WorkflowProblemOut]
    problem: str
    reason: str
    requested_by: WorkflowPersonOut | None
    requested_at: datetime | None
    finished_at: datetime | None
