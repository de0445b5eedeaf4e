"""What was corrected of a customer since a request came, as the trail has it."""

from __future__ import annotations

from simpul.iam.public import system_identity
from simpul.platform.db import query, scope
from simpul.stewardship.models import RightsRequest

_CORRECTED = """
SELECT DISTINCT field FROM audit.audit_logs a CROSS JOIN LATERAL jsonb_object_keys(a.meta -> 'after') AS field
WHERE a.customer_id = %s AND a.action = 'UPDATE_CUSTOMER' AND a.outcome = 'ALLOWED' AND a.created_at >= %s AND jsonb_typeof(a.meta -> 'after') = 'object' ORDER BY 1
"""


def corrected_fields(request: RightsRequest) -> list[str]:
    """The names of the fields that were corrected; whoever asks need not read the trail."""
    with scope(system_identity()):
        return [row["field"] for row in query(_CORRECTED, (request.customer_id, request.received_at))]
