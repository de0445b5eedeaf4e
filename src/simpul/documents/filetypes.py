"""Which files are taken, judged by their content: the name of a file proves nothing.

A file must be one thing from its first byte to its last. What begins as one kind and carries another (a polyglot), a
container that unpacks to far more than it holds (a zip bomb), and office files with macros are refused with the reason.
"""

from __future__ import annotations

import codecs
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO
from xml.etree import ElementTree

import filetype

from simpul.documents.errors import FileRefused
from simpul.platform.text import Text

_HEAD = 8192
_TAIL = 2048
_MOST_ENTRIES = 2_000
_MOST_UNPACKED = 300_000_000
_SMALL_UNPACKED = 20_000_000
_MOST_TIMES = 100
_LARGEST_INDEX = 1_000_000


@dataclass(frozen=True)
class FileType:
    """A kind of file that is taken."""

    media_type: str
    extension: str


TYPES = {
    kind.media_type: kind
    for kind in (
        FileType("application/pdf", "pdf"),
        FileType("image/jpeg", "jpg"),
        FileType("image/png", "png"),
        FileType("image/webp", "webp"),
        FileType("image/heic", "heic"),
        FileType("image/tiff", "tif"),
        FileType("audio/mpeg", "mp3"),
        FileType("audio/mp4", "m4a"),
        FileType("audio/ogg", "ogg"),
        FileType("video/mp4", "mp4"),
        FileType("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
        FileType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        FileType("text/csv", "csv"),
        FileType("text/plain", "txt"),
    )
}
_OFFICE = {
    f"application/vnd.openxmlformats-officedocument.{part}.main+xml": TYPES[f"application/vnd.openxmlformats-officedocument.{whole}"]
    for part, whole in (("wordprocessingml.document", "wordprocessingml.document"), ("spreadsheetml.sheet", "spreadsheetml.sheet"))
}
# What a browser or an interpreter would run, were it to take the file for something else.
_FOREIGN = (b"<script", b"<html", b"<!doctype", b"<svg", b"<?php", b"<iframe", b"%pdf-")

_CONTROLS = re.compile("[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f]")

_NOT_TAKEN = Text(
    id="Jenis berkas ini tidak diterima. Yang diterima: PDF, gambar, Word (docx), Excel (xlsx), teks, CSV, audio, dan MP4.",
    en="This kind of file is not taken. Taken are PDF, images, Word (docx), Excel (xlsx), text, CSV, audio and MP4.",
)
_EMPTY = Text(id="Berkas kosong.", en="The file is empty.")
_TWO_THINGS = Text(id="Isi berkas memuat jenis berkas lain di dalamnya.", en="The file carries another kind of file inside.")
_CUT = Text(id="Berkas rusak atau terpotong.", en="The file is damaged or cut short.")
_BOMB = Text(id="Berkas membuka menjadi terlalu besar.", en="The file unpacks to too much.")
_MACROS = Text(id="Berkas memuat makro atau objek tertanam.", en="The file carries macros or embedded objects.")
_LOCKED = Text(id="Berkas terkunci kata sandi.", en="The file is locked by a password.")
_ODD_NAMES = Text(id="Isi berkas memuat nama yang tidak wajar.", en="The file carries names that no office program writes.")


def judge(source: BinaryIO, size: int, file_name: str = "") -> FileType:
    """The kind of a file by its content; of two kinds of text the name may choose.

    Raises: FileRefused.
    """
    if size == 0:
        raise _refused(_EMPTY)
    source.seek(0)
    head = source.read(_HEAD)
    if head.startswith(b"PK"):
        return _office(source, size)
    guessed = filetype.guess(head)
    found = TYPES.get(guessed.mime) if guessed else None
    if guessed is None:
        return _text(source, file_name)
    if found is None or found in _OFFICE.values():
        raise _refused(_NOT_TAKEN)
    _one_thing(source, size, head, found)
    return found


def _refused(reason: Text) -> FileRefused:
    return FileRefused({"file": reason}, reason)


def _one_thing(source: BinaryIO, size: int, head: bytes, found: FileType) -> None:
    """Refuse polyglots, and files without the end that their kind has."""
    source.seek(max(0, size - _TAIL))
    tail = source.read(_TAIL)
    is_pdf = found.extension == "pdf"
    if is_pdf and not head.startswith(b"%PDF-"):
        raise _refused(_TWO_THINGS)
    foreign = _FOREIGN[:-1] if is_pdf else _FOREIGN
    # A PDF may hold marked-up text; only what stands before its first object could be taken for a page.
    shown = head[:1024].lower() if is_pdf else head.lower() + tail.lower()
    if any(mark in shown for mark in foreign) or zipfile.is_zipfile(source):
        raise _refused(_TWO_THINGS)
    ending = _ENDINGS.get(found.extension)
    if ending is not None and not ending(tail):
        raise _refused(_CUT)


_ENDINGS: dict[str, Callable[[bytes], bool]] = {
    "pdf": lambda tail: b"%%EOF" in tail,
    "png": lambda tail: tail.endswith(b"IEND\xaeB`\x82"),
    "jpg": lambda tail: b"\xff\xd9" in tail,
}


def _text(source: BinaryIO, file_name: str) -> FileType:
    """Plain text in UTF-8 without control characters and without mark-up at its beginning."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    source.seek(0)
    first = True
    try:
        while True:
            piece = source.read(256 * 1024)
            told = decoder.decode(piece, final=not piece)
            if _CONTROLS.search(told):
                raise _refused(_NOT_TAKEN)
            if first and told.lstrip().lower().startswith(("<", "#!", "%!", "mz", "{\\rtf")):
                raise _refused(_NOT_TAKEN)
            first = first and not told
            if not piece:
                break
    except UnicodeDecodeError:
        raise _refused(_NOT_TAKEN) from None
    return TYPES["text/csv"] if file_name.lower().endswith(".csv") else TYPES["text/plain"]


def _office(source: BinaryIO, size: int) -> FileType:
    """Word or Excel, from what the container itself says; nothing of it is unpacked but its own index, within bounds."""
    try:
        source.seek(-22, 2)
        if not source.read(4).startswith(b"PK\x05\x06"):
            raise _refused(_TWO_THINGS)
        with zipfile.ZipFile(source) as archive:
            entries = archive.infolist()
            _contained(entries, size)
            with archive.open("[Content_Types].xml") as file:
                index = file.read(_LARGEST_INDEX + 1)
    except KeyError:
        raise _refused(_NOT_TAKEN) from None
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        raise _refused(_CUT) from None
    return _declared(index)


def _contained(entries: list[zipfile.ZipInfo], size: int) -> None:
    unpacked, packed = sum(entry.file_size for entry in entries), sum(entry.compress_size for entry in entries)
    if len(entries) > _MOST_ENTRIES or unpacked > _MOST_UNPACKED or (unpacked > _SMALL_UNPACKED and unpacked > _MOST_TIMES * size) or packed > size:
        raise _refused(_BOMB)
    if not entries or min(entry.header_offset for entry in entries) != 0:
        raise _refused(_TWO_THINGS)
    for entry in entries:
        name = entry.filename
        if entry.flag_bits & 0x1:
            raise _refused(_LOCKED)
        if name.startswith(("/", "\\")) or ".." in name.split("/") or "\\" in name or ":" in name or not name.isprintable():
            raise _refused(_ODD_NAMES)
        lower = name.lower()
        if lower.endswith(("vbaproject.bin", ".exe", ".dll", ".js", ".vbs", ".zip")) or "/embeddings/oleobject" in lower or "/activex/" in lower:
            raise _refused(_MACROS)


def _declared(index: bytes) -> FileType:
    """The kind that the container's list of contents names.

    The list is read by a parser that knows no entities of its own; one that declares any is refused before.
    """
    if len(index) > _LARGEST_INDEX or b"\0" in index or b"<!DOCTYPE" in index or b"<!ENTITY" in index:
        raise _refused(_BOMB)
    try:
        kinds = {part.get("ContentType", "") for part in ElementTree.fromstring(index)}  # noqa: S314 - bounded, and without declarations
    except (ElementTree.ParseError, LookupError, ValueError):
        raise _refused(_CUT) from None
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in kinds):
        raise _refused(_MACROS)
    found = next((_OFFICE[kind] for kind in sorted(kinds) if kind in _OFFICE), None)
    if found is None:
        raise _refused(_NOT_TAKEN)
    return found
