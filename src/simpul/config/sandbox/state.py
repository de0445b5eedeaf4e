"""What the sandbox was sent and what it reported, in memory: gone when it ends."""

from __future__ import annotations

import itertools
import threading
from collections import Counter, OrderedDict
from dataclasses import dataclass, field
from datetime import UTC, datetime

from simpul.config.sandbox.behaviour import Behaviour

KEPT = 200_000


@dataclass
class Taken:
    """One message that the sandbox took."""

    reference: str
    channel: str
    recipient: str
    title: str
    text: str
    html: str
    send_key: str
    at: datetime
    raw: str = ""
    events: list[tuple[datetime, str]] = field(default_factory=list)


class State:
    """Everything that one run of the sandbox knows; used from several threads."""

    def __init__(self) -> None:
        self.behaviour = Behaviour()
        self.lock = threading.Lock()
        self.taken: OrderedDict[str, Taken] = OrderedDict()
        self.calls: Counter[str] = Counter()
        self.webhooks: dict[str, str] = {}
        self.secrets: dict[str, str] = {}
        self.templates: dict[str, dict[str, str]] = {}
        self._numbers = itertools.count(1)

    def next_number(self) -> int:
        """A number for the next message."""
        return next(self._numbers)

    def take(self, message: Taken) -> None:
        """Keep a message that was taken."""
        with self.lock:
            self.taken[message.reference] = message
            while len(self.taken) > KEPT:
                self.taken.popitem(last=False)

    def note(self, reference: str, event: str) -> None:
        """Keep what was reported of a message."""
        with self.lock:
            if reference in self.taken:
                self.taken[reference].events.append((datetime.now(UTC), event))
