"""The door to messages to customers.

`message_queue` writes one in the caller's transaction, `messages_queue` a set of them by an approved template (`approved_version`); nothing is called sent before a provider took it. `message_sent`,
`message_delivered` and `message_failed` are for who hears from providers (SYSTEM); they emit `MessageSent` and `MessageFailed`.
"""

from simpul.messaging.facts import MessageContent, MessageState
from simpul.messaging.selectors.accounts import simulated_providers
from simpul.messaging.selectors.gates import Caps, caps_now
from simpul.messaging.selectors.hours import window_opening
from simpul.messaging.selectors.segments import offers_capped_sql, offers_reachable_sql, offers_suppressed_sql
from simpul.messaging.selectors.templates.offers import OfferTemplate, OfferToken, offer_templates, offer_tokens, offer_value_fault, template_ids
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
from simpul.messaging.services.templates.rendering import approved_version
from simpul.messaging.vocabulary import CHANNEL_NAMES, NOT_SENT_NAMES, STATUS_NAMES, Channel, MessageStatus, Purpose

__all__ = [
    "CHANNEL_NAMES",
    "LABEL",
    "NOT_SENT_NAMES",
    "STATUS_NAMES",
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
    "template_ids",
    "window_opening",
]  # fmt: skip
