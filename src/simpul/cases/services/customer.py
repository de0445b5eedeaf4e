"""What higher domains ask of a customer: whether a case is open, kept in `crm.customer_facts` in the transaction of the change."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from simpul.customers.public import facts_write_from
from simpul.iam.public import system_identity
from simpul.platform.db import scope

# A gate that protects a person holds until the case is closed, so also while it is answered.
_STANDING = """
SELECT w.customer_id, count(c.case_id) > 0, coalesce(bool_or(k.is_sensitive), false)
FROM unnest(%s::uuid[]) AS w (customer_id)
LEFT JOIN crm.cases c ON c.customer_id = w.customer_id AND c.status <> 'CLOSED' LEFT JOIN crm.case_categories k USING (category_code) GROUP BY 1
"""


def facts_follow(customer_ids: Iterable[UUID]) -> None:
    """Say of these customers whether a case, and a sensitive one, stands.

    As SYSTEM: a case counts whoever reaches it, and a unit works on cases of customers that it does not reach.
    """
    ids = sorted(set(customer_ids))
    if ids:
        with scope(system_identity()):
            facts_write_from(_STANDING, [ids], ["has_open_case", "has_open_sensitive_case"])
