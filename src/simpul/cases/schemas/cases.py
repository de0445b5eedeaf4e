"""What the operations on cases give."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field

StatusName = Literal["NEW", "IN_PROGRESS", "WAITING_INFO", "ESCALATED", "RESOLVED", "CLOSED"]
PriorityName = Literal["LOW", "MEDIUM", "HIGH", "CRITICAL"]
KindName = Literal["VERBAL", "WRITTEN"]
ChannelName = Literal["BRANCH", "CALL_CENTER", "MOBILE", "EMAIL", "WHATSAPP", "WEB"]
ActivityTypeName = Literal["NOTE", "ASSIGN", "ESCALATE", "STATUS_CHANGE", "ATTACHMENT", "FINAL_RESPONSE", "MESSAGE", "SLA"]


class CasePersonOut(Schema):
    id: UUID
    full_name: str


class CaseBranchOut(Schema):
    code: str
    name: str


class CaseUnitOut(Schema):
    code: str
    name: str


class CaseCustomerOut(Schema):
    id: UUID
    name: str


class CaseCategoryRefOut(Schema):
    code: str
    name: str
    sensitive: bool
    parent: str | None


class CaseRowOut(Schema):
    """A case in a list. Of a `hidden` one only number, status and dates are filled; `customer` and `branch` of a portfolio's that is not sensitive.

    `state_name` is of a state that the organisation added; `status` is what it counts as. `due_at` is the earlier of the service level's and the law's due time, `due_clock` says which;
    `next_due_at` is that of the nearest clock that is not met yet, the first response among them, `next_clock` says which. `excerpt` are its first words; of a
    sensitive case they are read on its page, where reading is recorded.
    """

    id: UUID
    case_no: str
    customer: CaseCustomerOut | None
    branch: CaseBranchOut | None
    channel: ChannelName | None
    kind: KindName | None
    category: CaseCategoryRefOut | None
    priority: PriorityName | None
    status: StatusName
    state_name: str | None
    created_at: datetime
    sla_due_at: datetime
    first_response_due_at: datetime | None
    legal_due_at: datetime | None
    due_at: datetime
    due_clock: Literal["RESOLUTION", "LEGAL"] | None
    next_due_at: datetime
    next_clock: Literal["FIRST_RESPONSE", "RESOLUTION", "LEGAL"] | None
    excerpt: str | None
    first_responded_at: datetime | None
    resolved_at: datetime | None
    closed_at: datetime | None
    breached: bool | None
    waiting: bool | None
    assignee: CasePersonOut | None
    unit: CaseUnitOut | None
    escalation_level: int | None
    reopened: int | None
    review: Literal["WAITING", "RETURNED"] | None
    version: int | None
    hidden: bool
    can: dict[str, bool] = Field(description="open, assign, claim, escalate, respond, close")


class CaseMessageStateOut(Schema):
    """How far a message is on its way; QUEUED waits to be sent and was not sent yet."""

    id: UUID
    channel: str
    status: Literal["QUEUED", "SENT", "DELIVERED", "FAILED"]
    queued_at: datetime
    sent_at: datetime | None


class CaseReceiptWordsOut(Schema):
    """What a receipt says beside the case itself, masked as on paper; an empty text has no line there."""

    customer_name: str
    identity: str
    phone: str
    officer: str
    office_name: str
    office_phone: str


class CaseReceiptOut(Schema):
    """The paper and its message; `words` to be read out come with the case when it is opened, and later stand in the paper alone."""

    document_id: UUID
    message: CaseMessageStateOut | None
    words: CaseReceiptWordsOut | None = None


class CaseResolutionRefOut(Schema):
    code: str
    name: str


class CaseContentOut(Schema):
    """What the complaint says and what was answered. `proposed_response` waits for its review, or was given back."""

    description: str
    contact_preference: str
    product: str
    transaction_ref: str
    amount: Decimal | None
    complainant: str
    complainant_authority: str
    final_response: str | None
    proposed_response: str | None
    proposed_by: CasePersonOut | None
    resolution: CaseResolutionRefOut | None
    created_by: CasePersonOut | None
    closed_by: CasePersonOut | None
    receipt: CaseReceiptOut | None
    duplicates: int


class CaseReminderOut(Schema):
    id: UUID
    at: datetime
    note: str


class CaseExtensionOut(Schema):
    status: Literal["WAITING", "APPROVED", "REFUSED"]
    reason_code: str
    note: str
    requested_by: CasePersonOut
    decided_by: CasePersonOut | None


class CaseMoveChoiceOut(Schema):
    key: str
    name: str


class CaseMoveFieldOut(Schema):
    """A field that a step needs, with what it takes."""

    field: str
    label: str
    type: str
    min_length: int | None
    max_length: int | None
    choices: list[CaseMoveChoiceOut]


class CaseMoveOut(Schema):
    """A step out of the state in which the case rests. `act` is the act that makes it; an own one of the organisation has none."""

    transition: str
    title: str
    act: str | None
    renamed: bool
    allowed: bool
    reason: str | None
    required: list[CaseMoveFieldOut]


class CasePhoneOut(Schema):
    """The customer's phone, masked; who may reveal it does so as on the customer's own page."""

    masked: str | None
    can_reveal: bool


class CaseOut(CaseRowOut):
    """A case as its page shows it; `reasons` say why an act is not possible. Of a hidden one `content` is absent."""

    content: CaseContentOut | None
    hidden_reason: str | None
    can: dict[str, bool] = Field(
        description="open, take, assign, claim, escalate, wait, resume, note, message, respond, review, close, reopen, reclassify, extend, "
        "decide_extension, attach, move, watch, remind"
    )
    reasons: dict[str, str]
    watching: bool
    watchers: int
    reminders: list[CaseReminderOut]
    extension: CaseExtensionOut | None
    first_updated_at: datetime | None = Field(description="When a person first did something in the case after it was received")
    moves: list[CaseMoveOut]
    customer_phone: CasePhoneOut | None


class CaseActivityOut(Schema):
    """One line of a case's log. `public` is what the customer was told or told us; `data` holds ids and codes."""

    model_config = ConfigDict(populate_by_name=True)

    id: UUID
    type: ActivityTypeName
    at: datetime
    actor: CasePersonOut
    text: str | None
    public: bool
    direction: Literal["IN", "OUT"] | None
    message: CaseMessageStateOut | None
    from_: str | None = Field(None, alias="from")
    to: str | None
    data: dict[str, Any]


class CaseActivitiesOut(Schema):
    items: list[CaseActivityOut]
    next_cursor: str | None
