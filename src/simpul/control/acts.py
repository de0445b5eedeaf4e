"""What the trail records of changes that take a second person."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class ControlAct(AuditAct):
    """What the trail records of changes that take a second person."""

    PROPOSE_CHANGE = "PROPOSE_CHANGE", Text(id="Usulkan perubahan", en="Proposed a change")
    APPROVE_CHANGE = "APPROVE_CHANGE", Text(id="Setujui perubahan", en="Approved a change")
    DECLINE_CHANGE = "DECLINE_CHANGE", Text(id="Tolak perubahan", en="Declined a change")
    WITHDRAW_CHANGE = "WITHDRAW_CHANGE", Text(id="Tarik usulan perubahan", en="Withdrew a proposed change")
    EXPIRE_CHANGE = "EXPIRE_CHANGE", Text(id="Usulan perubahan kedaluwarsa", en="A proposed change expired")
    FAIL_CHANGE = "FAIL_CHANGE", Text(id="Perubahan tidak dapat diterapkan", en="A change could not be applied")
    TAKE_RESULT = "TAKE_RESULT", Text(id="Ambil hasil sekali pakai", en="Took a one-time result")
    USE_CODES = "USE_CODES", Text(id="Pakai kode tersegel", en="Used sealed codes")
    OPEN_RECERTIFICATION = "OPEN_RECERTIFICATION", Text(id="Buka peninjauan hak", en="Opened a review of rights")
    DECIDE_RECERTIFICATION = "DECIDE_RECERTIFICATION", Text(id="Putuskan hak dalam peninjauan", en="Decided about rights in a review")
    CLOSE_RECERTIFICATION = "CLOSE_RECERTIFICATION", Text(id="Tutup peninjauan hak", en="Closed a review of rights")
    MAKE_CODES = "MAKE_CODES", Text(id="Buat kode tersegel", en="Made sealed codes")
