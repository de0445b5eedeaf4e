"""What every protocol of a provider has in common: what is handed over, what came of it, and what is reported later.

An adapter speaks the provider's protocol and nothing else: it reads no rows and decides nothing about consent, retries or status.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol
from uuid import UUID


@dataclass(frozen=True)
class ProviderAccount:
    """What an adapter knows of the account it speaks for; `secrets` are opened for the call."""

    key: str
    settings: Mapping[str, Any]
    secrets: Mapping[str, str]
    timeout_seconds: float = 10.0


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a message."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class ChannelTemplate:
    """A template that the provider keeps (WhatsApp): its name there, its language, and the values of its places in order."""

    name: str
    language: str
    body: tuple[str, ...] = ()
    header_media: str | None = None
    buttons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outgoing:
    """One message as it is handed over. `send_key` is our own key: the provider gives it back where its protocol can."""

    send_key: UUID
    recipient: str
    title: str
    body: str
    purpose: str
    html: str | None = None
    template: ChannelTemplate | None = None
    attachments: tuple[Attachment, ...] = ()
    unsubscribe_url: str | None = None
    data: Mapping[str, str] = field(default_factory=dict)


class Outcome(StrEnum):
    """What came of handing one message over."""

    ACCEPTED = "ACCEPTED"
    LATER = "LATER"  # surely not taken; may be tried again
    REFUSED = "REFUSED"  # surely not taken, and never will be for this recipient
    STOPPED = "STOPPED"  # surely not taken: the sender, or the template, must be put right first
    UNKNOWN = "UNKNOWN"  # the request went out and no answer came


@dataclass(frozen=True)
class Handed:
    """The outcome for one message. `reason` is a code in capitals; `wait_seconds` is how long the provider asks to wait."""

    outcome: Outcome
    reference: str = ""
    reason: str = ""
    wait_seconds: float | None = None


class ReceiptKind(StrEnum):
    """What a provider reports later."""

    SENT = "SENT"
    DELIVERED = "DELIVERED"
    OPENED = "OPENED"
    CLICKED = "CLICKED"
    REPLIED = "REPLIED"
    FAILED = "FAILED"
    BOUNCED = "BOUNCED"
    COMPLAINED = "COMPLAINED"
    UNSUBSCRIBED = "UNSUBSCRIBED"
    RESUBSCRIBED = "RESUBSCRIBED"
    TEMPLATE = "TEMPLATE"  # a template of ours was approved, paused or rejected


@dataclass(frozen=True)
class Receipt:
    """One report. `dedupe` tells two reports apart, however often each comes; `send_key` is ours where the provider gives it back."""

    kind: ReceiptKind
    dedupe: str
    at: datetime
    send_key: UUID | None = None
    reference: str | None = None
    recipient: str | None = None
    reason: str | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)


class ReceiptForged(ValueError):
    """A report whose signature or shape is not the provider's."""


class MessageAdapter(Protocol):
    """One protocol."""

    def send_messages(self, account: ProviderAccount, messages: Sequence[Outgoing]) -> list[Handed]:
        """Hand over a batch; one outcome for each message, in order. Nothing is raised: what went wrong is the outcome."""

    def read_receipts(self, account: ProviderAccount, headers: Mapping[str, str], body: bytes) -> list[Receipt]:
        """What a webhook call reports; the signature is judged over the raw body before anything is parsed.

        Raises: ReceiptForged.
        """

    def answer_handshake(self, account: ProviderAccount, query: Mapping[str, str]) -> str | None:
        """The text that proves to the provider that the address is ours; None when it asks for none, or with the wrong token."""

    def problems(self, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> dict[str, str]:
        """What is wrong with an account's settings: the name of each bad field with a code, without a call."""
