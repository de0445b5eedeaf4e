"""Values that describe emergency access to other domains."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True)
class GrantFacts:
    """An approved request while it lasts: the customers that it opens, the tier, and until when."""

    id: UUID
    customer_ids: frozenset[UUID]
    tier: int
    reason_code: str
    ticket: str
    self_approved: bool
    starts_at: datetime
    ends_at: datetime
