"""Which test process gets which tests, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest
from xdist.scheduler import LoadFileScheduling

TESTS = Path(__file__).resolve().parents[1]
# What takes long or starts servers goes first, so that small files fill the last seconds of every process.
_FIRST = ("chaos", "e2e", "contract", "config")
# These use one demonstration, which takes half a minute to load: its first start is looked at, then it is killed again and again.
_DEMONSTRATION = (
    "config/cli/test_demo.py",
    "chaos/test_kills_during_intake.py",
    "chaos/test_kills_during_use.py",
    "chaos/test_kills_during_import.py",
)


def longest_first(items: list[pytest.Item]) -> None:
    """Sort the tests by what they share and the directory that they are in, and leave their order as it is otherwise."""

    def rank(item: pytest.Item) -> int:
        file = item.path.relative_to(TESTS) if TESTS in item.path.parents else item.path
        if file.as_posix() in _DEMONSTRATION:
            return _DEMONSTRATION.index(file.as_posix()) - len(_DEMONSTRATION)
        return _FIRST.index(file.parts[0]) if file.parts[0] in _FIRST else len(_FIRST)

    items.sort(key=rank)


class Schedule(LoadFileScheduling):
    """One file after the other in the order of the items; files that use the same demonstration stay with it."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return "the demonstration" if file.endswith(_DEMONSTRATION) else file
