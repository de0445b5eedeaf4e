"""Reading the audit trail: keyset pages by time, and one record with its neighbours."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.audit.public import label, seals_of
from simpul.iam.public import people, role_names
from simpul.platform import subjects
from simpul.platform.actor import Actor, Reach
from simpul.platform.db import query
from simpul.platform.errors import NotFound
from simpul.platform.http import decode_cursor, encode_cursor

_COLUMNS = """audit_id, created_at, action, object_type, object_id, customer_id, branch_code, actor_user_id, actor_role_key,
       host(ip_address) AS ip_address, user_agent, request_id, elevation_id, outcome, meta, era, xid::text AS xid"""


@dataclass(frozen=True)
class AuditFilter:
    """Which records; every part that is given must hold. The range is half open: [since, until)."""

    action: tuple[str, ...] = ()
    actor: UUID | None = None
    object_type: str | None = None
    object_id: str | None = None
    customer_id: UUID | None = None
    branch: str | None = None
    outcome: str | None = None
    request_id: str | None = None
    since: datetime | None = None
    until: datetime | None = None

    def conditions(self) -> tuple[list[str], list[Any]]:
        """SQL conditions with their parameters."""
        parts: list[tuple[str, Any]] = [
            ("action = ANY(%s)", list(self.action) or None),
            ("actor_user_id = %s", self.actor),
            ("object_type = %s", self.object_type),
            ("object_id = %s", self.object_id),
            ("customer_id = %s", self.customer_id),
            ("branch_code = %s", self.branch),
            ("outcome = %s", self.outcome),
            ("request_id = %s", self.request_id),
            ("created_at >= %s", self.since),
            ("created_at < %s", self.until),
        ]
        given = [(sql, value) for sql, value in parts if value is not None]
        return [sql for sql, _ in given], [value for _, value in given]


def audit_page(*, actor: Actor, wanted: AuditFilter, cursor: str | None, limit: int) -> dict[str, Any]:
    """One page, newest first, within the caller's reach on the trail."""
    conditions, values = wanted.conditions()
    reach, reach_values = _reach(actor)
    conditions += reach
    values += reach_values
    if position := decode_cursor(cursor, 2):
        conditions.append("(created_at, audit_id) < (%s::timestamptz, %s::uuid)")
        values += position
    where = " AND ".join(conditions) or "true"
    rows = query(f"SELECT {_COLUMNS} FROM audit.audit_logs WHERE {where} ORDER BY created_at DESC, audit_id DESC LIMIT %s", [*values, limit + 1])
    page = rows[:limit]
    last = page[-1] if len(rows) > limit else None
    return {"items": _told(actor, page), "next_cursor": encode_cursor(last["created_at"].isoformat(), str(last["audit_id"])) if last else None}


def audit_record(*, actor: Actor, audit_id: UUID) -> dict[str, Any]:
    """One record in full, with the others of the same request in order.

    Raises: NotFound, also for a record beyond the caller's reach.
    """
    reach, values = _reach(actor)
    where = " AND ".join(["audit_id = %s", *reach])
    rows = query(f"SELECT {_COLUMNS} FROM audit.audit_logs WHERE {where}", [audit_id, *values])
    if not rows:
        raise NotFound()
    neighbours: list[dict[str, Any]] = []
    if rows[0]["request_id"]:
        where = " AND ".join(["request_id = %s", *reach])
        neighbours = query(f"SELECT {_COLUMNS} FROM audit.audit_logs WHERE {where} ORDER BY created_at, audit_id LIMIT 100", [rows[0]["request_id"], *values])
    told = _told(actor, [*rows, *neighbours])
    seal = seals_of([(rows[0]["era"], rows[0]["xid"])]).get((rows[0]["era"], rows[0]["xid"]))
    return {"record": told[0], "seal": asdict(seal) if seal else None, "same_request": told[1:]}


def _reach(actor: Actor) -> tuple[list[str], list[Any]]:
    reach = actor.reach("audit", "R")
    if reach is Reach.ALL:
        return [], []
    return (["actor_user_id = %s"], [actor.id]) if reach is not Reach.NONE else (["false"], [])


def _told(actor: Actor, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    who = people(row["actor_user_id"] for row in rows)
    objects = subjects.labels(actor, ((row["object_type"], row["object_id"]) for row in rows))
    seals = seals_of((row["era"], row["xid"]) for row in rows)
    roles = role_names()
    names = _customer_labels({row["customer_id"] for row in rows if row["customer_id"]})
    return [
        {
            **row,
            "sealed": (row["era"], row["xid"]) in seals,
            "action_label": label(row["action"]),
            "object_label": objects.get((row["object_type"], row["object_id"])),
            "customer_label": names.get(row["customer_id"]),
            "actor": who.get(row["actor_user_id"]),
            "actor_role": str(roles.get(row["actor_role_key"], row["actor_role_key"])) if row["actor_role_key"] else None,
        }
        for row in rows
    ]


def _customer_labels(ids: set[UUID]) -> dict[UUID, str]:
    if not ids:
        return {}
    return {row["customer_id"]: row["label"] for row in query("SELECT * FROM audit.customer_labels(%s)", (list(ids),))}
