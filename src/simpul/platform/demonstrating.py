"""What domains add to the demonstration, once its people and customers are there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from simpul.platform.registry import Registry


@dataclass(frozen=True)
class Colleague:
    """One user of the demonstration."""

    username: str
    full_name: str
    role: str
    branches: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stage:
    """The demonstration as a domain finds it: who works there, by which seed its data is made.

    `owner_url` is the address of a login that may become the tables' owner.
    """

    seed: int
    everybody: Sequence[Colleague]
    owner_url: str


@dataclass(frozen=True)
class Demonstration:
    """What one domain plays, told by its title: `play` does it once, leaves alone what is there, and says how many there are of `total`.

    What needs something that higher domains play comes last.
    """

    title: str
    total: int
    play: Callable[[Stage], int]
    comes_last: bool = False


demonstrations: Registry[Demonstration] = Registry(Demonstration, lambda each: each.title)
