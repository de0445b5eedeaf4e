"""Who opened a sensitive PDF, and when, across each of its pages."""

from __future__ import annotations

import io
import json
from typing import BinaryIO

import typst
from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.errors import PyPdfError

from simpul.documents.errors import CannotMark
from simpul.documents.rendering import compiled

_MOST_PAGES = 200
_MOST_POINTS = 5_000


def can_be_marked(content: BinaryIO) -> bool:
    """Whether a PDF opens without a password and is not too long, so that every later copy can carry its reader."""
    content.seek(0)
    try:
        _pages(content)
        return True
    except CannotMark:
        return False
    finally:
        content.seek(0)


def marked(pdf: bytes, text: str) -> bytes:
    """A copy of the PDF with the text across each page.

    Raises: CannotMark.
    """
    reader = _pages(io.BytesIO(pdf))
    overlays: dict[tuple[float, float], PageObject] = {}
    try:
        writer = PdfWriter(clone_from=reader)
        for page in writer.pages:
            page.transfer_rotation_to_content()
            box = page.mediabox
            size = (round(float(box.width), 1), round(float(box.height), 1))
            if not all(1 <= side <= _MOST_POINTS for side in size):
                raise CannotMark()
            if size not in overlays:
                overlays[size] = _overlay(*size, text)
            page.merge_transformed_page(overlays[size], Transformation().translate(float(box.left), float(box.bottom)))
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue()
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, typst.TypstError):
        raise CannotMark() from None


def _pages(content: BinaryIO) -> PdfReader:
    """Raises: CannotMark."""
    try:
        reader = PdfReader(content)
        if reader.is_encrypted or not 1 <= len(reader.pages) <= _MOST_PAGES:
            raise CannotMark()
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise CannotMark() from None
    return reader


def _overlay(width: float, height: float, text: str) -> PageObject:
    return PdfReader(io.BytesIO(compiled("watermark.typ", json.dumps({"width": width, "height": height, "text": text})))).pages[0]
