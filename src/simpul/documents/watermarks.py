"""Who opened a sensitive PDF, and when, across each of its pages.

The content of a page is not looked at: it is kept as it is, and the mark is drawn after it. What a foreign file may cost is bounded by
the process that reads it (`pdf_process`).
"""

from __future__ import annotations

import io
import json
from typing import BinaryIO

import typst
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, IndirectObject, NameObject, RectangleObject

from simpul.documents.errors import CannotMark
from simpul.documents.filetypes.pdf_apart import MARK, read_apart
from simpul.documents.printable import printable_text
from simpul.documents.rendering import compiled

_SAMPLE = "Simpul"
_MOST_PAGES = 200
_MOST_POINTS = 5_000
_MOST_SIZES = 40
_BROKEN = (PyPdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, MemoryError, typst.TypstError)


def can_be_marked(content: BinaryIO) -> bool:
    """Whether a PDF opens without a password, is not too long and asks for no more than a copy may cost, so that every later copy can carry its reader."""
    content.seek(0)
    try:
        marked_apart(content.read(), _SAMPLE)
        return True
    except CannotMark:
        return False
    finally:
        content.seek(0)


def marked_apart(pdf: bytes, text: str) -> bytes:
    """A copy of the PDF with the text across each page, made in a process with limits on its time and memory.

    Raises: CannotMark, also when a limit is reached.
    """
    copy = read_apart(MARK, text, pdf)
    if not copy.startswith(b"%PDF-"):
        raise CannotMark()
    return copy


def marked(pdf: bytes, text: str) -> bytes:
    """A copy of the PDF with the text across each page; only for `pdf_process`, and for files of ours.

    Raises: CannotMark.
    """
    try:
        writer = PdfWriter(clone_from=_pages(io.BytesIO(pdf)))
        overlays: dict[tuple[float, float], IndirectObject] = {}
        before = writer._add_object(_stream(b"q\n"))
        for page in writer.pages:
            if page.rotation:
                page.transfer_rotation_to_content()
            box = page.mediabox
            size = (round(float(box.width), 1), round(float(box.height), 1))
            if not all(1 <= side <= _MOST_POINTS for side in size) or len(overlays) > _MOST_SIZES:
                raise CannotMark()
            if size not in overlays:
                overlays[size] = _overlay(writer, *size, text)
            _draw(writer, page, before, overlays[size])
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()
    except _BROKEN:
        raise CannotMark() from None


def _draw(writer: PdfWriter, page: PageObject, before: IndirectObject, overlay: IndirectObject) -> None:
    """Draw the overlay after what the page draws, whose state of drawing ends before it."""
    name = f"/SimpulMark{overlay.idnum}"
    objects = _inside(_inside(page, "/Resources", _inherited(page)), "/XObject")
    objects[NameObject(name)] = overlay
    place = f"\nQ\nq 1 0 0 1 {float(page.mediabox.left):.2f} {float(page.mediabox.bottom):.2f} cm {name} Do Q\n"
    drawn = page.raw_get("/Contents") if "/Contents" in page else None
    inner = None if drawn is None else drawn.get_object()
    parts = list(inner) if isinstance(inner, ArrayObject) else [] if inner is None else [drawn]
    page[NameObject("/Contents")] = ArrayObject([before, *parts, writer._add_object(_stream(place.encode()))])


def _inside(holder: DictionaryObject, key: str, instead: DictionaryObject | None = None) -> DictionaryObject:
    """The dictionary under a key, made when there is none."""
    found = holder[key].get_object() if key in holder else instead if instead is not None else DictionaryObject()
    if not isinstance(found, DictionaryObject):
        raise CannotMark()
    if key not in holder:
        holder[NameObject(key)] = found
    return found


def _inherited(page: PageObject) -> DictionaryObject | None:
    """What the page takes from the groups of pages that it stands in."""
    above = page.get("/Parent")
    for _ in range(50):
        if above is None:
            return None
        group = above.get_object()
        if "/Resources" in group:
            return DictionaryObject(group["/Resources"].get_object())
        above = group.get("/Parent")
    raise CannotMark()


def _pages(content: BinaryIO) -> PdfReader:
    reader = PdfReader(content)
    if reader.is_encrypted or not 1 <= len(reader.pages) <= _MOST_PAGES:
        raise CannotMark()
    return reader


def _overlay(writer: PdfWriter, width: float, height: float, text: str) -> IndirectObject:
    page = PdfReader(io.BytesIO(compiled("watermark.typ", json.dumps({"width": width, "height": height, "text": printable_text(text)})))).pages[0]
    contents = page.get_contents()
    form = _stream(b"" if contents is None else contents.get_data())
    form[NameObject("/Type")], form[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Form")
    form[NameObject("/BBox")] = RectangleObject((0, 0, width, height))
    form[NameObject("/Resources")] = _inside(page, "/Resources").clone(writer)
    return writer._add_object(form)


def _stream(data: bytes) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(data)
    return made
