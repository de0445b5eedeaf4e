"""The documents of a record, and one document, as far as the caller may know of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from simpul.audit.public import Action
from simpul.documents import registry
from simpul.documents.errors import DocumentNotFound, DocumentSubjectNotFound
from simpul.documents.facts import DocumentFacts, PersonOfDocument
from simpul.documents.models import Document, DocumentVersion
from simpul.documents.policies import can_hide, can_open, visible_documents
from simpul.documents.registry import LABEL, DocumentSubject, Place
from simpul.documents.vocabulary import KINDS
from simpul.iam.public import people
from simpul.platform.actor import Actor
from simpul.platform.errors import Forbidden
from simpul.platform.paging import Keyset, Page

_LATEST = Keyset(("-id", UUID))


@dataclass(frozen=True)
class Found:
    """A document with its present content and the record that it belongs to."""

    document: Document
    content: DocumentVersion
    subject: DocumentSubject
    place: Place


def place_of(
    actor: Actor, subject_type: str, subject_id: str, *, action: str = Action.VIEW_DENIED, place: Place | None = None
) -> tuple[DocumentSubject, Place]:
    """The record that documents belong to, when the actor sees it and its documents; `place` where the caller knows it already.

    Raises: DocumentSubjectNotFound, Forbidden.
    """
    subject = registry.find(subject_type)
    place = place or (subject.place(actor, subject_id) if subject else None)
    if subject is None or place is None:
        raise DocumentSubjectNotFound().recorded_as(action=action, object_type="DOCUMENT", meta={"subject_type": subject_type[:40]})
    verdict = subject.may_read(actor, place)
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(action=action, object_type=subject_type, object_id=subject_id, **whose(place))
    return subject, place


def whose(place: Place) -> dict[str, object]:
    """Customer and branch of a record, for its audit rows."""
    return {"customer_id": place.customer_id, "branch_code": place.branch_code}


def document_page(*, actor: Actor, subject_type: str, subject_id: str, cursor: str | None = None, limit: int = 50) -> Page:
    """One page of the documents of a record, newest first.

    Raises: DocumentSubjectNotFound, Forbidden, Invalid for a cursor that we did not write.
    """
    subject, place = place_of(actor, subject_type, subject_id)
    found = visible_documents(actor, subject_type, subject_id, place)
    return _LATEST.page(found, cursor, limit, lambda page: facts_of(actor, subject, place, page))


def document_find(*, actor: Actor, document_id: UUID, action: str = Action.VIEW_DENIED, lock: bool = False) -> Found:
    """One document that is not hidden, with its content.

    Raises: DocumentNotFound, in the same way for absent, hidden and invisible ones.
    """
    rows = Document.objects.select_for_update() if lock else Document.objects.all()
    document = rows.filter(pk=document_id, hidden_at__isnull=True).first()
    absent = DocumentNotFound().recorded_as(action=action, object_type="DOCUMENT", object_id=str(document_id))
    if document is None:
        raise absent
    try:
        subject, place = place_of(actor, document.subject_type, document.subject_id, action=action)
    except (DocumentSubjectNotFound, Forbidden):
        raise absent from None
    if not visible_documents(actor, document.subject_type, document.subject_id, place).filter(pk=document_id).exists():
        raise absent
    return Found(document, DocumentVersion.objects.get(document=document, number=document.version), subject, place)


def document_get(*, actor: Actor, document_id: UUID) -> DocumentFacts:
    """One document.

    Raises: DocumentNotFound.
    """
    found = document_find(actor=actor, document_id=document_id)
    return facts_of(actor, found.subject, found.place, [found.document])[0]


def facts_of(actor: Actor, subject: DocumentSubject, place: Place, documents: Sequence[Document]) -> list[DocumentFacts]:
    """The documents of one record with their contents, in three queries whatever their number."""
    contents = {one.document_id: one for one in DocumentVersion.objects.filter(document__in=documents, number=F("document__version"))}
    names = people(one.uploaded_by for one in documents)
    return [_facts(actor, subject, place, one, contents[one.id], names[one.uploaded_by].full_name) for one in documents if one.uploaded_by in names]


def _facts(actor: Actor, subject: DocumentSubject, place: Place, document: Document, content: DocumentVersion, uploader: str) -> DocumentFacts:
    verdicts = {"download": can_open(content.scan_state), "hide": can_hide(actor, document, subject, place)}
    return DocumentFacts(
        id=document.id,
        subject_type=document.subject_type,
        subject_id=document.subject_id,
        kind=document.kind,
        kind_name=str(KINDS[document.kind].name),
        title=called(document, place, document.title),
        file_name=called(document, place, content.file_name),
        media_type=content.media_type,
        size=content.size or None,
        tier=document.tier,
        version=document.version,
        retention=document.retention,
        keep_until=document.keep_until,
        scan_state=content.scan_state,
        rendered=document.template is not None,
        uploaded_by=PersonOfDocument(document.uploaded_by, uploader),
        uploaded_at=document.uploaded_at,
        can={name: bool(verdict) for name, verdict in verdicts.items()},
        reasons={name: str(verdict.reason) for name, verdict in verdicts.items() if verdict.reason is not None},
    )


def called(document: Document, place: Place, words: str) -> str:
    """Title or file name; of papers of the product's own, with the subject's label, which may be younger than they are."""
    return words if document.template is None else words.replace(LABEL, place.label)


def document_labels(actor: Actor, ids: Iterable[str]) -> dict[str, str]:
    """What a document is called where something points at it: its kind, for a title may say more than a reader may know."""
    wanted = {key for key in ids if _is_id(key)}
    return {str(key): str(KINDS[kind].name) for key, kind in Document.objects.filter(pk__in=wanted).values_list("id", "kind")}


def _is_id(text: str) -> bool:
    try:
        return bool(UUID(text))
    except ValueError:
        return False
