"""The shapes of runs and figures in the API."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from ninja import Field, Schema

from simpul.followup.schemas.members import BranchCode, FollowupAgentRefOut, FollowupBranchOut, MoveOut, Reason
from simpul.platform.paging import MAX_PAGE
from simpul.platform.schemas import Strict


class FollowupRunListIn(Strict):
    cursor: str | None = None
    limit: int = Field(50, ge=1, le=MAX_PAGE)


class FollowupRunOut(Schema):
    """One run in figures."""

    id: UUID
    kind: Literal["DAILY", "REQUESTED"]
    ran_at: datetime
    took_ms: int
    due: int
    rotated: int
    stayed: int
    pending: int
    deposits: int
    dealt: int
    returned: int
    waiting: int
    departed: int


class RunsCanOut(Schema):
    start: bool


class FollowupRunsOut(Schema):
    items: list[FollowupRunOut]
    next_cursor: str | None
    can: RunsCanOut


class ReasonCountOut(Schema):
    reason: Reason
    count: int


class RunAgentOut(Schema):
    agent: FollowupAgentRefOut
    members: int
    capacity: int
    gained: int
    lost: int
    blocked: Literal["", "LEAVE", "SUSPENDED"]


class RunBranchOut(Schema):
    branch: FollowupBranchOut
    not_followed_up: int
    no_deposit: int
    entered: int


class FollowupRunReportOut(FollowupRunOut):
    """What a run did; `moves` shows the first hundred that I see."""

    reasons: list[ReasonCountOut]
    agents: list[RunAgentOut]
    branches: list[RunBranchOut]
    moves: list[MoveOut]
    moves_total: int


class FollowupRunStartIn(Strict):
    """Nothing: the run takes neither members nor agents."""


class FollowupRunStartedOut(Schema):
    run_id: UUID


class FollowupDashboardIn(Strict):
    days: int = Field(30, ge=1, le=92)
    branch: BranchCode | None = None


class RotationDayOut(Schema):
    day: date
    not_followed_up: int
    no_deposit: int
    dealt: int
    returned: int


class PerformanceOut(Schema):
    agent: FollowupAgentRefOut
    members: int
    capacity: int
    due_soon: int
    gained: int
    not_followed_up: int
    no_deposit: int
    deposits: int
    conversion: int | None = Field(description="percent of the windows that ended which had a deposit")


class FollowupDashboardOut(Schema):
    """The programme in figures, of the branches that I see."""

    as_of: datetime
    active: int
    pending: int
    due_soon: int = Field(description="windows that end within the advance hours")
    overdue: int
    waiting: int | None = Field(description="requests to enter that wait; null for a part of the branches")
    advance_hours: int
    window_days: int
    days: list[RotationDayOut]
    agents: list[PerformanceOut]
