"""Lists by the page: a declared order, a position in it as a page hands it out, and the rows that follow that position.

Nothing that comes back as a cursor is trusted: it must hold one value of the declared kind for each column of this very order.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from types import UnionType
from typing import Annotated, Any, TypedDict, TypeVar, get_args
from uuid import UUID

from django.db.models import F, Model, Q, QuerySet
from ninja import Query

from simpul.platform.errors import Invalid
from simpul.platform.text import Text

MAX_PAGE = 100
Limit = Annotated[int, Query(ge=1, le=MAX_PAGE)]
_NOT_OURS = Text(id="Penanda halaman tidak berlaku; mulai dari awal.", en="The page marker is not valid; start again.")
_LONGEST = 4_000
_EARLIEST, _LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
_Row = TypeVar("_Row")
_Stored = TypeVar("_Stored", bound=Model)


class Page(TypedDict):
    """Some rows of a list as they are shown, and the cursor behind which the next ones follow; None behind the last."""

    items: Sequence[Any]
    next_cursor: str | None


def cursor_invalid() -> Invalid:
    """The refusal of a cursor that we did not write."""
    return Invalid({"cursor": _NOT_OURS})


class Keyset:
    """The order of a list: its columns, each with its kind and `-` before those that go downwards; the last one tells rows apart.

    Kinds are `str`, `int`, `bool`, `date`, `datetime` and `UUID`; a column of kind `datetime | None` has its empty values last.
    `name` tells orders apart that have the same columns.
    """

    def __init__(self, *columns: tuple[str, type | UnionType], name: str = "") -> None:
        self.kinds = tuple(kind for _, kind in columns)
        self._columns = [_Column(column, kind) for column, kind in columns]
        self._mark = zlib.crc32(repr((columns, name)).encode())

    def page(self, rows: QuerySet[_Stored], cursor: str | None, limit: int, shown: Callable[[list[_Stored]], Sequence[Any]] = list) -> Page:
        """One page of the rows in this order, from behind the cursor on: `items` as they are shown, and `next_cursor` where more follow.

        Raises: Invalid naming `cursor`.
        """
        return self.cut(list(self.behind(rows, self.position(cursor))[: limit + 1]), limit, shown)

    def behind(self, rows: QuerySet[_Stored], position: tuple[Any, ...] | None) -> QuerySet[_Stored]:
        """The rows in this order, those behind the position where there is one."""
        if position is not None:
            rows = rows.filter(self._behind(position))
        return rows.order_by(*(column.order() for column in self._columns))

    def cut(self, found: Sequence[_Row], limit: int, shown: Callable[[list[_Row]], Sequence[Any]] = list) -> Page:
        """The page of rows that were read in this order from a position on, one more of them than the page holds."""
        page = list(found[:limit])
        return {"items": shown(page), "next_cursor": self.cursor(page[-1]) if len(found) > limit else None}

    def position(self, cursor: str | None) -> tuple[Any, ...] | None:
        """The values that a page ended with, of their kinds; None for the first page.

        Raises: Invalid naming `cursor`.
        """
        if not cursor:
            return None
        try:
            if len(cursor) > _LONGEST:
                raise ValueError(cursor[:20])
            mark, *values = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars="-_", validate=True))
            if mark != self._mark:
                raise ValueError(mark)
            return tuple(column.read(value) for column, value in zip(self._columns, values, strict=True))
        except (ValueError, TypeError, RecursionError):
            raise cursor_invalid() from None

    def cursor(self, row: Any) -> str:
        """The position of a row, opaque and safe in an address."""
        return self.cursor_at(*(row[column.name] if isinstance(row, Mapping) else getattr(row, column.name) for column in self._columns))

    def cursor_at(self, *values: Any) -> str:
        """The position that these values name, one for each column."""
        return base64.urlsafe_b64encode(json.dumps([self._mark, *values], default=_written, separators=(",", ":")).encode()).decode().rstrip("=")

    def _behind(self, position: tuple[Any, ...]) -> Q:
        """What holds for the rows behind the position."""
        further = Q(pk__in=[])
        for column, value in reversed(list(zip(self._columns, position, strict=True))):
            further = column.beyond(value) | (column.same(value) & further)
        first, value = self._columns[0], position[0]
        # An index can begin at the first column's bound; the rest it could only filter by.
        return further if first.may_be_empty or len(self._columns) == 1 else first.from_on(value) & further


class _Column:
    def __init__(self, name: str, kind: type | UnionType) -> None:
        kinds = set(get_args(kind)) or {kind}
        self.name = name.removeprefix("-")
        self.down = name.startswith("-")
        self.may_be_empty = type(None) in kinds
        (only,) = kinds - {type(None)}
        self._read = _READ[only]

    def read(self, value: Any) -> Any:
        return None if value is None and self.may_be_empty else self._read(value)

    def order(self) -> Any:
        if not self.may_be_empty:
            return f"-{self.name}" if self.down else self.name
        return F(self.name).desc(nulls_last=True) if self.down else F(self.name).asc(nulls_last=True)

    def same(self, value: Any) -> Q:
        return Q(**({f"{self.name}__isnull": True} if value is None else {self.name: value}))

    def beyond(self, value: Any) -> Q:
        if value is None:
            return Q(pk__in=[])
        beyond = Q(**{f"{self.name}__{'lt' if self.down else 'gt'}": value})
        return beyond | Q(**{f"{self.name}__isnull": True}) if self.may_be_empty else beyond

    def from_on(self, value: Any) -> Q:
        return Q(**{f"{self.name}__{'lte' if self.down else 'gte'}": value})


def _written(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    if "\0" in value or any("\ud800" <= sign <= "\udfff" for sign in value):
        raise ValueError(value)
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _number(value: Any) -> int:
    if type(value) is not int:
        raise TypeError(value)
    if abs(value) >= 2**63:
        raise ValueError(value)
    return value


def _instant(value: Any) -> datetime:
    at = datetime.fromisoformat(value)
    # The years first: an instant at the end of time overflows when it is compared with another zone's.
    if at.tzinfo is None or not 1900 <= at.year < 2200 or not _EARLIEST <= at < _LATEST:
        raise ValueError(value)
    return at


def _day(value: Any) -> date:
    day = date.fromisoformat(value)
    if not 1900 <= day.year < 2200:
        raise ValueError(value)
    return day


_READ: dict[Any, Callable[[Any], Any]] = {
    str: _text,
    int: _number,
    bool: _flag,
    date: _day,
    datetime: _instant,
    UUID: lambda value: UUID(_text(value)),
}
