"""Short ways to act on parcels in tests."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from simpul.platform.db import query, scope
from simpul.workflow import public as workflow
from simpul.workflow.public import ItemFacts
from tests.support import people
from tests.support.database import rows


def start(who: str, parcel_id: UUID, **more: Any) -> ItemFacts:
    with scope(actor := people.actor(who)):
        return workflow.start(actor=actor, definition="parcel", subject_id=parcel_id, **more)


def move(who: str, parcel_id: UUID, transition: str, **more: Any) -> ItemFacts:
    with scope(actor := people.actor(who)):
        return workflow.move(actor=actor, definition="parcel", subject_id=parcel_id, transition=transition, **more)


def roll_back(who: str, parcel_id: UUID, reason: str = "salah langkah", **more: Any) -> ItemFacts:
    with scope(actor := people.actor(who)):
        return workflow.roll_back(actor=actor, definition="parcel", subject_id=parcel_id, reason=reason, **more)


def allowed(who: str, parcel_id: UUID) -> dict[str, str | None]:
    """The transitions on offer, each with the reason against it."""
    with scope(actor := people.actor(who)):
        found = workflow.allowed_moves(actor, "parcel", [parcel_id]).get(str(parcel_id), [])
        return {one.transition: None if one.verdict else str(one.verdict.reason) for one in found}


def item(parcel_id: UUID) -> dict[str, Any]:
    with rows():
        return query("SELECT * FROM crm.workflow_items WHERE subject_id = %s", (str(parcel_id),))[0]


def history(parcel_id: UUID) -> list[tuple[Any, ...]]:
    """Number, kind, transition, origin and target of every move."""
    with rows():
        found = query(
            "SELECT m.* FROM crm.workflow_moves m JOIN crm.workflow_items i USING (item_id) WHERE i.subject_id = %s ORDER BY m.seq",
            (str(parcel_id),),
        )
        return [(row["seq"], row["kind"], row["transition"], row["from_state"], row["to_state"]) for row in found]


def timers(parcel_id: UUID) -> dict[str, tuple[Any, str]]:
    """When each timer of the item is due, and how it stands, by visit and key."""
    with rows():
        found = query("SELECT key, due_at, status FROM crm.timers WHERE key LIKE %s ORDER BY key", (f"workflow:{item(parcel_id)['item_id']}:%",))
        return {row["key"].split(":", 2)[2]: (row["due_at"], row["status"]) for row in found}


def commit() -> None:
    """Ask what the database asks when a transaction is committed."""
    with rows():
        query("SELECT 1")
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def audit(action: str = "MOVE_ITEM") -> list[dict[str, Any]]:
    with rows():
        return query(
            "SELECT object_type, object_id, branch_code, outcome, meta FROM audit.audit_logs WHERE action = %s ORDER BY created_at, audit_id", (action,)
        )
