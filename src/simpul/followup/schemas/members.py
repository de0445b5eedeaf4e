"""The shapes of members in the API."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from simpul.followup.selectors.members import MemberFilter
from simpul.platform.paging import MAX_PAGE
from simpul.platform.schemas import Moment, Strict


def _within(day: date) -> date:
    if not 2000 <= day.year < 2200:
        raise PydanticCustomError("date_out_of_range", "The day lies before 2000 or after 2199.")
    return day


Day = Annotated[date, AfterValidator(_within)]
MemberStatus = Literal["ACTIVE", "PENDING", "ROTATED", "LEFT"]
Reason = Literal["DEALT", "RETURNED", "NOT_FOLLOWED_UP", "NO_DEPOSIT"]
EndReason = Literal["NOT_FOLLOWED_UP", "NO_DEPOSIT", "LEFT"]
WindowReason = Literal["DEPOSIT", "ONLY_AGENT", "PENDING"]
Source = Literal["IMPORT", "API", "SEGMENT"]
FollowupType = Literal["CALL", "WHATSAPP", "VISIT", "MEETING", "EMAIL"]
Outcome = Literal["", "REACHED", "NO_ANSWER", "CALL_BACK", "INTERESTED", "NOT_INTERESTED", "DONE"]
BranchCode = Annotated[str, StringConstraints(min_length=1, max_length=20, pattern=r"^[A-Za-z0-9_-]+$")]
FollowupNote = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=2_000, pattern=r"^[^\x00]*$")]
Cif = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40, pattern=r"^[^\x00]*$")]


class MemberFilters(Strict):
    """What narrows the list of members."""

    status: Literal["ACTIVE", "PENDING"] | None = None
    agent_id: UUID | None = None
    due_within_hours: int | None = Field(None, ge=0, le=720)
    branch: BranchCode | None = None

    def as_filter(self) -> MemberFilter:
        """The question as the list is asked."""
        return MemberFilter(self.status, self.agent_id, self.due_within_hours, self.branch)


class MemberListIn(MemberFilters):
    cursor: str | None = None
    limit: int = Field(50, ge=1, le=MAX_PAGE)


class FollowupLogIn(Strict):
    """A contact with a member; without an instant it happened now."""

    activity_type: FollowupType
    outcome: Outcome = ""
    note: FollowupNote
    happened_at: Moment | None = None


class FollowupRevealIn(Strict):
    """Nothing but the wish to call."""


class EntriesIn(Strict):
    """Customers who enter, by their numbers."""

    cifs: list[Cif] = Field(min_length=1, max_length=10_000)


class EntryOut(Schema):
    place: int
    outcome: Literal["QUEUED", "TWICE", "UNKNOWN", "CLOSED", "MEMBER", "WAITING"]


class EntriesOut(Schema):
    """What became of each number, by its place from 1; the next run deals those that are queued."""

    accepted: int
    refused: int
    rows: list[EntryOut]


class FollowupAgentRefOut(Schema):
    """An agent; without a number one who has left the programme."""

    id: UUID
    number: int | None
    name: str


class SkippedOut(Schema):
    number: int
    reason: Literal["LEAVE", "SUSPENDED", "CAPACITY"]


class FollowupBranchOut(Schema):
    code: str
    name: str


class MemberCustomerOut(Schema):
    """The customer of a member by the name that I may know; one out of reach has no page to open."""

    id: UUID
    name: str
    phone_masked: str | None
    reached: bool


class NextAgentOut(Schema):
    """Who gets the member when its window ends, as it stands now; `stays` when that is the present agent."""

    number: int
    name: str
    reason: Literal["NOT_FOLLOWED_UP", "NO_DEPOSIT"]
    stays: bool


class MemberCanOut(Schema):
    log: bool
    reveal: bool


class FollowupMemberOut(Schema):
    """A member with the present agent and who is next."""

    customer: MemberCustomerOut
    branch: FollowupBranchOut
    agent: FollowupAgentRefOut
    status: MemberStatus
    started_at: datetime
    window_started_at: datetime
    window_ends_at: datetime
    last_contact_at: datetime | None
    followed_up_at: datetime | None = Field(description="by this agent, in this window")
    deposit_at: datetime | None = Field(description="the latest that counts, in this window")
    next: NextAgentOut | None = Field(description="null when nobody is free")
    next_skipped: list[SkippedOut]
    skipped: list[SkippedOut] = Field(description="in the decision that gave the member to this agent")
    reason: Reason
    window_reason: WindowReason | None
    window_skipped: list[SkippedOut] = Field(description="when the window began anew or had to wait")
    can: MemberCanOut


class MemberPageOut(Schema):
    items: list[FollowupMemberOut]
    next_cursor: str | None


class FollowupStepOut(Schema):
    """One agent on a member's path."""

    step: int = Field(description="from 1")
    agent: FollowupAgentRefOut
    number: int
    from_number: int | None
    status: MemberStatus
    reason: Reason
    window_reason: WindowReason | None
    window_skipped: list[SkippedOut]
    started_at: datetime
    window_started_at: datetime
    window_ends_at: datetime
    ended_at: datetime | None
    ended_reason: EndReason | None
    skipped: list[SkippedOut]
    deposit_at: datetime | None
    decided_at: datetime
    run_id: UUID


class FollowupContactOut(Schema):
    id: UUID
    happened_at: datetime
    activity_type: str
    outcome: str
    note: str | None
    by: FollowupAgentRefOut | None


class DepositOut(Schema):
    occurred_at: datetime
    amount: Decimal | None
    kind: str


class MemberDetailOut(FollowupMemberOut):
    """A member with its path, follow-ups and deposits."""

    source: Source
    entered_at: datetime
    left_at: datetime | None
    left_reason: Literal["RULE", "CLOSED"] | None
    path: list[FollowupStepOut] = Field(description="oldest first")
    followups: list[FollowupContactOut] = Field(description="newest first, 50 at most")
    deposits: list[DepositOut] = Field(description="that count, newest first, 50 at most")


class FollowupPhoneOut(Schema):
    phone: str | None


class MoveCustomerOut(Schema):
    id: UUID
    name: str


class MoveOut(Schema):
    """One member that came from one number to another; `before` names the numbers that had it."""

    customer: MoveCustomerOut
    reason: Reason
    decided_at: datetime
    from_number: int | None
    to_number: int
    to_name: str
    before: list[int]


class CallerMovesOut(Schema):
    """What a run took from me and gave me."""

    run_id: UUID
    ran_at: datetime
    lost: list[MoveOut]
    gained: list[MoveOut]


class RotationFilters(Strict):
    """What narrows the rotations of an export: days where the organisation works, both included."""

    since: Day | None = None
    until: Day | None = None
    branch: BranchCode | None = None
