"""The shapes of rights requests as pages show them."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypedDict
from uuid import UUID

RightsStep = Literal["verify", "take", "assign", "complete", "propose", "approve", "send_back", "refuse", "withdraw"]


class PersonRow(TypedDict):
    """A colleague by name."""

    id: UUID
    full_name: str


class CustomerRow(TypedDict):
    """A customer by the name that the reader may know."""

    id: UUID
    name: str
    reached: bool


class BranchRow(TypedDict):
    """A branch by name."""

    code: str
    name: str


class RightsRequestRow(TypedDict):
    """A request as lists and pages show it, with what the reader may do."""

    request_id: UUID
    customer: CustomerRow
    branch: BranchRow
    kind: str
    kind_name: str
    details: str
    received_by: str
    received_by_name: str
    received_at: datetime
    due_at: datetime
    overdue: bool
    verification_method: str | None
    evidence_document_id: UUID | None
    owner: PersonRow | None
    status: str
    outcome: str
    corrected_fields: list[str]
    refusal_code: str | None
    refusal_name: str | None
    refusal_reason: str
    handled_by: PersonRow | None
    handled_at: datetime | None
    approved_by: PersonRow | None
    approval_note: str
    closed_at: datetime | None
    closed_by: PersonRow | None
    version: int
    created_by: PersonRow | None
    needs_approval: bool
    can: dict[RightsStep, bool]


class BlockerRow(TypedDict):
    """One reason why data may not be erased yet."""

    code: str
    reason: str


class PackRow(TypedDict):
    """Whether the data can be handed over, and until when."""

    status: str
    size: int
    made_at: datetime | None
    expires_at: datetime | None
    can_open: bool


class RightsRequestDetailRow(RightsRequestRow):
    """A request with its pack, and with what keeps data from being erased."""

    pack: PackRow | None
    blockers: list[BlockerRow]
