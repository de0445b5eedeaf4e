"""What the trail records of the rights of the person."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class StewardshipAct(AuditAct):
    """What the trail records of the rights of the person."""

    RECEIVE_RIGHTS_REQUEST = "RECEIVE_RIGHTS_REQUEST", Text(id="Terima permintaan hak pribadi", en="Received a rights request")
    VERIFY_RIGHTS_REQUEST = "VERIFY_RIGHTS_REQUEST", Text(id="Verifikasi pemohon hak pribadi", en="Verified the requester of a right")
    ASSIGN_RIGHTS_REQUEST = "ASSIGN_RIGHTS_REQUEST", Text(id="Tugaskan permintaan hak pribadi", en="Assigned a rights request")
    PROPOSE_RIGHTS_REQUEST = "PROPOSE_RIGHTS_REQUEST", Text(id="Ajukan hasil permintaan hak pribadi", en="Proposed the outcome of a rights request")
    APPROVE_RIGHTS_REQUEST = "APPROVE_RIGHTS_REQUEST", Text(id="Setujui permintaan hak pribadi", en="Approved a rights request")
    RETURN_RIGHTS_REQUEST = "RETURN_RIGHTS_REQUEST", Text(id="Kembalikan permintaan hak pribadi", en="Returned a rights request")
    COMPLETE_RIGHTS_REQUEST = "COMPLETE_RIGHTS_REQUEST", Text(id="Selesaikan permintaan hak pribadi", en="Completed a rights request")
    REFUSE_RIGHTS_REQUEST = "REFUSE_RIGHTS_REQUEST", Text(id="Tolak permintaan hak pribadi", en="Refused a rights request")
    WITHDRAW_RIGHTS_REQUEST = "WITHDRAW_RIGHTS_REQUEST", Text(id="Tarik permintaan hak pribadi", en="Withdrew a rights request")
