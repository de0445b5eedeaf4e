"""What customers do with the links of their messages: open, click, and stop offers, each with the link as its proof.

Mail programs and scanners follow links as well. What one of them does is no click and no opening, and nothing but a form that somebody sends,
or the one click of RFC 8058, stops anything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from simpul.consent.public import MARKETING, VerificationMethod, consent_signal, marketing_stopped
from simpul.messaging.models import ContactPreference, OutboundMessage
from simpul.messaging.services.adapters.base import Receipt, ReceiptKind
from simpul.messaging.services.receiving import keep_receipts
from simpul.messaging.vocabulary import OWN_LINKS, WANTED_CHANNELS
from simpul.platform.clock import now
from simpul.platform.db import scope
from simpul.platform.ports import system_actor

# Nobody reads this fast; scanners do.
_AT_ONCE = timedelta(seconds=3)
_PROGRAMS = re.compile(
    r"bot\b|crawl|spider|scan|preview|safelinks|mimecast|proofpoint|barracuda|headless|python-requests|curl|wget|okhttp|go-http-client|java/", re.IGNORECASE
)


@dataclass(frozen=True)
class Wishes:
    """What the page of a customer's wishes shows: by channel whether offers are wanted, and whether all have been stopped."""

    message_id: UUID
    wanted: Mapping[str, bool]
    is_stopped: bool


def is_program(headers: Mapping[str, str]) -> bool:
    """Whether a program follows a link ahead of its reader."""
    if not headers.get("User-Agent") or _PROGRAMS.search(headers.get("User-Agent", "")):
        return True
    return any("prefetch" in headers.get(name, "") or "preview" in headers.get(name, "") for name in ("Purpose", "Sec-Purpose", "X-Purpose", "X-Moz"))


def link_followed(message_id: UUID, kind: ReceiptKind) -> bool:
    """Note that a message was opened, or a link in it clicked; whether it is news. The first of each counts."""
    with scope(system_actor()):
        message = OutboundMessage.objects.filter(pk=message_id).only("sent_at", "channel").first()
        at = now()
        if message is None or (message.sent_at is not None and at - message.sent_at < _AT_ONCE):
            return False
        return keep_receipts(OWN_LINKS, message.channel, [Receipt(kind, f"{kind.value}:{message_id}", at, message_id)]) > 0


def wishes_of(message_id: UUID) -> Wishes | None:
    """What the customer of a message wants, for the page that its link opens; None for a message that is gone."""
    with scope(system_actor()):
        message = OutboundMessage.objects.filter(pk=message_id).only("customer_id").first()
        if message is None:
            return None
        unwanted = set(ContactPreference.objects.filter(customer_id=message.customer_id, is_wanted=False).values_list("channel", flat=True))
        return Wishes(message_id, {channel: channel not in unwanted for channel in WANTED_CHANNELS}, marketing_stopped(message.customer_id))


def offers_stop(message_id: UUID, *, everywhere: bool) -> bool:
    """Withdraw consent to offers as the customer's own link asks: by the message's channel, or at all. Whether the message is known."""
    with scope(system_actor()):
        message = OutboundMessage.objects.filter(pk=message_id).only("customer_id", "branch_code", "channel").first()
        if message is None or message.branch_code is None:
            return False
        consent_signal(
            actor=system_actor(), customer_id=message.customer_id, branch_code=message.branch_code, consent_type=MARKETING,
            channel=None if everywhere else message.channel, captured_channel="EMAIL" if message.channel == "EMAIL" else "WEB",
            method=VerificationMethod.SIGNED_LINK, source_reference=f"message {message_id}",
        )  # fmt: skip
        at = now()
        keep_receipts(OWN_LINKS, message.channel, [Receipt(ReceiptKind.UNSUBSCRIBED, f"UNSUBSCRIBED:{message_id}", at, message_id, reason="LINK")])
        return True


def wishes_keep(message_id: UUID, wanted: Mapping[str, bool]) -> bool:
    """Keep which channels the customer wants for offers; whether the message is known."""
    with scope(system_actor()):
        message = OutboundMessage.objects.filter(pk=message_id).only("customer_id").first()
        if message is None:
            return False
        for channel, is_wanted in wanted.items():
            ContactPreference.objects.update_or_create(
                customer_id=message.customer_id, channel=channel, defaults={"is_wanted": is_wanted, "updated_at": now(), "updated_by": system_actor().id}
            )
        return True
