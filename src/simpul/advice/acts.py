"""What the trail records of alerts."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class AlertAct(AuditAct):
    """What the trail records of alerts."""

    ACKNOWLEDGE_ALERT = "ACKNOWLEDGE_ALERT", Text(id="Sembunyikan peringatan", en="Acknowledged an alert")
    RESTORE_ALERT = "RESTORE_ALERT", Text(id="Munculkan lagi peringatan", en="Restored an alert")
