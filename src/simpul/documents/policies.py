"""Who sees a document and who may do what with it: never wider than the record that it belongs to."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from simpul.documents.models import Document
from simpul.documents.registry import DocumentSubject, Place
from simpul.documents.vocabulary import LOCKED, ScanState
from simpul.platform.actor import ALLOW, Actor, Verdict, deny
from simpul.platform.text import Text

_INFECTED = Text(id="Pemindai menemukan malware dalam dokumen ini.", en="The scanner found malware in this document.")
_PENDING = Text(id="Dokumen ini belum dipindai; coba lagi beberapa menit lagi.", en="This document has not been scanned yet; try again in a few minutes.")
_GENERATED = Text(id="Dokumen yang dibuat sistem tidak dihapus.", en="A document made by the system is not removed.")


def in_tier(actor: Actor, place: Place) -> Q:
    """The tiers that the actor holds on the subject, and what is the actor's own."""
    if actor.kind == "SYSTEM" or actor.id in place.owner_ids:
        return Q()
    return Q(tier__lte=place.tier_held) | Q(uploaded_by=actor.id)


def visible_documents(actor: Actor, subject_type: str, subject_id: str, place: Place) -> QuerySet[Document]:
    """The documents of a subject that the actor may know of."""
    return Document.objects.filter(in_tier(actor, place), subject_type=subject_type, subject_id=subject_id, hidden_at__isnull=True)


def can_open(scan_state: str) -> Verdict:
    """Whoever sees a document opens it, unless the scanner found malware or has not answered."""
    if scan_state not in LOCKED:
        return ALLOW
    return deny(_INFECTED if scan_state == ScanState.INFECTED else _PENDING)


def can_hide(actor: Actor, document: Document, subject: DocumentSubject, place: Place) -> Verdict:
    """Who attached it takes it back, and whoever may remove from the subject; what the product made stays."""
    if document.template is not None:
        return deny(_GENERATED)
    attaches = subject.may_attach(actor, place)
    if document.uploaded_by == actor.id and attaches:
        return ALLOW
    return subject.may_remove(actor, place)
