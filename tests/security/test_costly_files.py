"""A small file that asks for much work costs little, at its upload and at each download."""

from __future__ import annotations

import io
import resource
import time
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, NameObject

from simpul.documents.models import Document
from simpul.documents.pdf_process import CPU_SECONDS
from tests.support import customers, people
from tests.support.database import rows
from tests.support.documents import attached, body, upload


@pytest.fixture(autouse=True)
def _store(tmp_path: Path, settings: Any) -> None:
    settings.UPLOADS_DIR = tmp_path / "uploads"


def costly(pages: int, *, rotation: int = 0, times: int = 1) -> bytes:
    """A PDF of some kilobytes whose pages all draw one content of three megabytes."""
    writer = PdfWriter()
    content = DecodedStreamObject()
    content.set_data(b"q 1 0 0 1 0 0 cm\n" * 200_000)
    reference = writer._add_object(content.flate_encode())
    for _ in range(pages):
        page = writer.add_blank_page(200, 200)
        page[NameObject("/Contents")] = ArrayObject([reference] * times)
        if rotation:
            page.rotate(rotation)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def processor_seconds() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def test_a_costly_pdf_is_marked_without_doing_its_work(client_of):
    file = costly(200)
    one = customers.customer("Siti Aminah", "MDN")
    made = attached(one.id, tier=3, content=file)
    browser = client_of("supervisor_mdn")
    before = processor_seconds()

    given = browser.get(f"/api/v1/documents/{made.id}/content")

    assert (len(file) < 40_000, given.status_code) == (True, 200)
    copy = PdfReader(io.BytesIO(body(given)))
    assert processor_seconds() - before < 10
    assert len(copy.pages) == 200
    for page in (copy.pages[0], copy.pages[-1]):
        (mark,) = [one for name, one in page["/Resources"]["/XObject"].items() if name.startswith("/SimpulMark")]
        assert b"BT" in mark.get_object().get_data()


def test_a_pdf_that_would_cost_too_much_is_refused_at_its_upload(client_of):
    one = customers.customer("Siti Aminah", "MDN")
    browser = client_of("agent_mdn")
    before = processor_seconds()

    answer = upload(browser, one.id, costly(200, rotation=90, times=20), tier=3)

    assert (answer.status_code, list(answer.json()["errors"])) == (422, ["file"])
    assert processor_seconds() - before < CPU_SECONDS + 10


def test_a_document_that_became_sensitive_is_refused_rather_than_given_without_its_mark(client_of):
    one = customers.customer("Siti Aminah", "MDN")
    made = attached(one.id, content=costly(200, rotation=90, times=20))
    with rows():
        Document.objects.filter(pk=made.id).update(tier=3)
    browser = client_of("supervisor_mdn")
    before = processor_seconds()

    answer = browser.get(f"/api/v1/documents/{made.id}/content")

    assert (answer.status_code, answer.json()["code"]) == (409, "cannot_mark")
    assert processor_seconds() - before < CPU_SECONDS + 10


def test_an_index_that_claims_another_encoding_is_refused(client_of):
    from tests.support.documents import office

    one = customers.customer("Siti Aminah", "MDN")
    browser = people.client("agent_mdn")
    for encoding in ("UTF-7", "no-such", "utf-16", "hex", "rot13", "idna", "punycode", "unicode_escape"):
        index = f'<?xml version="1.0" encoding="{encoding}"?><Types><Override ContentType="x"/></Types>'.encode()

        answer = upload(browser, one.id, office({"[Content_Types].xml": index}), "surat.docx")

        assert (encoding, answer.status_code, list(answer.json().get("errors", {}))) == (encoding, 422, ["file"])
