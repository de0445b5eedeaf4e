"""Lifecycle stages of customers: computed by rule for some or for all, with history."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from simpul.customers.public import facts_write_from
from simpul.iam.public import system_identity
from simpul.platform import configuration
from simpul.platform.clock import now
from simpul.platform.db import query, scope
from simpul.sales.services.scoring import leads_score
from simpul.sales.settings import DORMANT_DAYS

_COMPUTE = """
WITH found AS MATERIALIZED (SELECT * FROM crm.lifecycle_find(%(ids)s, %(at)s, %(days)s)),
changed AS (
    INSERT INTO crm.customer_lifecycle AS s (customer_id, stage, since, reason) SELECT customer_id, stage, %(at)s, reason FROM found
    ON CONFLICT (customer_id) DO UPDATE SET stage = excluded.stage, reason = excluded.reason,
        since = CASE WHEN s.stage = excluded.stage THEN s.since ELSE excluded.since END
    WHERE (s.stage, s.reason) IS DISTINCT FROM (excluded.stage, excluded.reason)
    RETURNING new.customer_id, old.stage AS before, new.stage AS after, new.reason
), told AS (
    INSERT INTO crm.lifecycle_changes (lifecycle_change_id, customer_id, before, after, reason, at)
    SELECT uuidv7(), customer_id, before, after, reason, %(at)s FROM changed WHERE before IS DISTINCT FROM after
    RETURNING 1
)
SELECT count(*) AS n FROM told
"""
_FACT = """
SELECT s.customer_id, s.stage FROM crm.customer_lifecycle s LEFT JOIN crm.customer_facts f ON f.customer_id = s.customer_id
WHERE (%s::uuid[] IS NULL OR s.customer_id = ANY (%s)) AND f.lifecycle_stage IS DISTINCT FROM s.stage
"""


def lifecycle_compute(customer_ids: Sequence[UUID] | None = None) -> int:
    """Compute the stages of these customers, or of all, in the caller's transaction; how many changed.

    For the product itself: whoever moved a lead need not reach all that the stage rests on.
    """
    ids = None if customer_ids is None else sorted(set(customer_ids))
    if ids == []:
        return 0
    with scope(system_identity()):
        values: dict[str, object] = {"ids": ids, "at": now(), "days": int(configuration.value(DORMANT_DAYS, None))}
        changed = int(query(_COMPUTE, values)[0]["n"])
        facts_write_from(_FACT, [ids, ids], ["lifecycle_stage"])
    return changed


def customers_follow(customer_ids: Sequence[UUID]) -> None:
    """Bring what other domains read of these customers up to their leads and opportunities."""
    ids = sorted(set(customer_ids))
    if not ids:
        return
    with scope(system_identity()):
        facts_write_from("SELECT customer_id, status FROM crm.lead_standing(%s)", [ids], ["lead_status"])
    lifecycle_compute(ids)
    leads_score(ids)
