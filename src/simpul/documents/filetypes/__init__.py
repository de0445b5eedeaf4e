"""Which files are taken, judged by their content: the name of a file proves nothing.

A file must be one thing from its first byte to its last. What begins as one kind and carries another (a polyglot), a
container that unpacks to far more than it holds (a zip bomb), and office files with macros are refused with the reason.
"""

from __future__ import annotations

import codecs
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

import filetype

from simpul.documents import scanning
from simpul.documents.filetypes.containers import (
    PROGRAM,
    TWO_THINGS,
    content_kinds,
    file_refusal,
    is_runnable,
    kinds_check,
    malware_refusal,
    outline_check,
    parts_check,
)
from simpul.platform.text import Text

_HEAD = 8192
_TAIL = 2048
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

_STARTS = ("<", "#!", "%!", "mz", "{\\rtf", "@echo", "[internetshortcut]", "[autorun]", "windows registry editor", "regedit4", "on error resume next")
# What pages and script hosts run, wherever it stands in a text.
_SCRIPT = re.compile(
    r"<(?:script|html|svg|iframe|object|embed|hta:application)\b|\bnew\s+activexobject\s*\(|\bwscript\s*\.\s*(?:shell|createobject)"
    r"|\bcreateobject\s*\(\s*[\"']|\bpowershell(?:\.exe)?[ \t]+-|\binvoke-expression\b|\bnew-object\s+(?:system\.)?net\.webclient\b",
    re.IGNORECASE,
)
# A cell that calls another program as a spreadsheet reads it (dynamic data exchange).
_EXCHANGE = re.compile(r"""(?:^|[,;\t"'\n])\s*[=+@-][^\n,;\t|]{1,100}\|[^\n!]{0,300}!""")
_OVERLAP = 500

_CONTROLS = re.compile("[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f]")

_NOT_TAKEN = Text(
    id="Jenis berkas ini tidak diterima. Yang diterima: PDF, gambar, Word (docx), Excel (xlsx), teks, CSV, audio, dan MP4.",
    en="This kind of file is not taken. Taken are PDF, images, Word (docx), Excel (xlsx), text, CSV, audio and MP4.",
)
_EMPTY = Text(id="Berkas kosong.", en="The file is empty.")
_CUT = Text(id="Berkas rusak atau terpotong.", en="The file is damaged or cut short.")


def judge(source: BinaryIO, size: int, file_name: str = "") -> FileType:
    """The kind of a file by its content; of two kinds of text the name may choose.

    Raises: FileRefused, FileInfected.
    """
    if size == 0:
        raise file_refusal(_EMPTY)
    source.seek(0)
    head = source.read(_HEAD)
    if size <= scanning.LONGEST_TEST and scanning.is_test_malware(head):
        raise malware_refusal()
    if head.startswith(b"PK"):
        return _office(source, size)
    guessed = filetype.guess(head)
    found = TYPES.get(guessed.mime) if guessed else None
    if guessed is None:
        return _text(source, file_name)
    if found is None or found in _OFFICE.values():
        raise file_refusal(_NOT_TAKEN)
    _one_thing(source, size, head, found)
    return found


def _one_thing(source: BinaryIO, size: int, head: bytes, found: FileType) -> None:
    """Refuse polyglots, and files without the end that their kind has."""
    source.seek(max(0, size - _TAIL))
    tail = source.read(_TAIL)
    is_pdf = found.extension == "pdf"
    if is_pdf and not head.startswith(b"%PDF-"):
        raise file_refusal(TWO_THINGS)
    foreign = _FOREIGN[:-1] if is_pdf else _FOREIGN
    # A PDF may hold marked-up text; only what stands before its first object could be taken for a page.
    shown = head[:1024].lower() if is_pdf else head.lower() + tail.lower()
    if any(mark in shown for mark in foreign) or zipfile.is_zipfile(source):
        raise file_refusal(TWO_THINGS)
    ending = _ENDINGS.get(found.extension)
    if ending is not None and not ending(tail):
        raise file_refusal(_CUT)


_ENDINGS: dict[str, Callable[[bytes], bool]] = {
    "pdf": lambda tail: b"%%EOF" in tail,
    "png": lambda tail: tail.endswith(b"IEND\xaeB`\x82"),
    "jpg": lambda tail: b"\xff\xd9" in tail,
}


def _text(source: BinaryIO, file_name: str) -> FileType:
    """Plain text in UTF-8 without control characters, without mark-up at its beginning, and none that is a program by its name or words."""
    if is_runnable(file_name):
        raise file_refusal(PROGRAM)
    is_table, before = file_name.lower().endswith(".csv"), ""
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    source.seek(0)
    first = True
    try:
        while True:
            piece = source.read(256 * 1024)
            told = decoder.decode(piece, final=not piece)
            if _CONTROLS.search(told):
                raise file_refusal(_NOT_TAKEN)
            if first and told.lstrip().lower().startswith(_STARTS):
                raise file_refusal(_NOT_TAKEN)
            first = first and not told
            shown = before + told
            if _SCRIPT.search(shown) or (is_table and _EXCHANGE.search(shown)):
                raise file_refusal(PROGRAM)
            before = shown[-_OVERLAP:]
            if not piece:
                break
    except UnicodeDecodeError:
        raise file_refusal(_NOT_TAKEN) from None
    return TYPES["text/csv"] if is_table else TYPES["text/plain"]


def _office(source: BinaryIO, size: int) -> FileType:
    """Word or Excel, from what the container itself says; of it only is unpacked what must be looked at, within bounds."""
    try:
        source.seek(-22, 2)
        if not source.read(4).startswith(b"PK\x05\x06"):
            raise file_refusal(TWO_THINGS)
        with zipfile.ZipFile(source) as archive:
            outline_check(archive, size)
            parts_check(archive)
            with archive.open("[Content_Types].xml") as file:
                index = file.read(_LARGEST_INDEX + 1)
    except KeyError:
        raise file_refusal(_NOT_TAKEN) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        raise file_refusal(_CUT) from None
    return _declared(index)


def _declared(index: bytes) -> FileType:
    """The kind that the container's list of contents names."""
    kinds = content_kinds(index)
    kinds_check(kinds)
    found = next((_OFFICE[kind] for kind in sorted(kinds) if kind in _OFFICE), None)
    if found is None:
        raise file_refusal(_NOT_TAKEN)
    return found
