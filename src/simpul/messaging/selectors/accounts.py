"""The accounts with providers, as an administrator reads them: never their secrets."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import TypedDict
from urllib.parse import urlsplit

from simpul.messaging.models import MessageProvider
from simpul.messaging.policies import can_keep_providers, visible_providers
from simpul.platform import crypto
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import query


_THIS_MACHINE = frozenset({"127.0.0.1", "localhost", "::1"})


class ProviderRow(TypedDict):
    """An account with how it does."""

    key: str
    name: str
    channel: str
    adapter: str
    position: int
    is_active: bool
    settings: dict[str, object]
    secrets_set: list[str]
    per_second: int
    batch_size: int
    state: str
    resumes_at: datetime | None
    stopped_reason: str | None
    last_failure: str | None
    last_failure_at: datetime | None
    last_success_at: datetime | None
    version: int
    webhook: str
    can: dict[str, bool]


class WaitingRow(TypedDict):
    """How many messages wait on one channel, and of how many the answer was lost; 10,000 stands for more."""

    channel: str
    waiting: int
    unknown: int


def simulated_providers(keys: Iterable[str]) -> set[str]:
    """Those of the accounts that speak with the sandbox: their address is on this very machine. For SYSTEM."""
    found = MessageProvider.objects.filter(key__in=list(keys)).values_list("key", "settings")
    return {key for key, settings in found if (urlsplit(str(settings.get("base_url", ""))).hostname or str(settings.get("host", ""))) in _THIS_MACHINE}


def sealing_context(key: str) -> str:
    """What the secrets of an account are sealed for."""
    return f"message_provider:{key}"


def open_secrets(key: str, sealed: str | None) -> dict[str, str]:
    """The secrets of an account, for a call in its name."""
    opened: dict[str, str] = json.loads(crypto.decrypt(sealed, sealing_context(key))) if sealed else {}
    return opened


def provider_state(provider: MessageProvider, at: datetime) -> str:
    """INACTIVE by choice, STOPPED until a person lets it go on, PAUSED for a while after failures, or READY."""
    if not provider.is_active:
        return "INACTIVE"
    if provider.stopped_reason is not None:
        return "STOPPED"
    return "PAUSED" if provider.resumes_at is not None and provider.resumes_at > at else "READY"


def provider_rows(*, actor: Actor) -> list[ProviderRow]:
    """Every account, by channel and place."""
    return [provider_row(actor, each) for each in visible_providers(actor).order_by("channel", "position", "key")]


def provider_row(actor: Actor, provider: MessageProvider) -> ProviderRow:
    """One account."""
    may = bool(can_keep_providers(actor))
    secret_names = sorted(name for name, value in open_secrets(provider.key, provider.secrets).items() if value)
    return {
        "key": provider.key, "name": provider.name, "channel": provider.channel, "adapter": provider.adapter, "position": provider.position,
        "is_active": provider.is_active, "settings": provider.settings, "secrets_set": secret_names, "per_second": provider.per_second,
        "batch_size": provider.batch_size, "state": provider_state(provider, now()), "resumes_at": provider.resumes_at,
        "stopped_reason": provider.stopped_reason, "last_failure": provider.last_failure, "last_failure_at": provider.last_failure_at,
        "last_success_at": provider.last_success_at, "version": provider.version, "webhook": f"/hooks/messages/{provider.key}",
        "can": {"change": may, "test": may and provider.is_active, "resume": may and provider_state(provider, now()) in ("STOPPED", "PAUSED")},
    }  # fmt: skip


def waiting_messages() -> list[WaitingRow]:
    """How many messages wait, channel by channel; the numbers alone, for who keeps the accounts and sees no message."""
    return [
        {"channel": row["channel"], "waiting": row["waiting"], "unknown": row["unknown"]}
        for row in query("SELECT * FROM crm.waiting_messages() ORDER BY channel")
    ]
