"""Messages to customers: written once, and followed by what providers say of them.

Reports come late, twice and out of order. A status never goes back, of each instant the earliest is kept, and a report that
adds nothing changes nothing and is told to nobody.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from simpul.messaging.errors import MessageNotFound
from simpul.messaging.events import MessageFailed, MessageSent
from simpul.messaging.facts import MessageContent, MessageState
from simpul.messaging.models import OutboundMessage
from simpul.messaging.selectors.gates import address_hash
from simpul.messaging.vocabulary import UNDELIVERED, Channel, Handover, MessageStatus, Purpose
from simpul.platform import subjects
from simpul.platform.actor import Actor, current_actor
from simpul.platform.clock import now
from simpul.platform.crypto import decrypt, encrypt
from simpul.platform.db import atomic, execute
from simpul.platform.events import emit
from simpul.platform.ids import uuid7
from simpul.platform.jobs import defer
from simpul.platform.ports import system_actor

# The job that hands over what waits on one channel.
SEND_JOB = "messaging.send"
# Stands for the label of a message's subject.
LABEL = "{subject}"
# Why a message ended that whoever wrote it took back before it was sent.
WITHDRAWN = "WITHDRAWN"
_QUEUE = """
INSERT INTO crm.outbound_messages (message_id, customer_id, branch_code, channel, purpose, subject_type, subject_id, resource, tier, sealed, document_id, status,
                                   queued_at, created_by, expires_at, address_hash)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
_ENDED = frozenset({MessageStatus.FAILED, MessageStatus.BOUNCED})


@atomic
def message_queue(
    *,
    actor: Actor,
    customer_id: UUID,
    branch_code: str | None,
    channel: Channel,
    purpose: Purpose,
    subject_type: str,
    subject_id: str,
    resource: str,
    tier: int,
    title: str,
    body: str,
    recipient: str,
    document_id: UUID | None = None,
    labelled: bool = False,
    expires_at: datetime | None = None,
) -> MessageState:
    """Write a message to a customer, in the transaction of the change that wants it; it waits until a provider takes it.

    `recipient` is a phone in E.164, an e-mail address or a postal one. With `labelled`, `LABEL` in title and body stands for the
    label of the subject, which never changes once it is told. After `expires_at` it is not sent any more. The audit row is the caller's.
    """
    message_id, queued_at = uuid7(), now()
    sealed = encrypt(json.dumps([title, body, recipient, *([True] if labelled else [])], ensure_ascii=False), _context(message_id))
    # Nothing is read back: the database then asks only whether the row may be added.
    execute(
        _QUEUE,
        (
            message_id, customer_id, branch_code, channel.value, purpose.value, subject_type, subject_id, resource, tier, sealed, document_id,
            MessageStatus.QUEUED.value, queued_at, actor.id, expires_at, address_hash(channel, recipient) if recipient else None,
        ),
    )  # fmt: skip
    defer(SEND_JOB, key=f"{SEND_JOB}:{channel.value}", channel=channel.value)
    return MessageState(message_id, channel.value, MessageStatus.QUEUED.value, queued_at, None, None, None, None)


def message_states(ids: Iterable[UUID]) -> dict[UUID, MessageState]:
    """How far these messages have come, in one query; one that the caller may not know of is absent."""
    return {row.id: _state(row) for row in OutboundMessage.objects.filter(id__in=list(ids)).defer("sealed")}


def message_content(message_id: UUID) -> MessageContent:
    """What a message says and to whom.

    Raises: MessageNotFound.
    """
    found = OutboundMessage.objects.filter(id=message_id).first()
    if found is None:
        raise MessageNotFound()
    if found.sealed is None:
        return MessageContent("", "", "")
    return open_content(found.id, found.sealed, found.subject_type, found.subject_id)


def open_content(message_id: UUID, sealed: str, subject_type: str, subject_id: str) -> MessageContent:
    """What a sealed message says, with the label of its subject where it has a place for it.

    Raises: MessageNotFound when the caller may not know that label.
    """
    title, body, recipient, *labelled = json.loads(decrypt(sealed, _context(message_id)))
    if labelled:
        label = subjects.labels(current_actor() or system_actor(), [(subject_type, subject_id)]).get((subject_type, subject_id))
        if label is None:
            raise MessageNotFound()
        title, body = title.replace(LABEL, label), body.replace(LABEL, label)
    return MessageContent(title, body, recipient)


@transaction.atomic
def message_sent(message_id: UUID, at: datetime) -> MessageState:
    """A provider took the message; one that has ended stays ended.

    Raises: MessageNotFound.
    """
    message = _locked(message_id)
    moved = _sent(message, at)
    if moved:
        message.save(update_fields=["status", "handover", "sent_at"])
        _tell_sent(message)
    return _state(message)


@transaction.atomic
def message_delivered(message_id: UUID, at: datetime) -> MessageState:
    """The message reached the customer, and so it was sent at that instant at the latest; one that has ended stays ended.

    Raises: MessageNotFound.
    """
    message = _locked(message_id)
    if message.status in _ENDED:
        return _state(message)
    sent = _sent(message, at)
    before = message.status, message.delivered_at
    if message.status in UNDELIVERED:
        message.status, message.handover = MessageStatus.DELIVERED.value, Handover.DONE.value
    message.delivered_at = min(message.delivered_at or at, at)
    if sent or before != (message.status, message.delivered_at):
        message.save(update_fields=["status", "handover", "sent_at", "delivered_at"])
    if sent:
        _tell_sent(message)
    return _state(message)


@transaction.atomic
def message_failed(message_id: UUID, reason: str, at: datetime, *, bounced: bool = False) -> MessageState:
    """The message ended without being delivered; what came through before stays so. `reason` is a code in capitals.

    Raises: MessageNotFound.
    """
    message = _locked(message_id)
    if message.status in UNDELIVERED:
        message.status = (MessageStatus.BOUNCED if bounced else MessageStatus.FAILED).value
        message.failed_at, message.failed_reason, message.handover = at, reason, Handover.DONE.value
        message.save(update_fields=["status", "handover", "failed_at", "failed_reason"])
        emit(MessageFailed(message.id, message.subject_type, message.subject_id, message.customer_id, at, reason))
    return _state(message)


@transaction.atomic
def message_withdraw(message_id: UUID, at: datetime) -> MessageState:
    """Take back a message that still waits; one that a provider took stays as it is.

    Raises: MessageNotFound.
    """
    message = _locked(message_id)
    return message_failed(message_id, WITHDRAWN, at) if message.handover == Handover.WAITING else _state(message)


def _locked(message_id: UUID) -> OutboundMessage:
    found = OutboundMessage.objects.select_for_update().filter(id=message_id).first()
    if found is None:
        raise MessageNotFound()
    return found


def _sent(message: OutboundMessage, at: datetime) -> bool:
    """Whether the instant says something new."""
    if message.status in _ENDED or (message.sent_at is not None and message.sent_at <= at):
        return False
    if message.status == MessageStatus.QUEUED:
        message.status, message.handover = MessageStatus.SENT.value, Handover.DONE.value
    message.sent_at = at
    return True


def _tell_sent(message: OutboundMessage) -> None:
    assert message.sent_at is not None
    emit(MessageSent(message.id, message.subject_type, message.subject_id, message.customer_id, message.sent_at))


def _state(row: OutboundMessage) -> MessageState:
    return MessageState(row.id, row.channel, str(row.status), row.queued_at, row.sent_at, row.delivered_at, row.failed_at, row.failed_reason)


def _context(message_id: UUID) -> str:
    return f"outbound_message:{message_id}"
