"""The alert that leads raise on a customer's page: one that the reader sees is nobody's."""

from __future__ import annotations

from simpul.platform.alerts import Finding, Look, Rule, Severity
from simpul.platform.db import query
from simpul.platform.text import Text

_AMONG = """
SELECT customer_id, min(created_at) AS since FROM crm.leads
WHERE customer_id = ANY (%(ids)s) AND assigned_to IS NULL AND status IN ('NEW', 'CONTACTED', 'QUALIFIED') GROUP BY customer_id
"""


def _find(look: Look) -> Finding | None:
    rows = query(_AMONG, {"ids": [look.customer.id]})
    return Finding(rows[0]["since"]) if rows else None


LEAD_UNASSIGNED = Rule(
    "LEAD_UNASSIGNED",
    Severity.WARNING,
    Text(id="Prospek belum ditugaskan", en="Unassigned lead"),
    Text(id="Prospek nasabah ini menunggu di antrean cabang.", en="A lead of this customer waits in the queue of its branch."),
    ("leads.assigned_to",),
    _find,
    _AMONG,
)
