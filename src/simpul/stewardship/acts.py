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
    ERASE_PERSON = "ERASE_PERSON", Text(id="Hapus data pribadi nasabah", en="Erased a person's data")
    MAKE_RIGHTS_PACK = "MAKE_RIGHTS_PACK", Text(id="Siapkan paket data nasabah", en="Made a pack of a person's data")
    EXPORT_RIGHTS_PACK = "EXPORT_RIGHTS_PACK", Text(id="Unduh paket data nasabah", en="Downloaded a pack of a person's data")
    EXPIRE_RIGHTS_PACK = "EXPIRE_RIGHTS_PACK", Text(id="Musnahkan paket data nasabah", en="Destroyed a pack of a person's data")
    END_PROCESSING_LIMIT = "END_PROCESSING_LIMIT", Text(id="Akhiri pembatasan data nasabah", en="Ended a limit on a person's data")
    REVIEW_OBJECTION = "REVIEW_OBJECTION", Text(id="Tinjau keberatan nasabah", en="Reviewed a person's objection")
    PLACE_LEGAL_HOLD = "PLACE_LEGAL_HOLD", Text(id="Tahan data untuk perkara hukum", en="Placed a legal hold")
    LIFT_LEGAL_HOLD = "LIFT_LEGAL_HOLD", Text(id="Cabut penahanan data", en="Lifted a legal hold")
    RECORD_DATA_BREACH = "RECORD_DATA_BREACH", Text(id="Catat kebocoran data", en="Recorded a data breach")
    UPDATE_DATA_BREACH = "UPDATE_DATA_BREACH", Text(id="Ubah kebocoran data", en="Changed a data breach")
    CLOSE_DATA_BREACH = "CLOSE_DATA_BREACH", Text(id="Tutup kebocoran data", en="Closed a data breach")
    VIEW_BREACH_CUSTOMERS = "VIEW_BREACH_CUSTOMERS", Text(id="Lihat nasabah terdampak", en="Viewed the persons affected by a breach")
    WRITE_ASSESSMENT = "WRITE_ASSESSMENT", Text(id="Tulis penilaian dampak", en="Wrote an impact assessment")
    DECIDE_ASSESSMENT = "DECIDE_ASSESSMENT", Text(id="Putuskan penilaian dampak", en="Decided about an impact assessment")
