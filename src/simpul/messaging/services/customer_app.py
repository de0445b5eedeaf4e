"""The organisation's own app: devices that push messages reach, and messages that the app shows and reports on."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from simpul.audit.public import audited_change
from simpul.customers.public import customer_get
from simpul.messaging.acts import NoticeAct
from simpul.messaging.errors import DeviceNotFound, MessageNotFound
from simpul.messaging.models import InAppReport, OutboundMessage, PushSubscription
from simpul.messaging.policies import can_serve_app
from simpul.messaging.selectors.customer_app import InAppRow, endpoint_hosts, sealing_context, subscription_text, waiting_in_app
from simpul.messaging.selectors.gates import address_hash
from simpul.messaging.services.adapters.base import GONE, Receipt, ReceiptKind
from simpul.messaging.services.adapters.webpush import endpoint_known
from simpul.messaging.services.outbox import open_content
from simpul.messaging.services.receiving import keep_receipts
from simpul.messaging.services.writing import links_shown
from simpul.messaging.vocabulary import Channel
from simpul.platform import crypto
from simpul.platform.actor import Actor, require
from simpul.platform.clock import now
from simpul.platform.db import query, scope
from simpul.platform.errors import Invalid
from simpul.platform.ids import uuid7
from simpul.platform.ports import system_actor
from simpul.platform.text import Text

MOST_DEVICES = 20
_KINDS = {"SHOWN": ReceiptKind.OPENED, "CLICKED": ReceiptKind.CLICKED, "DISMISSED": ReceiptKind.OPENED}
_UNKNOWN_SERVICE = Text(id="Alamat ini bukan layanan push yang dikenal.", en="This address is no push service that is known.")


@transaction.atomic
def push_register(*, actor: Actor, customer_id: UUID, kind: str, endpoint: str, p256dh: str = "", auth: str = "") -> UUID:
    """Note a device of a customer, for push messages; registered again it stays, and registered for another customer it is that one's.

    `endpoint` is a browser's endpoint, with its two keys, or the token of the app. Raises: CustomerNotFound, Forbidden, Invalid.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    with audited_change(
        actor, NoticeAct.REGISTER_DEVICE, "CUSTOMER", customer.id, customer_id=customer.id, branch_code=customer.home_branch_code, meta={"kind": kind}
    ) as change:
        change.require(can_serve_app(actor, customer))
        with scope(system_actor()):
            if kind == "WEB" and not endpoint_known(endpoint, endpoint_hosts()):
                raise Invalid({"endpoint": _UNKNOWN_SERVICE})
            address = subscription_text(endpoint, p256dh, auth) if kind == "WEB" else endpoint
            hashed = address_hash(Channel.PUSH, address)
            # Two registrations of one device at the same moment wait for each other.
            query("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0)) IS NULL AS held", (hashed.hex(),))
            standing = PushSubscription.objects.select_for_update().filter(address_hash=hashed, ended_at__isnull=True).first()
            if standing is not None and standing.customer_id == customer.id:
                change.nothing_changed()
                return standing.id
            if standing is not None:
                _end([standing.id], "REPLACED")
            made = PushSubscription(id=uuid7(), customer_id=customer.id, kind=kind, address_hash=hashed, created_by=actor.id)
            made.sealed = crypto.encrypt(address, sealing_context(made.id))
            made.save(force_insert=True)
            live = PushSubscription.objects.filter(customer_id=customer.id, ended_at__isnull=True).order_by("-id")
            _end(list(live.values_list("id", flat=True)[MOST_DEVICES:]), "REPLACED")
    return made.id


@transaction.atomic
def push_remove(*, actor: Actor, customer_id: UUID, subscription_id: UUID) -> None:
    """Send a customer's device no more push messages. Raises: CustomerNotFound, Forbidden, DeviceNotFound."""
    customer = customer_get(actor=actor, customer_id=customer_id)
    with audited_change(actor, NoticeAct.REMOVE_DEVICE, "CUSTOMER", customer.id, customer_id=customer.id, branch_code=customer.home_branch_code) as change:
        change.require(can_serve_app(actor, customer))
        with scope(system_actor()):
            found = PushSubscription.objects.select_for_update().filter(pk=subscription_id, customer_id=customer.id, ended_at__isnull=True).first()
            if found is None:
                raise DeviceNotFound()
            _end([found.id], "REMOVED")


def gone_follow(message_id: UUID, reason: str) -> int:
    """End the device of a push message that its service said is gone; how many ended. For SYSTEM."""
    message = OutboundMessage.objects.filter(pk=message_id, channel=Channel.PUSH.value).first() if reason == GONE else None
    if message is None or message.address_hash is None:
        return 0
    ids = PushSubscription.objects.filter(address_hash=bytes(message.address_hash), ended_at__isnull=True).values_list("id", flat=True)
    return _end(list(ids), "GONE")


@transaction.atomic
def in_app_take(*, actor: Actor, customer_id: UUID) -> list[InAppRow]:
    """The messages that the app is to show a customer now, newest first.

    Raises: CustomerNotFound, Forbidden.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    require(can_serve_app(actor, customer))
    rows: list[InAppRow] = []
    with scope(system_actor()):
        for message in waiting_in_app(customer.id, now()):
            if message.sealed is None or message.sent_at is None:
                continue
            content = open_content(message.id, message.sealed, message.subject_type, message.subject_id)
            rows.append(
                {
                    "message_id": message.id, "title": content.title, "body": content.body, "purpose": message.purpose, "sent_at": message.sent_at,
                    "expires_at": message.expires_at, "buttons": [{"label": label, "link": link} for label, link in links_shown(message)],
                }
            )  # fmt: skip
    return rows


@transaction.atomic
def in_app_report(*, actor: Actor, customer_id: UUID, message_id: UUID, event: str, occurred_at: datetime | None = None) -> bool:
    """What the customer did with a message in the app; whether that is new.

    Raises: CustomerNotFound, Forbidden, MessageNotFound.
    """
    customer = customer_get(actor=actor, customer_id=customer_id)
    require(can_serve_app(actor, customer))
    with scope(system_actor()):
        message = OutboundMessage.objects.filter(pk=message_id, customer_id=customer.id, channel=Channel.IN_APP.value, sent_at__isnull=False).first()
        if message is None or message.sent_at is None:
            raise MessageNotFound()
        # A device's clock may be wrong: nothing happens before the message was there, or after now.
        at = min(max(occurred_at or now(), message.sent_at), now())
        _, is_new = InAppReport.objects.get_or_create(message_id=message.id, event=event, defaults={"occurred_at": at})
        if is_new:
            receipt = Receipt(_KINDS[event], f"in_app:{message.id}:{event}", at, message.id)
            keep_receipts(message.provider_key or "", Channel.IN_APP.value, [receipt])
    return is_new


def _end(ids: list[UUID], reason: str) -> int:
    return PushSubscription.objects.filter(id__in=ids).update(ended_at=now(), ended_reason=reason)
