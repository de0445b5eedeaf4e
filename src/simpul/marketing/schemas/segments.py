"""The shapes of segments in the API."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from simpul.platform.schemas import Strict

SegmentKindName = Literal["RULE", "STATIC"]
RefreshName = Literal["NONE", "HOURLY", "DAILY"]
ChannelName = Literal["EMAIL", "WHATSAPP", "SMS", "PUSH", "IN_APP"]
ReasonName = Literal["CONSENT", "CASE_ACTIVE", "NOT_IN_RULE", "SUPPRESSED", "FREQUENCY_CAP", "NO_CHANNEL", "OTHER"]
SegmentName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=100, pattern=r"^[^\x00-\x1f\x7f]*$")]
SegmentWords = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1_000, pattern=r"^[^\x00]*$")]
Version = Annotated[int, Field(ge=1, le=2_147_483_647)]
MOST_BYTES = 2_000_000


class SegmentPersonOut(Schema):
    id: UUID
    full_name: str


class SegmentIn(Strict):
    """A new segment: a rule tree as the rule builder makes it, or none for a static list."""

    name: SegmentName
    description: SegmentWords = ""
    kind: SegmentKindName
    rule_json: dict[str, object] | None = None
    refresh: RefreshName = "NONE"


class SegmentChangeIn(Strict):
    """A segment as it should be, from the version that the change was made on."""

    version: Version
    name: SegmentName
    description: SegmentWords = ""
    rule_json: dict[str, object] | None = None
    refresh: RefreshName = "NONE"


class SegmentVersionIn(Strict):
    """The version of the segment that was looked at."""

    version: Version


class SegmentCanOut(Schema):
    change: bool
    archive: bool
    restore: bool
    refresh: bool
    upload: bool


class SegmentOut(Schema):
    """A segment; `member_count` is how many customers were found at `refreshed_at`, or stand on the list."""

    segment_id: UUID
    name: str
    description: str
    kind: SegmentKindName
    kind_name: str
    rule_json: dict[str, object] | None
    sentence: str
    field_keys: list[str]
    profiling: bool
    current_version: int
    refresh: RefreshName
    refresh_name: str
    refreshed_at: datetime | None
    member_count: int | None
    archived_at: datetime | None
    version: int
    created_by: SegmentPersonOut | None
    created_at: datetime
    updated_by: SegmentPersonOut | None
    updated_at: datetime
    can: SegmentCanOut


class SegmentPageOut(Schema):
    items: list[SegmentOut]
    next_cursor: str | None


class SegmentChoiceOut(Schema):
    key: str
    name: str


class SegmentFieldOut(Schema):
    """A field that segments may ask about; `profiling` says that it takes the customer's consent to profiling."""

    key: str
    type: Literal["text", "integer", "money", "boolean", "date", "timestamp", "choice", "uuid", "text_set"]
    label: str
    group: str
    group_name: str
    choices: list[SegmentChoiceOut]
    operators: list[SegmentChoiceOut]
    profiling: bool


class SegmentFieldsOut(Schema):
    items: list[SegmentFieldOut]


class SegmentPreviewIn(Strict):
    """A segment, or a rule that is being written; with a channel its own gates are asked as well."""

    segment_id: UUID | None = None
    rule_json: dict[str, object] | None = None
    channel: ChannelName | None = None


class EligibilityReasonOut(Schema):
    """How many customers a reason keeps from an offer: as the first one, and at all."""

    reason: ReasonName
    label: str
    first: int
    all: int


class SegmentSampleOut(Schema):
    name: str
    branch_code: str | None
    city: str
    is_eligible: bool
    reason: ReasonName | None
    reason_name: str | None


class SegmentPreviewOut(Schema):
    """What is chosen today among `total` ACTIVE customers: `count` belong to it, `eligible` of them may get an offer."""

    count: int
    eligible: int
    total: int
    reasons: list[EligibilityReasonOut]
    samples: list[SegmentSampleOut]
    sentence: str
    seconds: float
    as_of: datetime


class SegmentVersionOut(Schema):
    segment_version_id: UUID
    number: int
    rule_json: dict[str, object] | None
    sentence: str
    field_keys: list[str]
    created_by: SegmentPersonOut | None
    created_at: datetime


class SegmentVersionPageOut(Schema):
    items: list[SegmentVersionOut]
    next_cursor: str | None


class SegmentRefreshOut(Schema):
    refresh_id: UUID
    number: int
    at: datetime
    members: int
    entered: int
    left: int


class SegmentRefreshPageOut(Schema):
    items: list[SegmentRefreshOut]
    next_cursor: str | None


class SegmentMemberOut(Schema):
    """A member, masked."""

    customer_id: UUID
    name: str
    branch_code: str | None
    city: str
    entered_at: datetime


class SegmentMemberPageOut(Schema):
    items: list[SegmentMemberOut]
    next_cursor: str | None


class SegmentUploadIn(Strict):
    """Customers by CIF: one a line, or a CSV with a column `cif`; at most 200,000 lines."""

    version: Version
    text: Annotated[str, StringConstraints(min_length=1, max_length=MOST_BYTES, pattern=r"^[^\x00]*$")]


class SegmentUploadOut(Schema):
    """What became of the lines: `unknown` holds the first thousand lines whose CIF nobody has, `unknown_count` says how many there are."""

    added: int
    already: int
    not_active: int
    unknown: list[int]
    unknown_count: int
    segment: SegmentOut


class SegmentMembersIn(Strict):
    """Members to take off a list, from the version of it that was looked at."""

    version: Version
    customer_ids: Annotated[list[UUID], Field(min_length=1, max_length=1_000)]
