"""Whether a PDF carries what runs or another file; only for `pdf_process`.

Twice, by two ways, because readers of PDF differ: every object is walked as a parser gives it, and the bytes are looked
through as they stand, streams of objects unpacked, for what a parser was led past.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

from simpul.documents.errors import CannotMark
from simpul.documents.filetypes.pdf_apart import CLEAN, CODE, PASSWORD

_RUNS = frozenset({"/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/EF", "/RichMedia", "/XFA", "/ImportData"})
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_AFTER = rb"(?=[\x00\t\n\f\r /<>\[\](){}%]|$)"
# Short names come up by chance in pictures: in the bytes of the file only those are looked for that do not.
_LONG = re.compile(rb"/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|ImportData)" + _AFTER)
_ANY = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|EF|RichMedia|XFA|ImportData)" + _AFTER)
_STREAM = re.compile(rb"\bobj\b((?:(?!\bobj\b|endobj).){0,4096}?)\bstream\r?\n", re.DOTALL)
_PACKED = re.compile(rb"/(?:FlateDecode|Fl)" + _AFTER)
_OTHERWISE = re.compile(rb"/(?:ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL|Crypt|DecodeParms|Predictor)" + _AFTER)
_END = re.compile(rb"startxref\s+\d+\s+%%EOF")
_PIECE = 65_536
_MOST_UNPACKED = 200_000_000
_LARGEST_STREAM = 50_000_000
_MOST_NODES = 3_000_000
_BROKEN = (PyPdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, zlib.error)


def code_found(pdf: bytes) -> bytes:
    """CLEAN, CODE or LOCKED.

    Raises: CannotMark for a file that cannot be read.
    """
    if _said(pdf):
        return CODE
    try:
        reader = _opened(pdf)
        if reader.is_encrypted and not reader.decrypt(""):
            return PASSWORD
        if len(reader.pages) < 1:
            raise CannotMark()
        return CODE if any(_runs(part) for part in _objects(reader)) or _hidden(pdf, locked=reader.is_encrypted) else CLEAN
    except _BROKEN:
        raise CannotMark() from None


def _opened(pdf: bytes) -> PdfReader:
    """A parser of the file; what follows its last table is left out where the parser stumbles over it, as other readers do."""
    try:
        return PdfReader(io.BytesIO(pdf))
    except PyPdfError:
        ends = [found.end() for found in _END.finditer(pdf)]
        if not ends or ends[-1] == len(pdf):
            raise
        return PdfReader(io.BytesIO(pdf[: ends[-1]]))


def _said(pdf: bytes) -> bool:
    """Whether the bytes name it, escaped letters read as what they stand for."""
    return _LONG.search(_plain(pdf)) is not None


def _plain(data: bytes) -> bytes:
    return _ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), data)


def _objects(reader: PdfReader) -> Iterator[object]:
    """The trailer and every object that the file's tables name, those in streams included."""
    yield reader.trailer
    places = [(number, generation) for generation, found in reader.xref.items() for number in found]
    for number, generation in [*places, *((number, 0) for number in reader.xref_objStm)]:
        try:
            yield reader.get_object(IndirectObject(number, generation, reader))
        except _BROKEN:
            if number in reader.xref_objStm:
                raise
            # A table may name what is not there; what is there stands in the bytes, which are looked through as well.


def _runs(part: object) -> bool:
    """Whether an object says it, in whatever it holds itself."""
    waiting, nodes = [part], 0
    while waiting:
        nodes += 1
        if nodes > _MOST_NODES:
            raise CannotMark()
        one = waiting.pop()
        if isinstance(one, DictionaryObject):
            if any(str(key) in _RUNS for key in one):
                return True
            waiting.extend(one.raw_get(key) for key in one)
        elif isinstance(one, ArrayObject):
            waiting.extend(list.__iter__(one))
        elif isinstance(one, NameObject) and str(one) in _RUNS:
            return True
    return False


def _hidden(pdf: bytes, *, locked: bool) -> bool:
    """Whether a stream of objects says it, found without the file's tables; those of a locked file are read by the parser alone."""
    left = _MOST_UNPACKED
    for found in _STREAM.finditer(pdf):
        described = _plain(found[1])
        if b"/ObjStm" not in described or locked:
            continue
        if _OTHERWISE.search(described):
            raise CannotMark()
        content = _unpacked(pdf, found.end(), min(left, _LARGEST_STREAM)) if _PACKED.search(described) else _plainly(pdf, found.end())
        left -= len(content)
        if left < 0 or len(content) > _LARGEST_STREAM:
            raise CannotMark()
        if _ANY.search(_plain(content)):
            return True
    return False


def _plainly(pdf: bytes, at: int) -> bytes:
    end = pdf.find(b"endstream", at)
    return pdf[at : end if end >= 0 else len(pdf)][: _LARGEST_STREAM + 1]


def _unpacked(pdf: bytes, at: int, most: int) -> bytes:
    """What was packed from here on, to its own end; one byte more than `most` when it holds more."""
    unpacking, content = zlib.decompressobj(), bytearray()
    while not unpacking.eof and at < len(pdf) and len(content) <= most:
        piece = unpacking.unconsumed_tail
        if not piece:
            piece, at = pdf[at : at + _PIECE], at + _PIECE
        content += unpacking.decompress(piece, most + 1 - len(content))
    return bytes(content)
