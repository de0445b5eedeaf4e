"""One-time codes by which a customer is verified, sent through the outbox like everything else."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from simpul.consent.errors import CodeCannotBeSent
from simpul.messaging.models import MessageProvider
from simpul.messaging.services.outbox import message_queue
from simpul.messaging.vocabulary import Channel, Purpose
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import scope
from simpul.platform.ports import system_actor
from simpul.platform.text import Text

_TITLE = Text(id="Kode verifikasi", en="Verification code")
_BODY = Text(
    id="Kode verifikasi Anda {code}, berlaku {minutes} menit. Sebutkan hanya kepada petugas yang sedang melayani Anda. Bila Anda tidak memintanya, abaikan.",
    en="Your verification code is {code}, valid for {minutes} minutes. Tell it only to the officer who is serving you. If you did not ask for it, ignore it.",
)


def open_code_channels() -> frozenset[str]:
    """The channels on which some provider would carry a code now."""
    with scope(system_actor()):
        return frozenset(MessageProvider.objects.filter(is_active=True, stopped_reason__isnull=True).values_list("channel", flat=True))


def code_send(*, actor: Actor, customer_id: UUID, branch_code: str, channel: str, recipient: str, code: str, minutes: int, verification_id: UUID) -> None:
    """Queue a code to a customer, in the caller's transaction; after its minutes it is not sent any more.

    Raises: CodeCannotBeSent when nobody carries this channel.
    """
    system = system_actor()
    with scope(system):
        if not MessageProvider.objects.filter(channel=channel, is_active=True, stopped_reason__isnull=True).exists():
            raise CodeCannotBeSent()
        message_queue(
            actor=system, customer_id=customer_id, branch_code=branch_code, channel=Channel(channel), purpose=Purpose.SERVICE, subject_type="CONSENT_VERIFICATION",
            subject_id=str(verification_id), resource="consent", tier=3, title=str(_TITLE), body=str(_BODY.format(code=code, minutes=minutes)), recipient=recipient,
            expires_at=now() + timedelta(minutes=minutes),
        )  # fmt: skip
