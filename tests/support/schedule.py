"""Which test process gets which tests, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest
from xdist.scheduler import LoadFileScheduling

TESTS = Path(__file__).resolve().parents[1]
# What takes long or starts servers goes first, so that small files fill the last seconds of every process.
_FIRST = ("chaos", "e2e", "contract", "config")


def longest_first(items: list[pytest.Item]) -> None:
    """Sort the tests by the directory that they are in, and leave their order as it is otherwise."""

    def rank(item: pytest.Item) -> int:
        directory = item.path.relative_to(TESTS).parts[0] if TESTS in item.path.parents else ""
        return _FIRST.index(directory) if directory in _FIRST else len(_FIRST)

    items.sort(key=rank)


class Schedule(LoadFileScheduling):
    """One file after the other in the order of the items; files that kill the same demonstration stay with it."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return "the demonstration" if file.endswith(("chaos/test_kills_during_use.py", "chaos/test_kills_during_import.py")) else file
