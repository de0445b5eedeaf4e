"""What segments and campaigns tell other domains."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class SegmentRefreshed:
    """The customers of a segment were looked for again; `crm.segment_changes` names who entered and left by the refresh."""

    segment_id: UUID
    refresh_id: UUID
    members: int
    entered: int
    left: int
