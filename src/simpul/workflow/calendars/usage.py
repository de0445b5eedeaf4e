"""Who names a calendar: other parts of the product register how to find their uses, so that none is archived under them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simpul.platform.text import Text


@dataclass(frozen=True)
class Use:
    """One thing that names a calendar, such as a timer's kind or a policy, with the name a person knows it by."""

    kind: Text
    name: str


Finder = Callable[[str], list[Use]]

_finders: dict[str, Finder] = {}


def register(name: str, finder: Finder) -> None:
    """Add a finder at start; it gives the uses of a calendar's key, at most a few dozen."""
    _finders[name] = finder


def uses(key: str) -> list[Use]:
    """Everything that names the calendar."""
    return [use for name in sorted(_finders) for use in _finders[name](key)]
