"""Values that describe the organisation to other domains."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class BranchFacts:
    """A branch as other domains see it."""

    code: str
    number: int
    name: str
    city: str


@dataclass(frozen=True)
class PersonFacts:
    """A colleague as other domains see them."""

    id: UUID
    username: str
    full_name: str
