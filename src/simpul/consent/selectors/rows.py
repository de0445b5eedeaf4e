"""The shapes of consents as pages show them."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict
from uuid import UUID


class PersonRow(TypedDict):
    """A colleague by name."""

    id: UUID
    full_name: str


class CustomerRefRow(TypedDict):
    """A customer by the name that the reader may know."""

    id: UUID
    name: str
    reached: bool


class BranchRow(TypedDict):
    """A branch by name."""

    code: str
    name: str


class BadgeRow(TypedDict):
    """What a customer's page says beside the name; no status means never asked."""

    status: str | None
    since: datetime | None


class StandingRow(TypedDict):
    """What holds, since when, and how it was said."""

    status: str
    since: datetime
    captured_channel_name: str
    verification_method_name: str
    wording_number: int | None


class NarrowerRow(StandingRow):
    """A later word about one way of writing."""

    channel: str
    channel_name: str


class WordingRow(TypedDict):
    """One version of a text."""

    id: UUID
    number: int
    text_id: str
    text_en: str
    published_at: datetime


class WaitingRow(TypedDict):
    """A grant that waits."""

    request_id: UUID
    channel: str | None
    requested_at: datetime
    mine: bool


class PurposeCanRow(TypedDict):
    """What the reader may do about one purpose."""

    grant: bool
    withdraw: bool


class CustomerConsentRow(TypedDict):
    """One purpose of one customer."""

    consent_type: str
    name: str
    is_active: bool
    needs_approval: bool
    standing: StandingRow | None
    narrower: list[NarrowerRow]
    wording: WordingRow | None
    waiting: list[WaitingRow]
    can: PurposeCanRow


class CustomerConsents(TypedDict):
    """Every purpose of one customer."""

    items: list[CustomerConsentRow]
    methods: list[str]
    code_channels: list[str]
    can: dict[str, bool]


class ConsentRow(TypedDict):
    """One thing that a customer said."""

    consent_id: UUID
    customer: CustomerRefRow
    consent_type: str
    purpose: str
    channel: str | None
    channel_name: str | None
    status: str
    old_status: str | None
    effective_at: datetime
    captured_channel: str
    captured_channel_name: str
    captured_by: PersonRow | None
    verification_method: str
    verification_method_name: str
    wording_number: int | None
    evidence_document_id: UUID | None
    approved_by: PersonRow | None
    reason: str
    notes: str


class CountRow(TypedDict):
    """How many customers agreed to one purpose, and how many withdrew."""

    consent_type: str
    name: str
    granted: int
    withdrawn: int


class RequestRow(TypedDict):
    """A grant that waits, or waited, for a supervisor."""

    request_id: UUID
    customer: CustomerRefRow
    branch: BranchRow
    consent_type: str
    purpose: str
    channel: str | None
    channel_name: str | None
    wording_number: int
    captured_channel_name: str
    verification_method_name: str
    notes: str
    requested_by: PersonRow | None
    requested_at: datetime
    status: str
    decided_by: PersonRow | None
    decided_at: datetime | None
    decision_note: str
    can: dict[str, bool]


class VerificationRow(TypedDict):
    """A verification as it stands."""

    verification_id: UUID
    method: str
    channel: str | None
    hint: str
    verified: bool
    attempts_left: int
    expires_at: datetime


class PurposeRow(TypedDict):
    """A purpose with the text in force."""

    key: str
    name_id: str
    name_en: str
    needs_approval: bool
    is_active: bool
    version: int
    wording: WordingRow | None
