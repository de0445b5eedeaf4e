"""Following subjects that change outside their workflow: where they lie, whose they are, and the moments that timers wait for."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from simpul.platform.actor import Actor
from simpul.platform.db import atomic, query
from simpul.workflow.models import WorkflowItem
from simpul.workflow.registry import Place, subject_of
from simpul.workflow.selectors.definitions import content_of
from simpul.workflow.services import clocks

_PLACE = """
UPDATE crm.workflow_items i SET customer_id = n.customer_id, branch_code = n.branch_code, owner_ids = n.owner_ids
  FROM jsonb_to_recordset(%s::jsonb) AS n (subject_id text, customer_id uuid, branch_code text, owner_ids uuid[])
 WHERE i.subject_type = %s AND i.subject_id = n.subject_id
RETURNING i.item_id AS id, i.version_id, i.state, i.subject_type, i.subject_id, i.customer_id, i.branch_code, i.visit, i.entered_at
"""


@atomic
def subjects_changed(*, actor: Actor, subject_type: str, subject_ids: Sequence[object], places: Mapping[str, Place] | None = None) -> None:
    """Bring the items of these subjects, in whatever workflow, up to what their domain now says of them, or the caller where it knows."""
    if places is None:
        places = subject_of(subject_type).places(actor, [str(each) for each in subject_ids])
    rows = [
        {"subject_id": key, "customer_id": place.customer_id, "branch_code": place.branch_code, "owner_ids": [str(owner) for owner in place.owner_ids]}
        for key, place in places.items()
    ]
    items = [WorkflowItem(**row) for row in query(_PLACE, (json.dumps(rows, default=str), subject_type))] if rows else []
    clocks.refresh((item, content_of(item.version_id).by_key[item.state].timers) for item in items)
