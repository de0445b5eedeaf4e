"""What the trail records of cases."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class CaseAct(AuditAct):
    """What the trail records of cases."""

    VIEW_SENSITIVE = "VIEW_SENSITIVE", Text(id="Buka data sensitif", en="Opened sensitive data")
    RECOUNT_CASES = "RECOUNT_CASES", Text(id="Hitung ulang tenggat kasus", en="Recounted due times of cases")
    CLIMB_LADDER = "CLIMB_LADDER", Text(id="Tangga eskalasi kasus berjalan", en="Climbed the ladder of escalation")
    CREATE_CASE = "CREATE_CASE", Text(id="Catat kasus", en="Opened a case")
    SEARCH_CASE = "SEARCH_CASE", Text(id="Cari kasus", en="Searched cases")
    VIEW_CASE = "VIEW_CASE", Text(id="Lihat kasus", en="Viewed a case")
    UPDATE_CASE = "UPDATE_CASE", Text(id="Kerjakan kasus", en="Worked on a case")
    ASSIGN_CASE = "ASSIGN_CASE", Text(id="Tugaskan kasus", en="Assigned a case")
    ESCALATE_CASE = "ESCALATE_CASE", Text(id="Eskalasi kasus", en="Escalated a case")
    FINAL_RESPONSE = "FINAL_RESPONSE", Text(id="Jawaban akhir kasus", en="Final response of a case")
    CLOSE_CASE = "CLOSE_CASE", Text(id="Tutup kasus", en="Closed a case")
    REOPEN_CASE = "REOPEN_CASE", Text(id="Buka kembali kasus", en="Reopened a case")
    RECEIVE_INTAKE = "RECEIVE_INTAKE", Text(id="Terima pesan dari luar", en="Received a message from outside")
    ACCEPT_INTAKE = "ACCEPT_INTAKE", Text(id="Buka kasus dari pesan masuk", en="Opened a case from an incoming message")
    DISCARD_INTAKE = "DISCARD_INTAKE", Text(id="Kesampingkan pesan masuk", en="Put an incoming message aside")
    KEEP_REPLY = "KEEP_REPLY", Text(id="Atur balasan siap pakai", en="Kept a reply")
