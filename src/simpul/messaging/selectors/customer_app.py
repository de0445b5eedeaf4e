"""What the organisation's own app is given: messages that wait to be shown, and where push messages for a customer go."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from typing import TypedDict
from uuid import UUID

from simpul.messaging.models import MessageProvider, OutboundMessage, PushSubscription
from simpul.messaging.vocabulary import Adapter, Channel, MessageStatus
from simpul.platform import crypto
from simpul.platform.db import query

SHOWN_AT_ONCE = 20
_KIND_OF = {Adapter.WEB_PUSH.value: "WEB", Adapter.FCM.value: "FCM"}
_WAITING = """
SELECT message_id FROM crm.outbound_messages m
WHERE customer_id = %(customer)s AND channel = 'IN_APP' AND sent_at IS NOT NULL AND status <> ALL (%(ended)s)
  AND (expires_at IS NULL OR expires_at > %(now)s)
  AND (purpose <> 'MARKETING' OR crm.consent_at(customer_id, 'MARKETING', channel, %(now)s) = 'GRANTED')
  AND NOT EXISTS (SELECT FROM crm.in_app_reports r WHERE r.message_id = m.message_id AND r.event IN ('CLICKED', 'DISMISSED'))
ORDER BY message_id DESC LIMIT %(limit)s
"""


class InAppRow(TypedDict):
    """One message as the app shows it."""

    message_id: UUID
    title: str
    body: str
    purpose: str
    sent_at: datetime
    expires_at: datetime | None
    buttons: list[dict[str, str]]


def sealing_context(subscription_id: UUID) -> str:
    """What a device's address is sealed for."""
    return f"push_subscription:{subscription_id}"


def waiting_in_app(customer_id: UUID, at: datetime) -> list[OutboundMessage]:
    """A customer's messages that the app is to show, newest first; no offer once its consent is withdrawn. For the product itself: who asks was judged before."""
    ended = [MessageStatus.FAILED.value, MessageStatus.BOUNCED.value]
    found = query(_WAITING, {"customer": customer_id, "ended": ended, "now": at, "limit": SHOWN_AT_ONCE})
    return list(OutboundMessage.objects.filter(id__in=[row["message_id"] for row in found]).order_by("-id"))


def device_addresses(customer_ids: Collection[UUID]) -> dict[UUID, str]:
    """Where push messages go: each customer's newest device of the kind that the first working account serves; one without a device is absent."""
    accounts = MessageProvider.objects.filter(channel=Channel.PUSH.value, is_active=True, stopped_reason__isnull=True).order_by("position", "key")
    kinds = [_KIND_OF[adapter] for adapter in accounts.values_list("adapter", flat=True) if adapter in _KIND_OF]
    if not kinds:
        return {}
    live = PushSubscription.objects.filter(customer_id__in=customer_ids, kind=kinds[0], ended_at__isnull=True)
    newest = live.order_by("customer_id", "-id").distinct("customer_id")
    return {device.customer_id: crypto.decrypt(device.sealed, sealing_context(device.id)) for device in newest}


def endpoint_hosts() -> list[str]:
    """The push services that accounts name beyond those of browsers."""
    named = MessageProvider.objects.filter(adapter=Adapter.WEB_PUSH.value).values_list("settings", flat=True)
    return [host for settings in named for host in settings.get("endpoint_hosts", []) if isinstance(host, str)]


def subscription_text(endpoint: str, p256dh: str, auth: str) -> str:
    """A browser's subscription as it is sealed and handed to the adapter, always written alike."""
    return json.dumps({"endpoint": endpoint, "keys": {"auth": auth, "p256dh": p256dh}}, sort_keys=True)
