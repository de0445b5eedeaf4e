"""Reading the audit trail: keyset pages by time, and one record with its neighbours."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.audit.public import Outcome, label, object_label, outcome_labels, seals_of
from simpul.iam.public import elevation, people, role_names
from simpul.platform import subjects
from simpul.platform.actor import Actor, Reach
from simpul.platform.db import query
from simpul.platform.errors import NotFound
from simpul.platform.paging import Keyset, Page
from simpul.platform.text import Text

_COLUMNS = """audit_id, created_at, action, object_type, object_id, customer_id, branch_code, actor_user_id, actor_role_key,
       host(ip_address) AS ip_address, user_agent, request_id, elevation_id, outcome, meta, era, xid::text AS xid"""

_LATEST = Keyset(("-created_at", datetime), ("-audit_id", UUID))

# What an exported record says, with the name of each column.
EXPORTED: dict[str, Text] = {
    "audit_id": Text(id="Id catatan", en="Record id"),
    "created_at": Text(id="Waktu (UTC)", en="Time (UTC)"),
    "action": Text(id="Tindakan", en="Action"),
    "outcome": Text(id="Hasil", en="Outcome"),
    "actor_user_id": Text(id="Id pelaku", en="Actor id"),
    "actor_username": Text(id="Nama pengguna", en="User name"),
    "actor_role_key": Text(id="Peran", en="Role"),
    "object_type": Text(id="Jenis objek", en="Kind of object"),
    "object_id": Text(id="Id objek", en="Object id"),
    "customer_id": Text(id="Id nasabah", en="Customer id"),
    "branch_code": Text(id="Cabang", en="Branch"),
    "ip_address": Text(id="Alamat IP", en="IP address"),
    "user_agent": Text(id="Perangkat", en="Device"),
    "request_id": Text(id="Permintaan", en="Request"),
    "elevation_id": Text(id="Akses darurat", en="Break-glass"),
    "meta": Text(id="Rincian", en="Details"),
}


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


def audit_page(*, actor: Actor, wanted: AuditFilter, cursor: str | None, limit: int) -> Page:
    """One page, newest first, within the caller's reach on the trail."""
    conditions, values = wanted.conditions()
    reach, reach_values = _reach(actor)
    conditions += reach
    values += reach_values
    if position := _LATEST.position(cursor):
        conditions.append("(created_at, audit_id) < (%s::timestamptz, %s::uuid)")
        values += position
    where = " AND ".join(conditions) or "true"
    rows = query(f"SELECT {_COLUMNS} FROM audit.audit_logs WHERE {where} ORDER BY created_at DESC, audit_id DESC LIMIT %s", [*values, limit + 1])
    return _LATEST.cut(rows, limit, lambda page: _told(actor, page))


def audit_count(*, actor: Actor, wanted: AuditFilter, most: int) -> int:
    """How many records match, counted up to `most`."""
    conditions, values = within(actor, wanted)
    return int(query(f"SELECT count(*) AS n FROM (SELECT FROM audit.audit_logs WHERE {' AND '.join(conditions)} LIMIT %s) c", [*values, most])[0]["n"])


def audit_rows(*, actor: Actor, wanted: AuditFilter, after: tuple[datetime, UUID] | None, limit: int) -> list[dict[str, Any]]:
    """Records as they are exported, newest first, after the given place."""
    conditions, values = within(actor, wanted)
    if after:
        conditions.append("(created_at, audit_id) < (%s, %s)")
        values += after
    where = " AND ".join(conditions)
    rows = query(f"SELECT {_COLUMNS} FROM audit.audit_logs WHERE {where} ORDER BY created_at DESC, audit_id DESC LIMIT %s", [*values, limit])
    who = people(row["actor_user_id"] for row in rows)
    return [{**row, "actor_username": who[row["actor_user_id"]].username if row["actor_user_id"] in who else None} for row in rows]


def within(actor: Actor, wanted: AuditFilter) -> tuple[list[str], list[Any]]:
    """The filter and the caller's reach as SQL conditions with their parameters."""
    conditions, values = wanted.conditions()
    reach, reach_values = _reach(actor)
    return ["true", *conditions, *reach], [*values, *reach_values]


def audit_record(*, actor: Actor, audit_id: UUID) -> dict[str, Any]:
    """One record in full, with the others of the same request and of the same transaction in order, and the elevation that it happened under.

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
    where = " AND ".join(["era = %s", "xid = %s::text::xid8", "created_at BETWEEN %s - interval '1 day' AND %s + interval '1 day'", "audit_id <> %s", *reach])
    place = [rows[0]["era"], rows[0]["xid"], rows[0]["created_at"], rows[0]["created_at"], audit_id]
    together = query(f"SELECT {_COLUMNS} FROM audit.audit_logs WHERE {where} ORDER BY created_at, audit_id LIMIT 100", [*place, *values])
    told = _told(actor, [*rows, *neighbours, *together])
    seal = seals_of([(rows[0]["era"], rows[0]["xid"])]).get((rows[0]["era"], rows[0]["xid"]))
    return {
        "record": told[0],
        "seal": asdict(seal) if seal else None,
        "same_request": told[1 : 1 + len(neighbours)],
        "same_transaction": told[1 + len(neighbours) :],
        "elevation": elevation(rows[0]["elevation_id"]) if rows[0]["elevation_id"] else None,
    }


def records(actor: Actor, places: list[tuple[datetime, UUID]]) -> list[dict[str, Any]]:
    """The records at these places (instant and id) that the actor may read, in order of time."""
    if not places:
        return []
    reach, values = _reach(actor)
    where = " AND ".join(["(created_at, audit_id) IN (SELECT * FROM unnest(%s::timestamptz[], %s::uuid[]))", *reach])
    rows = query(
        f"SELECT {_COLUMNS} FROM audit.audit_logs WHERE {where} ORDER BY created_at, audit_id", [[at for at, _ in places], [key for _, key in places], *values]
    )
    return _told(actor, rows)


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
    names = customer_labels({row["customer_id"] for row in rows if row["customer_id"]})
    return [
        {
            **row,
            "sealed": (row["era"], row["xid"]) in seals,
            "action_label": label(row["action"]),
            "object_type_label": object_label(row["object_type"]),
            "outcome_label": str(outcome_labels()[Outcome(row["outcome"])]),
            "object_label": objects.get((row["object_type"], row["object_id"])),
            "customer_label": names.get(row["customer_id"]),
            "actor": who.get(row["actor_user_id"]),
            "actor_role": str(roles.get(row["actor_role_key"], row["actor_role_key"])) if row["actor_role_key"] else None,
        }
        for row in rows
    ]


def customer_labels(ids: set[UUID]) -> dict[UUID, str]:
    """The initials of customers, for readers of the whole trail."""
    if not ids:
        return {}
    return {row["customer_id"]: row["label"] for row in query("SELECT * FROM audit.customer_labels(%s)", (list(ids),))}
