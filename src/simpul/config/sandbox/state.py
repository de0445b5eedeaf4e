"""What the sandbox was sent and what it reported, in memory: bounded, and gone when it ends."""

from __future__ import annotations

import threading
from collections import Counter, OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from simpul.config.sandbox.accounts import Accounts
from simpul.config.sandbox.behaviour import Behaviour

Document = Mapping[str, Any]

KEPT_MESSAGES, KEPT_BYTES = 200_000, 256_000_000
KEPT_FILES, KEPT_FILE_BYTES = 200, 100_000_000
KEPT_TEMPLATES, KEPT_SUBSCRIPTIONS, KEPT_TOKENS, KEPT_WINDOWS = 1_000, 10_000, 1_000, 50_000
_WINDOW = timedelta(hours=24)


@dataclass
class Taken:
    """One message that the sandbox took. `protocol` is how it came; `key` is the sender's own key for it."""

    reference: str
    channel: str
    protocol: str
    recipient: str
    title: str
    text: str
    html: str
    key: str
    raw: str
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    headers: Mapping[str, str] = field(default_factory=dict)
    # Name, size in bytes and SHA-256 of each file that came with it.
    attachments: tuple[tuple[str, int, str], ...] = ()
    events: list[tuple[datetime, str]] = field(default_factory=list)

    @property
    def room_taken(self) -> int:
        """About how much room it takes."""
        return 500 + len(self.text) + len(self.html) + len(self.raw)


@dataclass(frozen=True)
class StoredFile:
    """A file that was uploaded to be sent."""

    content: bytes
    media_type: str


@dataclass
class Template:
    """A template that the provider keeps."""

    number: int
    name: str
    language: str
    category: str
    components: list[Document]
    status: str
    reason: str = "NONE"


@dataclass(frozen=True)
class Webhook:
    """Where reports of one kind go, and the secret that signs them."""

    url: str
    secret: str


class State:
    """Everything that one run of the sandbox knows; used from several threads."""

    def __init__(self, accounts: Accounts, behaviour: Behaviour | None = None) -> None:
        self.accounts = accounts
        self.behaviour = behaviour or Behaviour()
        self.lock = threading.Lock()
        self.messages: OrderedDict[str, Taken] = OrderedDict()
        self.counts: Counter[tuple[str, str]] = Counter()
        self.keys: OrderedDict[tuple[str, str], int] = OrderedDict()
        self.webhooks: dict[str, Webhook] = {}
        self.templates: OrderedDict[tuple[str, str], Template] = OrderedDict()
        self.files: OrderedDict[str, StoredFile] = OrderedDict()
        self.subscriptions: OrderedDict[str, Any] = OrderedDict()
        self.tokens: OrderedDict[str, datetime] = OrderedDict()
        self.windows: OrderedDict[str, datetime] = OrderedDict()
        self.app_session: Any = None
        self._bytes = 0

    def count_one(self, protocol: str, what: str) -> int:
        """Count one more of what happened; how many there are now."""
        with self.lock:
            self.counts[protocol, what] += 1
            return self.counts[protocol, what]

    def keep_message(self, message: Taken) -> None:
        """Keep a message that was taken, and forget the oldest where there are too many."""
        with self.lock:
            self.counts[message.protocol, "taken"] += 1
            self.messages[message.reference] = message
            self._bytes += message.room_taken
            if message.key:
                self.keys[message.protocol, message.key] = self.keys.get((message.protocol, message.key), 0) + 1
                forget_oldest(self.keys, KEPT_MESSAGES)
            while len(self.messages) > KEPT_MESSAGES or (self._bytes > KEPT_BYTES and len(self.messages) > 1):
                self._bytes -= self.messages.popitem(last=False)[1].room_taken

    def keep_file(self, number: str, file: StoredFile) -> None:
        """Keep an uploaded file, and forget the oldest where there are too many."""
        with self.lock:
            self.files[number] = file
            while len(self.files) > KEPT_FILES or sum(len(each.content) for each in self.files.values()) > KEPT_FILE_BYTES:
                self.files.popitem(last=False)

    def note_event(self, reference: str, event: str, at: datetime) -> None:
        """Keep what was reported of a message."""
        with self.lock:
            if (message := self.messages.get(reference)) and len(message.events) < 100:
                message.events.append((at, event))

    def note_written(self, recipient: str) -> None:
        """A customer has written: for 24 hours they may be answered freely."""
        with self.lock:
            self.windows[recipient] = datetime.now(UTC)
            forget_oldest(self.windows, KEPT_WINDOWS)

    def has_window(self, recipient: str) -> bool:
        """Whether a customer wrote within 24 hours."""
        return recipient in self.windows and datetime.now(UTC) - self.windows[recipient] < _WINDOW

    def forget_all(self) -> None:
        """Begin afresh; what is set stays."""
        with self.lock:
            self.messages.clear()
            self.counts.clear()
            self.keys.clear()
            self._bytes = 0

    def all_messages(self) -> list[Taken]:
        """What was taken, oldest first."""
        with self.lock:
            return list(self.messages.values())

    def all_counts(self) -> dict[str, dict[str, int]]:
        """How often what happened, by protocol; `repeated` counts messages that were taken more than once under one key."""
        with self.lock:
            found: dict[str, dict[str, int]] = {}
            for (protocol, what), count in sorted(self.counts.items()):
                found.setdefault(protocol, {})[what] = count
            for (protocol, _), times in self.keys.items():
                if times > 1:
                    found[protocol]["repeated"] = found[protocol].get("repeated", 0) + times - 1
            return found


def forget_oldest(kept: OrderedDict[Any, Any], most: int) -> None:
    """Keep no more than so many."""
    while len(kept) > most:
        kept.popitem(last=False)
