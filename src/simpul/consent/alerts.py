"""The alert that overrides all targeting: the customer withdrew consent to marketing (product chapter 2.3)."""

from __future__ import annotations

from simpul.platform.alerts import Finding, Look, Rule, Severity
from simpul.platform.db import query
from simpul.platform.text import Text

# Never asked is no alert; a word about one way of writing alone is none either.
_AMONG = """
SELECT s.customer_id, s.effective_at AS since FROM (
    SELECT DISTINCT ON (c.customer_id) c.customer_id, c.status, c.effective_at FROM crm.consents c
    WHERE c.customer_id = ANY (%(ids)s) AND c.consent_type = 'MARKETING' AND c.channel IS NULL
    ORDER BY c.customer_id, c.effective_at DESC) s
WHERE s.status = 'WITHDRAWN'
"""


def _find(look: Look) -> Finding | None:
    rows = query(_AMONG, {"ids": [look.customer.id]})
    return Finding(rows[0]["since"]) if rows else None


CONSENT_WITHDRAWN = Rule(
    "CONSENT_WITHDRAWN",
    Severity.CRITICAL,
    Text(id="Persetujuan pemasaran ditarik", en="Consent to marketing withdrawn"),
    Text(
        id="Nasabah menarik persetujuan pemasaran; tidak ada penawaran yang boleh dikirim.",
        en="The customer withdrew consent to marketing; no offer may be sent.",
    ),
    ("consents.status",),
    _find,
    _AMONG,
    overrides=True,
)
