"""A small CSV file as a person's spreadsheet writes it: comma or semicolon, headers in Indonesian or English."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LARGEST_BYTES = 20_000_000
_SEPARATORS = re.compile(r"[;,|\s]+")


class TableUnreadable(Exception):
    """The file is no table of the wanted kind; the message says what is wrong with it."""


@dataclass(frozen=True)
class Row:
    """One row by column, with the line of the file on which it ends."""

    line: int
    values: Mapping[str, str]

    def several(self, column: str) -> tuple[str, ...]:
        """The words of a cell that lists several, each once."""
        return tuple(dict.fromkeys(word for word in _SEPARATORS.split(self.values.get(column, "")) if word))


@dataclass(frozen=True)
class Table:
    """A whole file: its columns by our names, its rows, and the SHA-256 of its bytes."""

    columns: frozenset[str]
    rows: Sequence[Row]
    sha256: str


def table_read(path: Path, names: Mapping[str, str], required: Sequence[str]) -> Table:
    """Read the file; `names` gives our column for each header that people write.

    Raises: TableUnreadable.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise TableUnreadable(f"{path} has more than {LARGEST_BYTES:,} bytes.")
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise TableUnreadable(f"{path} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise TableUnreadable(f"{path} is not UTF-8. Save it as CSV UTF-8.") from None
    first = text.split("\n", 1)[0]
    reader = csv.reader(text.splitlines(keepends=True), delimiter=";" if first.count(";") > first.count(",") else ",", strict=True)
    try:
        lines = [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader]
    except csv.Error as error:
        raise TableUnreadable(f"{path}, line {reader.line_num}: {error}.") from None
    if not lines:
        raise TableUnreadable(f"{path} is empty.")
    columns = _columns(path, lines[0][1], names, required)
    rows = [(line, cells) for line, cells in lines[1:] if any(cells)]
    if wrong := next((line for line, cells in rows if len(cells) != len(columns)), None):
        raise TableUnreadable(f"{path}, line {wrong}: this row has not as many cells as the header.")
    return Table(frozenset(columns), [Row(line, dict(zip(columns, cells, strict=True))) for line, cells in rows], hashlib.sha256(content).hexdigest())


def _columns(path: Path, headers: Sequence[str], names: Mapping[str, str], required: Sequence[str]) -> list[str]:
    found = [names.get("_".join(header.lower().split()), "") for header in headers]
    if unknown := [header for header, column in zip(headers, found, strict=True) if not column]:
        raise TableUnreadable(f"{path} has columns that are not known: {', '.join(map(repr, unknown))}. Known are: {', '.join(names)}.")
    if twice := sorted({column for column in found if found.count(column) > 1}):
        raise TableUnreadable(f"{path} has a column twice: {', '.join(twice)}.")
    if missing := [column for column in required if column not in found]:
        raise TableUnreadable(f"{path} lacks the columns: {', '.join(missing)}.")
    return found
