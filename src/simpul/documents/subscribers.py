"""What documents offer to the engines below: how they are called, and the notice of a late finding."""

from __future__ import annotations

from simpul.documents.selectors.documents import document_labels
from simpul.documents.services.keeping import INFECTED
from simpul.platform.notifier import NoticeKind, register_kind
from simpul.platform.subjects import SubjectType, register
from simpul.platform.text import Text


def register_all() -> None:
    """Name documents where something points at them."""
    register(SubjectType("DOCUMENT", Text(id="Dokumen", en="Document"), document_labels))
    register_kind(
        NoticeKind(
            INFECTED,
            Text(id="Malware dalam dokumen Anda", en="Malware in your document"),
            Text(
                id="Pemindai menemukan malware dalam berkas yang Anda lampirkan. Berkas itu dikunci.",
                en="The scanner found malware in a file that you attached. The file is locked.",
            ),
        )
    )
