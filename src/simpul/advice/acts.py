"""What the trail records of alerts and advice."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class AdviceAct(AuditAct):
    """What the trail records of alerts and advice."""

    ACKNOWLEDGE_ALERT = (
        "ACKNOWLEDGE_ALERT",
        Text(id="Sembunyikan peringatan", en="Acknowledged an alert"),
    )
    RESTORE_ALERT = "RESTORE_ALERT", Text(id="Munculkan lagi peringatan", en="Restored an alert")
    DECIDE_ADVICE = "DECIDE_ADVICE", Text(id="Putuskan saran", en="Decided about advice")
    UNDO_ADVICE = "UNDO_ADVICE", Text(id="Batalkan putusan saran", en="Took a decision about advice back")
    CHANGE_ADVICE_RULE = "CHANGE_ADVICE_RULE", Text(id="Ubah aturan saran", en="Changed a rule of advice")
