"""A document is handed out: recorded before the first byte, sensitive PDFs with their reader's name on each page."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from uuid import UUID

from django.db import transaction

from simpul.audit.public import record
from simpul.documents import storage
from simpul.documents.acts import DocumentAct
from simpul.documents.errors import DocumentIsGone, DocumentIsLocked
from simpul.documents.facts import Content
from simpul.documents.models import DocumentVersion
from simpul.documents.policies import can_open
from simpul.documents.selectors.documents import document_find, facts_of, whose
from simpul.documents.services.attaching import key_context
from simpul.documents.services.freezing import content_made
from simpul.documents.watermarks import marked_apart
from simpul.platform.actor import Actor
from simpul.platform.clock import JAKARTA, now
from simpul.platform.crypto import decrypt
from simpul.platform.errors import DomainError

_MARKED_TIER = 3


@transaction.atomic
def document_open(*, actor: Actor, document_id: UUID) -> Content:
    """The content of a document, decrypted while it is read.

    Raises: DocumentNotFound, DocumentIsLocked, DocumentIsGone, CannotMark.
    """
    found = document_find(actor=actor, document_id=document_id, action=DocumentAct.DOWNLOAD_DOCUMENT)
    document, content = found.document, content_made(found.document, found.content, found.place)
    meta: dict[str, object] = {"tier": document.tier, "kind": document.kind, "version": content.number, "subject_type": document.subject_type}
    told = {"object_type": "DOCUMENT", "object_id": str(document.id), **whose(found.place)}
    try:
        verdict = can_open(content.scan_state)
        if not verdict:
            raise DocumentIsLocked(verdict.reason)
        chunks, size = unsealed(content), content.size
        if document.tier >= _MARKED_TIER and content.media_type == "application/pdf":
            copy = marked_apart(b"".join(chunks), f"{actor.full_name or actor.username} · {now().astimezone(JAKARTA):%d-%m-%Y %H.%M} WIB")
            chunks, size = iter((copy,)), len(copy)
            meta["watermark"] = True
    except DomainError as refusal:
        raise refusal.recorded_as(action=DocumentAct.DOWNLOAD_DOCUMENT, **told, meta=meta) from None
    record(actor, DocumentAct.DOWNLOAD_DOCUMENT, **told, meta=meta)  # type: ignore[arg-type]
    facts = facts_of(actor, found.subject, found.place, [document])[0]
    return Content(facts, content.media_type, facts.file_name, size, chunks)


def unsealed(content: DocumentVersion) -> Iterator[bytes]:
    """The clear content, chunk by chunk.

    Raises: DocumentIsGone; while it is read, Tampered.
    """
    if not content.sealed_key:
        raise DocumentIsGone()
    key = base64.b64decode(decrypt(content.sealed_key, key_context(content.document_id, content.number)))
    try:
        file = storage.store().open(content.address)
    except storage.ContentMissing:
        raise DocumentIsGone() from None
    return storage.unseal(file, key, content.address)
