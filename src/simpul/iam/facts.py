"""Values that describe the organisation to other domains."""

from __future__ import annotations

from collections.abc import Mapping
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
    phone: str = ""


@dataclass(frozen=True)
class UnitFacts:
    """A unit as other domains see it."""

    code: str
    name: str


@dataclass(frozen=True)
class WorkplaceFacts:
    """A branch that somebody works for, directly or through a unit that serves it, and the time zone there."""

    branch_code: str
    unit_code: str | None
    time_zone: str


@dataclass(frozen=True)
class PlacedHolders:
    """Who holds an action on a resource: everywhere, or by a scope that is active now, by code.

    `branches` and `units` are of their own scopes; `served` has the branches that people reach through a unit.
    """

    everywhere: tuple[UUID, ...]
    branches: Mapping[str, tuple[UUID, ...]]
    units: Mapping[str, tuple[UUID, ...]]
    served: Mapping[str, tuple[UUID, ...]]


@dataclass(frozen=True)
class Heads:
    """The active heads of branches and units, by code."""

    branches: Mapping[str, UUID]
    units: Mapping[str, UUID]


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
class AppliedFacts:
    """A guarded change that was applied: of which kind and proposal, who proposed it, and who else agreed, or that sealed codes did."""

    id: UUID
    kind: str
    proposal_id: UUID | None
    proposed_by: UUID
    decided_by: UUID | None
    by_codes: bool


@dataclass(frozen=True)
class PersonFacts:
    """A colleague as other domains see them; one who has left is not active and signs in no more."""

    id: UUID
    username: str
    full_name: str
    is_active: bool


@dataclass(frozen=True)
class Names:
    """What colleagues, branches and units are called, by id and code."""

    people: Mapping[UUID, str]
    branches: Mapping[str, str]
    units: Mapping[str, str]


@dataclass(frozen=True)
class RoleFacts:
    """A role that people can be given, as other domains see it."""

    key: str
    name: Text
