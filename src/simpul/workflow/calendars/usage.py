"""Who names a calendar: other parts of the product state how to find their uses, so that none is archived under them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simpul.platform.registry import Registry
from simpul.platform.text import Text


@dataclass(frozen=True)
class Use:
    """One thing that names a calendar, such as a timer's kind or a policy, with the name a person knows it by."""

    kind: Text
    name: str


@dataclass(frozen=True)
class CalendarUsage:
    """Where calendars are named; `find` gives the uses of a calendar's key, at most a few dozen."""

    name: str
    find: Callable[[str], list[Use]]


_usages: Registry[CalendarUsage] = Registry(CalendarUsage, lambda usage: usage.name)


def uses(key: str) -> list[Use]:
    """Everything that names the calendar."""
    return [use for name in sorted(_usages) for use in _usages[name].find(key)]
