"""News of consent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class ConsentChanged:
    """A customer's consent changed; `channel` is None where it holds for all ways of writing."""

    consent_id: UUID
    customer_id: UUID
    consent_type: str
    channel: str | None
    status: str
    effective_at: datetime


@dataclass(frozen=True)
class ConsentRequested:
    """A change of consent waits for approval."""

    request_id: UUID
    customer_id: UUID
    requested_by: UUID


@dataclass(frozen=True)
class ConsentRequestDecided:
    """A waiting change was approved or rejected."""

    request_id: UUID
    customer_id: UUID
    requested_by: UUID
    status: str
