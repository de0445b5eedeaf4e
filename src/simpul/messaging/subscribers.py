"""What messaging registers with the kernel."""

from __future__ import annotations

from simpul.messaging.services import deliver
from simpul.platform.notifier import register_channel


def register_all() -> None:
    """Deliver every notice to the inbox, in the transaction of the change."""
    register_channel("inbox", deliver)
