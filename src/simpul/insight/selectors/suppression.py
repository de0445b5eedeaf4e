"""Groups of fewer than five customers are not shown, and cannot be worked out from what is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from simpul.insight.vocabulary import LEAST_CUSTOMERS

K = TypeVar("K")
R = TypeVar("R")
C = TypeVar("C")


@dataclass(frozen=True)
class People:
    """The customers of a group: all of them while they are few, `many` from five on."""

    few: frozenset[int] = frozenset()
    many: bool = False

    def __or__(self, other: People) -> People:
        """The customers of both."""
        few = self.few | other.few
        return People(few, self.many or other.many or len(few) >= LEAST_CUSTOMERS)

    @property
    def is_small(self) -> bool:
        """Whether it is a group of somebody, and of fewer than five."""
        return not self.many and 0 < len(self.few) < LEAST_CUSTOMERS


def people_of(groups: Iterable[People]) -> People:
    """The customers of all groups together."""
    every = People()
    for each in groups:
        every |= each
    return every


def hidden_groups(groups: Mapping[K, People], hidden: Iterable[K] = ()) -> set[K]:
    """The groups of one total that are not shown.

    Whoever knows the total knows what all hidden ones are together. So at least two are hidden, and
    together they are about five customers or more, as long as there are others to hide.
    """
    found = {key for key, each in groups.items() if each.is_small} | set(hidden)
    rest = sorted(
        (key for key, each in groups.items() if key not in found and (each.many or each.few)),
        key=lambda key: (groups[key].many, len(groups[key].few)),
    )
    while found and rest and (len(found) == 1 or people_of(groups[key] for key in found).is_small):
        found.add(rest.pop(0))
    return found


def hidden_cells(cells: Mapping[tuple[R, C], People], rows: Sequence[R], columns: Sequence[C]) -> set[tuple[R, C]]:
    """The cells of a table with sums by row and by column that are not shown."""
    hidden: set[tuple[R, C]] = set()
    while True:
        before = len(hidden)
        lines = [[(row, column) for column in columns] for row in rows]
        lines += [[(row, column) for row in rows] for column in columns]
        for line in lines:
            groups = {cell: cells[cell] for cell in line if cell in cells}
            hidden |= hidden_groups(groups, hidden & groups.keys())
        if len(hidden) == before:
            return hidden
