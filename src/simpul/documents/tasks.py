"""The jobs of the document store."""

from __future__ import annotations

from simpul.documents import scanning
from simpul.documents.services import freezing, keeping
from simpul.iam.public import system_actor
from simpul.platform.db import scope
from simpul.platform.jobs import job
from simpul.platform.text import Text


@job("documents.scan", title=Text(id="Memindai dokumen", en="Scan documents"), cron="*/5 * * * *", own_transactions=True)
def scan_waiting(timestamp: int = 0) -> None:
    """Scan what was attached while the scanner did not answer, one content a transaction."""
    if not scanning.configured():
        return
    actor = system_actor()
    with scope(actor):
        waiting = keeping.pending_contents()
    for version_id in waiting:
        try:
            with scope(actor):
                keeping.content_scan(actor=actor, version_id=version_id)
        except scanning.ScannerUnavailable:
            return  # still away: the next run tries again


@job("documents.make", title=Text(id="Membuat berkas dokumen", en="Make the files of documents"), cron="* * * * *", own_transactions=True)
def make_waiting(timestamp: int = 0) -> None:
    """Make the files of papers that nobody has opened yet, one a transaction: no later release decides how they look."""
    actor = system_actor()
    with scope(actor):
        waiting = freezing.frozen_documents()
    for document_id in waiting:
        with scope(actor):
            freezing.document_make(actor=actor, document_id=document_id)


@job(
    "documents.keep", title=Text(id="Menerapkan masa simpan dokumen", en="Keep documents for as long as they must be"), cron="23 2 * * *", own_transactions=True
)
def keep(timestamp: int = 0) -> None:
    """Destroy contents whose retention is over, and remove files that no row names, every night."""
    actor = system_actor()
    with scope(actor):
        ended = keeping.ended_documents()
    for document_id in ended:
        with scope(actor):
            keeping.document_purge(actor=actor, document_id=document_id)
    with scope(actor):
        keeping.orphans_sweep()
