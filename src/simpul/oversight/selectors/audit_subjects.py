"""The trail seen from one customer: who did what about them, when, and why."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from simpul.audit.public import label
from simpul.iam.public import people, role_names
from simpul.oversight.selectors.audit import AuditFilter, customer_labels, within
from simpul.platform.actor import Actor
from simpul.platform.db import query

# A summary of more would tell less; the list below it pages through everything.
_COUNTED = 20_000
_REASONS = 3


def audit_subject(*, actor: Actor, customer_id: UUID) -> dict[str, Any]:
    """Who did what about the customer, the latest first, within the caller's reach on the trail."""
    conditions, values = within(actor, AuditFilter(customer_id=customer_id))
    rows = query(
        f"""WITH recent AS MATERIALIZED (
                SELECT actor_user_id, actor_role_key, action, outcome, elevation_id, created_at, nullif(meta ->> 'reason', '') AS reason
                FROM audit.audit_logs WHERE {" AND ".join(conditions)} ORDER BY created_at DESC LIMIT %s
            ), acts AS (
                SELECT actor_user_id, action, count(*) AS n FROM recent GROUP BY actor_user_id, action
            )
            SELECT r.actor_user_id, array_agg(DISTINCT r.actor_role_key) FILTER (WHERE r.actor_role_key IS NOT NULL) AS roles,
                   count(*) AS count, count(*) FILTER (WHERE r.outcome = 'DENIED') AS denied, count(r.elevation_id) AS elevated,
                   min(r.created_at) AS first_at, max(r.created_at) AS last_at,
                   (SELECT jsonb_agg(jsonb_build_object('action', a.action, 'count', a.n) ORDER BY a.n DESC, a.action)
                    FROM acts a WHERE a.actor_user_id = r.actor_user_id) AS actions,
                   array_agg(r.reason ORDER BY r.created_at DESC) FILTER (WHERE r.reason IS NOT NULL) AS reasons
            FROM recent r GROUP BY r.actor_user_id ORDER BY last_at DESC, r.actor_user_id""",
        [*values, _COUNTED],
    )
    names = role_names()
    who = people(row["actor_user_id"] for row in rows)
    records = sum(row["count"] for row in rows)
    return {
        "customer_id": customer_id,
        "customer_label": customer_labels({customer_id}).get(customer_id),
        "records": records,
        "capped": records == _COUNTED,
        "people": [
            {
                **row,
                "actor": who.get(row["actor_user_id"]),
                "roles": [str(names.get(key, key)) for key in row["roles"] or []],
                "actions": [{**act, "label": label(act["action"])} for act in row["actions"]],
                "reasons": list(dict.fromkeys(row["reasons"] or []))[:_REASONS],
            }
            for row in rows
        ],
    }
