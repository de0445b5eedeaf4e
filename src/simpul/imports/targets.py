"""What can be imported: each domain states its targets; the engine knows none of them.

A target says which fields a profile may fill and opens a loader for one file. A loader works in two steps, so that
the engine can prepare one chunk while the database takes another: `stage` turns columns into a block of text for
COPY (no database), `merge` puts the block into the tables, within the engine's transaction.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Callable, Collection, Mapping, Protocol, Sequence
from uuid import UUID

from simpul.imports.errors import Bad
from simpul.platform.actor import Actor
from simpul.platform.registry import Registry
from simpul.platform.text import Text

Parse = Callable[[Any], Any]


@dataclass(frozen=True)
class Problem:
    """Why one row was not taken, and by which field."""

    field: str
    reason: Text


@dataclass(frozen=True)
class Remark:
    """What is told of a value in a row that was taken: that it was left out (EMPTIED) or should be looked at (DOUBTFUL)."""

    place: int
    kind: str
    field: str
    reason: Text


Problems = dict[int, list[Problem]]  # by the row's place in the chunk


@dataclass(frozen=True)
class Field:
    """A place that a profile may fill. `parse` gets text that is never empty, or what a transform made of it.

    `few` marks fields with few distinct values, which are worked out once. A field with `default` takes it when the
    source has nothing. `doubt` says what is suspicious about a value that is taken all the same.
    `clearable` marks fields whose stored value a blank cell may remove, where the profile says so.
    `listed` gives the codes that a constant may be; while `listed_by` is a target of the same profile, nobody knows them yet.
    """

    parse: Parse
    required: bool = False
    few: bool = False
    clearable: bool = False
    listed: Callable[[], Collection[str]] | None = None
    listed_by: str = ""
    doubt: Callable[[Any], Text | None] | None = None


@dataclass(frozen=True)
class Setting:
    """What a loader knows of the run it works for."""

    actor: Actor
    source_system: str
    today: date
    columns: frozenset[str]
    options: Mapping[str, Any]
    branches: frozenset[str] | None  # None: all
    note: Callable[[Text], None]
    run_id: UUID | None = None  # None: made data, of which no run tells
    emptied: frozenset[str] = frozenset()  # fields whose bad values are left out and told
    cleared: frozenset[str] = frozenset()  # fields that a blank cell clears; in all others the stored value stays


@dataclass
class Staged:
    """A chunk ready for COPY: the block, how many rows stand in it, what was refused on the way, and what `announce` tells."""

    block: str
    rows: int
    problems: Problems = field(default_factory=dict)
    ahead: Any = None
    remarks: list[Remark] = field(default_factory=list)


@dataclass
class Merged:
    """What became of a chunk's rows in the database; problems by the row's place in the chunk."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    problems: Problems = field(default_factory=dict)
    fields: Counter[str] = field(default_factory=Counter)  # how many records that were there changed in a field


class Loader(Protocol):
    """Takes the chunks of one file, in order."""

    def stage(self, rows: Sequence[int], columns: Mapping[str, Sequence[Any]]) -> Staged: ...

    def announce(self, staged: Staged) -> None:
        """Before the merge, in a short transaction of its own: what chunks side by side would otherwise wait for."""

    def merge(self, staged: Staged) -> Merged: ...

    def skip(self, columns: Mapping[str, Sequence[Any]]) -> None:
        """Rows that an earlier start of the same run has done."""

    def finish_file(self) -> None:
        """After the last chunk, in a transaction of its own."""


@dataclass(frozen=True)
class Target:
    """One kind of thing that can be imported.

    `keys` names the fields of which a profile fills at least one group; `at_once` is how many rows make a good chunk;
    with `side_by_side`, two chunks may merge at the same time.
    """

    name: str
    fields: Mapping[str, Field]
    open: Callable[[Setting], Loader]
    keys: tuple[tuple[str, ...], ...] = ()
    at_once: int = 20_000
    side_by_side: bool = False


@dataclass(frozen=True)
class Generator:
    """A function of column values for profiles, for what the source itself does not hold."""

    name: str
    generate: Callable[..., Any]


targets: Registry[Target] = Registry(Target, lambda target: target.name)
generators: Registry[Generator] = Registry(Generator, lambda generator: generator.name)


def bad(indonesian: str, english: str) -> Bad:
    """A refusal of one value."""
    return Bad(Text(id=indonesian, en=english))
