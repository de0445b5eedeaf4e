"""Rows as a file in the form that its reader chose: CSV that no spreadsheet takes for formulas, a workbook, or one JSON object a line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, Protocol
from zoneinfo import ZoneInfo

from simpul.oversight.workbook import MEDIA as _WORKBOOK
from simpul.oversight.workbook import Workbook

Format = Literal["csv", "csv_excel", "ndjson", "xlsx"]

MEDIA: dict[Format, str] = {
    "csv": "text/csv; charset=utf-8",
    "csv_excel": "text/csv; charset=utf-8",
    "ndjson": "application/x-ndjson; charset=utf-8",
    "xlsx": _WORKBOOK,
}
ENDINGS: dict[Format, str] = {"csv": "csv", "csv_excel": "csv", "ndjson": "ndjson", "xlsx": "xlsx"}
# What a spreadsheet would run instead of show (OWASP ASVS 5.0, 1.2.10).
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
# Spreadsheets take a file without this mark for an old encoding.
_MARK = "\ufeff"


class Writer(Protocol):
    """A file that is written while its rows are read; each call hands out the bytes that are due."""

    def head(self) -> bytes:
        """What the file begins with."""

    def lines(self, rows: Iterable[Sequence[Any]]) -> bytes:
        """The next rows."""

    def tail(self) -> bytes:
        """What ends the file."""


def writer(form: Format, keys: Sequence[str], labels: Sequence[str], zone: ZoneInfo) -> Writer:
    """A file of this form. Programs read keys and instants; people read labels and the time of their zone."""
    if form == "xlsx":
        return Workbook(labels, zone)
    if form == "csv_excel":
        return _Comma(labels, zone, ";")
    return _Comma(keys, None, ",") if form == "csv" else _Json(keys)


class _Comma:
    """CSV (RFC 4180), UTF-8; with a zone, as a spreadsheet in Indonesian opens it by a double click."""

    def __init__(self, heads: Sequence[str], zone: ZoneInfo | None, separator: str) -> None:
        self._heads, self._zone, self._separator = heads, zone, separator

    def head(self) -> bytes:
        return (_MARK + self._csv([self._heads])).encode()

    def lines(self, rows: Iterable[Sequence[Any]]) -> bytes:
        return self._csv([self._cell(value) for value in row] for row in rows).encode()

    def tail(self) -> bytes:
        return b""

    def _csv(self, rows: Iterable[Sequence[Any]]) -> str:
        text = io.StringIO()
        csv.writer(text, delimiter=self._separator, lineterminator="\r\n").writerows(rows)
        return text.getvalue()

    def _cell(self, value: Any) -> Any:
        """A cell that stays text: what begins like a formula gets a quote before it. Numbers are numbers."""
        if value is None:
            return ""
        if self._zone is not None:
            value = _local(value, self._zone)
            if isinstance(value, (float, Decimal)):
                return f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else str(value).replace(".", ",")
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return value
        text = json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else str(_plain(value))
        return f"'{text}" if text.startswith(_ACTIVE) else text


class _Json:
    """One JSON object a line."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._keys = keys

    def head(self) -> bytes:
        return b""

    def lines(self, rows: Iterable[Sequence[Any]]) -> bytes:
        return "".join(json.dumps(dict(zip(self._keys, map(_plain, row), strict=True)), ensure_ascii=False) + "\n" for row in rows).encode()

    def tail(self) -> bytes:
        return b""


def _local(value: Any, zone: ZoneInfo) -> Any:
    """Instants and days as they are written in Indonesia."""
    if isinstance(value, datetime):
        local = value.astimezone(zone) if value.tzinfo else value
        return f"{local:%d/%m}/{local.year:04} {local:%H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m}/{value.year:04}"
    return ("TRUE" if value else "FALSE") if isinstance(value, bool) else value


def _plain(value: Any) -> Any:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return value if isinstance(value, (str, int, float, bool, dict, list, type(None))) else str(value)
