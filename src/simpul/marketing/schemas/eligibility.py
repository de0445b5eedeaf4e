"""The shapes of eligibility and of reports in the API."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import StringConstraints

from simpul.marketing.schemas.campaigns import CampaignStatusName
from simpul.platform.schemas import Strict

ReasonName = Literal["CONSENT", "CASE_ACTIVE", "NOT_IN_RULE", "SUPPRESSED", "FREQUENCY_CAP", "NO_CHANNEL", "OTHER"]
AudienceState = Literal["eligible", "ineligible", "holdout", "written", "dropped"]


class ReasonWordsOut(Schema):
    """A reason in words."""

    reason: ReasonName
    label: str
    explanation: str


class OfferCampaignOut(Schema):
    """A campaign as a customer's page names it."""

    campaign_id: UUID
    number: str
    name: str
    status: CampaignStatusName
    status_name: str
    channel_name: str | None
    segment_name: str | None
    started_at: datetime | None


class RulePartOut(Schema):
    """One comparison of a rule, and whether it holds."""

    sentence: str
    holds: bool


class RuleHeldOut(Schema):
    """A rule in words, part by part."""

    sentence: str
    parts: list[RulePartOut]


class EligibleNowOut(Schema):
    """What holds at this moment."""

    is_eligible: bool
    reasons: list[ReasonWordsOut]


class OfferMessageOut(Schema):
    """How far the message of a campaign has come."""

    status: str
    status_name: str
    sent_at: datetime | None
    delivered_at: datetime | None
    opened_at: datetime | None
    clicked_at: datetime | None
    replied_at: datetime | None
    failed_at: datetime | None


class OfferCustomerOut(Schema):
    """A customer by the name that the caller may know."""

    id: UUID
    name: str
    reached: bool


class EligibilityOut(Schema):
    """Whether a customer gets the offers of a campaign and why, as it was found at the start and as it is now."""

    campaign: OfferCampaignOut
    customer: OfferCustomerOut
    is_eligible: bool
    reason: ReasonName | None
    reasons: list[ReasonWordsOut]
    rule: RuleHeldOut
    now: EligibleNowOut
    is_holdout: bool
    dropped_reason: ReasonWordsOut | None
    message: OfferMessageOut | None
    evaluated_at: datetime | None


class LookupIn(Strict):
    """The CIF of the customer who is looked up."""

    cif: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=40, pattern=r"^[0-9A-Za-z .-]+$")]


class OfferEventOut(Schema):
    """What became of a message, and when."""

    kind: Literal["SENT", "DELIVERED", "OPEN", "CLICK", "REPLY", "FAILED"]
    at: datetime


class OfferOut(Schema):
    """One campaign on a customer's page."""

    campaign: OfferCampaignOut
    is_eligible: bool
    is_holdout: bool
    reason: ReasonName | None
    reason_name: str | None
    explanation: str | None
    events: list[OfferEventOut]
    evaluated_at: datetime | None


class OfferConsentOut(Schema):
    """Consent to marketing as the customer's page shows it."""

    status: str | None
    since: datetime | None


class SuppressedChannelOut(Schema):
    channel: str
    name: str


class CustomerOffersOut(Schema):
    """What a customer's page says of offers."""

    consent: OfferConsentOut | None
    suppressed_channels: list[SuppressedChannelOut]
    has_open_sensitive_case: bool
    items: list[OfferOut]


class CampaignCustomerOut(Schema):
    """One customer of a campaign."""

    customer: OfferCustomerOut
    branch_code: str
    is_eligible: bool
    reason: ReasonName | None
    reason_name: str | None
    is_holdout: bool
    dropped_reason: ReasonName | None
    dropped_name: str | None
    message: OfferMessageOut | None


class CampaignCustomerPageOut(Schema):
    items: list[CampaignCustomerOut]
    next_cursor: str | None


class ReportReasonOut(Schema):
    """How many customers a reason kept from the offer: as the first one, and at all."""

    reason: ReasonName
    label: str
    first: int
    all: int


class ReportCountOut(Schema):
    """How many customers, by a reason."""

    reason: str
    label: str
    count: int


class FunnelOut(Schema):
    """Messages by how far they came."""

    written: int
    waiting: int
    sent: int
    delivered: int
    opened: int
    clicked: int
    replied: int
    failed: int
    unsubscribed: int
    converted: int


class HoldoutOut(Schema):
    """Customers who were written to beside those who were left out on purpose; what is not known yet is null."""

    treated: int
    treated_converted: int
    holdout: int
    holdout_converted: int | None
    lift: float | None


class ReportLeadsOut(Schema):
    """What sales made of the customers whom a campaign handed over: how many leads ever came so
    far, and how they ended. `conversion` is won leads over messages sent.
    """

    leads: int
    contacted: int
    qualified: int
    won: int
    lost: int
    open: int
    value_won: Decimal
    value_open: Decimal
    conversion: float | None
    cost_per_won: Decimal | None


class CampaignReportOut(Schema):
    """What came of a campaign, in numbers."""

    total: int
    audience: int
    eligible: int
    eligible_rate: float | None
    holdout: int
    reasons: list[ReportReasonOut]
    dropped: list[ReportCountOut]
    failed_reasons: list[ReportCountOut]
    funnel: FunnelOut
    cost_per_click: Decimal | None
    leads: ReportLeadsOut | None
    holdout_compare: HoldoutOut | None
    simulated: bool
    as_of: datetime
