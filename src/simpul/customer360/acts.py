"""What the trail records of a customer's page."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class PageAct(AuditAct):
    """What the trail records of a customer's page."""

    VIEW_TIMELINE = "VIEW_TIMELINE", Text(id="Buka linimasa", en="Opened timeline")
