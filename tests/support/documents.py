"""Files and documents for tests."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import typst
from asgiref.sync import async_to_sync
from django.core.files.uploadedfile import SimpleUploadedFile

from simpul.documents.facts import DocumentFacts
from simpul.documents.models import Document, DocumentVersion
from simpul.documents.public import ComplaintReceipt, document_attach
from simpul.platform.db import scope
from simpul.platform.ids import SYSTEM_ID, uuid7
from tests.support import people
from tests.support.database import rows

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
RECEIPT = ComplaintReceipt(
    organisation="Bank Sumatra Nusantara", branch_name="Cabang Medan Utama", number="CASE-2026-MDN-000123", received_at=datetime(2026, 11, 21, 12, 30, tzinfo=UTC),
    due_at=datetime(2026, 11, 28, 9, tzinfo=UTC), customer_name="Siti A*****", identity="NIK ************0004", phone="+62 812-****-7678", channel="Kantor cabang",
    kind="lisan", product="Tabungan", category="Transaksi gagal", priority="Tinggi", summary="Transfer gagal, saldo terpotong.", officer="Rina Hutapea",
    office_phone="(061) 4521 1234",
)  # fmt: skip


def pdf(text: str = "Surat kuasa", pages: int = 1) -> bytes:
    """A real PDF with the text on each page."""
    source = f"#for n in range({pages}) {{ page(width: 200pt, height: 120pt)[{text} #n] }}"
    return bytes(typst.compile(source.encode(), format="pdf", ignore_system_fonts=True))


def office(parts: dict[str, bytes] | None = None, *, kind: str = "wordprocessingml.document") -> bytes:
    """A container as office programs write it, with more parts or other ones."""
    index = f'<?xml version="1.0"?><Types><Override ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/></Types>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"[Content_Types].xml": index.encode(), "word/document.xml": b"<w:document/>", **(parts or {})}.items():
            archive.writestr(name, content)
    return made.getvalue()


def upload(
    browser: Any, customer_id: UUID, content: bytes, name: str = "surat.pdf", *, kind: str = "LETTER", headers: dict[str, str] | None = None, **fields: Any
) -> Any:
    """Attach a file over HTTP, as the page does."""
    form = {
        "subject_type": "CUSTOMER",
        "subject_id": str(customer_id),
        "kind": kind,
        "title": "Surat kuasa",
        **fields,
        "file": SimpleUploadedFile(name, content),
    }
    return browser.post("/api/v1/documents", form, headers={"X-CSRFToken": browser.token, **(headers or {})})


def attached(subject_id: UUID, by: str = "agent_mdn", content: bytes | None = None, **fields: Any) -> DocumentFacts:
    """A document of a customer, attached through the service."""
    actor = people.actor(by)
    given = {"kind": "LETTER", "title": "Surat kuasa", "file_name": "surat.pdf", "subject_type": "CUSTOMER", **fields}
    with scope(actor):
        return document_attach(actor=actor, subject_id=str(subject_id), content=io.BytesIO(content or pdf()), **given)


def elsewhere(customer_id: UUID) -> UUID:
    """A document of a customer whom nobody of the organisation's people serves, without its file."""
    made, now = uuid7(), datetime.now(UTC)
    with rows():
        Document.objects.create(
            id=made, subject_type="CUSTOMER", subject_id=str(customer_id), resource="customer", customer_id=customer_id, kind="LETTER", title="Surat", tier=1,
            retention="SERVICE", content_hash=os.urandom(32), uploaded_by=SYSTEM_ID, uploaded_at=now, keep_until=now.date(),
        )  # fmt: skip
        DocumentVersion.objects.create(
            document_id=made, number=1, file_name="surat.pdf", media_type="application/pdf", size=1, address=os.urandom(32).hex(), sealed_key="k1.x",
            scan_state="CLEAN", stored_by=SYSTEM_ID, stored_at=now,
        )  # fmt: skip
    return made


def body(answer: Any) -> bytes:
    """A streamed answer, whole."""

    async def collect() -> bytes:
        return b"".join([piece async for piece in answer.streaming_content])

    return async_to_sync(collect)()


def files(root: Path) -> list[Path]:
    """Everything that lies in a store."""
    return sorted(path for path in root.rglob("*") if path.is_file())
