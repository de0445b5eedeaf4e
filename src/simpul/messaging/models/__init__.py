"""The inbox of each colleague, the outbox of messages to customers, and mails to colleagues."""

from simpul.messaging.models.messages import (
    ContactPreference,
    InAppReport,
    InboxNotice,
    MessageHold,
    MessageProvider,
    MessageTemplate,
    MessageTemplateVersion,
    OutboundMessage,
    ProviderReceipt,
    PushSubscription,
    SuppressedAddress,
)
from simpul.messaging.models.staff import NoticeMailChoice, StaffMail

__all__ = [
    "ContactPreference",
    "InAppReport",
    "InboxNotice",
    "MessageHold",
    "MessageProvider",
    "MessageTemplate",
    "MessageTemplateVersion",
    "NoticeMailChoice",
    "OutboundMessage",
    "ProviderReceipt",
    "PushSubscription",
    "StaffMail",
    "SuppressedAddress",
]
