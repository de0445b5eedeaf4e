"""What the trail records of consent."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class ConsentAct(AuditAct):
    """What the trail records of consent."""

    CHANGE_CONSENT = "CHANGE_CONSENT", Text(id="Ubah persetujuan", en="Changed a consent")
    VERIFY_CUSTOMER = "VERIFY_CUSTOMER", Text(id="Verifikasi nasabah", en="Verified a customer")
    REQUEST_CONSENT = "REQUEST_CONSENT", Text(id="Ajukan perubahan persetujuan", en="Asked for a change of consent")
    APPROVE_CONSENT = "APPROVE_CONSENT", Text(id="Setujui perubahan persetujuan", en="Approved a change of consent")
    REJECT_CONSENT = "REJECT_CONSENT", Text(id="Tolak perubahan persetujuan", en="Rejected a change of consent")
    WITHDRAW_CONSENT_REQUEST = "WITHDRAW_CONSENT_REQUEST", Text(id="Tarik pengajuan persetujuan", en="Took back a request about consent")
    CHANGE_CONSENT_PURPOSE = "CHANGE_CONSENT_PURPOSE", Text(id="Ubah tujuan persetujuan", en="Changed a purpose of consent")
    PUBLISH_CONSENT_WORDING = "PUBLISH_CONSENT_WORDING", Text(id="Terbitkan naskah persetujuan", en="Published a wording of consent")
