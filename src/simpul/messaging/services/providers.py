"""Which provider takes the next batch, how fast, and what its answers mean for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from simpul.messaging.models import MessageProvider
from simpul.messaging.selectors.accounts import open_secrets
from simpul.messaging.services.adapters.base import Handed, Outcome, ProviderAccount
from simpul.messaging.vocabulary import Adapter, Channel
from simpul.platform.db import query

# So many batches in a row without one message taken open the circuit.
_MOST_FAILURES = 5
_FIRST_PAUSE, _LONGEST_PAUSE = timedelta(seconds=30), timedelta(minutes=15)
_LATEST_WORDS = 200

# No pause lasts an hour: one that seems to was written by a clock that ran ahead.
_NEXT = """
SELECT provider_key, adapter, settings, secrets, batch_size, per_second, CASE WHEN paced_until < %(now)s + interval '1 hour' THEN paced_until END AS paced_until FROM crm.message_providers
WHERE channel = %(channel)s AND is_active AND stopped_reason IS NULL AND (resumes_at IS NULL OR resumes_at <= %(now)s OR resumes_at > %(now)s + interval '1 hour')
ORDER BY position, provider_key LIMIT 1 FOR UPDATE
"""
_PACE = """
UPDATE crm.message_providers SET paced_until = greatest(CASE WHEN paced_until < %(now)s + interval '1 hour' THEN paced_until END, %(now)s) + make_interval(secs => %(taken)s::double precision / per_second)
WHERE provider_key = %(key)s
"""


@dataclass(frozen=True)
class Turn:
    """A provider whose turn it is: so many messages now, or none before `not_before`."""

    account: ProviderAccount
    adapter: Adapter
    batch_size: int
    not_before: datetime | None


def account_of(provider: MessageProvider) -> ProviderAccount:
    """What an adapter is told of an account, with its secrets opened."""
    return ProviderAccount(provider.key, provider.settings, open_secrets(provider.key, provider.secrets))


def next_turn(channel: Channel, now: datetime) -> Turn | None:
    """The first working provider of a channel, locked until the transaction ends; None while there is none."""
    for row in query(_NEXT, {"channel": channel.value, "now": now}):
        waits = row["paced_until"] if row["paced_until"] is not None and row["paced_until"] > now + timedelta(seconds=1) else None
        return Turn(
            ProviderAccount(row["provider_key"], row["settings"], open_secrets(row["provider_key"], row["secrets"])),
            Adapter(row["adapter"]),
            row["batch_size"],
            waits,
        )
    return None


def pace_provider(key: str, taken: int, now: datetime) -> None:
    """Note that so many messages go out now, so that the next ones wait their turn."""
    query(_PACE + " RETURNING provider_key", {"key": key, "taken": taken, "now": now})


def note_answers(key: str, handed: list[Handed], now: datetime) -> str | None:
    """What a batch says of its provider; why it stops, when it does and did not before.

    One message that was taken closes the circuit again. A stop holds until a person lets it go on.
    """
    provider = MessageProvider.objects.select_for_update().get(pk=key)
    stopped = next((each.reason for each in handed if each.outcome is Outcome.STOPPED), None)
    failed = next((each.reason for each in handed if each.outcome in (Outcome.LATER, Outcome.UNKNOWN, Outcome.STOPPED)), None)
    if any(each.outcome in (Outcome.ACCEPTED, Outcome.REFUSED) for each in handed):
        provider.failures, provider.resumes_at, provider.last_success_at = 0, None, now
    elif handed:
        provider.failures += 1
        if provider.failures >= _MOST_FAILURES:
            provider.resumes_at = now + min(_LONGEST_PAUSE, _FIRST_PAUSE * 2 ** min(10, provider.failures - _MOST_FAILURES))
    if failed:
        provider.last_failure, provider.last_failure_at = failed[:_LATEST_WORDS], now
    newly = stopped if stopped and provider.stopped_reason is None else None
    provider.stopped_reason = stopped or provider.stopped_reason
    provider.save(update_fields=["failures", "resumes_at", "stopped_reason", "last_failure", "last_failure_at", "last_success_at"])
    return newly
