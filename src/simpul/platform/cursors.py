"""Positions in a list as a page hands them out and takes them back: nothing that comes back is trusted."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from simpul.platform.errors import Invalid
from simpul.platform.text import Text

_NOT_OURS = Text(id="Penanda halaman tidak berlaku; mulai dari awal.", en="The page marker is not valid; start again.")
_LONGEST = 4_000
_EARLIEST, _LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


def cursor_invalid() -> Invalid:
    """The refusal of a cursor that we did not write."""
    return Invalid({"cursor": _NOT_OURS})


def cursor_values(cursor: str, kinds: Sequence[type] | int) -> list[Any]:
    """The values of a cursor: so many as they are, or one of each kind (`str`, `int`, `bool`, `datetime`, `UUID`, `object` for what can be stored).

    Raises: Invalid.
    """
    try:
        if len(cursor) > _LONGEST:
            raise ValueError(cursor[:20])
        values = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars="-_", validate=True))
        size = kinds if isinstance(kinds, int) else len(kinds)
        if not isinstance(values, list) or len(values) != size:
            raise ValueError(cursor[:20])
        if isinstance(kinds, int):
            return values
        if not all(map(_plain, values)):
            raise ValueError(cursor[:20])
        return [_READ[kind](value) for kind, value in zip(kinds, values, strict=True)]
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise cursor_invalid() from None


def _plain(value: Any) -> bool:
    """Whether a value can be compared with something stored."""
    if isinstance(value, str):
        return "\0" not in value and not any("\ud800" <= sign <= "\udfff" for sign in value)
    if isinstance(value, float):
        return abs(value) < 1e15  # neither NaN nor infinity
    return value is None or (isinstance(value, int) and abs(value) < 2**63)


def cursor_instant(value: Any) -> datetime:
    """An instant that a cursor holds: with its offset, and in a year that we write.

    Raises: ValueError, TypeError.
    """
    at = datetime.fromisoformat(value)
    # The years first: an instant at the end of time overflows when it is compared with another zone's.
    if at.tzinfo is None or not 1900 <= at.year < 2200 or not _EARLIEST <= at < _LATEST:
        raise ValueError(value)
    return at


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _number(value: Any) -> int:
    if type(value) is not int:
        raise TypeError(value)
    return value


_READ: dict[type, Callable[[Any], Any]] = {
    str: _text,
    int: _number,
    bool: _flag,
    datetime: cursor_instant,
    UUID: lambda value: UUID(_text(value)),
    object: lambda value: value,
}
