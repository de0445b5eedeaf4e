"""What the bodies and filters of all operations have in common."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from ninja import Schema
from pydantic import AfterValidator, AwareDatetime, ConfigDict
from pydantic_core import PydanticCustomError

# No record is older, and nothing is planned later; the database's own limits lie far outside.
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


def _within(given: datetime) -> datetime:
    if not _FIRST_YEAR <= given.year <= _LAST_YEAR:
        raise PydanticCustomError("datetime_out_of_range", "The instant lies before 1900 or after 2199.")
    return given.astimezone(UTC) if given.tzinfo else given


# An instant that somebody gives, with any offset, of the years 1900 to 2199; in UTC from here on.
Moment = Annotated[AwareDatetime, AfterValidator(_within)]
# The same, where a time without an offset is allowed: whoever takes it says whose time it is.
LocalMoment = Annotated[datetime, AfterValidator(_within)]


class Strict(Schema):
    """A body: a field that it does not declare is refused, never left unread."""

    model_config = ConfigDict(extra="forbid")
