"""Adding events that no other table keeps."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.db import execute
from simpul.platform.ids import uuid7
from simpul.timeline.registry import stored_kind

_INSERT = """
INSERT INTO crm.timeline_events (event_id, customer_id, kind, subject_type, subject_id, occurred_at, tier, branch_code, actor_user_id, data)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""


def add(
    actor: Actor,
    kind: str,
    *,
    customer_id: UUID,
    subject_type: str,
    subject_id: object,
    occurred_at: datetime | None = None,
    tier: int = 1,
    branch_code: str | None = None,
    data: Mapping[str, Any] | None = None,
) -> UUID:
    """Add one event in the transaction of the change that it tells of.

    `data` holds what the kind's wording needs: masked values only.

    Raises: KindUnknown.
    """
    stored_kind(kind)
    event_id = uuid7()
    execute(
        _INSERT,
        (
            event_id,
            customer_id,
            kind,
            subject_type,
            str(subject_id)[:200],
            occurred_at or now(),
            tier,
            branch_code,
            actor.id,
            json.dumps(dict(data or {}), default=str),
        ),
    )
    return event_id


def add_from(actor: Actor, kind: str, select: str, params: Sequence[Any]) -> int:
    """Add one event for each row of a query, in one statement, and say how many.

    `select` is SQL of the calling domain giving customer_id, subject_type, subject_id, occurred_at, tier, branch_code
    and data, in this order.

    Raises: KindUnknown.
    """
    stored_kind(kind)
    return execute(
        f"""INSERT INTO crm.timeline_events (event_id, customer_id, kind, subject_type, subject_id, occurred_at, tier, branch_code, actor_user_id, data)
            SELECT uuidv7(), s.customer_id, %s, s.subject_type, s.subject_id, s.occurred_at, s.tier, s.branch_code, %s, s.data
            FROM ({select}) AS s (customer_id, subject_type, subject_id, occurred_at, tier, branch_code, data)""",
        [kind, actor.id, *params],
    )
