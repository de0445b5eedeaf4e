"""Reading sources: the whole file is checked before anything is written, then its rows come in chunks."""

from __future__ import annotations

import codecs
import csv
import gzip
import hashlib
import io
import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Callable, Iterator, Mapping, cast

from simpul.imports.errors import SourceUnreadable
from simpul.imports.profiles import FileRule, Profile
from simpul.imports.reading.recognising import BLOCK, form_recognised, open_unpacked
from simpul.imports.reading.workbooks import workbook_rows
from simpul.platform.text import Text

LONGEST_CELL = 64 << 20
CHUNK_CHARACTERS = 24 << 20


@dataclass(frozen=True)
class Source:
    """A file of the source, with the rule that reads it; `told` says what was recognised about it and is not usual."""

    path: Path
    rule: FileRule
    title_lines: int = 0
    workbook: bool = False
    told: Text | None = None

    @property
    def name(self) -> str:
        """What people call it."""
        return self.path.name


@dataclass(frozen=True)
class Checked:
    """What the first pass over all files found."""

    sha256: str
    size: int
    lines: int  # about as many as there are rows
    by_file: tuple[int, ...]


@dataclass
class Chunk:
    """Consecutive rows of one file: each row's last line in the file and its cells."""

    lines: list[int]
    rows: list[list[str]]
    begin: int = 0  # the place of its first row among the file's rows
    end: int = 0  # the place after its last row


@dataclass(frozen=True)
class Done:
    """Which rows of a file are in: the first so many, and ranges ahead of them that another lane finished first."""

    rows: int = 0
    ahead: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, position: Mapping[str, Any]) -> Done:
        """What a run's position says."""
        return cls(position["rows"], tuple((begin, end) for begin, end in position.get("ahead", ())))

    def with_chunk(self, chunk: Chunk) -> Done:
        """The same with one chunk more."""
        rows, ranges = self.rows, sorted([*self.ahead, (chunk.begin, chunk.end)])
        while ranges and ranges[0][0] <= rows:
            rows = max(rows, ranges.pop(0)[1])
        return Done(rows, tuple(ranges))

    def position(self, file: int) -> dict[str, Any]:
        """As the run keeps it."""
        return {"file": file, "rows": self.rows, "ahead": [list(each) for each in self.ahead]}

    def has(self, place: int) -> bool:
        """Whether the row at this place is in."""
        return place < self.rows or any(begin <= place < end for begin, end in self.ahead)

    @property
    def last(self) -> int:
        """The place after the last row that is in."""
        return max([self.rows, *(end for _, end in self.ahead)])


def find_sources(profile: Profile, given: Path) -> list[Source]:
    """The files that the profile reads, in its order.

    Raises: SourceUnreadable.
    """
    if not given.exists():
        raise _refuse(f"{given.name} tidak ada.", f"{given.name} does not exist.")
    if profile.one_file or (given.is_file() and len(profile.files) == 1):
        if not given.is_file():
            raise _refuse(f"{given.name} adalah folder; profil ini membaca satu berkas.", f"{given.name} is a folder; this profile reads one file.")
        return [make_source(given, profile.files[0])]
    if not given.is_dir():
        raise _refuse(f"{given.name} adalah berkas; profil ini membaca satu folder.", f"{given.name} is a file; this profile reads a folder.")
    return [make_source(find_file(given, rule.path or "*"), rule) for rule in profile.files]


def make_source(path: Path, rule: FileRule) -> Source:
    """The file with what its rule leaves open recognised.

    Raises: SourceUnreadable.
    """
    try:
        form = form_recognised(path, rule)
    except OSError as error:
        raise _refuse(f"{path.name} tidak dapat dibaca: {error.strerror}.", f"{path.name} cannot be read: {error.strerror}.") from None
    found = [
        ("XLSX", "XLSX") if form.workbook else None,
        (form.encoding, form.encoding) if rule.encoding == "auto" and form.encoding != "utf-8" else None,
        (f"pemisah kolom {form.delimiter!r}", f"columns apart by {form.delimiter!r}") if rule.delimiter is None and form.delimiter != "," else None,
        (f"{form.title_lines} baris judul di atas kepala kolom", f"{form.title_lines} title lines above the header") if form.title_lines else None,
    ]
    told_id, told_en = (", ".join(each[language] for each in found if each) for language in (0, 1))
    told = Text(id=f"{path.name} dibaca sebagai: {told_id}.", en=f"{path.name} was read as: {told_en}.") if told_id else None
    return Source(path, replace(rule, encoding=form.encoding, delimiter=form.delimiter), form.title_lines, form.workbook, told)


def find_file(folder: Path, name: str) -> Path:
    """The one file of the name, which may hold *.

    Raises: SourceUnreadable.
    """
    found = sorted(path for path in folder.glob(name) if path.is_file())
    if len(found) != 1:
        raise _refuse(
            f"Diperlukan tepat satu berkas {name} di {folder.name}; ada {len(found)}.",
            f"Exactly one file {name} is needed in {folder.name}; there are {len(found)}.",
        )
    return found[0]


def check(sources: list[Source]) -> Checked:
    """Read every byte once: fingerprint, encoding, compression and quotes.

    Raises: SourceUnreadable before anything is written.
    """
    digest, size, by_file = hashlib.sha256(), 0, []
    seen: dict[tuple[Path, str], int] = {}
    for source in sources:
        digest.update(source.name.encode() + b"\0")
        if (source.path, source.rule.quote) not in seen:
            seen[source.path, source.rule.quote] = _check_file(source, digest)
            size += source.path.stat().st_size
        by_file.append(seen[source.path, source.rule.quote])
    return Checked(digest.hexdigest(), size, sum(by_file), tuple(by_file))


def _check_file(source: Source, digest: hashlib._Hash) -> int:
    decoder = codecs.getincrementaldecoder(source.rule.encoding)()
    quote = source.rule.quote
    if source.workbook:
        with source.path.open("rb") as stream:
            while block := stream.read(BLOCK):
                digest.update(block)
        return sum(1 for _ in workbook_rows(source.path, source.rule.sheet))
    lines, quotes = 0, 0
    try:
        with open_unpacked(source.path) as stream:
            while block := stream.read(BLOCK):
                digest.update(block)
                try:
                    decoded = decoder.decode(block)
                except UnicodeDecodeError as error:
                    line = lines + 1 + block[: error.start].count(b"\n")
                    raise _refuse(
                        f"{source.name} bukan {source.rule.encoding}: huruf yang tidak terbaca di sekitar baris {line}.",
                        f"{source.name} is not {source.rule.encoding}: an unreadable letter near line {line}.",
                    ) from None
                lines += decoded.count("\n")
                quotes += decoded.count(quote)
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            raise _refuse(f"{source.name} terpotong di tengah sebuah huruf.", f"{source.name} is cut off within a letter.") from None
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise _refuse(f"Kompresi {source.name} rusak atau terpotong.", f"{source.name} is damaged or cut off (gzip).") from None
    except OSError as error:
        raise _refuse(f"{source.name} tidak dapat dibaca: {error.strerror}.", f"{source.name} cannot be read: {error.strerror}.") from None
    if quotes % 2:
        _find_open_quote(source)
    return lines


def _find_open_quote(source: Source) -> None:
    """An odd number of quotes may be a stray one inside a value, which is harmless, or one that swallows the rest."""
    for row, first_line, _ in _records(source):
        if isinstance(row, Malformed) and row.unclosed:
            raise _refuse(
                f"{source.name}: tanda kutip yang dibuka di baris {first_line} tidak pernah ditutup.",
                f"{source.name}: a quote opened in line {first_line} is never closed.",
            )


def header(source: Source) -> list[str]:
    """The column names, checked against the profile.

    Raises: SourceUnreadable naming what is missing, unknown or there twice.
    """
    first = next(_records(source), ([], 0, 0))[0]
    names = [name.strip() for name in first[: _width(first)]]
    if not names:
        raise _refuse(f"{source.name} kosong.", f"{source.name} is empty.")
    twice = sorted({name for name in names if names.count(name) > 1})
    rule = source.rule
    missing = sorted(rule.needs - set(names))
    unknown = sorted(set(names) - rule.needs - rule.ignore - {name for name in names if name.startswith("#")}) if not rule.ignore_unknown else []
    for words_id, words_en, found in (
        ("Kolom yang tidak ada", "Missing columns", missing),
        ("Kolom yang tidak dikenal profil", "Columns that the profile does not know", unknown),
        ("Kolom yang muncul dua kali", "Columns that appear twice", twice),
    ):
        if found:
            shown = ", ".join(name[:60] for name in found[:12])
            raise _refuse(f"{source.name}: {words_id}: {shown}.", f"{source.name}: {words_en}: {shown}.")
    return names


def chunks(source: Source, *, at_once: int, done: Done, skipped: Callable[[list[list[str]]], None], same: int | None) -> Iterator[Chunk]:
    """The rows that are not done, some thousand at a time; blank lines do not count.

    `skipped` is shown the rows that are done. With `same`, rows equal in that column stay in one chunk.
    """
    place, began, last = 0, 0, done.last
    lines: list[int] = []
    rows: list[list[str]] = []
    passed: list[list[str]] = []
    records = _records(source)
    width = _width(next(records, ([], 0, 0))[0])
    for row, line, characters in records:
        if not any(row):  # a blank line, which spreadsheets write as delimiters alone
            continue
        if len(row) > width and not any(row[width:]):
            row = row[:width]
        if place < last and done.has(place):
            if rows:
                yield Chunk(lines, rows, place - len(rows), place)
                lines, rows = [], []
            place, began = place + 1, characters
            passed.append(row)
            if len(passed) >= at_once:
                skipped(passed)
                passed = []
            continue
        if passed:
            skipped(passed)
            passed = []
        if len(rows) >= at_once or characters - began > CHUNK_CHARACTERS:
            if same is None or len(row) <= same or len(rows[-1]) <= same or row[same] != rows[-1][same]:
                yield Chunk(lines, rows, place - len(rows), place)
                lines, rows, began = [], [], characters
        place += 1
        lines.append(line)
        rows.append(row)
    if passed:
        skipped(passed)
    if rows:
        yield Chunk(lines, rows, place - len(rows), place)


def _width(header: list[str]) -> int:
    """How many columns there are: those behind the last name are a spreadsheet's empty ones."""
    return max((place for place, name in enumerate(header, start=1) if name.strip()), default=0)


class Malformed(list[str]):
    """A record that is no CSV: its text as one cell, and whether a quote was never closed."""

    unclosed = False


def _records(source: Source) -> Iterator[tuple[list[str], int, int]]:
    """Each record with the number of its first line and the characters read so far.

    A cell may be long: the field it goes to says how long. After a malformed record the reader goes on.
    """
    if source.workbook:
        yield from _workbook_records(source)
        return
    csv.field_size_limit(LONGEST_CELL)
    encoding = "utf-8-sig" if source.rule.encoding == "utf-8" else source.rule.encoding
    last, characters = "", 0

    def tapped_lines(text: io.TextIOWrapper) -> Iterator[str]:
        nonlocal last, characters
        for last in text:
            characters += len(last)
            yield last

    with open_unpacked(source.path) as stream, io.TextIOWrapper(cast(Any, stream), encoding=encoding, newline="") as text:
        for _ in range(source.title_lines):
            next(text, None)
        reader = csv.reader(tapped_lines(text), delimiter=source.rule.delimiter or ",", quotechar=source.rule.quote, strict=True)
        line = 1 + source.title_lines
        while True:
            try:
                for row in reader:
                    yield row, line, characters
                    line = reader.line_num + 1 + source.title_lines
                return
            except csv.Error as error:
                malformed = Malformed([last.rstrip("\r\n")])
                malformed.unclosed = "unexpected end" in str(error)
                yield malformed, line, characters
                line = reader.line_num + 1 + source.title_lines


def _workbook_records(source: Source) -> Iterator[tuple[list[str], int, int]]:
    characters = 0
    for line, row in enumerate(workbook_rows(source.path, source.rule.sheet), start=1):
        characters += sum(map(len, row))
        if line > source.title_lines:
            yield row, line, characters


def _refuse(indonesian: str, english: str) -> SourceUnreadable:
    return SourceUnreadable(detail=Text(id=indonesian, en=english))
