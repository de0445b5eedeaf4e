"""The kinds of event that a timeline shows, each stated by the domain that owns it.

A kind is either stored (written by `add`, worded by its `render`) or live: read from its owner's own tables through a
source, so that nothing is copied. Later domains add kinds and never replace this engine.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Protocol
from uuid import UUID

from simpul.platform.actor import Actor
from simpul.platform.registry import Registry
from simpul.platform.text import Text


@dataclass(frozen=True)
class Event:
    """One entry of a timeline, worded for its reader. `tier` is the sensitivity tier, 1 to 3."""

    event_id: UUID
    kind: str
    occurred_at: datetime
    title: str
    subject_type: str
    subject_id: str
    detail: str | None = None
    tier: int = 1
    actor_user_id: UUID | None = None
    amount: Decimal | None = None
    direction: str | None = None
    currency: str | None = None


@dataclass(frozen=True)
class Wanted:
    """What a page asks of a source: events of these kinds before the position `before`, newest first, at most `limit`.

    `since` is inclusive, `until` exclusive. `tier` is the highest tier that the reader holds on this customer: a source
    leaves out what lies above it, inside its query, so that pages stay full.
    """

    actor: Actor
    customer_id: UUID
    kinds: frozenset[str]
    tier: int
    limit: int
    since: datetime | None = None
    until: datetime | None = None
    before: tuple[datetime, UUID] | None = None


class Source(Protocol):
    """Reads events of one or several kinds from where they live, newest first by (occurred_at, event_id)."""

    def __call__(self, wanted: Wanted) -> list[Event]: ...


Render = Callable[[Mapping[str, Any]], tuple[Text, Text | None]]
Reduce = Callable[[Actor, Event], Event]


class KindIsAmbiguous(ValueError):
    """A kind is both stored and live, or neither."""


@dataclass(frozen=True)
class Kind:
    """A kind of event. Exactly one of `render` (stored) and `source` (live) is given; otherwise it raises KindIsAmbiguous.

    `area` names what the reader must be shown at all for this kind to appear (the 360 page decides); `reduce` is what a
    role sees of an event (a source leaves out by itself what a reader may not see at all).
    """

    key: str
    label: Text
    render: Render | None = None
    source: Source | None = None
    area: str = "BUSINESS"
    reduce: Reduce | None = None

    def __post_init__(self) -> None:
        if (self.render is None) == (self.source is None):
            raise KindIsAmbiguous(f"{self.key} must be stored or live.")


class KindUnknown(LookupError):
    """No domain has stated this kind as stored."""


_kinds: Registry[Kind] = Registry(Kind, lambda kind: kind.key)


def kinds() -> list[Kind]:
    """All kinds, in the order of the layers."""
    return list(_kinds.values())


def stored_kind(key: str) -> Kind:
    """The stored kind of this key.

    Raises: KindUnknown.
    """
    kind = _kinds.get(key)
    if kind is None or kind.render is None:
        raise KindUnknown(f"{key} is no kind of stored event.")
    return kind
