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
