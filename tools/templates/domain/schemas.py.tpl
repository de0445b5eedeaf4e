"""The shapes of $plural in the API."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ninja import Field, Schema


class ${Entity}In(Schema):
    """What it takes to make one."""

    customer_id: UUID
    title: str = Field(min_length=1, max_length=200)


class ${Entity}Out(Schema):
    """One $entity."""

    id: UUID
    customer_id: UUID
    branch_code: str
    title: str
    version: int
    created_by: UUID
    created_at: datetime


class ${Entity}PageOut(Schema):
    """One page of them."""

    items: list[${Entity}Out]
    next_cursor: str | None
