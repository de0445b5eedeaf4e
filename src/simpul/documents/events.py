"""News of documents."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class DocumentAttached:
    """A document was stored with a record, by a person or made by the product (`rendered`)."""

    document_id: UUID
    subject_type: str
    subject_id: str
    customer_id: UUID | None
    kind: str
    attached_by: UUID
    rendered: bool


@dataclass(frozen=True)
class DocumentHidden:
    """A document was taken out of sight; its content stays until its retention ends."""

    document_id: UUID
    subject_type: str
    subject_id: str
    hidden_by: UUID
