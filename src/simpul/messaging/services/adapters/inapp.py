"""Messages that the customer's own app fetches: nothing is called, they are ready at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from simpul.messaging.services.adapters.base import Handed, Outcome, Outgoing, ProviderAccount, Receipt, ReceiptForged


class InAppAdapter:
    """The organisation's own app or site."""

    def send_messages(self, account: ProviderAccount, messages: Sequence[Outgoing]) -> list[Handed]:
        """Each message waits to be fetched."""
        return [Handed(Outcome.ACCEPTED, str(message.send_key)) for message in messages]

    def read_receipts(self, account: ProviderAccount, headers: Mapping[str, str], body: bytes) -> list[Receipt]:
        """The app reports by our own operations. Raises: ReceiptForged."""
        raise ReceiptForged("NO_WEBHOOK")

    def answer_handshake(self, account: ProviderAccount, query: Mapping[str, str]) -> str | None:
        """There is none."""
        return None

    def settings_problems(self, settings: Mapping[str, Any], secrets: Mapping[str, str]) -> dict[str, str]:
        """Nothing is needed."""
        return {}
