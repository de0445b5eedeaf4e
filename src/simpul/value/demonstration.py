"""The figures of the demonstration's transactions."""

from __future__ import annotations

from simpul.iam.public import system_actor
from simpul.platform.db import scope
from simpul.platform.demonstrating import Demonstration, Stage
from simpul.value.services.transactions import transactions_recount


def play_recount(stage: Stage) -> int:
    """Count what each customer moved, as every night."""
    with scope(system_actor()):
        transactions_recount()
    return 1


DEMONSTRATION = Demonstration("Transaction figures", 1, play_recount)
