"""Which files are taken: their content decides, whatever their names say."""

from __future__ import annotations

import io
import struct

import pytest

from simpul.documents.errors import FileRefused
from simpul.documents.filetypes import judge
from tests.support.documents import PNG, office, pdf

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + b"\x11" * 200 + b"\xff\xd9"
ZIP = office()


def kind(content: bytes, name: str = "") -> str:
    return judge(io.BytesIO(content), len(content), name).media_type


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (pdf(), "foto.jpg", "application/pdf"),
        (PNG, "laporan.pdf", "image/png"),
        (JPEG, "x", "image/jpeg"),
        (office(), "a.exe", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (office(kind="spreadsheetml.sheet"), "", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("nama;jumlah\nSiti;1\n".encode("utf-8-sig"), "data.CSV", "text/csv"),
        (b"Catatan panggilan\tpukul 10", "data.pdf", "text/plain"),
    ],
)
def test_the_content_says_what_a_file_is(content, name, media_type):
    assert kind(content, name) == media_type


def bomb() -> bytes:
    return office({"word/media/image1.bin": b"\0" * 30_000_000})


def lying_bomb() -> bytes:
    """Entries that all point at the same bytes: together they hold more than the file."""
    made = bytearray(office({f"word/{number}.bin": bytes([number]) * 4000 for number in range(3)}))
    at = made.find(b"PK\x01\x02")
    while at >= 0:
        made[at + 20 : at + 24] = struct.pack("<I", len(made))
        at = made.find(b"PK\x01\x02", at + 4)
    return bytes(made)


def locked() -> bytes:
    made = bytearray(office())
    at = made.find(b"PK\x01\x02")
    made[at + 8] |= 1
    return bytes(made)


REFUSED = {
    "nothing": (b"", "surat.pdf", "kosong"),
    "a program under a document's name": (b"MZ\x90\x00" + b"\0" * 300, "surat.pdf", "tidak diterima"),
    "a Linux program": (b"\x7fELF" + b"\0" * 300, "foto.png", "tidak diterima"),
    "a page": (b"<html><script>alert(1)</script></html>", "catatan.txt", "tidak diterima"),
    "a drawing with scripts": (b'<?xml version="1.0"?><svg onload="x"/>', "logo.png", "tidak diterima"),
    "a shell script": (b"#!/bin/sh\nrm -rf /\n", "catatan.txt", "tidak diterima"),
    "control characters": (b"catatan\x00\x1b[31m", "catatan.txt", "tidak diterima"),
    "text that is no UTF-8": (b"caf\xe9 di Medan", "catatan.txt", "tidak diterima"),
    "an old office file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "surat.doc", "tidak diterima"),
    "an archive": (ZIP.replace(b"[Content_Types].xml", b"[Content_Types].txt"), "arsip.docx", "tidak diterima"),
    "a bomb": (bomb(), "surat.docx", "terlalu besar"),
    "a bomb that lies": (lying_bomb(), "surat.docx", "terlalu besar"),
    "macros": (office({"word/vbaProject.bin": b"x"}), "surat.docx", "makro"),
    "an embedded object": (office({"word/embeddings/oleObject1.bin": b"x"}), "surat.docx", "makro"),
    "a path out of the container": (office({"../../etc/passwd": b"x"}), "surat.docx", "tidak wajar"),
    "an absolute path": (office({"/etc/passwd": b"x"}), "surat.docx", "tidak wajar"),
    "a locked container": (locked(), "surat.docx", "kata sandi"),
    "a container behind something": (b"PK-bukan-zip" + ZIP, "surat.docx", "jenis berkas lain"),
    "a container before something": (ZIP + b"tambahan", "surat.docx", "jenis berkas lain"),
    "a container of its own in a PDF": (pdf() + ZIP, "surat.pdf", "jenis berkas lain"),
    "a container of its own in a picture": (PNG + ZIP, "foto.png", "jenis berkas lain"),
    "a page in a picture": (JPEG[:40] + b"<script>alert(1)</script>" + JPEG[40:], "foto.jpg", "jenis berkas lain"),
    "a PDF in a picture": (JPEG[:40] + b"%PDF-1.7 " + JPEG[40:], "foto.jpg", "jenis berkas lain"),
    "a page before a PDF's first object": (b"%PDF-1.7\n<html><script>" + pdf()[9:], "surat.pdf", "jenis berkas lain"),
    "half a PDF": (pdf()[:400], "surat.pdf", "terpotong"),
    "half a picture": (PNG[:-20], "foto.png", "terpotong"),
    "half a container": (ZIP[: len(ZIP) // 2], "surat.docx", "jenis berkas lain"),
    "entities in the container's list": (office({"[Content_Types].xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "surat.docx", "terlalu besar"),
}


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_is_no_single_plain_document_is_refused_with_its_reason(case):
    content, name, reason = REFUSED[case]

    with pytest.raises(FileRefused) as refused:
        kind(content, name)

    assert reason in refused.value.detail.id
