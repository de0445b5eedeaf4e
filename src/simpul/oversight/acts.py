"""What the trail records of who watches over the others."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class OversightAct(AuditAct):
    """What the trail records of who watches over the others."""

    DISCARD_WORK = "DISCARD_WORK", Text(id="Buang pekerjaan gagal", en="Discarded failed work")
    REVIEW_SUSPICION = "REVIEW_SUSPICION", Text(id="Tinjau aktivitas mencurigakan", en="Reviewed suspicious activity")
    EXPORT_AUDIT = "EXPORT_AUDIT", Text(id="Ekspor jejak audit", en="Exported the audit trail")
    VIEW_ACCESS_REPORT = "VIEW_ACCESS_REPORT", Text(id="Buka laporan akses nasabah", en="Opened a report of access to a customer")
    EXPORT_ACCESS_REPORT = "EXPORT_ACCESS_REPORT", Text(id="Ekspor laporan akses nasabah", en="Exported a report of access to a customer")
