"""Providers of the sandbox, customers who agreed, and messages on their way."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from simpul.consent.models import Consent
from simpul.iam.public import system_actor
from simpul.messaging.models import MessageProvider, OutboundMessage
from simpul.messaging.public import Channel, Purpose, message_queue
from simpul.messaging.selectors.accounts import sealing_context
from simpul.messaging.vocabulary import Adapter
from simpul.platform.clock import now
from simpul.platform.crypto import encrypt
from simpul.platform.db import execute, scope
from tests.support import customers, people
from tests.support.database import rows
from tests.support.sandbox import Sandbox

CHANNELS = {Adapter.WHATSAPP_CLOUD: "WHATSAPP", Adapter.SMS_HTTP: "SMS", Adapter.SMTP: "EMAIL", Adapter.ANYMAIL: "EMAIL"}


def provider(sandbox: Sandbox, adapter: Adapter, key: str = "", **fields: Any) -> str:
    """An account of the sandbox's, fast unless told otherwise; gives its key."""
    key = key or adapter.value.lower()
    own = sandbox.accounts[adapter]
    values = {
        "name": key, "channel": CHANNELS[adapter], "adapter": adapter.value, "per_second": 5_000, "batch_size": 50, "settings": own["settings"], "updated_by": people.user_id("admin"),
        "secrets": encrypt(json.dumps(own["secrets"]), sealing_context(key)), **fields,
    }  # fmt: skip
    with rows():
        MessageProvider.objects.create(key=key, **values)
    return key


def setting(key: str, value: Any) -> None:
    """What the organisation decided."""
    with rows():
        execute("INSERT INTO iam.settings (key, value, changed_by) VALUES (%s, %s, %s)", (key, json.dumps(value), people.user_id("admin")))


def at_any_hour() -> None:
    """Offers may be written at any hour, and many of them."""
    setting("messages.marketing_hours", {"days": [1, 2, 3, 4, 5, 6, 7], "opens": "00:00", "closes": "24:00"})
    setting("messages.marketing_per_day", 10)
    setting("messages.marketing_per_week", 50)


def said(customer_id: UUID, status: str, channel: str | None = None) -> None:
    """What a customer agreed to, as an import would leave it."""
    with rows():
        Consent.objects.create(
            customer_id=customer_id, branch_code="MDN", consent_type="MARKETING", channel=channel, status=status, effective_at=now(), captured_channel="BRANCH",
            captured_by=system_actor().id, verification_method="IN_PERSON",
        )  # fmt: skip


def written(customer_id: UUID, channel: str = "WHATSAPP", purpose: str = "SERVICE", recipient: str = "+6281234567678", **fields: Any) -> UUID:
    """A message of the product's own to a customer."""
    with scope(system_actor()):
        return message_queue(
            actor=system_actor(), customer_id=customer_id, branch_code="MDN", channel=Channel(channel), purpose=Purpose(purpose), subject_type="CUSTOMER",
            subject_id=str(customer_id), resource="customer", tier=1, title="Kabar", body="Data Anda diperbarui.", recipient=recipient, **fields,
        ).id  # fmt: skip


def standing(*ids: UUID) -> list[tuple[str, str, str | None]]:
    """Status, handing over and reason of each message."""
    with rows():
        found = {row.id: (row.status, row.handover, row.failed_reason) for row in OutboundMessage.objects.filter(id__in=ids)}
    return [found[key] for key in ids]


def agreeing(name: str = "Rahmat Siregar", **fields: Any) -> Any:
    """A customer who agreed to offers."""
    made = customers.customer(name, "MDN", **fields)
    said(made.id, "GRANTED")
    return made
