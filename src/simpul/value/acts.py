"""What the trail records of the value of customers."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class ValueAct(AuditAct):
    """What the trail records of the value of customers."""

    CHANGE_RFM_THRESHOLDS = (
        "CHANGE_RFM_THRESHOLDS",
        Text(id="Ubah ambang RFM", en="Changed the RFM thresholds"),
    )
    COMPUTE_RFM = "COMPUTE_RFM", Text(id="Hitung skor RFM", en="Computed RFM scores")
