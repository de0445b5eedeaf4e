"""Messages to customers: written once, and followed by what providers say of them.

Reports come late, twice and out of order. A status never goes back, of each instant the earliest is kept, and a report that
adds nothing changes nothing and is told to nobody.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from simpul.messaging.errors import MessageNotFound, TemplateNotFound
from simpul.messaging.events import MessageFailed, MessageSent
from simpul.messaging.facts import MessageContent, MessageState
from simpul.messaging.models import MessageTemplateVersion, OutboundMessage
from simpul.messaging.selectors.gates import address_hash
from simpul.messaging.vocabulary import UNDELIVERED, Channel, Handover, MessageStatus, Purpose, TemplateStatus
from simpul.platform import subjects
from simpul.platform.actor import Actor, current_actor
from simpul.platform.clock import now
from simpul.platform.crypto import decrypt, encrypt
from simpul.platform.db import atomic, execute, query
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
                                   queued_at, created_by, expires_at, address_hash, not_before)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
_AT_ONCE = 5_000
_QUEUE_SET = """
INSERT INTO crm.outbound_messages (message_id, customer_id, branch_code, channel, purpose, subject_type, subject_id, resource, tier, template_version_id, token_values, status,
                                   queued_at, created_by, not_before, expires_at)
SELECT s.id, s.customer_id, s.branch_code, %(channel)s, %(purpose)s, %(subject_type)s, %(subject_id)s, %(resource)s, %(tier)s, %(version)s, s.given::jsonb, 'QUEUED',
       %(at)s, %(actor)s, coalesce(%(not_before)s, %(at)s), %(expires_at)s
FROM unnest(%(ids)s::uuid[], %(customers)s::uuid[], %(branches)s::text[], %(values)s::text[]) AS s (id, customer_id, branch_code, given)
ON CONFLICT (subject_type, subject_id, customer_id, template_version_id) WHERE template_version_id IS NOT NULL DO NOTHING
RETURNING customer_id, message_id
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
    sealed = seal_parts(message_id, title, body, recipient, labelled=labelled)
    # Nothing is read back: the database then asks only whether the row may be added.
    execute(
        _QUEUE,
        (
            message_id, customer_id, branch_code, channel.value, purpose.value, subject_type, subject_id, resource, tier, sealed, document_id,
            MessageStatus.QUEUED.value, queued_at, actor.id, expires_at, address_hash(channel, recipient) if recipient else None, queued_at,
        ),
    )  # fmt: skip
    # Without a key: of two rows with one key the second waits until the first transaction ends.
    defer(SEND_JOB, channel=channel.value)
    return MessageState(message_id, channel.value, MessageStatus.QUEUED.value, queued_at, None, None, None, None)


@atomic
def message_queue_template(
    *,
    actor: Actor,
    customer_id: UUID,
    branch_code: str,
    channel: Channel,
    purpose: Purpose,
    subject_type: str,
    subject_id: str,
    resource: str,
    tier: int,
    template_version_id: UUID,
    values: Mapping[str, str],
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
) -> UUID | None:
    """Write to one customer by an approved version of a template; None when this customer has it about this subject already."""
    made = messages_queue(
        actor=actor, customers=[(customer_id, branch_code, dict(values))], channel=channel, purpose=purpose, subject_type=subject_type, subject_id=subject_id,
        resource=resource, tier=tier, template_version_id=template_version_id, not_before=not_before, expires_at=expires_at,
    )  # fmt: skip
    return made.get(customer_id)


@atomic
def messages_queue(
    *,
    actor: Actor,
    customers: Sequence[tuple[UUID, str, dict[str, str] | None]],
    channel: Channel,
    purpose: Purpose,
    subject_type: str,
    subject_id: str,
    resource: str,
    tier: int,
    template_version_id: UUID,
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
) -> dict[UUID, UUID]:
    """Write to many customers at once by an approved version of a template: customer, branch, and values of the message's own tokens.

    Words and addresses come at the moment of sending. One who was written to about this subject by this version before is left out, so a
    set may be started again; gives the new message of each customer. The audit row is the caller's. Written as SYSTEM: a set is a job's.

    Raises: TemplateNotFound for a version that is not approved, or of another channel or purpose.
    """
    version = MessageTemplateVersion.objects.select_related("template").filter(pk=template_version_id, status=TemplateStatus.APPROVED).first()
    if version is None or (version.template.channel, version.template.purpose) != (channel.value, purpose.value):
        raise TemplateNotFound()
    made: dict[UUID, UUID] = {}
    for start in range(0, len(customers), _AT_ONCE):
        part = customers[start : start + _AT_ONCE]
        rows = query(
            _QUEUE_SET,
            {
                "ids": [uuid7() for _ in part], "customers": [each[0] for each in part], "branches": [each[1] for each in part],
                "values": [json.dumps(each[2]) if each[2] else None for each in part], "channel": channel.value, "purpose": purpose.value, "subject_type": subject_type,
                "subject_id": subject_id, "resource": resource, "tier": tier, "version": template_version_id, "at": now(), "actor": actor.id, "not_before": not_before,
                "expires_at": expires_at,
            },
        )  # fmt: skip
        made |= {row["customer_id"]: row["message_id"] for row in rows}
    if made:
        defer(SEND_JOB, channel=channel.value)
    return made


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
    if not found.sealed:  # not written yet, or the customer's data was erased
        return MessageContent("", "", "")
    return open_content(found.id, found.sealed, found.subject_type, found.subject_id)


@dataclass(frozen=True)
class SealedParts:
    """What is kept of a message for its row alone. `values` are what a template was filled with."""

    title: str
    body: str
    recipient: str
    labelled: bool = False
    values: dict[str, str | None] | None = None


def seal_parts(message_id: UUID, title: str, body: str, recipient: str, *, labelled: bool = False, values: Mapping[str, str | None] | None = None) -> str:
    """What a message says, encrypted for its row alone."""
    return encrypt(json.dumps([title, body, recipient, labelled, *([dict(values)] if values is not None else [])], ensure_ascii=False), _context(message_id))


def open_parts(message_id: UUID, sealed: str) -> SealedParts:
    """What was sealed."""
    return SealedParts(*json.loads(decrypt(sealed, _context(message_id))))


def open_content(message_id: UUID, sealed: str, subject_type: str, subject_id: str) -> MessageContent:
    """What a sealed message says, with the label of its subject where it has a place for it.

    Raises: MessageNotFound when the caller may not know that label.
    """
    parts = open_parts(message_id, sealed)
    title, body = parts.title, parts.body
    if parts.labelled:
        label = subjects.labels(current_actor() or system_actor(), [(subject_type, subject_id)]).get((subject_type, subject_id))
        if label is None:
            raise MessageNotFound()
        title, body = title.replace(LABEL, label), body.replace(LABEL, label)
    return MessageContent(title, body, parts.recipient)


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
