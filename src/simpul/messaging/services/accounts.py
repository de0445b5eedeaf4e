"""Keeping the accounts with providers: their settings and sealed secrets, a test message, and letting one go on that was stopped."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import HttpRequest

from simpul.audit.public import AuditedChange, audited_change
from simpul.messaging.acts import NoticeAct
from simpul.messaging.errors import ProviderDoesNotSend, ProviderExists, ProviderNotFound
from simpul.messaging.models import MessageProvider
from simpul.messaging.policies import can_keep_providers, visible_providers
from simpul.messaging.selectors.accounts import open_secrets, sealing_context
from simpul.messaging.services.adapters import adapter_of
from simpul.messaging.services.adapters.base import Outcome, Outgoing
from simpul.messaging.services.providers import account_of
from simpul.messaging.vocabulary import CARRIES, OWN_LINKS, Adapter, Channel, Purpose
from simpul.platform import crypto, ratelimit
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import Invalid, RateLimited
from simpul.platform.ids import uuid7
from simpul.platform.text import Text

SUBJECT = "MESSAGE_PROVIDER"
_TESTS_AN_HOUR = 20
_NOT_CARRIED = Text(id="Protokol ini tidak membawa kanal itu.", en="This protocol does not carry that channel.")
_WRONG = Text(id="Nilai ini tidak dapat dipakai.", en="This value cannot be used.")
_AGAIN = Text(id="Alamat penyedia berubah: isi lagi rahasia ini.", en="The provider's address changed: give this secret again.")
# Where an account's secrets are sent to.
_ADDRESSES = ("url", "base_url", "host", "port", "esp")
_PROBLEMS = {
    "REQUIRED": Text(id="Wajib diisi.", en="Required."),
    "INSECURE": Text(id="Harus https atau TLS; tanpa itu hanya ke mesin ini sendiri.", en="Must be https or TLS; without them only to this very machine."),
}
_TITLE = Text(id="Pesan uji", en="Test message")
_BODY = Text(
    id="Pesan uji dari Simpul. Bila Anda menerimanya, penyedia pesan terhubung dengan benar.",
    en="A test message from Simpul. If you receive it, the message provider is connected properly.",
)


@dataclass(frozen=True)
class Account:
    """What an administrator says of an account. A secret that is not named stays as it is; an empty one is removed."""

    name: str
    channel: Channel
    adapter: Adapter
    position: int
    is_active: bool
    settings: Mapping[str, Any]
    secrets: Mapping[str, str]
    per_second: int
    batch_size: int


@transaction.atomic
def provider_create(*, actor: Actor, key: str, account: Account) -> MessageProvider:
    """Add an account with a provider; its messages go out from the next pass on.

    Raises: Forbidden, ProviderExists, Invalid.
    """
    with audited_change(actor, NoticeAct.CHANGE_PROVIDER, SUBJECT, key) as change:
        change.require(can_keep_providers(actor))
        if key == OWN_LINKS or MessageProvider.objects.filter(pk=key).exists():
            raise ProviderExists()
        made = MessageProvider(key=key)
        _fill(made, account, actor)
        made.save(force_insert=True)
        change.describe(after=_plain(account))
    return made


@transaction.atomic
def provider_update(*, actor: Actor, key: str, version: int, account: Account) -> MessageProvider:
    """Change an account; channel and protocol stay what they were. Where its address changes its secrets are given again, or removed.

    Raises: Forbidden, ProviderNotFound, StaleVersion, Invalid.
    """
    with audited_change(actor, NoticeAct.CHANGE_PROVIDER, SUBJECT, key) as change:
        change.require(can_keep_providers(actor))
        provider = _locked(actor, key)
        change.require_version(version, provider.version, lambda: {"version": provider.version, **_plain(_account_now(provider))})
        before = _plain(_account_now(provider))
        if (account.channel, account.adapter) != (provider.channel, provider.adapter):
            raise Invalid({"adapter": _NOT_CARRIED})
        _keep_to_address(provider, account)
        _fill(provider, account, actor)
        provider.version += 1
        provider.save()
        after = _plain(account)
        _describe(change, before, after, account)
    return provider


@transaction.atomic
def provider_resume(*, actor: Actor, key: str) -> MessageProvider:
    """Let an account go on that was stopped or paused after failures.

    Raises: Forbidden, ProviderNotFound.
    """
    with audited_change(actor, NoticeAct.CHANGE_PROVIDER, SUBJECT, key, meta={"step": "resume"}) as change:
        change.require(can_keep_providers(actor))
        provider = _locked(actor, key)
        change.describe(before={"stopped": provider.stopped_reason, "failures": provider.failures})
        provider.stopped_reason, provider.resumes_at, provider.failures = None, None, 0
        provider.version += 1
        provider.updated_at, provider.updated_by = now(), actor.id
        provider.save(update_fields=["stopped_reason", "resumes_at", "failures", "version", "updated_at", "updated_by"])
    return provider


def trial_token(actor: Actor, request: HttpRequest | None = None) -> ratelimit.Bucket:
    """What a test message costs its sender, also one that fails: the call was made either way."""
    return ratelimit.Bucket(f"provider_test:{actor.id}", _TESTS_AN_HOUR, 3600)


@transaction.atomic
def provider_test(*, actor: Actor, key: str, recipient: str) -> str:
    """Send a fixed text to an address of the administrator's own; the provider's reference.

    Raises: Forbidden, ProviderNotFound, RateLimited, ProviderDoesNotSend.
    """
    with audited_change(actor, NoticeAct.TEST_PROVIDER, SUBJECT, key, meta={"recipient": crypto.keyed_hash(recipient)}) as change:
        change.require(can_keep_providers(actor))
        # Not locked: the call takes its time, and messages go on meanwhile.
        provider = visible_providers(actor).filter(pk=key).first()
        if provider is None:
            raise ProviderNotFound()
        bucket = trial_token(actor)
        taken = ratelimit.take(bucket.key, capacity=bucket.capacity, seconds=bucket.seconds)
        if not taken.allowed:
            raise RateLimited(taken.retry_after)
        message = Outgoing(uuid7(), recipient, str(_TITLE), str(_BODY), Purpose.SERVICE.value)
        [handed] = adapter_of(Adapter(provider.adapter)).send_messages(account_of(provider), [message])
        if handed.outcome is not Outcome.ACCEPTED:
            raise ProviderDoesNotSend(Text(id=f"Jawaban penyedia: {handed.reason}.", en=f"The provider's answer: {handed.reason}."))
        change.describe(outcome=handed.outcome.value)
    return handed.reference


def _locked(actor: Actor, key: str) -> MessageProvider:
    """Raises: ProviderNotFound."""
    found = visible_providers(actor).select_for_update().filter(pk=key).first()
    if found is None:
        raise ProviderNotFound()
    return found


def _fill(provider: MessageProvider, account: Account, actor: Actor) -> None:
    """Raises: Invalid."""
    if account.channel not in CARRIES[account.adapter]:
        raise Invalid({"adapter": _NOT_CARRIED})
    secrets = {**open_secrets(provider.key, provider.secrets), **account.secrets}
    secrets = {name: value for name, value in secrets.items() if value}
    _judge(account, secrets)
    provider.name, provider.channel, provider.adapter, provider.position = account.name, account.channel.value, account.adapter.value, account.position
    provider.is_active, provider.settings, provider.per_second, provider.batch_size = (
        account.is_active,
        dict(account.settings),
        account.per_second,
        account.batch_size,
    )
    provider.secrets = crypto.encrypt(json.dumps(secrets), sealing_context(provider.key)) if secrets else None
    provider.updated_at, provider.updated_by = now(), actor.id


def _keep_to_address(provider: MessageProvider, account: Account) -> None:
    """Whoever cannot read a secret does not have it sent elsewhere. Raises: Invalid with each secret that was meant for the former address."""
    if any(str(provider.settings.get(name, "")) != str(account.settings.get(name, "")) for name in _ADDRESSES):
        if kept := open_secrets(provider.key, provider.secrets).keys() - account.secrets.keys():
            raise Invalid({name: _AGAIN for name in sorted(kept)})


def _judge(account: Account, secrets: Mapping[str, str]) -> None:
    """Raises: Invalid with every field that the protocol needs, and each address that messages may not go to."""
    if problems := adapter_of(account.adapter).settings_problems(account.settings, secrets):
        raise Invalid({name: _PROBLEMS.get(problem, _WRONG) for name, problem in problems.items()})


def _account_now(provider: MessageProvider) -> Account:
    return Account(
        provider.name, Channel(provider.channel), Adapter(provider.adapter), provider.position, provider.is_active, provider.settings, {}, provider.per_second,
        provider.batch_size,
    )  # fmt: skip


def _plain(account: Account) -> dict[str, object]:
    """What the trail keeps of an account: everything but its secrets."""
    return {
        "name": account.name, "channel": account.channel.value, "adapter": account.adapter.value, "position": account.position, "is_active": account.is_active,
        "settings": dict(account.settings), "per_second": account.per_second, "batch_size": account.batch_size,
    }  # fmt: skip


def _describe(change: AuditedChange, before: Mapping[str, object], after: Mapping[str, object], account: Account) -> None:
    changed = [name for name in after if before.get(name) != after[name]]
    change.describe(before={name: before[name] for name in changed}, after={name: after[name] for name in changed}, secrets=sorted(account.secrets))
