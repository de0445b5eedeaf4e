"""What holds for every protocol: an account that is not whole sends nothing, and whatever goes wrong is an outcome, never an exception."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from simpul.messaging.services.adapters.base import (
    Handed,
    MessageAdapter,
    Outcome,
    Outgoing,
    ProviderAccount,
    Receipt,
    ReceiptForged,
    reason_code,
    storable_text,
)

logger = logging.getLogger("simpul.messaging")
_LARGEST_REPORT = 5_000_000

# These tell addresses and heads of requests at their lower levels, and with them keys of accounts and of subscriptions.
for _name in ("aiohttp", "httpx", "httpcore", "urllib3", "requests", "google", "pywebpush"):
    logging.getLogger(_name).setLevel(logging.WARNING)


class GuardedAdapter:
    """An adapter whose faults are outcomes. What a fault says stays untold: it may hold a key or an address."""

    def __init__(self, adapter: MessageAdapter) -> None:
        self._adapter = adapter

    def send_messages(self, account: ProviderAccount, messages: Sequence[Outgoing]) -> list[Handed]:
        """Hand over a batch; one outcome for each message, in order."""
        try:
            if self._adapter.settings_problems(account.settings, account.secrets):
                return [Handed(Outcome.STOPPED, reason="SETTINGS")] * len(messages)
        except Exception as fault:
            _tell_fault(account, fault)
            return [Handed(Outcome.STOPPED, reason="SETTINGS")] * len(messages)
        try:
            handed = self._adapter.send_messages(account, messages)
        except Exception as fault:
            _tell_fault(account, fault)
            return [Handed(Outcome.UNKNOWN, reason="ADAPTER_FAILED")] * len(messages)
        if len(handed) != len(messages):
            return [Handed(Outcome.UNKNOWN, reason="ADAPTER_FAILED")] * len(messages)
        # What one answer holds must not keep those of the whole batch from being written down.
        return [replace(each, reference=storable_text(each.reference), reason=reason_code(each.reason) or "") for each in handed]

    def read_receipts(self, account: ProviderAccount, headers: Mapping[str, str], body: bytes) -> list[Receipt]:
        """What a webhook call reports. Raises: ReceiptForged."""
        if len(body) > _LARGEST_REPORT:
            raise ReceiptForged("TOO_LARGE")
        try:
            return self._adapter.read_receipts(account, {name.lower(): value for name, value in headers.items()}, body)
        except ReceiptForged:
            raise
        except Exception as fault:
            _tell_fault(account, fault)
            raise ReceiptForged("SHAPE") from None

    def answer_handshake(self, account: ProviderAccount, query: Mapping[str, str]) -> str | None:
        """The text that proves that the address is ours."""
        return self._adapter.answer_handshake(account, query)

    def settings_problems(self, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> dict[str, str]:
        """What is wrong with an account's settings."""
        return self._adapter.settings_problems(settings, secrets)


def _tell_fault(account: ProviderAccount, fault: Exception) -> None:
    logger.error("An adapter failed.", extra={"provider": account.key, "fault": type(fault).__name__})
