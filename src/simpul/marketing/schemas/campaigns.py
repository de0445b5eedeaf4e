"""The shapes of campaigns in the API."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from simpul.platform.schemas import Amount, Moment, Strict

CampaignStatusName = Literal["DRAFT", "SUBMITTED", "APPROVED", "REJECTED", "RUNNING", "PAUSED", "DONE", "CANCELLED"]
CampaignChannelName = Literal["WHATSAPP", "EMAIL", "SMS", "PUSH", "IN_APP"]
ObjectiveName = Literal["PRODUCT_OFFER", "EDUCATION", "RETENTION", "REACTIVATION", "SURVEY", "OTHER"]
CampaignName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=120, pattern=r"^[^\x00-\x1f\x7f]*$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1_000, pattern=r"^[^\x00]*$")]
TokenName = Annotated[str, StringConstraints(max_length=40, pattern=r"^[a-z]+\.[a-z_]+$")]
TokenValue = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500, pattern=r"^[^\x00-\x1f\x7f]*$")]
MessageValues = dict[TokenName, TokenValue]
Version = Annotated[int, Field(ge=1, le=2_147_483_647)]
Percent = Annotated[int, Field(ge=0, le=50)]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500, pattern=r"^[^\x00]*$")]
Why = Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=500, pattern=r"^[^\x00]*$")]


class CampaignIn(Strict):
    """A campaign to begin; what is missing is filled in later."""

    name: CampaignName
    objective_kind: ObjectiveName = "PRODUCT_OFFER"
    objective: Words = ""
    expected_result: Words = ""
    budget: Amount | None = None
    segment_id: UUID | None = None
    channel: CampaignChannelName | None = None
    template_id: UUID | None = None
    message_values: MessageValues = Field(default_factory=dict, max_length=40)
    scheduled_at: Moment | None = None
    holdout_percent: Percent = 0
    hand_off: bool = False


class CampaignChangeIn(Strict):
    """Fields of a draft to change, from the version that the change was made on; what is not named stays."""

    version: Version
    name: CampaignName | None = None
    objective_kind: ObjectiveName | None = None
    objective: Words | None = None
    expected_result: Words | None = None
    budget: Amount | None = None
    segment_id: UUID | None = None
    channel: CampaignChannelName | None = None
    template_id: UUID | None = None
    message_values: MessageValues | None = Field(default=None, max_length=40)
    scheduled_at: Moment | None = None
    holdout_percent: Percent | None = None
    hand_off: bool | None = None


class CampaignStepIn(Strict):
    """A step, from the version that it was decided on."""

    version: Version


class CampaignApproveIn(CampaignStepIn):
    note: Note = ""


class CampaignReasonIn(CampaignStepIn):
    note: Why


class CampaignPersonOut(Schema):
    id: UUID
    full_name: str


class CampaignSegmentOut(Schema):
    """The segment, with the version that was chosen and the one in force."""

    segment_id: UUID
    name: str
    kind: str
    number: int
    current_number: int
    is_archived: bool


class CampaignTemplateOut(Schema):
    """The template, and whether the version that was chosen is the one that may be sent now."""

    template_id: UUID
    name: str
    version_id: UUID | None
    is_current: bool


class CampaignCanOut(Schema):
    """What the caller may do now."""

    change: bool
    submit: bool
    approve: bool
    reject: bool
    redraft: bool
    resubmit: bool
    start: bool
    pause: bool
    resume: bool
    cancel: bool
    copy_it: bool = Field(alias="copy")
    see_customers: bool


class CampaignOut(Schema):
    """A campaign."""

    campaign_id: UUID
    number: str
    name: str
    objective_kind: ObjectiveName
    objective_name: str
    objective: str
    expected_result: str
    budget: Decimal | None
    segment: CampaignSegmentOut | None
    channel: CampaignChannelName | None
    channel_name: str | None
    template: CampaignTemplateOut | None
    message_values: dict[str, str]
    scheduled_at: datetime | None
    holdout_percent: int
    hand_off: bool
    status: CampaignStatusName
    status_name: str
    revision: int
    version: int
    created_by: CampaignPersonOut | None
    created_at: datetime
    updated_at: datetime
    submitted_by: CampaignPersonOut | None
    submitted_at: datetime | None
    approved_by: CampaignPersonOut | None
    approved_at: datetime | None
    decision_note: str
    started_at: datetime | None
    frozen_at: datetime | None
    ended_at: datetime | None
    can: CampaignCanOut


class CampaignTokenOut(Schema):
    """What the message says of the offer itself, and only the campaign knows."""

    name: str
    label: str
    sample: str
    is_link: bool
    is_required: bool


class CampaignProblemOut(Schema):
    """What keeps a campaign from being submitted."""

    field: str
    message: str


class CampaignProgressOut(Schema):
    """How far a running campaign has come, in customers."""

    evaluated: int
    eligible: int
    holdout: int
    written: int
    dropped: int
    left: int


class CampaignWholeOut(CampaignOut):
    """A campaign in full: what it lacks while it is a draft, and how far it has come once it runs."""

    problems: list[CampaignProblemOut]
    tokens: list[CampaignTokenOut]
    progress: CampaignProgressOut | None


class CampaignPageOut(Schema):
    items: list[CampaignOut]
    next_cursor: str | None


class PlannedOut(Schema):
    """A campaign in the calendar."""

    campaign_id: UUID
    number: str
    name: str
    status: CampaignStatusName
    status_name: str
    channel: CampaignChannelName | None
    segment_id: UUID | None
    segment_name: str | None
    starts_at: datetime
    ends_at: datetime | None


class OverlapOut(Schema):
    """Two campaigns within a week of each other."""

    first: UUID
    second: UUID
    same_segment: bool
    same_channel: bool


class CampaignCalendarOut(Schema):
    items: list[PlannedOut]
    overlaps: list[OverlapOut]
