"""The alert that value raises on a customer's page: the customer cools towards being lost."""

from __future__ import annotations

from simpul.platform.alerts import Finding, Look, Rule, Severity
from simpul.platform.db import query
from simpul.platform.text import Text

_AMONG = """
SELECT customer_id, calculated_at AS since FROM crm.rfm_scores
WHERE customer_id = ANY (%(ids)s) AND segment = 'AT_RISK'
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
    ("rfm_scores.segment",),
    _find,
    _AMONG,
)
