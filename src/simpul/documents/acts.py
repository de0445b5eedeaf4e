"""What the trail records of documents."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class DocumentAct(AuditAct):
    """What the trail records of documents."""

    ATTACH_DOCUMENT = "ATTACH_DOCUMENT", Text(id="Lampirkan dokumen", en="Attached a document")
    RENDER_DOCUMENT = "RENDER_DOCUMENT", Text(id="Buat dokumen", en="Made a document")
    DOWNLOAD_DOCUMENT = "DOWNLOAD_DOCUMENT", Text(id="Unduh dokumen", en="Downloaded a document")
    HIDE_DOCUMENT = "HIDE_DOCUMENT", Text(id="Hapus dokumen dari tampilan", en="Took a document out of sight")
    SCAN_DOCUMENT = "SCAN_DOCUMENT", Text(id="Pindai dokumen", en="Scanned a document")
    PURGE_DOCUMENT = "PURGE_DOCUMENT", Text(id="Musnahkan isi dokumen", en="Destroyed a document's content")
