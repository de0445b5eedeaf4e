"""What higher domains bring to emergency access: how a customer is found without being seen, and what samples are drawn from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from simpul.platform.actor import Actor
from simpul.platform.registry import Registry
from simpul.platform.text import Text


@dataclass(frozen=True)
class CustomerCard:
    """As much of a customer as somebody without any reach may know: everything is masked."""

    customer_id: UUID
    name: str
    cif: str | None
    branch_code: str
    segment: str
    status: str


@dataclass(frozen=True)
class Directory:
    """`find` looks a customer up by an exact number of any kind, within the actor's limit of searches; `cards` gives those of the ids that exist."""

    find: Callable[[Actor, str], list[CustomerCard]]
    cards: Callable[[Iterable[UUID]], dict[UUID, CustomerCard]]


@dataclass(frozen=True)
class Drawn:
    """One drawn item: what it is in its source, whom it is about, who did it and when."""

    ref: UUID
    customer_id: UUID
    branch_code: str | None
    by: UUID
    at: datetime


@dataclass(frozen=True)
class Asked:
    """What a sample is drawn from: [since, until), by whom it is drawn (never from the own acts), with which seed."""

    since: datetime
    until: datetime
    seed: str
    size: int
    branch_code: str | None


@dataclass(frozen=True)
class SampleSource:
    """Something that samples are drawn from. `draw` gives how many there were to draw from, and the drawn ones.

    The same question gives the same items, whenever it is asked.
    """

    key: str
    name: Text
    draw: Callable[[Actor, Asked], tuple[int, list[Drawn]]]


class DirectoryMissing(RuntimeError):
    """No domain has stated the directory of customers."""


_directories: Registry[Directory] = Registry(Directory, lambda directory: "customers")  # there is one
_sources: Registry[SampleSource] = Registry(SampleSource, lambda source: source.key)


def directory() -> Directory:
    """How customers are found.

    Raises: DirectoryMissing.
    """
    if "customers" not in _directories:
        raise DirectoryMissing("No domain has stated the directory of customers.")
    return _directories["customers"]


def sources() -> dict[str, SampleSource]:
    """All sources by key."""
    return dict(sorted(_sources.items()))
