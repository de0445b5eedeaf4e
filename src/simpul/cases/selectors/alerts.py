"""What stands out about a customer by their cases; the alerts' door.

Everybody who reads a customer knows that a case is open, and that it is overdue. That it is urgent is known as far as the case
is read. That it is fraud is named to agents, supervisors and compliance; everybody else is asked to handle with care.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from simpul.cases.settings import FRAUD_DAYS
from simpul.platform import configuration
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import query


class Standing(StrEnum):
    """What can stand out, by the column that says since when."""

    OPEN = "open_since"
    OVERDUE = "overdue_since"
    FRAUD = "fraud_since"
    CARE = "care_since"
    URGENT = "urgent_since"


@dataclass(frozen=True)
class Raised:
    """Since when it stands out, by which case where that may be told, and the case's number where the reader may know of it."""

    since: datetime
    case_id: UUID | None
    case_no: str | None


_STANDING = """
SELECT a.customer_id, a.open_since, a.overdue_since, CASE WHEN a.named THEN a.fraud_since END AS fraud_since, CASE WHEN NOT a.named THEN a.fraud_since END AS care_since,
       u.created_at AS urgent_since, a.open_case, a.overdue_case, u.case_id AS urgent_case, NULL::uuid AS care_case,
       -- Which case it is that is fraud is known to who reads it.
       CASE WHEN a.named THEN (SELECT c.case_id FROM crm.cases c WHERE c.case_id = a.fraud_case) END AS fraud_case,
       (SELECT jsonb_object_agg(h.case_id, h.case_no) FROM crm.case_heads(array_remove(ARRAY[a.open_case, a.overdue_case, a.fraud_case, u.case_id], NULL)) h) AS numbers
FROM crm.case_alerts(%(ids)s, %(at)s, %(fraud_days)s) a
LEFT JOIN LATERAL (SELECT c.case_id, c.created_at FROM crm.cases c WHERE c.customer_id = a.customer_id
    AND c.status IN ('NEW', 'IN_PROGRESS', 'WAITING_INFO', 'ESCALATED') AND c.priority IN ('HIGH', 'CRITICAL') ORDER BY c.created_at DESC LIMIT 1) u ON true
"""


def among(one: Standing) -> str:
    """For many customers: SELECT customer_id, since, for those of %(ids)s for whom it holds, as far as the caller reaches; with `standing_values`."""
    return f"SELECT customer_id, {one} AS since FROM ({_STANDING}) s WHERE {one} IS NOT NULL"


def standing_values(actor: Actor | None) -> dict[str, Any]:
    """What the statements take beside the customers: the moment, and for how many days a closed case of fraud is still felt."""
    return {"at": now(), "fraud_days": configuration.value(FRAUD_DAYS, actor)}


def standing(actor: Actor, customer_id: UUID) -> Mapping[Standing, Raised]:
    """What stands out about one customer whom the actor, who runs this scope, reaches; in one query."""
    rows = query(_STANDING, {"ids": [customer_id], **standing_values(actor)})
    return {one: _raised(rows[0], one) for one in Standing if rows[0][one] is not None} if rows else {}


def _raised(row: Mapping[str, Any], one: Standing) -> Raised:
    case_id = row[one.replace("_since", "_case")]
    return Raised(row[one], case_id, (row["numbers"] or {}).get(str(case_id)))
