"""News of the workflow domain."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CalendarChanged:
    """A new version of a calendar is in force: what was counted in it may be due at another time."""

    key: str
    version: int
