"""Values that describe the organisation to other domains."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from simpul.platform.text import Text


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


@dataclass(frozen=True)
class RoleFacts:
    """A role that people can be given, as other domains see it."""

    key: str
    name: Text
