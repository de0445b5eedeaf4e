"""What stands out about a customer by their cases; the alerts' door.

Everybody who reads a customer knows that a case is open, and that it is overdue. That it is urgent is known as far as the case
is read. That it is fraud is named to agents, supervisors and compliance; everybody else is asked to handle with care.
"""

from __future__ import annotations

from collections.abc import Mapping
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


_STANDING = """
SELECT a.customer_id, a.open_since, a.overdue_since, CASE WHEN a.named THEN a.fraud_since END AS fraud_since, CASE WHEN NOT a.named THEN a.fraud_since END AS care_since,
       (SELECT max(c.created_at) FROM crm.cases c WHERE c.customer_id = a.customer_id
           AND c.status IN ('NEW', 'IN_PROGRESS', 'WAITING_INFO', 'ESCALATED') AND c.priority IN ('HIGH', 'CRITICAL')) AS urgent_since
FROM crm.case_alerts(%(ids)s, %(at)s, %(fraud_days)s) a
"""


def among(one: Standing) -> str:
    """For many customers: SELECT customer_id, since, for those of %(ids)s for whom it holds, as far as the caller reaches; with `standing_values`."""
    return f"SELECT customer_id, {one} AS since FROM ({_STANDING}) s WHERE {one} IS NOT NULL"


def standing_values(actor: Actor | None) -> dict[str, Any]:
    """What the statements take beside the customers: the moment, and for how many days a closed case of fraud is still felt."""
    return {"at": now(), "fraud_days": configuration.value(FRAUD_DAYS, actor)}


def standing(actor: Actor, customer_id: UUID) -> Mapping[Standing, datetime]:
    """What stands out about one customer whom the actor, who runs this scope, reaches, and since when; in one query."""
    rows = query(_STANDING, {"ids": [customer_id], **standing_values(actor)})
    return {one: rows[0][one] for one in Standing if rows[0][one] is not None} if rows else {}
