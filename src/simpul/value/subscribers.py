"""What transactions add to the engines below."""

from __future__ import annotations

from simpul.platform.text import Text
from simpul.timeline.public import Kind, register
from simpul.value.selectors import transaction_events

TRANSACTION = Kind("TransactionEvent", Text(id="Transaksi", en="Transactions"), source=transaction_events, area="VALUE")


def register_all() -> None:
    """Offer bookings to the timeline."""
    register(TRANSACTION)
