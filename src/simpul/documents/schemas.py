"""What the operations on documents take and give."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from ninja import Schema
from pydantic import Field, StringConstraints

from simpul.platform.schemas import Strict

SubjectType = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z_]{0,39}$")]
SubjectId = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z-]{1,64}$")]


class DocumentIn(Strict):
    """The fields that come with a file. Without a title the file's name is the title; the tier is raised where kind or record demand it."""

    subject_type: SubjectType
    subject_id: SubjectId
    kind: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z_]{0,39}$")]
    title: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""
    tier: Annotated[int, Field(ge=1, le=3)] | None = None


class DocumentHideIn(Strict):
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=300)]


class DocumentPersonOut(Schema):
    id: UUID
    full_name: str


class DocumentCanOut(Schema):
    download: bool
    hide: bool


class DocumentOut(Schema):
    """A document. `size` is in bytes, null before the product has made the file; `scan_state` what a malware scan said, `rendered` whether the product made it."""

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
    uploaded_by: DocumentPersonOut
    uploaded_at: datetime
    can: DocumentCanOut
    reasons: dict[str, str] = Field(description="why not, for what the caller may not do")


class DocumentKindOut(Schema):
    key: str
    name: str
    tier: int


class DocumentsOut(Schema):
    """One page of the documents of a record. `kinds` and `max_bytes` are what may be attached; `can_attach` whether at all."""

    items: list[DocumentOut]
    next_cursor: str | None
    can_attach: bool
    attach_reason: str | None
    kinds: list[DocumentKindOut]
    max_bytes: int
    accepts: list[str] = Field(description="extensions of files that are taken")
