"""The open cases of a customer by number and due time, as far as the caller knows of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from simpul.platform.db import query

_OPEN = """
SELECT h.case_id, h.case_no, h.sla_due_at, count(*) OVER () AS number
FROM crm.case_heads(ARRAY(SELECT s.case_id FROM crm.case_summaries(ARRAY[%s]::uuid[]) s)) h
WHERE h.status IN ('NEW', 'IN_PROGRESS', 'WAITING_INFO', 'ESCALATED') ORDER BY h.sla_due_at, h.case_id LIMIT 1
"""


@dataclass(frozen=True)
class OpenCase:
    """The open case that is due first, and how many are open."""

    case_id: UUID
    case_no: str
    sla_due_at: datetime
    number: int


def open_case_first(customer_id: UUID) -> OpenCase | None:
    """The open case of a customer that is due first; None without one that the caller knows of."""
    rows = query(_OPEN, (customer_id,))
    return OpenCase(**rows[0]) if rows else None
