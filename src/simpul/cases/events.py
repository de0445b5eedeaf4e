"""News of cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ServiceLevelPublished:
    """A service level has a new version, which takes effect on a day."""

    key: str
    number: int
    effective_from: date


@dataclass(frozen=True)
class LegalRulesPublished:
    """A set of legal limits has a new version, which takes effect on a day."""

    key: str
    number: int
    effective_from: date
