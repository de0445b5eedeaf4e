"""The door to messages to customers.

`message_queue` writes one in the caller's transaction, `messages_queue` a set of them by an approved template (`approved_version`); nothing is called sent before a provider took it. `message_sent`,
`message_delivered` and `message_failed` are for who hears from providers (SYSTEM); they emit `MessageSent` and `MessageFailed`.
`staff_mail_queue` writes to a colleague, with a file where there is one.
"""

from simpul.messaging.facts import MessageContent, MessageState
from simpul.messaging.selectors.accounts import simulated_providers
from simpul.messaging.selectors.gates import Caps, caps_now
from simpul.messaging.selectors.hours import window_opening
from simpul.messaging.selectors.segments import offers_capped_sql, offers_reachable_sql, offers_suppressed_sql
from simpul.messaging.selectors.templates.offers import OfferTemplate, OfferToken, offer_templates, offer_tokens, offer_value_fault, template_ids
from simpul.messaging.services.adapters.base import Attachment
from simpul.messaging.services.holding import messages_hold, messages_release, messages_withdraw
from simpul.messaging.services.outbox import (
    LABEL,
    message_content,
    message_delivered,
    message_failed,
    message_queue,
    message_queue_template,
    message_sent,
    message_states,
    message_withdraw,
    messages_queue,
)
from simpul.messaging.services.staff_mail import staff_mail_queue
from simpul.messaging.services.templates.rendering import approved_version
from simpul.messaging.vocabulary import CHANNEL_NAMES, NOT_SENT_NAMES, STATUS_NAMES, Channel, MessageStatus, Purpose

__all__ = [
    "CHANNEL_NAMES",
    "LABEL",
    "NOT_SENT_NAMES",
    "STATUS_NAMES",
    "Attachment",
    "Caps",
    "Channel",
    "MessageContent",
    "MessageState",
    "MessageStatus",
    "OfferTemplate",
    "OfferToken",
    "Purpose",
    "approved_version",
    "caps_now",
    "message_content",
    "message_delivered",
    "message_failed",
    "message_queue",
    "message_queue_template",
    "message_sent",
    "message_states",
    "message_withdraw",
    "messages_hold",
    "messages_queue",
    "messages_release",
    "messages_withdraw",
    "offer_templates",
    "offer_tokens",
    "offer_value_fault",
    "offers_capped_sql",
    "offers_reachable_sql",
    "offers_suppressed_sql",
    "simulated_providers",
    "staff_mail_queue",
    "template_ids",
    "window_opening",
]  # fmt: skip
