"""The shapes of agents and their calendar in the API."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from simpul.followup.schemas.members import Day, FollowupAgentRefOut
from simpul.platform.schemas import Strict

ShortReason = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")]
Version = Annotated[int, Field(ge=0, le=2_147_483_647)]
Capacity = Annotated[int, Field(ge=0, le=1_000_000)]


class FollowupPersonOut(Schema):
    id: UUID
    full_name: str


class AwayOut(Schema):
    kind: Literal["LEAVE", "OFF", "ABSENCE"]
    first_day: date
    last_day: date


class FollowupAgentOut(Schema):
    """An agent of the programme; `free` says whether a member could come today."""

    id: UUID
    person: FollowupPersonOut
    number: int
    capacity: int
    status: Literal["ACTIVE", "SUSPENDED"]
    members: int
    due_soon: int
    away: AwayOut | None
    free: bool
    version: int


class AgentsCanOut(Schema):
    manage: bool


class FollowupAgentsOut(Schema):
    """All agents in their order; a new order is saved against `order_version`."""

    items: list[FollowupAgentOut]
    order_version: int
    can: AgentsCanOut


class CandidatesOut(Schema):
    items: list[FollowupPersonOut]


class FollowupAgentIn(Strict):
    user_id: UUID
    capacity: Capacity


class FollowupAgentUpdateIn(Strict):
    """What an agent becomes; who leaves has no number any more, and the next ones move up."""

    version: Version
    capacity: Capacity
    status: Literal["ACTIVE", "SUSPENDED", "LEFT"]
    reason: ShortReason = ""


class FollowupAgentChangedOut(Schema):
    agent: FollowupAgentOut | None


class FollowupOrderIn(Strict):
    """The whole order, the first is number 1."""

    order_version: Annotated[int, Field(ge=0, le=9_007_199_254_740_991)]
    agent_ids: list[UUID] = Field(min_length=1, max_length=10_000)


class DayOffCanOut(Schema):
    cancel: bool


class DayOffOut(Schema):
    """Days on which an agent takes no member; an absence of the person is shown and changed elsewhere."""

    id: UUID
    agent: FollowupAgentRefOut
    first_day: date
    last_day: date
    kind: Literal["LEAVE", "OFF", "ABSENCE"]
    reason: str
    can: DayOffCanOut


class DayOffListIn(Strict):
    year: int = Field(ge=2000, le=2199)
    agent_id: UUID | None = None


class DaysOffOut(Schema):
    """The calendar of a year; `uncovered_days` are those on which every agent is away."""

    year: int
    items: list[DayOffOut]
    uncovered_days: list[date]


class DayRangeIn(Strict):
    first_day: Day
    last_day: Day


class DaysOffIn(Strict):
    agent_id: UUID
    kind: Literal["LEAVE", "OFF"]
    reason: ShortReason = ""
    ranges: list[DayRangeIn] = Field(min_length=1, max_length=366)


class DaysOffMadeOut(Schema):
    """What was entered, and the days of its years on which nobody is there."""

    items: list[DayOffOut]
    uncovered_days: list[date]
