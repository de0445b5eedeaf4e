"""Accounts of the demonstration with the simulated providers, so that every message it writes goes out and ends on this machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simpul.config.demo_sandbox import ACCOUNTS_FILE
from simpul.config.sandbox.accounts import accounts_of, provider_accounts
from simpul.iam.public import actor_for, people_by_username
from simpul.messaging.models import MessageProvider
from simpul.messaging.services.accounts import Account, provider_create, provider_update
from simpul.messaging.vocabulary import Adapter, Channel
from simpul.platform.db import scope

_PER_SECOND, _BATCH = 500, 50


@dataclass(frozen=True)
class Simulated:
    """One account: of those of a channel the first by `position` is used."""

    key: str
    name: str
    channel: Channel
    adapter: Adapter
    position: int = 0


SIMULATED = (
    Simulated("simulasi-whatsapp", "WhatsApp (simulasi)", Channel.WHATSAPP, Adapter.WHATSAPP_CLOUD),
    Simulated("simulasi-sms", "SMS (simulasi)", Channel.SMS, Adapter.SMS_HTTP),
    Simulated("simulasi-email", "E-mail (simulasi)", Channel.EMAIL, Adapter.ANYMAIL),
    Simulated("simulasi-smtp", "E-mail cadangan, SMTP (simulasi)", Channel.EMAIL, Adapter.SMTP, 1),
    Simulated("simulasi-web-push", "Push peramban (simulasi)", Channel.PUSH, Adapter.WEB_PUSH),
    Simulated("simulasi-fcm", "Push aplikasi, FCM (simulasi)", Channel.PUSH, Adapter.FCM, 1),
    Simulated("dalam-aplikasi", "Dalam aplikasi nasabah", Channel.IN_APP, Adapter.IN_APP),
)


def put_providers(directory: Path, address: str, smtp_port: int) -> None:
    """Make the accounts, or point those that there are to where the simulated providers now listen; what a person changed otherwise stays."""
    given = provider_accounts(accounts_of(directory / ACCOUNTS_FILE), address, smtp_port)
    admin = actor_for(people_by_username(["admin"])["admin"].id)
    assert admin is not None  # the demonstration's own administrator works
    with scope(admin):
        for one in SIMULATED:
            fields = given.get(one.adapter.value, {})
            standing = MessageProvider.objects.filter(pk=one.key).first()
            if standing is None:
                provider_create(actor=admin, key=one.key, account=_account(one, fields.get("settings", {}), fields.get("secrets", {})))
            elif any(standing.settings.get(name) != value for name, value in fields.get("settings", {}).items()):
                kept = {**standing.settings, **fields.get("settings", {})}
                provider_update(actor=admin, key=one.key, version=standing.version, account=_account(one, kept, fields.get("secrets", {}), standing))


def _account(one: Simulated, settings: Mapping[str, Any], secrets: Mapping[str, Any], standing: MessageProvider | None = None) -> Account:
    if standing is None:
        return Account(one.name, one.channel, one.adapter, one.position, True, settings, secrets, _PER_SECOND, _BATCH)
    return Account(
        standing.name, one.channel, one.adapter, standing.position, standing.is_active, settings, secrets, standing.per_second, standing.batch_size
    )  # fmt: skip
