"""What the contract tests and the browser tests know of messages and the inbox."""

from __future__ import annotations

from typing import Any

from simpul.iam.grants import resources
from simpul.iam.public import system_actor
from simpul.messaging.models import MessageProvider, SuppressedAddress
from simpul.messaging.public import Channel, Purpose, message_queue
from simpul.platform.db import scope
from simpul.platform.ids import uuid7
from tests.contract.declared import Contract, Look
from tests.contract.matrix import Recipe, World, covers
from tests.e2e.harness.looks import heading
from tests.messaging import app_recipes
from tests.support import people
from tests.support.database import rows

_ACCOUNT = {
    "name": "Server surat", "channel": "EMAIL", "adapter": "SMTP", "is_active": False, "settings": {"host": "127.0.0.1", "port": 1, "from_address": "bank@example.co.id"},
}  # fmt: skip


def _key(world: World) -> dict[str, Any]:
    with rows():
        MessageProvider.objects.get_or_create(
            key="surat", defaults={**_ACCOUNT, "settings": {**_ACCOUNT["settings"], "security": "NONE"}, "updated_by": people.user_id("admin")}
        )
    return {"key": "surat"}


def _message(world: World) -> dict[str, Any]:
    """A message of the product's own about the customer."""
    with scope(system_actor()):
        made = message_queue(
            actor=system_actor(), customer_id=world.customer_id, branch_code=None, channel=Channel.SMS, purpose=Purpose.SERVICE, subject_type="CUSTOMER",
            subject_id=str(world.customer_id), resource="customer", tier=1, title="", body="Data Anda diperbarui.", recipient="+6281234567890",
        )  # fmt: skip
    return {"message_id": made.id}


def _suppressed(world: World) -> dict[str, Any]:
    with rows():
        made = SuppressedAddress.objects.create(channel="EMAIL", address_hash=uuid7().bytes * 2, hint="", reason="BOUNCE", added_by=people.user_id("admin"))
    return {"suppression_id": made.id}


def _opens(role: str | None, subject: str) -> int:
    """Who is shown a customer's summary, or one field, is told nothing of what was written about the customer."""
    cell = resources()["customer"].grants.get(role or "", "")
    return 200 if any("R" in part.split(" ")[0] and "(" not in part for part in cell.split("; ")) else 404


def _chooses(role: str | None, subject: str) -> int:
    return 200 if covers(role, "consent", "U", subject) else 403


RECIPES: dict[str, Recipe] = {
    "inbox_list": Recipe(),
    "inbox_summary": Recipe(),
    "inbox_mark": Recipe(body=lambda world: {"mark": "READ"}),
    "inbox_stream": Recipe(),
    "messages_list": Recipe(subject=True),
    "messages_get": Recipe(path=_message, subject=True, rule=_opens),
    "contact_preferences_list": Recipe(subject=True),
    "contact_preferences_set": Recipe(body=lambda world: {"channel": "SMS", "is_wanted": False}, subject=True, rule=_chooses),
    "suppressed_addresses_lift": Recipe(path=_suppressed, body=lambda world: {"reason": "Nasabah memperbaiki alamatnya."}),
    "message_providers_list": Recipe(),
    "message_providers_create": Recipe(body=lambda world: {**_ACCOUNT, "key": f"p{uuid7().hex[:20]}"}),
    "message_providers_update": Recipe(path=_key, body=lambda world: {**_ACCOUNT, "version": 1}),
    "message_providers_resume": Recipe(path=_key),
    # Nobody listens there.
    "message_providers_test": Recipe(path=_key, body=lambda world: {"recipient": "uji@example.co.id"}, rule=lambda role, subject: 409),
    **app_recipes.RECIPES,
}

# Functions that run with their owner's rights. simpul_search passes by row-level security, so each of its functions
# either answers about the caller only or applies the caller's scope itself.
BORROWED_RIGHTS: dict[str, tuple[str, str]] = {
    "iam.resources_whole(asked_action text)": ("simpul_search", "of the caller only"),
    "crm.waiting_messages()": ("simpul_search", "numbers of messages by channel, for who keeps the accounts with providers"),
}


PAGES = {
    "inbox": Look("AGENT", "/inbox", heading("Kotak masuk")),
    "inbox of compliance": Look("COMPLIANCE", "/inbox", heading("Kotak masuk")),
}

CONTRACT = Contract(
    recipes=RECIPES,
    borrowed_rights=BORROWED_RIGHTS,
    pages=PAGES,
)
