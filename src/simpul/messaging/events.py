"""News of messages to customers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class MessageSent:
    """A provider took the message at `sent_at`. It is told again when an earlier instant becomes known."""

    message_id: UUID
    subject_type: str
    subject_id: str
    customer_id: UUID
    sent_at: datetime


@dataclass(frozen=True)
class MessageFailed:
    """The message ended without being delivered; `reason` is a code."""

    message_id: UUID
    subject_type: str
    subject_id: str
    customer_id: UUID
    failed_at: datetime
    reason: str
