"""What transactions and accounts state about themselves."""

from __future__ import annotations

from simpul.platform.domain import Domain, Parts
from simpul.platform.text import Text


def _parts() -> Parts:
    from simpul.timeline.public import Kind
    from simpul.value import importing
    from simpul.value.demonstration import DEMONSTRATION
    from simpul.value.selectors import SEGMENT_SOURCES, transaction_events

    return Parts(
        entries=[
            importing.TARGET,
            DEMONSTRATION,
            *SEGMENT_SOURCES,
            Kind("TransactionEvent", Text(id="Transaksi", en="Transactions"), source=transaction_events, area="VALUE"),
        ],
    )


DOMAIN = Domain("value", parts=_parts)
