"""Writing the trail, in the transaction of what it records."""

from __future__ import annotations

import json
from typing import Any, Mapping
from uuid import UUID

from simpul.audit.actions import Action
from simpul.platform.actor import Actor
from simpul.platform.db import execute
from simpul.platform.errors import RefusalFacts
from simpul.platform.redaction import masked, masked_all

_INSERT = """
INSERT INTO audit.audit_logs (action, object_type, object_id, customer_id, branch_code, actor_user_id, actor_role_key,
                              ip_address, user_agent, request_id, elevation_id, outcome, meta)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""


def record(
    actor: Actor,
    action: Action | str,
    *,
    object_type: str,
    object_id: object,
    customer_id: UUID | None = None,
    branch_code: str | None = None,
    outcome: str = "ALLOWED",
    meta: Mapping[str, Any] | None = None,
) -> None:
    """Append one row; when it cannot be written, the change it records does not happen.

    `meta` carries masked or hashed values only: that is for the caller to see to. What slips through all the same, a
    person's number or a forged line, is masked here.
    """
    execute(
        _INSERT,
        (
            str(action),
            object_type,
            masked(str(object_id))[:200],
            customer_id,
            branch_code,
            actor.id,
            actor.main_role,
            actor.ip,
            masked(actor.user_agent)[:300] or None,
            actor.request_id or None,
            actor.elevation_id,
            outcome,
            json.dumps(masked_all(dict(meta or {})), default=str),
        ),
    )


def record_refusal(actor: Actor, facts: RefusalFacts, outcome: str, code: str) -> None:
    """Append the row of an attempt that was refused or failed, after its roll-back."""
    record(
        actor,
        facts.action,
        object_type=facts.object_type,
        object_id=facts.object_id,
        customer_id=facts.customer_id,
        branch_code=facts.branch_code,
        outcome=outcome,
        meta={**facts.meta, "code": code},
    )
