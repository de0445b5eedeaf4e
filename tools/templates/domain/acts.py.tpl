"""What the trail records of $plural."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class ${Entity}Act(AuditAct):
    """What the trail records of $plural."""

    CREATE_$ENTITY = "CREATE_$ENTITY", Text(id="Buat $Title", en="Created $Title")
