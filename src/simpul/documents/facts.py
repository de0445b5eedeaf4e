"""A document as other domains and the interface see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True)
class PersonOfDocument:
    """Who attached a document."""

    id: UUID
    full_name: str


@dataclass(frozen=True)
class DocumentFacts:
    """One document with its present content. `size` is in bytes, None before the product has made it; `can` and `reasons` say what the caller may do, and why not."""

    id: UUID
    subject_type: str
    subject_id: str
    kind: str
    kind_name: str
    title: str
    file_name: str
    media_type: str
    size: int | None
    tier: int
    version: int
    retention: str
    keep_until: date
    scan_state: str
    rendered: bool
    uploaded_by: PersonOfDocument
    uploaded_at: datetime
    can: Mapping[str, bool]
    reasons: Mapping[str, str]


@dataclass(frozen=True)
class Content:
    """An opened content: `chunks` are read once. `size` is None where it is not known before the end."""

    document: DocumentFacts
    media_type: str
    file_name: str
    size: int
    chunks: Iterator[bytes]
