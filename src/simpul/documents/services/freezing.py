"""Papers of the product's own that are given at once and made when they are first needed.

What a paper says is frozen, sealed, in the transaction of the change that wants it, under the key and the address that its file
will have. Whoever opens it first, or the worker, makes the file of just these facts and stores it; from then on it is a document
like any other. The label of its subject is filled in then, for it may be told last, in the same transaction.
"""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import os
from typing import Any
from uuid import UUID

from simpul.audit.public import record
from simpul.documents import storage
from simpul.documents.acts import DocumentAct
from simpul.documents.events import DocumentAttached
from simpul.documents.models import Document, DocumentVersion
from simpul.documents.registry import LABEL, Attached, Place
from simpul.documents.rendering import rendered, template_of
from simpul.documents.selectors.documents import document_find, place_of, whose
from simpul.documents.services.attaching import document_new, key_context, measure
from simpul.documents.vocabulary import KINDS, ScanState
from simpul.iam.public import system_identity
from simpul.platform.actor import Actor
from simpul.platform.crypto import blind_index, decrypt, encrypt
from simpul.platform.db import atomic, execute, query, scope
from simpul.platform.events import decode, emit, encode

_PDF = "application/pdf"
_MOST = 200
_DOCUMENT = """
INSERT INTO crm.documents (document_id, subject_type, subject_id, resource, customer_id, branch_code, owner_ids, kind, title, tier, retention, version, content_hash,
                           template, uploaded_by, uploaded_at, keep_until)
VALUES (%s, %s, %s, %s, %s, %s, %s::uuid[], %s, %s, %s, %s, 1, %s, %s, %s, %s, %s)
"""
_VERSION = """
INSERT INTO crm.document_versions (version_id, document_id, number, file_name, media_type, size, address, sealed_key, scan_state, frozen, stored_by, stored_at)
VALUES (uuidv7(), %s, 1, %s, %s, 0, %s, %s, %s, %s, %s, %s)
"""


class LabelMissing(RuntimeError):
    """A paper that names its subject is made only once the subject has its label."""


@atomic
def document_freeze(
    *, actor: Actor, template: str, data: object, labelled: str, subject_type: str, subject_id: str, title: str, place: Place | None = None
) -> UUID:
    """Give a record a paper that says what `data` says, in the transaction of the change that wants it; its id.

    `labelled` is the field of `data` that will hold the subject's label, which also stands for `LABEL` in the title. `place` is
    where the record lies, for a caller who made it in this transaction.

    Raises: DocumentSubjectNotFound, Forbidden, TemplateUnknown; IntegrityError where the same person gave the same paper before.
    """
    subject, place = place_of(actor, subject_type, subject_id, action=DocumentAct.RENDER_DOCUMENT, place=place)
    known = template_of(template, data)
    data = dataclasses.replace(data, **{labelled: LABEL})  # type: ignore[type-var]
    facts = json.dumps({"facts": encode(data), "labelled": labelled}, ensure_ascii=False)
    one = document_new(actor, subject, place, subject_id, known.kind, title, max(KINDS[known.kind].tier, place.tier))
    content_hash = blind_index(f"document:{subject_type}:{subject_id}", hashlib.sha256(facts.encode()).hexdigest())
    execute(
        _DOCUMENT,
        (
            one.id, subject_type, subject_id, one.resource, one.customer_id, one.branch_code, one.owner_ids, one.kind, title, one.tier, one.retention,
            content_hash, template, actor.id, one.uploaded_at, one.keep_until,
        ),
    )  # fmt: skip
    context = key_context(one.id, 1)
    key, frozen = encrypt(base64.b64encode(os.urandom(32)).decode(), context), encrypt(facts, _facts_context(context))
    execute(_VERSION, (one.id, known.file_name(data), _PDF, os.urandom(32).hex(), key, ScanState.NOT_SCANNED.value, frozen, actor.id, one.uploaded_at))
    meta = {"subject_type": subject_type, "subject": subject_id, "kind": one.kind, "tier": one.tier, "media_type": _PDF, "scan": ScanState.NOT_SCANNED.value}
    record(actor, DocumentAct.RENDER_DOCUMENT, object_type="DOCUMENT", object_id=one.id, **whose(place), meta=meta)  # type: ignore[arg-type]
    emit(DocumentAttached(one.id, subject_type, subject_id, one.customer_id, one.kind, actor.id, rendered=True))
    if subject.attached is not None:
        subject.attached(actor, place, Attached(one.id, one.kind, one.uploaded_at, rendered=True))
    return one.id


def content_made(document: Document, content: DocumentVersion, place: Place) -> DocumentVersion:
    """The content with its file, which is made now if nobody did before; of several at once, one makes it and the others wait.

    The file is on disk before its row says so: a crash in between leaves the facts, and the file is made anew.

    Raises: LabelMissing.
    """
    if not content.frozen:
        return content
    with scope(system_identity()):
        held = DocumentVersion.objects.select_for_update().get(pk=content.pk)
        if held.frozen:
            if not place.label:
                raise LabelMissing(f"The subject of the document {document.id} has no label yet.")
            context = key_context(document.id, held.number)
            kept: dict[str, Any] = json.loads(decrypt(held.frozen, _facts_context(context)))
            template = str(document.template)
            data = decode(template_of(template).data, {**kept["facts"], kept["labelled"]: place.label})
            made = rendered(template, data)
            key = base64.b64decode(decrypt(held.sealed_key, context))
            storage.store().put(held.address, storage.seal(made.file, key, held.address))
            held.size, held.frozen = measure(made.file)[0], ""
            held.save(update_fields=["size", "frozen"])
    return held


def frozen_documents() -> list[UUID]:
    """Documents whose file waits to be made, oldest first; those that were hidden meanwhile are not made any more."""
    return [
        row["document_id"]
        for row in query(
            """SELECT v.document_id FROM crm.document_versions v JOIN crm.documents d USING (document_id)
               WHERE v.frozen <> '' AND d.hidden_at IS NULL ORDER BY v.version_id LIMIT %s""",
            (_MOST,),
        )
    ]


def document_make(*, actor: Actor, document_id: UUID) -> None:
    """Make the file of one document that waits for it.

    Raises: DocumentNotFound.
    """
    found = document_find(actor=actor, document_id=document_id)
    content_made(found.document, found.content, found.place)


def _facts_context(context: str) -> str:
    return f"{context}:facts"
