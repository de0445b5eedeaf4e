"""To be written."""

from __future__ import annotations
from typing import Any

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class LeadSort(StrEnum):
    """In which order."""

    SINCE_DOWN = "-status_since"
    SINCE = "status_since"
    CREATED = "-created"
    VALUE = "-value"


@dataclass(frozen=True)
class LeadFilter:
    """Which leads; every part that is given must hold."""

    status: str | None = None
    mine: bool = False
    unassigned: bool = False
    assigned_to: UUID | None = None
    branch: str | None = None
    source_type: str | None = None
    source_id: str | None = None
    aging: str | None = None
    customer_id: UUID | None = None
    closed: str = "no"


def lead_page(*a: Any, **k: Any) -> Any:
    raise NotImplementedError


def lead_get(*a: Any, **k: Any) -> Any:
    raise NotImplementedError


def lead_rows(*a: Any, **k: Any) -> Any:
    raise NotImplementedError
