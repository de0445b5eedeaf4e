"""What the document store refuses."""

from __future__ import annotations

from simpul.platform.errors import Conflict, Invalid, NotFound, TooLarge
from simpul.platform.text import Text


class DocumentNotFound(NotFound):
    """No such document within the caller's reach and tier."""

    title = Text(id="Dokumen tidak ditemukan", en="Document not found")


class DocumentSubjectNotFound(NotFound):
    """The record that the document belongs to is absent or out of reach."""

    title = Text(id="Data tempat dokumen ini tidak ditemukan", en="The record of this document was not found")


class DocumentTooLarge(TooLarge):
    """The file is larger than the organisation takes."""

    title = Text(id="Berkas terlalu besar", en="The file is too large")


class FileRefused(Invalid):
    """The file's content is not of a kind that is taken, whatever its name says."""

    title = Text(id="Berkas ini tidak dapat diterima", en="This file cannot be taken")


class FileInfected(Invalid):
    """The scanner found malware; nothing was stored."""

    title = Text(id="Pemindai menemukan malware; berkas tidak disimpan", en="The scanner found malware; the file was not stored")


class DocumentIsThere(Conflict):
    """The same person attached the same content to the same record before; `current` names it."""

    title = Text(id="Berkas yang sama sudah Anda lampirkan", en="You have already attached this very file")


class DocumentIsLocked(Conflict):
    """The scanner found malware, or has not looked yet."""

    title = Text(id="Dokumen dikunci sampai pemindaian malware selesai", en="The document is locked until it has been scanned for malware")


class DocumentIsGone(Conflict):
    """The content was destroyed at the end of its retention, or is missing from the store."""

    title = Text(id="Isi dokumen tidak tersedia", en="The content of the document is not available")


class CannotMark(Conflict):
    """A sensitive PDF that cannot carry the reader's name is not handed out."""

    title = Text(id="PDF ini tidak dapat diberi tanda air", en="This PDF cannot carry a watermark")
