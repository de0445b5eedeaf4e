"""News of emergency access."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class AccessRequested:
    """A colleague asks for emergency access."""

    request_id: UUID
    requested_by: UUID


@dataclass(frozen=True)
class AccessOpened:
    """Emergency access began; `self_approved` when nobody else agreed to it."""

    request_id: UUID
    requested_by: UUID
    decided_by: UUID
    self_approved: bool


@dataclass(frozen=True)
class AccessClosed:
    """Emergency access was over before or at its time: ENDED, REVOKED or EXPIRED."""

    request_id: UUID
    requested_by: UUID
    status: str
