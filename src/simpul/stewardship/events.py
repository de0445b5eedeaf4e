"""News of the rights of the person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class RightsRequestReceived:
    """A person called on a right."""

    request_id: UUID
    customer_id: UUID
    kind: str
    due_at: datetime


@dataclass(frozen=True)
class RightsRequestEnded:
    """A request about a right was carried out, refused or withdrawn."""

    request_id: UUID
    customer_id: UUID
    kind: str
    status: str
