"""What a file is, where its profile leaves it open: encoding, delimiter, and how many title lines stand above the header."""

from __future__ import annotations

import codecs
import csv
import gzip
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, cast

from simpul.imports.profiles import FileRule
from simpul.imports.reading.workbooks import is_workbook, workbook_rows

BLOCK = 1 << 20
DELIMITERS = (",", ";", "\t", "|")
HEADER_WITHIN = 30
_LINE_READ = 1 << 16
_UTF_8 = "utf-8"


@dataclass(frozen=True)
class Form:
    """How a file is read: as a workbook or as text in an encoding, cells apart by a delimiter, below some title lines."""

    workbook: bool
    encoding: str
    delimiter: str
    title_lines: int


def form_recognised(path: Path, rule: FileRule) -> Form:
    """The form that the profile states, and for what it leaves open the one under which most of its columns are found.

    Raises: SourceUnreadable for a workbook that cannot be read.
    """
    if is_workbook(path):
        return Form(True, _UTF_8, ",", _header_place(islice(workbook_rows(path, rule.sheet), HEADER_WITHIN), rule.needs)[0])
    try:
        encoding = _encoding(path, rule.encoding)
        with open_unpacked(path) as stream:
            text = codecs.getreader(encoding)(stream, "replace")
            lines = [text.readline(_LINE_READ) for _ in range(HEADER_WITHIN)]
    except (EOFError, zlib.error, OSError):
        return Form(False, _UTF_8 if rule.encoding == "auto" else rule.encoding, rule.delimiter or ",", 0)  # told by the check of the whole file
    found = {}
    for delimiter in (rule.delimiter,) if rule.delimiter else DELIMITERS:
        found[delimiter] = _header_place([_cells(lines[number:], delimiter, rule.quote) for number in range(len(lines))], rule.needs)
    best = max(found, key=lambda delimiter: found[delimiter][1])
    return Form(False, encoding, best, found[best][0])


def open_unpacked(path: Path) -> IO[bytes]:
    """The file's bytes, unpacked when they are gzip."""
    with path.open("rb") as stream:
        packed = stream.read(2) == b"\x1f\x8b"
    return cast(IO[bytes], gzip.open(path, "rb")) if packed else path.open("rb")


def _encoding(path: Path, stated: str) -> str:
    """The encoding of the byte-order mark; else the stated one, or for `auto` UTF-8 where every byte agrees, and Windows-1252."""
    with open_unpacked(path) as stream:
        block = stream.read(BLOCK)
        if block.startswith(codecs.BOM_UTF8):
            return _UTF_8
        if stated != "auto":
            return stated
        if block.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        decoder = codecs.getincrementaldecoder(_UTF_8)()
        try:
            while block:
                decoder.decode(block)
                block = stream.read(BLOCK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return _UTF_8


def _cells(lines: Sequence[str], delimiter: str, quote: str) -> list[str]:
    try:
        return next(csv.reader(lines, delimiter=delimiter, quotechar=quote), [])
    except csv.Error:
        return []


def _header_place(rows: Iterable[Sequence[str]], needed: set[str]) -> tuple[int, int]:
    """Which row is the header and how many of the needed columns it has: the first of those that have most."""
    place, most = 0, 0
    for number, row in enumerate(rows):
        if (names := len(needed & {cell.strip().removeprefix("\ufeff") for cell in row})) > most:
            place, most = number, names
    return place, most
