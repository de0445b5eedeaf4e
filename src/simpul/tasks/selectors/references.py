"""The record that a task or an activity belongs to, as its reader may know it."""

# scaffold: leave out (the whole file)
from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict
from uuid import UUID

from simpul.platform import subjects
from simpul.platform.actor import Actor


class SubjectRow(TypedDict):
    """A record by type and label; without a label and a page for who does not see it."""

    type: str
    type_label: str
    id: UUID
    label: str | None
    address: str | None


class SubjectRows:
    """The records of one page of work, looked up together: one query for each type."""

    def __init__(self, actor: Actor, references: Iterable[tuple[str, UUID | None]]) -> None:
        known = {(kind, str(key)) for kind, key in references if key is not None}
        self._labels = subjects.labels(actor, known)

    def row_of(self, kind: str, key: UUID | None) -> SubjectRow | None:
        """One of them; None for what belongs to no record."""
        if key is None:
            return None
        label = self._labels.get((kind, str(key)))
        address = subjects.address(kind, str(key)) if label is not None else None
        return {
            "type": kind,
            "type_label": subjects.name(kind),
            "id": key,
            "label": label,
            "address": address or None,
        }
