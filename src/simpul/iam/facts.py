"""Values that describe the organisation to other domains."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from simpul.platform.text import Text


@dataclass(frozen=True)
class BranchFacts:
    """A branch as other domains see it."""

    code: str
    number: int
    name: str
    city: str
    time_zone: str = "Asia/Jakarta"


@dataclass(frozen=True)
class WorkplaceFacts:
    """A branch that somebody works for, directly or through a unit that serves it, and the time zone there."""

    branch_code: str
    unit_code: str | None
    time_zone: str


@dataclass(frozen=True)
class ElevationFacts:
    """An elevation as the trail shows it: whose, how far, why, from when until when."""

    id: UUID
    user: PersonFacts | None
    tier: int
    reason_type: str
    starts_at: datetime
    ends_at: datetime
    revoked_at: datetime | None


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
