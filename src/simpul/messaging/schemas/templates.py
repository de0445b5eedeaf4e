"""The shapes of message templates in the API."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from simpul.messaging.selectors.templates.content import TemplateContent
from simpul.messaging.selectors.templates.rows import TemplateFilter
from simpul.messaging.vocabulary import Purpose
from simpul.platform.paging import MAX_PAGE
from simpul.platform.schemas import Strict

TemplateChannel = Literal["EMAIL", "WHATSAPP", "SMS", "PUSH", "IN_APP"]
TemplateLanguage = Literal["id", "en"]
TemplateStatusName = Literal["DRAFT", "SUBMITTED", "APPROVED", "REJECTED", "RETIRED"]
TokenName = Annotated[str, StringConstraints(max_length=60, pattern=r"^[a-z]+\.[a-z_]+$")]
TokenValue = Annotated[str, StringConstraints(max_length=500, pattern=r"^[^\x00]*$")]


class TemplateListIn(Schema):
    """Which templates of the library; a state is that of the latest version in a language."""

    channel: TemplateChannel | None = None
    purpose: Purpose | None = None
    language: TemplateLanguage | None = None
    status: TemplateStatusName | None = None
    q: str | None = Field(None, max_length=60)
    cursor: str | None = Field(None, max_length=400)
    limit: int = Field(24, ge=1, le=MAX_PAGE)

    def as_filter(self) -> TemplateFilter:
        """The question as the library is asked."""
        return TemplateFilter(self.channel, self.purpose, self.language, self.status, (self.q or "").replace("\0", "").strip() or None)


class TemplatePersonOut(Schema):
    id: UUID
    full_name: str


class TemplateVersionCanOut(Schema):
    edit: bool
    submit: bool
    approve: bool
    reject: bool
    retire: bool


class TemplateVersionOut(Schema):
    """A version without its words; the one in force is the latest approved of its language."""

    id: UUID
    language: TemplateLanguage
    number: int
    status: TemplateStatusName
    revision: int
    in_force: bool
    author: TemplatePersonOut | None
    edited_at: datetime
    submitted_at: datetime | None
    submitted_by: TemplatePersonOut | None
    approved_at: datetime | None
    approved_by: TemplatePersonOut | None
    rejected_at: datetime | None
    rejected_by: TemplatePersonOut | None
    rejection_note: str
    retired_at: datetime | None
    retired_by: TemplatePersonOut | None
    provider_name: str | None
    provider_status: Literal["PENDING", "APPROVED", "PAUSED", "REJECTED", "DISABLED"] | None
    provider_reason: str | None
    can: TemplateVersionCanOut


class TemplateOut(Schema):
    """A template with the latest version of each language."""

    id: UUID
    key: str
    name: str
    channel: TemplateChannel
    purpose: Purpose
    created_at: datetime
    latest: list[TemplateVersionOut]
    can_edit: bool


class TemplatePageOut(Schema):
    items: list[TemplateOut]
    next_cursor: str | None


class TemplateDetailOut(TemplateOut):
    """A template with all its versions, newest first."""

    versions: list[TemplateVersionOut]


class TemplateVersionDetailOut(Schema):
    version: TemplateVersionOut
    content: TemplateContent


class TemplateDifferenceOut(Schema):
    """One field, or one block of an e-mail, of two versions."""

    kind: Literal["SAME", "CHANGED", "ADDED", "REMOVED"]
    place: str
    before: str | None
    after: str | None


class TemplateDifferencesOut(Schema):
    items: list[TemplateDifferenceOut]


class TemplateTokenOut(Schema):
    name: str
    label: str
    sample: str
    source: Literal["CUSTOMER", "BRANCH", "ORGANISATION", "MESSAGE"]
    is_link: bool


class TemplateTokensOut(Schema):
    items: list[TemplateTokenOut]


class TemplateCreateIn(Strict):
    key: Annotated[str, StringConstraints(max_length=60, pattern=r"^[a-z][a-z0-9_]{2,59}$")]
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=120, pattern=r"^[^\x00-\x1f]*$")]
    channel: TemplateChannel
    purpose: Purpose


class TemplateEditIn(Strict):
    """The words of a draft; `revision` is that of the draft that was read, 0 where there was none."""

    revision: int = Field(ge=0, le=2_147_483_647)
    content: TemplateContent


class TemplateSubmitIn(Strict):
    revision: int = Field(ge=1, le=2_147_483_647)


class TemplateRejectIn(Strict):
    note: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=500, pattern=r"^[^\x00]*$")]


class TemplateRenderIn(Strict):
    """A content to be tried as it stands; without a customer for a sample person."""

    content: TemplateContent
    purpose: Purpose
    language: TemplateLanguage
    customer_id: UUID | None = None
    values: dict[TokenName, TokenValue] = Field(default_factory=dict, max_length=40)


class SmsLengthOut(Schema):
    encoding: Literal["GSM-7", "UCS-2"]
    length: int
    segments: int


class TemplateFaultOut(Schema):
    field: str
    message: str


class TemplateRenderOut(Schema):
    """How a content reads, and what keeps it from being submitted. `missing` is a token without value and fall-back."""

    title: str
    body: str
    html: str | None
    template_body: str | None
    sms: SmsLengthOut | None
    tokens: list[str]
    missing: str | None
    faults: list[TemplateFaultOut]
