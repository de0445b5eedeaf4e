"""What the trail records of emergency access."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class AccessAct(AuditAct):
    """What the trail records of emergency access."""

    BREAK_GLASS_LOOKUP = "BREAK_GLASS_LOOKUP", Text(id="Cari nasabah untuk akses darurat", en="Looked a customer up for emergency access")
    BREAK_GLASS_REQUEST = "BREAK_GLASS_REQUEST", Text(id="Minta akses darurat", en="Asked for emergency access")
    BREAK_GLASS_APPROVE = "BREAK_GLASS_APPROVE", Text(id="Setujui akses darurat", en="Approved emergency access")
    BREAK_GLASS_SELF_APPROVE = "BREAK_GLASS_SELF_APPROVE", Text(id="Buka akses darurat sendiri", en="Opened emergency access alone")
    BREAK_GLASS_REJECT = "BREAK_GLASS_REJECT", Text(id="Tolak akses darurat", en="Refused emergency access")
    BREAK_GLASS_WITHDRAW = "BREAK_GLASS_WITHDRAW", Text(id="Tarik permintaan akses darurat", en="Withdrew a request for emergency access")
    BREAK_GLASS_LAPSE = "BREAK_GLASS_LAPSE", Text(id="Permintaan akses darurat gugur", en="A request for emergency access lapsed")
    BREAK_GLASS_END = "BREAK_GLASS_END", Text(id="Akhiri akses darurat", en="Ended emergency access")
    BREAK_GLASS_REVOKE = "BREAK_GLASS_REVOKE", Text(id="Cabut akses darurat", en="Revoked emergency access")
    BREAK_GLASS_EXPIRE = "BREAK_GLASS_EXPIRE", Text(id="Akses darurat berakhir", en="Emergency access expired")
    BREAK_GLASS_REVIEW = "BREAK_GLASS_REVIEW", Text(id="Telaah akses darurat", en="Reviewed emergency access")
    BREAK_GLASS_SAMPLE = "BREAK_GLASS_SAMPLE", Text(id="Ambil uji petik", en="Drew a sample")
    BREAK_GLASS_FINDING = "BREAK_GLASS_FINDING", Text(id="Catat temuan uji petik", en="Noted a finding of a sample")
