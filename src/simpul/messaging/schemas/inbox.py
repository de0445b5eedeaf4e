"""The shapes of the inbox in the API."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from ninja import Field, Schema

from simpul.platform.schemas import Moment, Strict


class InboxQuery(Schema):
    """Which of my notices."""

    box: Literal["inbox", "archived"] = "inbox"
    unread: bool = False
    kind: str | None = Field(None, max_length=100)
    cursor: str | None = Field(None, max_length=400)
    limit: int = Field(50, ge=1, le=100)


class NoticeOut(Schema):
    """One notice in my language; without `address` its subject has no page, or is not mine to see."""

    id: UUID
    kind: str
    title: str
    body: str
    subject_type: str
    subject_name: str | None
    subject_label: str | None
    address: str | None
    created_at: datetime
    read_at: datetime | None
    archived_at: datetime | None


class InboxOut(Schema):
    items: list[NoticeOut]
    next_cursor: str | None


class UnreadOut(Schema):
    """How many are unread; a `capped` count is a lower bound."""

    count: int
    capped: bool


class InboxKindOut(Schema):
    key: str
    title: str
    unread: int


class InboxSummaryOut(Schema):
    """The badge, the kinds to filter by, and a `mark` that changes with every change of the inbox."""

    unread: UnreadOut
    mark: str
    kinds: list[InboxKindOut]


class MailKindOut(Schema):
    key: str
    title: str
    is_chosen: bool


class MailChoicesOut(Schema):
    """Which of my notices come by mail too; without an address none does."""

    has_address: bool
    every: bool
    kinds: list[MailKindOut] = Field(description="those that I have had or chose")


class MailChoicesIn(Strict):
    """Every notice, or those of these kinds."""

    every: bool
    kinds: list[str] = Field(max_length=200)


class InboxMarkIn(Strict):
    """Mark the named notices, or, without `ids`, all that match `kind` and `unread`.

    `marked_at` with UNREAD or RESTORE takes back one earlier mark and nothing else.
    """

    mark: Literal["READ", "UNREAD", "ARCHIVE", "RESTORE"]
    ids: list[UUID] | None = Field(None, min_length=1, max_length=100)
    kind: str | None = Field(None, max_length=100)
    unread: bool = False
    marked_at: Moment | None = None


class InboxMarkedOut(Schema):
    """How many changed; `marked_at` is what undoing them asks for."""

    changed: int
    marked_at: datetime | None
    unread: UnreadOut
