"""What the trail records of notices."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class NoticeAct(AuditAct):
    """What the trail records of notices."""

    MARK_NOTICES = "MARK_NOTICES", Text(id="Tandai pemberitahuan", en="Marked notices")
