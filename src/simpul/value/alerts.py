"""The alert that value raises on a customer's page: the customer cools towards being lost."""

from __future__ import annotations

from simpul.platform.alerts import Finding, Look, Rule, Severity
from simpul.platform.db import query
from simpul.platform.text import Text

_AMONG = """
SELECT s.customer_id, s.calculated_at AS since
FROM crm.rfm_scores s JOIN crm.customer_facts f ON f.customer_id = s.customer_id
WHERE s.customer_id = ANY (%(ids)s) AND f.rfm_segment = 'AT_RISK'
"""


def _find(look: Look) -> Finding | None:
    rows = query(_AMONG, {"ids": [look.customer.id]})
    return Finding(rows[0]["since"]) if rows else None


AT_RISK_SEGMENT = Rule(
    "AT_RISK_SEGMENT",
    Severity.INFO,
    Text(id="Nasabah berisiko pergi", en="Customer at risk"),
    Text(
        id="Segmen RFM nasabah ini Berisiko pergi: kegiatannya mendingin.",
        en="The RFM segment of this customer is At risk: activity cools down.",
    ),
    ("customer_facts.rfm_segment",),
    _find,
    _AMONG,
)
