"""A message to a customer as other domains see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class MessageState:
    """How far a message has come. Nothing is called sent before a provider took it: until then `sent_at` is None."""

    id: UUID
    channel: str
    status: str
    queued_at: datetime
    sent_at: datetime | None
    delivered_at: datetime | None
    failed_at: datetime | None
    failed_reason: str | None


@dataclass(frozen=True)
class MessageContent:
    """What a message says and to whom; opened by who sends it."""

    title: str
    body: str
    recipient: str
    html: str | None = None
