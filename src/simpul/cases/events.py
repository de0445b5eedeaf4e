"""News of cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


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


@dataclass(frozen=True)
class CaseOpened:
    """A case was opened."""

    case_id: UUID
    customer_id: UUID


@dataclass(frozen=True)
class CaseMoved:
    """A case came from one status to another."""

    case_id: UUID
    customer_id: UUID
    from_status: str
    to_status: str


@dataclass(frozen=True)
class CaseAssigned:
    """A case has another assignee or unit."""

    case_id: UUID
    customer_id: UUID
    assignee_id: UUID | None
    unit_code: str | None
    assigned_by: UUID


@dataclass(frozen=True)
class CaseAnswered:
    """The final response was given."""

    case_id: UUID
    customer_id: UUID
    answered_by: UUID


@dataclass(frozen=True)
class CaseClosed:
    """A case was closed."""

    case_id: UUID
    customer_id: UUID
    resolution_code: str
