"""The shapes of suspicious activity in the API."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Field, Schema

from simpul.oversight.schemas.audit import AuditActorOut, AuditOut
from simpul.platform.schemas import Strict

AlertState = Literal["NEW", "IN_REVIEW", "DISMISSED", "CONFIRMED"]


class ThresholdOut(Schema):
    key: str
    label: str
    value: float
    default: float
    minimum: float
    maximum: float
    whole: bool


class SuspicionRuleCanOut(Schema):
    update: bool


class SuspicionRuleOut(Schema):
    """One rule: what it looks for and by which numbers."""

    key: str
    title: str
    text: str
    enabled: bool
    thresholds: list[ThresholdOut]
    version: int
    changed_at: datetime | None
    changed_by: AuditActorOut | None
    can: SuspicionRuleCanOut


class SuspicionRulesOut(Schema):
    items: list[SuspicionRuleOut]


class SuspicionRuleIn(Strict):
    """The rule as it should be; thresholds left out take their shipped value."""

    enabled: bool
    thresholds: dict[str, float]
    version: int


class SuspicionAlertsQuery(Schema):
    """Filters; `open` are alerts that nobody has judged yet."""

    state: AlertState | None = None
    rule: str | None = Field(None, max_length=60)
    user_id: UUID | None = None
    open: bool = False
    cursor: str | None = Field(None, max_length=400)
    limit: int = Field(50, ge=1, le=100)


class SuspicionCanOut(Schema):
    review: bool


class SuspicionAlertOut(Schema):
    """One user met one rule on one day: `peak` was counted where the rule's bar was at `bar`, on `rows` records."""

    id: UUID
    rule: str
    rule_title: str
    user: AuditActorOut | None
    window_start: datetime
    window_end: datetime
    found_at: datetime
    first_at: datetime
    last_at: datetime
    peak: float
    bar: float
    rows: int
    state: AlertState
    reason: str
    reviewed_by: AuditActorOut | None
    reviewed_at: datetime | None
    version: int
    can: SuspicionCanOut


class SuspicionAlertsOut(Schema):
    items: list[SuspicionAlertOut]
    next_cursor: str | None


class StateCountOut(Schema):
    state: AlertState
    count: int
    capped: bool


class RuleNameOut(Schema):
    key: str
    title: str


class SuspicionSummaryOut(Schema):
    """What there is to review, and up to when the trail has been looked through."""

    states: list[StateCountOut]
    rules: list[RuleNameOut]
    watched_until: datetime | None


class SuspicionDetailOut(Schema):
    """An alert with the records behind it, in order of time."""

    alert: SuspicionAlertOut
    records: list[AuditOut]
    next_cursor: str | None


class SuspicionReviewIn(Strict):
    """A judgement; dismissing and confirming take a reason."""

    state: AlertState
    reason: str = Field("", max_length=500)
    version: int
