"""What the store does by itself: late scans, the end of retention, files that no row names."""

from __future__ import annotations

import tempfile
from itertools import islice
from uuid import UUID

from django.db import transaction

from simpul.audit.public import record
from simpul.documents import scanning, storage
from simpul.documents.acts import DocumentAct
from simpul.documents.models import Document, DocumentVersion
from simpul.documents.services.opening import unsealed
from simpul.documents.vocabulary import ScanState
from simpul.platform.actor import Actor
from simpul.platform.clock import now, today
from simpul.platform.db import query
from simpul.platform.notifier import notify

INFECTED = "documents.infected"
A_DAY = 86_400
_BATCH = 500
_SPOOLED = 4_000_000


def pending_contents() -> list[UUID]:
    """The contents that wait for the scanner, oldest first."""
    return list(DocumentVersion.objects.filter(scan_state=ScanState.PENDING).exclude(sealed_key="").order_by("id").values_list("id", flat=True)[:_BATCH])


@transaction.atomic
def content_scan(*, actor: Actor, version_id: UUID) -> ScanState:
    """Scan one content that waited: a clean one opens, an infected one stays locked, and who attached it is told.

    Raises: ScannerUnavailable.
    """
    content = DocumentVersion.objects.select_for_update().select_related("document").get(pk=version_id)
    if content.scan_state != ScanState.PENDING:
        return ScanState(content.scan_state)
    with tempfile.SpooledTemporaryFile(max_size=_SPOOLED) as clear:
        for piece in unsealed(content):
            clear.write(piece)
        finding = scanning.scan(clear)  # type: ignore[arg-type]
    state = ScanState.CLEAN if finding is None else ScanState.INFECTED
    content.scan_state, content.scanned_at, content.finding = state, now(), finding or ""
    content.save(update_fields=["scan_state", "scanned_at", "finding"])
    document = content.document
    meta = {"scan": str(state), "finding": finding or "", "kind": document.kind}
    record(
        actor,
        DocumentAct.SCAN_DOCUMENT,
        object_type="DOCUMENT",
        object_id=document.id,
        customer_id=document.customer_id,
        branch_code=document.branch_code,
        meta=meta,
    )
    if finding is not None:
        notify(INFECTED, [document.uploaded_by], subject_type=document.subject_type, subject_id=document.subject_id)
    return state


def ended_documents() -> list[UUID]:
    """Hidden documents whose retention is over."""
    return list(Document.objects.filter(hidden_at__isnull=False, purged_at__isnull=True, keep_until__lte=today()).values_list("id", flat=True)[:_BATCH])


@transaction.atomic
def document_purge(*, actor: Actor, document_id: UUID) -> None:
    """Destroy the content of a hidden document after its retention: the key first, for ever, then the file; the row stays as a record."""
    document = Document.objects.select_for_update().get(pk=document_id)
    if document.hidden_at is None or document.purged_at is not None or document.keep_until > today():
        return
    addresses = list(document.versions.values_list("address", flat=True))
    document.versions.update(sealed_key="", frozen="")
    document.purged_at = now()
    document.save(update_fields=["purged_at"])
    meta = {"kind": document.kind, "retention": document.retention, "keep_until": document.keep_until}
    record(
        actor,
        DocumentAct.PURGE_DOCUMENT,
        object_type="DOCUMENT",
        object_id=document.id,
        customer_id=document.customer_id,
        branch_code=document.branch_code,
        meta=meta,
    )
    transaction.on_commit(lambda: _remove(addresses))


def _remove(addresses: list[str]) -> None:
    for address in addresses:
        storage.store().remove(address)


def orphans_sweep(*, older_than: float = A_DAY) -> int:
    """Remove files that no row names, left by a crash between file and row; `older_than` is in seconds. Says how many."""
    store, removed = storage.store(), 0
    found = store.older_than(older_than)
    while batch := list(islice(found, _BATCH)):
        used = set(query("SELECT crm.addresses_in_use(%s) AS used", (batch,))[0]["used"])
        for address in batch:
            if address not in used:
                store.remove(address)
                removed += 1
    return removed
