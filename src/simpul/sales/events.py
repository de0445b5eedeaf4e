"""What leads and opportunities tell other domains."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class LeadMoved:
    """A lead came into another state; `from_state` is empty for a new one."""

    lead_id: UUID
    customer_id: UUID
    from_state: str
    to_state: str


@dataclass(frozen=True)
class OpportunityMoved:
    """An opportunity came into another stage; `from_stage` is empty for a new one."""

    opportunity_id: UUID
    customer_id: UUID
    from_stage: str
    to_stage: str
