"""The shapes of calendar feeds in the API."""

# scaffold: leave out (the whole file)
from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from simpul.platform.schemas import Strict

FeedLabel = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=60, pattern=r"^[^\x00-\x1f\x7f]*$"),
]


class CalendarFeedIn(Strict):
    """What it takes to make one; without titles an event says no more than initials."""

    label: FeedLabel
    with_titles: bool = False


class CalendarFeedOut(Schema):
    """A feed of one's own; its key is not known any more."""

    id: UUID
    label: str
    with_titles: bool
    created_at: datetime
    last_read_at: datetime | None
    revoked_at: datetime | None


class CalendarFeedMadeOut(CalendarFeedOut):
    """A feed that was made just now."""

    path: str = Field(description="where a calendar program reads it; given here once")


class CalendarFeedsOut(Schema):
    """My feeds, the latest first."""

    items: list[CalendarFeedOut]
    most: int = Field(description="how many may be in use at once")
