"""How much of a generated campaign a run tries: a sample in the suite, all of it by `make whole`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

WHOLE = os.environ.get("SIMPUL_TEST_WHOLE") == "1"
T = TypeVar("T")


def part(of: Sequence[T], turn: int, parts: int) -> Sequence[T]:
    """One of so many equal parts, another at each turn, so that as many turns try everything; all of it in a whole run."""
    return of if WHOLE else of[turn % parts :: parts]
