"""News of the customers' domain."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class CustomerUpdated:
    """A person changed these fields of a customer."""

    customer_id: UUID
    fields: tuple[str, ...]
    updated_by: UUID


@dataclass(frozen=True)
class ChangeRequested:
    """A colleague asks for a change of a customer's data."""

    change_request_id: UUID
    customer_id: UUID
    requested_by: UUID


@dataclass(frozen=True)
class ChangeRequestDecided:
    """A request was approved or rejected."""

    change_request_id: UUID
    customer_id: UUID
    requested_by: UUID
    status: str


@dataclass(frozen=True)
class PortfolioAssigned:
    """Customers were given to a manager, or left without one."""

    customer_ids: tuple[UUID, ...]
    rm_user_id: UUID | None
    assigned_by: UUID
