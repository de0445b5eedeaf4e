"""The shapes of messages to customers, of accounts with providers and of the customers' own app in the API."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from annotated_types import Len
from ninja import Field, Schema
from pydantic import StringConstraints, model_validator

from simpul.platform.schemas import Moment, Strict

ChannelName = Literal["WHATSAPP", "EMAIL", "SMS", "PUSH", "IN_APP", "LETTER"]
WantedChannelName = Literal["WHATSAPP", "EMAIL", "SMS", "PUSH", "IN_APP"]
PurposeName = Literal["SERVICE", "MARKETING", "COLLECTION"]
MessageStatusName = Literal["QUEUED", "SENT", "DELIVERED", "OPENED", "CLICKED", "CONVERTED", "FAILED", "BOUNCED"]
AdapterName = Literal["SMTP", "ANYMAIL", "WHATSAPP_CLOUD", "SMS_HTTP", "WEB_PUSH", "FCM", "IN_APP"]
ProviderStateName = Literal["READY", "PAUSED", "STOPPED", "INACTIVE"]
SuppressionReason = Literal["BOUNCE", "COMPLAINT", "OPT_OUT", "MANUAL"]
ProviderKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{1,39}$")]
ProviderName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=80, pattern=r"^[^\x00-\x1f\x7f]*$")]
SettingName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
SettingText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500, pattern=r"^[^\x00-\x1f\x7f]*$")]
SettingValue = SettingText | int | bool | Annotated[list[SettingText], Len(max_length=20)] | Annotated[dict[SettingName, SettingText], Len(max_length=10)]
SecretText = Annotated[str, StringConstraints(max_length=8_000, pattern=r"^[^\x00]*$")]
Recipient = Annotated[str, StringConstraints(strip_whitespace=True, min_length=5, max_length=254, pattern=r"^[^\x00-\x1f\x7f]*$")]
LiftReason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=500, pattern=r"^[^\x00]*$")]


class MessageListIn(Schema):
    """Which messages to a customer, by any of the channels."""

    channel: list[ChannelName] = Field([], max_length=6)
    purpose: PurposeName | None = None
    status: MessageStatusName | None = None
    cursor: str | None = Field(None, max_length=400)
    limit: int = Field(20, ge=1, le=100)


class MessageSubjectOut(Schema):
    """What a message is about; without a label it is not the reader's to know."""

    type: str
    id: str
    label: str | None
    address: str | None


class MessageCanOut(Schema):
    read: bool


class MessageOut(Schema):
    """One message to a customer: each instant is the earliest that is known; `not_before` is when it is tried next."""

    message_id: UUID
    channel: ChannelName
    channel_name: str
    purpose: PurposeName
    purpose_name: str
    status: MessageStatusName
    status_name: str
    reason: str | None
    reason_name: str | None
    subject: MessageSubjectOut
    queued_at: datetime
    not_before: datetime | None
    sent_at: datetime | None
    delivered_at: datetime | None
    opened_at: datetime | None
    clicked_at: datetime | None
    replied_at: datetime | None
    failed_at: datetime | None
    unsubscribed_at: datetime | None
    written_by: str | None
    attempts: int
    can: MessageCanOut


class MessagesOut(Schema):
    items: list[MessageOut]
    next_cursor: str | None


class MessageContentOut(Schema):
    """What a message says; `recipient` is masked, and `html` the mail as it was sent."""

    message: MessageOut
    title: str
    body: str
    html: str | None
    recipient: str


class SuppressionOut(Schema):
    """Why nothing, or no offer, is written to the customer's address."""

    suppression_id: UUID
    reason: SuppressionReason
    reason_name: str
    since: datetime
    can_lift: bool


class ContactPreferenceOut(Schema):
    """Whether the customer wants offers by one channel."""

    channel: WantedChannelName
    channel_name: str
    is_wanted: bool
    suppressed: SuppressionOut | None


class PreferencesCanOut(Schema):
    change: bool


class ContactPreferencesOut(Schema):
    items: list[ContactPreferenceOut]
    can: PreferencesCanOut


class ContactPreferenceIn(Strict):
    channel: WantedChannelName
    is_wanted: bool


class SuppressionLiftIn(Strict):
    """Why an address is written to again."""

    reason: LiftReason


class MessageProviderCanOut(Schema):
    change: bool
    test: bool
    resume: bool


class MessageProviderOut(Schema):
    """An account with a provider. Secrets are never shown: `secrets_set` names those that are there; `webhook` is where it reports to."""

    key: str
    name: str
    channel: ChannelName
    adapter: AdapterName
    position: int
    is_active: bool
    settings: dict[str, object]
    secrets_set: list[str]
    per_second: int
    batch_size: int
    state: ProviderStateName
    resumes_at: datetime | None
    stopped_reason: str | None
    last_failure: str | None
    last_failure_at: datetime | None
    last_success_at: datetime | None
    version: int
    webhook: str
    can: MessageProviderCanOut


class ChannelWaitingOut(Schema):
    """How many messages wait on a channel, and of how many the answer was lost; 10,000 stands for more."""

    channel: ChannelName
    waiting: int
    unknown: int


class MessageProvidersOut(Schema):
    items: list[MessageProviderOut]
    waiting: list[ChannelWaitingOut]


class MessageProviderBody(Strict):
    """An account: its settings by name, and secrets to set; one left out stays, an empty one is removed."""

    name: ProviderName
    channel: WantedChannelName
    adapter: AdapterName
    position: int = Field(0, ge=0, le=99)
    is_active: bool = True
    settings: dict[SettingName, SettingValue] = Field(default_factory=dict, max_length=30)
    secrets: dict[SettingName, SecretText] = Field(default_factory=dict, max_length=10)
    per_second: int = Field(10, ge=1, le=5_000)
    batch_size: int = Field(50, ge=1, le=1_000)


class MessageProviderCreateIn(MessageProviderBody):
    key: ProviderKey


class MessageProviderUpdateIn(MessageProviderBody):
    version: int = Field(ge=1)


class MessageProviderTestIn(Strict):
    """Where the fixed test text goes: a number or address of the administrator's own."""

    recipient: Recipient


class MessageProviderTestOut(Schema):
    reference: str


class PushKeysIn(Strict):
    """The two keys of a browser's subscription, as the browser gives them."""

    p256dh: str = Field(pattern=r"^[A-Za-z0-9_-]{80,100}=*$", max_length=104)
    auth: str = Field(pattern=r"^[A-Za-z0-9_-]{16,32}=*$", max_length=36)


class PushSubscriptionIn(Strict):
    """A browser's subscription with its keys, or the token of the organisation's app in `endpoint`."""

    kind: Literal["WEB", "FCM"]
    endpoint: str = Field(pattern=r"^[\x21-\x7e]+$", min_length=8, max_length=2_000)
    keys: PushKeysIn | None = None

    @model_validator(mode="after")
    def keys_belong_to_browsers(self) -> Self:
        """A browser's subscription has keys, a token has none."""
        if (self.keys is not None) != (self.kind == "WEB"):
            raise ValueError("keys")
        return self

    def as_given(self) -> dict[str, str]:
        """The parts as the service takes them."""
        keys = {"p256dh": self.keys.p256dh.rstrip("="), "auth": self.keys.auth.rstrip("=")} if self.keys else {}
        return {"kind": self.kind, "endpoint": self.endpoint, **keys}


class PushSubscriptionOut(Schema):
    subscription_id: UUID


class InAppButtonOut(Schema):
    """A button of a message in the app, and where it leads."""

    label: str
    link: str


class InAppMessageOut(Schema):
    """One message as the app shows it."""

    message_id: UUID
    title: str
    body: str
    purpose: PurposeName
    sent_at: datetime
    expires_at: datetime | None
    buttons: list[InAppButtonOut]


class InAppMessagesOut(Schema):
    items: list[InAppMessageOut]


class InAppReportIn(Strict):
    """What the customer did; without `occurred_at` it is now."""

    event: Literal["SHOWN", "CLICKED", "DISMISSED"]
    occurred_at: Moment | None = None


class InAppReportOut(Schema):
    """Whether the report was new."""

    is_new: bool
