"""What the trail records of segments and campaigns."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class MarketingAct(AuditAct):
    """What the trail records of segments and campaigns."""

    CREATE_SEGMENT = "CREATE_SEGMENT", Text(id="Buat segmen", en="Created a segment")
    CHANGE_SEGMENT = "CHANGE_SEGMENT", Text(id="Ubah segmen", en="Changed a segment")
    ARCHIVE_SEGMENT = "ARCHIVE_SEGMENT", Text(id="Arsipkan segmen", en="Archived a segment")
    RESTORE_SEGMENT = "RESTORE_SEGMENT", Text(id="Pulihkan segmen", en="Restored a segment")
    REFRESH_SEGMENT = "REFRESH_SEGMENT", Text(id="Segarkan segmen", en="Refreshed a segment")
    UPLOAD_SEGMENT_LIST = "UPLOAD_SEGMENT_LIST", Text(id="Unggah daftar segmen", en="Uploaded the list of a segment")
    REMOVE_SEGMENT_MEMBERS = "REMOVE_SEGMENT_MEMBERS", Text(id="Keluarkan anggota segmen", en="Removed members of a segment")
    VIEW_SEGMENT_SAMPLES = "VIEW_SEGMENT_SAMPLES", Text(id="Lihat contoh anggota segmen", en="Viewed samples of a segment")
    CREATE_CAMPAIGN = "CREATE_CAMPAIGN", Text(id="Buat kampanye", en="Created a campaign")
    CHANGE_CAMPAIGN = "CHANGE_CAMPAIGN", Text(id="Ubah kampanye", en="Changed a campaign")
    SUBMIT_CAMPAIGN = "SUBMIT_CAMPAIGN", Text(id="Ajukan kampanye", en="Submitted a campaign")
    APPROVE_CAMPAIGN = "APPROVE_CAMPAIGN", Text(id="Setujui kampanye", en="Approved a campaign")
    REJECT_CAMPAIGN = "REJECT_CAMPAIGN", Text(id="Tolak kampanye", en="Rejected a campaign")
    REDRAFT_CAMPAIGN = "REDRAFT_CAMPAIGN", Text(id="Perbaiki kampanye", en="Took a campaign back to a draft")
    EXECUTE_CAMPAIGN = "EXECUTE_CAMPAIGN", Text(id="Jalankan kampanye", en="Started a campaign")
    PAUSE_CAMPAIGN = "PAUSE_CAMPAIGN", Text(id="Jeda kampanye", en="Paused a campaign")
    RESUME_CAMPAIGN = "RESUME_CAMPAIGN", Text(id="Lanjutkan kampanye", en="Resumed a campaign")
    CANCEL_CAMPAIGN = "CANCEL_CAMPAIGN", Text(id="Batalkan kampanye", en="Cancelled a campaign")
    FINISH_CAMPAIGN = "FINISH_CAMPAIGN", Text(id="Selesaikan kampanye", en="Finished a campaign")
    VIEW_ELIGIBILITY = "VIEW_ELIGIBILITY", Text(id="Lihat kelayakan nasabah dalam kampanye", en="Looked at a customer's eligibility for a campaign")
