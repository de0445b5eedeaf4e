"""What each message says and to whom, at the moment of sending: opened where it was written, rendered where it is one of a set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simpul.messaging.selectors.gates import Claimed
from simpul.messaging.services.adapters.base import Outgoing
from simpul.messaging.services.outbox import open_content
from simpul.messaging.vocabulary import NotSent


@dataclass(frozen=True)
class Ready:
    """A message that may go. `sealed` and `address_hash` are what it keeps of itself when it got its content just now."""

    claimed: Claimed
    outgoing: Outgoing
    sealed: str | None = None
    address_hash: bytes | None = None


def write_messages(claimed: Sequence[Claimed]) -> tuple[list[Ready], list[tuple[Claimed, str]]]:
    """The messages that have words and an address, and those that have not, each with why."""
    ready: list[Ready] = []
    unwritable: list[tuple[Claimed, str]] = []
    for each in claimed:
        if each.sealed is None:
            unwritable.append((each, NotSent.TEMPLATE))
            continue
        content = open_content(each.message_id, each.sealed, each.subject_type, each.subject_id)
        if content.recipient:
            ready.append(Ready(each, Outgoing(each.message_id, content.recipient, content.title, content.body, each.purpose)))
        else:
            unwritable.append((each, NotSent.NO_ADDRESS))
    return ready, unwritable
