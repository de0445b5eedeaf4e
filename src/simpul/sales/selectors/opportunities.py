"""To be written."""

from __future__ import annotations
from typing import Any

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class OpportunitySort(StrEnum):
    """In which order."""

    SINCE_DOWN = "-stage_since"
    SINCE = "stage_since"
    CREATED = "-created"
    VALUE = "-value"
    CLOSING = "closing"


@dataclass(frozen=True)
class OpportunityFilter:
    """Which opportunities; every part that is given must hold."""

    stage: str | None = None
    mine: bool = False
    assigned_to: UUID | None = None
    branch: str | None = None
    customer_id: UUID | None = None
    closing_before: date | None = None
    closing_month: str | None = None
    closed: str = "no"


def opportunity_page(*a: Any, **k: Any) -> Any:
    raise NotImplementedError


def opportunity_get(*a: Any, **k: Any) -> Any:
    raise NotImplementedError


def opportunity_row(*a: Any, **k: Any) -> Any:
    raise NotImplementedError
