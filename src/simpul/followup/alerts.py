"""The alert that the programme raises: a member for whom no agent is free."""

from __future__ import annotations

from simpul.platform.alerts import Finding, Look, Rule, Severity
from simpul.platform.db import query
from simpul.platform.text import Text

_AMONG = """
SELECT customer_id, window_ends_at AS since FROM crm.followup_assignments
WHERE customer_id = ANY (%(ids)s) AND status = 'PENDING'
"""


def _find(look: Look) -> Finding | None:
    rows = query(_AMONG, {"ids": [look.customer.id]})
    return Finding(rows[0]["since"]) if rows else None


FOLLOWUP_PENDING = Rule(
    "FOLLOWUP_PENDING",
    Severity.WARNING,
    Text(id="Tindak lanjut tertunda", en="Follow-up is pending"),
    Text(
        id="Jendela anggota ini berakhir dan tidak ada petugas yang bebas; rotasi berikutnya mencoba lagi.",
        en="The window of this member is over and no agent is free; the next run tries again.",
    ),
    ("followup_assignments.status",),
    _find,
    _AMONG,
)
