"""What the bodies and filters of all operations have in common."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from ninja import Schema
from pydantic import AfterValidator, AwareDatetime, ConfigDict, Field, StringConstraints, ValidationInfo, WithJsonSchema, field_validator
from pydantic_core import PydanticCustomError

from simpul.platform.words import says_enough

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
# A sum of money. As JSON it may be a number or, to keep every digit, a text of one.
_AMOUNT: dict[str, Any] = {"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": r"^[0-9]{1,13}([.][0-9]{1,2})?$"}]}
Amount = Annotated[Decimal, Field(ge=0, max_digits=15, decimal_places=2), WithJsonSchema(_AMOUNT, mode="validation")]


class Strict(Schema):
    """A body: a field that it does not declare is refused, never left unread; a text that it asks for has to say something."""

    model_config = ConfigDict(extra="forbid")

    @field_validator("*", mode="after", check_fields=False)
    @classmethod
    def _says_something(cls, given: Any, asked: ValidationInfo) -> Any:
        least = least_words(cls).get(str(asked.field_name))
        if least and isinstance(given, str) and not says_enough(given, least):
            raise PydanticCustomError("text_says_nothing", "The text says nothing that can be read.", {"min_length": least})
        return given


@cache
def least_words(schema: type[Schema]) -> dict[str, int]:
    """The fields of a body that hold what somebody writes, with how many characters each takes at least."""
    return {name: least for name, field in schema.model_fields.items() if (least := _least([*field.metadata, field.annotation]))}


def _least(parts: Sequence[Any]) -> int:
    """How much a text must have: of a field, or of the part of it that is not null."""
    for part in parts:
        if isinstance(part, StringConstraints) and part.strip_whitespace and part.min_length:
            return part.min_length
        if get_origin(part) in (Annotated, Union, UnionType) and (least := _least([*get_args(part), *getattr(part, "__metadata__", ())])):
            return least
    return 0
