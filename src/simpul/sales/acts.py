"""What the trail records of leads and opportunities."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class SalesAct(AuditAct):
    """What the trail records of leads and opportunities."""

    CREATE_LEAD = "CREATE_LEAD", Text(id="Buat prospek", en="Created a lead")
    CREATE_LEADS = "CREATE_LEADS", Text(id="Buat banyak prospek", en="Created many leads")
    UPDATE_LEAD = "UPDATE_LEAD", Text(id="Ubah prospek", en="Changed a lead")
    MOVE_LEAD = "MOVE_LEAD", Text(id="Pindahkan prospek", en="Moved a lead")
    CLOSE_LEAD = "CLOSE_LEAD", Text(id="Tutup prospek", en="Closed a lead")
    REOPEN_LEAD = "REOPEN_LEAD", Text(id="Buka kembali prospek", en="Reopened a lead")
    UNDO_LEAD = "UNDO_LEAD", Text(id="Batalkan langkah prospek", en="Undid a step of a lead")
    ASSIGN_LEAD = "ASSIGN_LEAD", Text(id="Tugaskan prospek", en="Assigned a lead")
    CONVERT_LEAD = (
        "CONVERT_LEAD",
        Text(id="Jadikan prospek peluang", en="Turned a lead into an opportunity"),
    )
    SEARCH_LEAD = (
        "SEARCH_LEAD",
        Text(id="Cari prospek dan peluang", en="Searched leads and opportunities"),
    )
    CREATE_OPPORTUNITY = "CREATE_OPPORTUNITY", Text(id="Buat peluang", en="Created an opportunity")
    UPDATE_OPPORTUNITY = "UPDATE_OPPORTUNITY", Text(id="Ubah peluang", en="Changed an opportunity")
    MOVE_OPPORTUNITY = "MOVE_OPPORTUNITY", Text(id="Pindahkan peluang", en="Moved an opportunity")
    CLOSE_OPPORTUNITY = "CLOSE_OPPORTUNITY", Text(id="Tutup peluang", en="Closed an opportunity")
    REOPEN_OPPORTUNITY = (
        "REOPEN_OPPORTUNITY",
        Text(id="Buka kembali peluang", en="Reopened an opportunity"),
    )
    UNDO_OPPORTUNITY = (
        "UNDO_OPPORTUNITY",
        Text(id="Batalkan langkah peluang", en="Undid a step of an opportunity"),
    )
    CHANGE_AFTER_CASE_RULE = (
        "CHANGE_AFTER_CASE_RULE",
        Text(id="Ubah aturan sesudah kasus", en="Changed what follows a closed case"),
    )
    CHANGE_LEAD_SCORING = "CHANGE_LEAD_SCORING", Text(id="Ubah penilaian prospek", en="Changed how leads are scored")
