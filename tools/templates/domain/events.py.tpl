"""What happens to $plural, for those who subscribe."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class ${Entity}Created:
    """A $entity was made about a customer."""

    ${entity}_id: UUID
    customer_id: UUID
    branch_code: str
    created_by: UUID
