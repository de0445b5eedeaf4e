"""The shape of the record that work belongs to."""

# scaffold: leave out (the whole file)
from __future__ import annotations

from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import StringConstraints

from simpul.platform.schemas import Strict
from simpul.tasks.vocabulary import WorkReference


class WorkSubjectIn(Strict):
    """A record by its type and id."""

    type: Annotated[str, StringConstraints(pattern=r"^[A-Z_]{1,40}$")]
    id: UUID

    def as_reference(self) -> WorkReference:
        """The record, as services know it."""
        return WorkReference(self.type, self.id)


class WorkSubjectOut(Schema):
    """A record by type and label; without a label and a page for who does not see it."""

    type: str
    type_label: str
    id: UUID
    label: str | None
    address: str | None
