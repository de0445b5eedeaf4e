"""What was written to one customer: the history with its content, which channels the customer wants, which addresses are out of use."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TypedDict
from uuid import UUID

from simpul.customers.public import Placed, customer_get
from simpul.iam.public import people
from simpul.messaging.errors import MessageNotFound
from simpul.messaging.models import ContactPreference, OutboundMessage, SuppressedAddress
from simpul.messaging.policies import can_change_preferences, can_keep_providers, visible_messages
from simpul.messaging.vocabulary import CHANNEL_NAMES, NOT_SENT_NAMES, PURPOSE_NAMES, STATUS_NAMES, SUPPRESSION_NAMES, WANTED_CHANNELS
from simpul.platform import subjects
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.paging import Keyset, Page
from simpul.platform.text import Text
from simpul.timeline.public import Event, Wanted

_LATEST = Keyset(("-id", UUID))
# The content of a code is for the customer alone: who reads it could verify themself in the customer's name.
SECRET_SUBJECTS = frozenset({"CONSENT_VERIFICATION"})
_PROVIDER_SAID = Text(id="Ditolak penyedia ({code})", en="Refused by the provider ({code})")
_SENT = Text(id="{channel} dikirim", en="{channel} sent")
_FAILED = Text(id="{channel} tidak terkirim", en="{channel} not sent")
_WAITS = Text(id="{channel} menunggu dikirim", en="{channel} waits to be sent")


class SubjectRow(TypedDict):
    """What a message is about, as far as the reader may know it."""

    type: str
    id: str
    label: str | None
    address: str | None


class MessageRow(TypedDict):
    """One message with how far it came."""

    message_id: UUID
    channel: str
    channel_name: str
    purpose: str
    purpose_name: str
    status: str
    status_name: str
    reason: str | None
    reason_name: str | None
    subject: SubjectRow
    queued_at: datetime
    not_before: datetime | None
    sent_at: datetime | None
    delivered_at: datetime | None
    opened_at: datetime | None
    clicked_at: datetime | None
    replied_at: datetime | None
    failed_at: datetime | None
    unsubscribed_at: datetime | None
    written_by: str | None
    attempts: int
    can: dict[str, bool]


class ContentRow(TypedDict):
    """What one message says."""

    message: MessageRow
    title: str
    body: str
    html: str | None
    recipient: str


class SuppressionRow(TypedDict):
    """Why nothing, or no offer, is written to an address."""

    suppression_id: UUID
    reason: str
    reason_name: str
    since: datetime
    can_lift: bool


class PreferenceRow(TypedDict):
    """Whether a customer wants offers by one channel, and whether its address is out of use."""

    channel: str
    channel_name: str
    is_wanted: bool
    suppressed: SuppressionRow | None


class PreferencesRow(TypedDict):
    """All channels of a customer."""

    items: list[PreferenceRow]
    can: dict[str, bool]


def reason_name(reason: str) -> str:
    """Why a message was not sent, in words; a provider's own code stays readable."""
    named = NOT_SENT_NAMES.get(reason)
    return str(named) if named else str(_PROVIDER_SAID.format(code=reason))


def message_page(*, actor: Actor, customer_id: UUID, channel: Sequence[str], purpose: str | None, status: str | None, cursor: str | None, limit: int) -> Page:
    """Messages to one customer, newest first.

    Raises: CustomerNotFound, Invalid for a cursor that is not this list's.
    """
    rows = visible_messages(actor, customer_id, customer_get(actor=actor, customer_id=customer_id)).defer("sealed")
    if channel:
        rows = rows.filter(channel__in=channel)
    for name, value in (("purpose", purpose), ("status", status)):
        if value is not None:
            rows = rows.filter(**{name: value})
    return _LATEST.page(rows, cursor, limit, lambda found: message_rows(actor, found))


def message_rows(actor: Actor, rows: Sequence[OutboundMessage]) -> list[MessageRow]:
    """Messages as lists show them, each with its subject named where the reader may know it."""
    labels = subjects.labels(actor, {(row.subject_type, row.subject_id) for row in rows})
    authors = people({row.created_by for row in rows})
    return [
        {
            "message_id": row.id, "channel": row.channel, "channel_name": str(CHANNEL_NAMES[row.channel]), "purpose": row.purpose,
            "purpose_name": str(PURPOSE_NAMES[row.purpose]), "status": row.status, "status_name": str(STATUS_NAMES[row.status]), "reason": row.failed_reason,
            "reason_name": reason_name(row.failed_reason) if row.failed_reason else None, "subject": _subject(row, labels), "queued_at": row.queued_at,
            "not_before": row.not_before if row.status == "QUEUED" and row.not_before and row.not_before > now() else None, "sent_at": row.sent_at, "delivered_at": row.delivered_at, "opened_at": row.opened_at,
            "clicked_at": row.clicked_at, "replied_at": row.replied_at, "failed_at": row.failed_at, "unsubscribed_at": row.unsubscribed_at,
            "written_by": authors[row.created_by].full_name if row.created_by in authors else None, "attempts": row.attempts,
            "can": {"read": row.subject_type not in SECRET_SUBJECTS},
        }
        for row in rows
    ]  # fmt: skip


def message_to_read(*, actor: Actor, customer_id: UUID, message_id: UUID) -> tuple[Placed, OutboundMessage]:
    """One message to a customer whose content the actor may read.

    Raises: CustomerNotFound, MessageNotFound.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    found = visible_messages(actor, customer_id, customer).filter(pk=message_id).first()
    if found is None or found.subject_type in SECRET_SUBJECTS:
        raise MessageNotFound()
    return customer, found


def preferences_shown(*, actor: Actor, customer_id: UUID) -> PreferencesRow:
    """Which channels a customer wants for offers, and which addresses are out of use.

    Raises: CustomerNotFound.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    unwanted = set(ContactPreference.objects.filter(customer_id=customer.id, is_wanted=False).values_list("channel", flat=True))
    out_of_use = {each.channel: each for each in SuppressedAddress.objects.filter(customer_id=customer.id, lifted_at__isnull=True).order_by("added_at")}
    may_lift = bool(can_keep_providers(actor))
    return {
        "items": [
            {
                "channel": channel, "channel_name": str(CHANNEL_NAMES[channel]), "is_wanted": channel not in unwanted,
                "suppressed": _suppression(out_of_use[channel], may_lift) if channel in out_of_use else None,
            }
            for channel in WANTED_CHANNELS
        ],
        "can": {"change": bool(can_change_preferences(actor, customer))},
    }  # fmt: skip


def message_events(wanted: Wanted) -> list[Event]:
    """Messages in a customer's timeline, as far as the reader sees them."""
    if "MessageEvent" not in wanted.kinds:
        return []
    customer = customer_get(actor=wanted.actor, customer_id=wanted.customer_id)
    rows = visible_messages(wanted.actor, wanted.customer_id, customer).filter(tier__lte=wanted.tier).defer("sealed")
    if wanted.since is not None:
        rows = rows.filter(queued_at__gte=wanted.since)
    if wanted.until is not None:
        rows = rows.filter(queued_at__lt=wanted.until)
    if wanted.before is not None:
        at, event_id = wanted.before
        rows = rows.filter(queued_at__lt=at) | rows.filter(queued_at=at, id__lt=event_id)
    found = list(rows.order_by("-queued_at", "-id")[: wanted.limit])
    return [
        Event(
            event_id=row.id, kind="MessageEvent", occurred_at=row.queued_at, title=str(_headline(row).format(channel=CHANNEL_NAMES[row.channel])),
            detail=" · ".join(part for part in (str(PURPOSE_NAMES[row.purpose]), reason_name(row.failed_reason) if row.failed_reason else str(STATUS_NAMES[row.status])) if part),
            tier=row.tier, actor_user_id=row.created_by, subject_type=row.subject_type, subject_id=row.subject_id,
        )
        for row in found
    ]  # fmt: skip


def _headline(row: OutboundMessage) -> Text:
    if row.failed_at is not None:
        return _FAILED
    return _SENT if row.sent_at is not None else _WAITS


def _subject(row: OutboundMessage, labels: dict[tuple[str, str], str]) -> SubjectRow:
    label = labels.get((row.subject_type, row.subject_id))
    address = subjects.address(row.subject_type, row.subject_id) if label is not None else ""
    return {"type": row.subject_type, "id": row.subject_id, "label": label, "address": address or None}


def _suppression(row: SuppressedAddress, may_lift: bool) -> SuppressionRow:
    return {
        "suppression_id": row.id, "reason": row.reason, "reason_name": str(SUPPRESSION_NAMES[row.reason]), "since": row.added_at, "can_lift": may_lift,
    }  # fmt: skip
