"""The shapes of consent in the API."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from simpul.consent.selectors.states import ConsentFilter
from simpul.platform.paging import MAX_PAGE
from simpul.platform.schemas import Moment, Strict

StatusName = Literal["GRANTED", "WITHDRAWN"]
ChannelName = Literal["EMAIL", "SMS", "WHATSAPP", "PUSH", "IN_APP", "CALL"]
CapturedName = Literal["BRANCH", "CALL_CENTER", "MOBILE", "EMAIL", "WEB", "WHATSAPP"]
StaffMethodName = Literal["PHONE_OTP", "KNOWLEDGE", "IN_PERSON", "DIGITAL_SIGNATURE"]
MethodName = Literal["PHONE_OTP", "KNOWLEDGE", "IN_PERSON", "DIGITAL_SIGNATURE", "SIGNED_LINK", "PROVIDER_SIGNAL"]
RequestStatusName = Literal["PENDING", "APPROVED", "REJECTED", "WITHDRAWN"]
PurposeKey = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,29}$")]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1_000, pattern=r"^[^\x00]*$")]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=80, pattern=r"^[^\x00-\x1f\x7f]*$")]
WordingText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=20, max_length=4_000, pattern=r"^[^\x00]*$")]


class ConsentVerificationIn(Strict):
    """How the customer is verified: `channel` for a one-time code, a document of the customer for a signature."""

    method: StaffMethodName
    channel: Literal["SMS", "WHATSAPP", "EMAIL"] | None = None
    evidence_document_id: UUID | None = None


class ConsentAnswersIn(Strict):
    """What the customer says; two of the three are enough."""

    birth_date: Annotated[str, StringConstraints(strip_whitespace=True, max_length=10)] = ""
    phone: Annotated[str, StringConstraints(strip_whitespace=True, max_length=30)] = ""
    last_digits: Annotated[str, StringConstraints(strip_whitespace=True, max_length=4)] = ""


class ConsentVerificationAnswerIn(Strict):
    code: Annotated[str, StringConstraints(strip_whitespace=True, max_length=10)] = ""
    answers: ConsentAnswersIn | None = None


class ConsentVerificationOut(Schema):
    """A verification as it stands; `hint` is the masked number or address that a code went to."""

    verification_id: UUID
    method: StaffMethodName
    channel: str | None
    hint: str
    verified: bool
    attempts_left: int
    expires_at: datetime


class ConsentChangeIn(Strict):
    """What the customer says about one purpose; without a channel it holds for all ways of writing. A grant names the text in force."""

    verification_id: UUID
    consent_type: PurposeKey
    status: StatusName
    channel: ChannelName | None = None
    captured_channel: CapturedName
    wording_id: UUID | None = None
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=300, pattern=r"^[^\x00]*$")] = ""
    notes: Note = ""


class ConsentPersonOut(Schema):
    id: UUID
    full_name: str


class ConsentBranchOut(Schema):
    code: str
    name: str


class ConsentCustomerRefOut(Schema):
    """A customer by the name that the caller reads; one out of reach has no page to open."""

    id: UUID
    name: str
    reached: bool


class ConsentStandingOut(Schema):
    """What holds, since when, and how it was said."""

    status: StatusName
    since: datetime
    captured_channel_name: str
    verification_method_name: str
    wording_number: int | None


class ConsentNarrowerOut(ConsentStandingOut):
    """A later word about one way of writing."""

    channel: ChannelName
    channel_name: str


class ConsentWordingOut(Schema):
    """One version of a text."""

    id: UUID
    number: int
    text_id: str
    text_en: str
    published_at: datetime


class ConsentWaitingOut(Schema):
    request_id: UUID
    channel: str | None
    requested_at: datetime
    mine: bool


class ConsentPurposeCanOut(Schema):
    grant: bool
    withdraw: bool


class CustomerConsentOut(Schema):
    """One purpose of one customer. No `standing` means never asked, which is no."""

    consent_type: str
    name: str
    is_active: bool
    needs_approval: bool
    standing: ConsentStandingOut | None
    narrower: list[ConsentNarrowerOut]
    wording: ConsentWordingOut | None
    waiting: list[ConsentWaitingOut]
    can: ConsentPurposeCanOut


class ConsentChangeCanOut(Schema):
    change: bool


class CustomerConsentsOut(Schema):
    """Every purpose, and how a colleague can verify the customer here."""

    items: list[CustomerConsentOut]
    methods: list[StaffMethodName]
    code_channels: list[Literal["SMS", "WHATSAPP", "EMAIL"]]
    can: ConsentChangeCanOut


class ConsentOut(Schema):
    """One thing that a customer said."""

    consent_id: UUID
    customer: ConsentCustomerRefOut
    consent_type: str
    purpose: str
    channel: str | None
    channel_name: str | None
    status: StatusName
    old_status: StatusName | None
    effective_at: datetime
    captured_channel: CapturedName
    captured_channel_name: str
    captured_by: ConsentPersonOut | None
    verification_method: MethodName
    verification_method_name: str
    wording_number: int | None
    evidence_document_id: UUID | None
    approved_by: ConsentPersonOut | None
    reason: str
    notes: str


class ConsentPageOut(Schema):
    items: list[ConsentOut]
    next_cursor: str | None


class ConsentOutcomeOut(Schema):
    """Either the change holds, or it waits for a supervisor."""

    consent: ConsentOut | None
    waiting: ConsentWaitingOut | None


class ConsentFilters(Strict):
    """What narrows the register. `since` is inclusive, `until` exclusive."""

    consent_type: PurposeKey | None = None
    status: StatusName | None = None
    verification_method: MethodName | None = None
    captured_channel: CapturedName | None = None
    branch_code: Annotated[str, StringConstraints(max_length=20)] | None = None
    since: Moment | None = None
    until: Moment | None = None

    def as_filter(self) -> ConsentFilter:
        """The question as the list is asked."""
        return ConsentFilter(self.consent_type, self.status, self.verification_method, self.captured_channel, self.branch_code, self.since, self.until)

    def describe_given(self) -> Mapping[str, Any]:
        """What of it was given, for the trail."""
        return self.model_dump(mode="json", include=set(ConsentFilters.model_fields), exclude_none=True)


class ConsentListIn(ConsentFilters):
    cursor: str | None = None
    limit: int = Field(50, ge=1, le=MAX_PAGE)


class ConsentCountOut(Schema):
    consent_type: str
    name: str
    granted: int
    withdrawn: int


class ConsentSummaryOut(Schema):
    items: list[ConsentCountOut]


class ConsentRequestCanOut(Schema):
    approve: bool
    reject: bool
    withdraw: bool


class ConsentRequestOut(Schema):
    """A grant that waits, or waited, for a supervisor."""

    request_id: UUID
    customer: ConsentCustomerRefOut
    branch: ConsentBranchOut
    consent_type: str
    purpose: str
    channel: str | None
    channel_name: str | None
    wording_number: int
    captured_channel_name: str
    verification_method_name: str
    notes: str
    requested_by: ConsentPersonOut | None
    requested_at: datetime
    status: RequestStatusName
    decided_by: ConsentPersonOut | None
    decided_at: datetime | None
    decision_note: str
    can: ConsentRequestCanOut


class ConsentRequestPageOut(Schema):
    items: list[ConsentRequestOut]
    next_cursor: str | None


class ConsentDecisionIn(Strict):
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500, pattern=r"^[^\x00]*$")] = ""


class ConsentRefusalIn(Strict):
    note: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=500, pattern=r"^[^\x00]*$")]


class ConsentPurposeOut(Schema):
    """A purpose with the text in force."""

    key: str
    name_id: str
    name_en: str
    needs_approval: bool
    is_active: bool
    version: int
    wording: ConsentWordingOut | None


class ConsentPurposesOut(Schema):
    items: list[ConsentPurposeOut]


class ConsentWordingsOut(Schema):
    items: list[ConsentWordingOut]


class ConsentPurposeIn(Strict):
    key: PurposeKey
    name_id: Name
    name_en: Name
    needs_approval: bool = False


class ConsentPurposeUpdateIn(Strict):
    version: int = Field(ge=1, le=2_147_483_647)
    name_id: Name
    name_en: Name
    needs_approval: bool
    is_active: bool


class ConsentWordingIn(Strict):
    """The next version; `after` is the number that the writer saw, 0 where there is none."""

    after: int = Field(ge=0, le=100_000)
    text_id: WordingText
    text_en: WordingText
