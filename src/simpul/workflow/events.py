"""News of the workflow domain."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class CalendarChanged:
    """A new version of a calendar is in force: what was counted in it may be due at another time."""

    key: str
    version: int


@dataclass(frozen=True)
class WorkflowPublished:
    """A version of a workflow came into force."""

    key: str
    number: int
    published_by: UUID


@dataclass(frozen=True)
class ItemMoved:
    """An item came into a state; `kind` is START, MOVE, TIMER, ROLLBACK or MIGRATE."""

    item_id: UUID
    definition: str
    subject_type: str
    subject_id: str
    kind: str
    transition: str | None
    from_state: str | None
    to_state: str
    moved_by: UUID


@dataclass(frozen=True)
class ItemsMigrated:
    """Running items were brought to another version, as one set."""

    migration_id: UUID
    definition: str
    to_number: int
    items: int
