"""Closed lists of messages to customers."""

from __future__ import annotations

from enum import StrEnum


class Channel(StrEnum):
    """By which way a message goes out."""

    WHATSAPP = "WHATSAPP"
    EMAIL = "EMAIL"
    SMS = "SMS"
    PUSH = "PUSH"
    IN_APP = "IN_APP"
    LETTER = "LETTER"


class Purpose(StrEnum):
    """Why the organisation writes: what is allowed at which hour, and with whose consent, follows from it."""

    SERVICE = "SERVICE"
    MARKETING = "MARKETING"
    COLLECTION = "COLLECTION"


class MessageStatus(StrEnum):
    """What is known of a message. It climbs from QUEUED to CONVERTED and never back; FAILED and BOUNCED end one that was not delivered."""

    QUEUED = "QUEUED"
    SENT = "SENT"
    DELIVERED = "DELIVERED"
    OPENED = "OPENED"
    CLICKED = "CLICKED"
    CONVERTED = "CONVERTED"
    FAILED = "FAILED"
    BOUNCED = "BOUNCED"


class Handover(StrEnum):
    """Where handing a message to a provider stands. UNKNOWN is one whose call was begun and whose answer was lost: it is never sent again by itself."""

    WAITING = "WAITING"
    CLAIMED = "CLAIMED"
    UNKNOWN = "UNKNOWN"
    DONE = "DONE"


class Adapter(StrEnum):
    """The protocol that a provider is spoken to in."""

    SMTP = "SMTP"
    ANYMAIL = "ANYMAIL"
    WHATSAPP_CLOUD = "WHATSAPP_CLOUD"
    SMS_HTTP = "SMS_HTTP"
    WEB_PUSH = "WEB_PUSH"
    FCM = "FCM"
    IN_APP = "IN_APP"


# Which channels a protocol carries.
CARRIES: dict[Adapter, frozenset[Channel]] = {
    Adapter.SMTP: frozenset({Channel.EMAIL}),
    Adapter.ANYMAIL: frozenset({Channel.EMAIL}),
    Adapter.WHATSAPP_CLOUD: frozenset({Channel.WHATSAPP}),
    Adapter.SMS_HTTP: frozenset({Channel.SMS}),
    Adapter.WEB_PUSH: frozenset({Channel.PUSH}),
    Adapter.FCM: frozenset({Channel.PUSH}),
    Adapter.IN_APP: frozenset({Channel.IN_APP}),
}


class NotSent(StrEnum):
    """Why a message ended without being handed over, or was refused: a closed list, stored with each message."""

    WITHDRAWN = "WITHDRAWN"  # taken back by who wrote it
    CONSENT = "CONSENT"  # consent to marketing is not GRANTED at this moment
    CASE_ACTIVE = "CASE_ACTIVE"  # an open case of a sensitive category
    SUPPRESSED = "SUPPRESSED"  # the address bounced, complained, or was put on the list
    PREFERENCE = "PREFERENCE"  # the customer does not want this channel
    NO_ADDRESS = "NO_ADDRESS"
    FREQUENCY_CAP = "FREQUENCY_CAP"
    EXPIRED = "EXPIRED"  # its hours came too late, or it waited past its deadline
    TEMPLATE = "TEMPLATE"  # the template is not approved, or does not render
    REFUSED = "REFUSED"  # by the provider, for this recipient
    UNREACHABLE = "UNREACHABLE"  # every attempt failed
    NOT_CONFIRMED = "NOT_CONFIRMED"  # its answer was lost, and no receipt came


# A message in one of these may still fail.
UNDELIVERED = frozenset({MessageStatus.QUEUED, MessageStatus.SENT})


class TemplateStatus(StrEnum):
    """How far a version of a template has come. What is approved never changes; retired, it is sent no more."""

    DRAFT = "DRAFT"
    SUBMITTED = "SUBMITTED"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    RETIRED = "RETIRED"


class ProviderStatus(StrEnum):
    """What the provider says of a template that it keeps (WhatsApp)."""

    PENDING = "PENDING"
    APPROVED = "APPROVED"
    PAUSED = "PAUSED"
    REJECTED = "REJECTED"
    DISABLED = "DISABLED"


# Channels that templates are written for; a letter has its own.
TEMPLATE_CHANNELS = (Channel.EMAIL, Channel.WHATSAPP, Channel.SMS, Channel.PUSH, Channel.IN_APP)
