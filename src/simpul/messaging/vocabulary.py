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


# A message in one of these may still fail.
UNDELIVERED = frozenset({MessageStatus.QUEUED, MessageStatus.SENT})
