"""What users and their rights tell other domains."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class UserLeft:
    """Somebody left the organisation: what is theirs elsewhere ends."""

    user_id: UUID
