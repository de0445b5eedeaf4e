"""Putting rows that the product itself makes through the same loaders as imports, without a file between."""

from __future__ import annotations

import threading
from collections import Counter
from typing import Any, Callable, Iterator, Mapping, Sequence

from simpul.iam.public import system_actor
from simpul.imports.errors import SourceUnreadable
from simpul.imports.lanes import Lanes, Loaders, announced, lanes_possible
from simpul.imports.policies import can_import
from simpul.imports.targets import Setting, Staged, targets
from simpul.platform.actor import Actor, require
from simpul.platform.clock import today
from simpul.platform.db import execute, scope
from simpul.platform.text import Text

Columns = Mapping[str, Sequence[Any]]


def feed(
    *,
    actor: Actor,
    source_system: str,
    fields: Mapping[str, Sequence[str]],
    items: Iterator[tuple[str, Columns]],
    progress: Callable[[str, int], None] | None = None,
) -> dict[str, Counter[str]]:
    """Merge items (target, columns), each in a transaction of its own, and count what was added, changed and unchanged by target.

    `fields` names each target's columns; an item of the first target begins a group, whose items depend on each other
    alone, so that groups may merge side by side. Values are those that the target's fields would have made. Rows that are
    there already change nothing. `progress` hears the target and how many of its rows are done.

    Raises: Forbidden, SourceUnreadable when a row is refused: made data has no bad rows.
    """
    require(can_import(actor))
    counts: dict[str, Counter[str]] = {target: Counter() for target in fields}
    telling = threading.Lock()

    def open_loaders() -> Loaders:
        setting = {target: Setting(actor, source_system, today(), frozenset(names), {}, None, lambda text: None) for target, names in fields.items()}
        with scope(system_actor()):
            return {target: targets[target].open(each) for target, each in setting.items()}

    def take(loaders: Loaders, item: tuple[str, Staged]) -> None:
        target, staged = item
        announced(loaders[target], staged)
        with scope(system_actor()):
            execute("SET LOCAL synchronous_commit = off")
            merged = loaders[target].merge(staged)
            for reasons in (*staged.problems.values(), *merged.problems.values()):
                told = "; ".join(f"{each.field}: {each.reason.en}" for each in reasons)
                raise SourceUnreadable(detail=Text(id=f"Data buatan ditolak ({target}): {told}", en=f"Made data was refused ({target}): {told}"))
        with telling:
            counts[target].update(added=merged.added, changed=merged.changed, unchanged=merged.unchanged)
            if progress:
                progress(target, counts[target].total())

    def staged() -> Iterator[tuple[int, tuple[str, Staged]]]:
        group, first = -1, next(iter(fields))
        for target, columns in items:
            group += target == first
            yield group, (target, lanes.first[target].stage(range(len(columns[fields[target][0]])), columns))

    lanes = Lanes(lanes_possible(), open_loaders, take)
    lanes.run(staged())
    with scope(system_actor()):
        lanes.finish()
    return counts
