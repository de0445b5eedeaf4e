"""Rows as the lines of a file: CSV that no spreadsheet takes for formulas, or one JSON object a line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Literal

Format = Literal["csv", "ndjson"]

MEDIA: dict[str, str] = {"csv": "text/csv; charset=utf-8", "ndjson": "application/x-ndjson; charset=utf-8"}
# What a spreadsheet would run instead of show (OWASP ASVS 5.0, 1.2.10).
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
# Spreadsheets take a file without this mark for an old encoding.
_MARK = "\ufeff"


def head(form: Format, keys: Sequence[str]) -> bytes:
    """What the file begins with."""
    return b"" if form == "ndjson" else (_MARK + _csv([keys])).encode()


def lines(form: Format, keys: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """The rows as lines of the file."""
    if form == "csv":
        return _csv([_cell(value) for value in row] for row in rows).encode()
    return "".join(json.dumps(dict(zip(keys, map(_plain, row), strict=True)), ensure_ascii=False) + "\n" for row in rows).encode()


def _csv(rows: Iterable[Sequence[Any]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _cell(value: Any) -> Any:
    """A cell that stays text: what begins like a formula gets a quote before it. Numbers are numbers."""
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else str(_plain(value))
    return f"'{text}" if text.startswith(_ACTIVE) else text


def _plain(value: Any) -> Any:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return value if isinstance(value, (str, int, float, bool, dict, list, type(None))) else str(value)
