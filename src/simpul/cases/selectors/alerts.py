"""What stands out about a customer by their cases; the alerts' door.

Everybody who reads a customer knows that a case is open, and that it is overdue. That it is urgent is known as far as the case
is read. That it is fraud is named to agents, supervisors and compliance; everybody else is asked to handle with care.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from simpul.platform.clock import now
from simpul.platform.db import query

# How long a case of fraud is still felt after it was closed.
FRAUD_DAYS = 90

_OF = "crm.case_alerts(%(ids)s, statement_timestamp(), 90)"
# For many customers: SELECT customer_id, since, for those of %(ids)s for whom it holds, as far as the caller reaches.
OPEN_AMONG = f"SELECT customer_id, open_since AS since FROM {_OF} WHERE open_since IS NOT NULL"
OVERDUE_AMONG = f"SELECT customer_id, overdue_since AS since FROM {_OF} WHERE overdue_since IS NOT NULL"
FRAUD_AMONG = f"SELECT customer_id, fraud_since AS since FROM {_OF} WHERE fraud_since IS NOT NULL AND named"
CARE_AMONG = f"SELECT customer_id, fraud_since AS since FROM {_OF} WHERE fraud_since IS NOT NULL AND NOT named"
URGENT_AMONG = """SELECT customer_id, max(created_at) AS since FROM crm.cases WHERE customer_id = ANY (%(ids)s)
    AND status IN ('NEW', 'IN_PROGRESS', 'WAITING_INFO', 'ESCALATED') AND priority IN ('HIGH', 'CRITICAL') GROUP BY customer_id"""


@dataclass(frozen=True)
class Standing:
    """Since when something stands out; None where it does not. `named` says whether the reader is told what `fraud` is."""

    open: datetime | None = None
    overdue: datetime | None = None
    fraud: datetime | None = None
    named: bool = False


def standing(customer_id: UUID) -> Standing:
    """What stands out about one customer whom the caller reaches."""
    rows = query("SELECT open_since, overdue_since, fraud_since, named FROM crm.case_alerts(%s, %s, %s)", ([customer_id], now(), FRAUD_DAYS))
    return Standing(*rows[0].values()) if rows else Standing()


def urgent_since(customer_id: UUID) -> datetime | None:
    """Since when the customer has an open case of high or critical priority that the caller reads."""
    rows = query(URGENT_AMONG, {"ids": [customer_id]})
    return rows[0]["since"] if rows else None
