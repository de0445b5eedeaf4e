"""What every protocol of a provider has in common: what is handed over, what came of it, and what is reported later.

An adapter speaks the provider's protocol and nothing else: it reads no rows and decides nothing about consent, retries or status.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol
from urllib.parse import urlsplit
from uuid import UUID

# The subscription, or the device's token, exists no more: nothing reaches it again.
GONE = "SUBSCRIPTION_GONE"
_NO_CODE = re.compile(r"[^A-Z0-9]+")
_LONGEST_WORD = 500
_MAIL = re.compile(r"[^@\s<>,;:\"()\[\]\\\x00-\x1f\x7f]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+")


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
    """A template that the provider keeps (WhatsApp): its name there, its language, and the values of its places in order.

    `header` is the kind of its header's media, IMAGE or DOCUMENT, and their address; `buttons` the ends of its links, each with
    the button's place among all buttons.
    """

    name: str
    language: str
    body: tuple[str, ...] = ()
    header: tuple[str, str] | None = None
    buttons: tuple[tuple[int, str], ...] = ()


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


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def address_problem(url: object) -> str | None:
    """Why a provider may not be called at this address: anything but https, or http to this machine, or an address that carries a password."""
    if not url:
        return "REQUIRED"
    try:
        parts = urlsplit(str(url))
        host, port = parts.hostname, parts.port
    except ValueError:
        return "INVALID"
    if not host or port == 0 or parts.username is not None or parts.fragment or any(sign.isspace() for sign in str(url)):
        return "INVALID"
    return None if parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host)) else "INSECURE"


def is_mail_address(written: object) -> bool:
    """Whether this is one plain mail address: no name, no list, nothing that could begin another header."""
    return isinstance(written, str) and len(written) <= 254 and _MAIL.fullmatch(written) is not None


def problems_of(*, required: Mapping[str, object], addresses: Mapping[str, object]) -> dict[str, str]:
    """What is missing among the required fields, and what is wrong with the addresses."""
    found = {name: "REQUIRED" for name, value in required.items() if not value}
    return found | {name: problem for name, url in addresses.items() if (problem := address_problem(url)) is not None}


def key_read(written: object) -> UUID | None:
    """Our key as a provider gave it back; None for what is not one of ours."""
    try:
        return UUID(str(written))
    except ValueError:
        return None


def storable_text(written: str) -> str:
    """What a provider wrote, as it can be kept: no signs that a text cannot hold, and not longer than an index takes."""
    return written.replace("\0", "").encode(errors="replace").decode()[:_LONGEST_WORD]


def reason_code(written: str | None) -> str | None:
    """A provider's own reason as a code in capitals; None for one that says nothing."""
    code = _NO_CODE.sub("_", written[:200].upper()).strip("_")[:60].rstrip("_") if written else ""
    code = code if not code or code[0].isalpha() else f"CODE_{code}"[:60]
    return code if len(code) > 1 else None


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

    def settings_problems(self, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> dict[str, str]:
        """What is wrong with an account's settings: the name of each bad field with a code, without a call."""
