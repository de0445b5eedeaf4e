"""Which seal covers a row of the trail, what was done under an elevation, and random views of profiles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.conf import settings

from simpul.platform.db import query

# The range of a seal begins at the greatest lower bound that is not above the row's transaction.
_SEALS = """
SELECT r.era, r.xid, s.number, s.sealed_at, s.row_count, s.key_id, encode(s.root, 'hex') AS root
  FROM unnest(%s::integer[], %s::text[]) AS r (era, xid)
 CROSS JOIN LATERAL (SELECT * FROM audit.audit_seals s WHERE s.kind = 'ROWS' AND s.era = r.era AND s.lower <= r.xid::xid8 ORDER BY s.lower DESC LIMIT 1) s
 WHERE r.xid::xid8 < s.upper
"""


@dataclass(frozen=True)
class SealFacts:
    """A seal as its readers see it: number, moment, how many rows it covers, the key that signed it and the root in hex."""

    number: int
    sealed_at: datetime
    rows: int
    key_id: str
    root: str


def seals_of(places: Iterable[tuple[int, str]]) -> dict[tuple[int, str], SealFacts]:
    """The seal of each sealed place (era, transaction); a place that no seal covers yet is left out."""
    wanted = sorted(set(places))
    if not wanted:
        return {}
    rows = query(_SEALS, ([era for era, _ in wanted], [xid for _, xid in wanted]))
    return {(row["era"], row["xid"]): SealFacts(row["number"], row["sealed_at"], row["row_count"], row["key_id"], row["root"]) for row in rows}


@dataclass(frozen=True)
class SealingFacts:
    """How far sealing is: rows under seals, rows that wait (counted up to a ceiling), since when the oldest does, and the newest seal."""

    sealed_rows: int
    unsealed_rows: int
    oldest_unsealed_at: datetime | None
    seal_number: int | None
    sealed_at: datetime | None


def sealing(ceiling: int) -> SealingFacts:
    """How far the sealer is behind: figures only, which say nothing of any row."""
    return SealingFacts(**query("SELECT * FROM audit.sealing_lag(%s)", (ceiling,))[0])


@dataclass(frozen=True)
class ShippingFacts:
    """How far shipping to one target is: sealed rows that wait, since when the oldest does, the last seal that arrived, and the last failure."""

    kind: Literal["COLLECTOR", "STORE"]
    target: str
    waiting_rows: int
    oldest_waiting_at: datetime | None
    seal_number: int
    shipped_at: datetime | None
    failed_at: datetime | None
    failure: str


def shipping_states() -> list[ShippingFacts]:
    """How far shipping is behind, for each target that the installation names."""
    found = list[ShippingFacts]()
    if settings.SYSLOG:
        found.append(_shipping_state("COLLECTOR", str(settings.SYSLOG)))
    if settings.TRAIL_STORE:
        found.append(_shipping_state("STORE", settings.TRAIL_STORE.target_name))
    return found


def _shipping_state(kind: Literal["COLLECTOR", "STORE"], target: str) -> ShippingFacts:
    return ShippingFacts(kind, target, **query("SELECT * FROM crm.shipping_lag(%s)", (target,))[0])


def acts_under(elevation_id: UUID, *, before: tuple[datetime, UUID] | None, limit: int) -> list[dict[str, Any]]:
    """What was done under an elevation, latest first, below the keyset position `before`; within the caller's reach on the trail."""
    further = "AND (created_at, audit_id) < (%s, %s)" if before else ""
    return query(
        f"""SELECT audit_id, created_at, action, object_type, object_id, customer_id, branch_code, outcome, meta FROM audit.audit_logs
            WHERE elevation_id = %s {further} ORDER BY created_at DESC, audit_id DESC LIMIT %s""",
        (elevation_id, *(before or ()), limit),
    )


def acts_counted(elevation_ids: Iterable[UUID]) -> dict[UUID, int]:
    """How much was done under each elevation; one that was not used is left out."""
    wanted = list(elevation_ids)
    if not wanted:
        return {}
    rows = query("SELECT elevation_id, count(*) AS number FROM audit.audit_logs WHERE elevation_id = ANY (%s) GROUP BY elevation_id", (wanted,))
    return {row["elevation_id"]: row["number"] for row in rows}


def views_drawn(*, since: datetime, until: datetime, seed: str, size: int, but_by: UUID, branch_code: str | None) -> tuple[int, list[dict[str, Any]]]:
    """How many profiles were opened in [since, until) by others than one person, and `size` of them at random.

    The order is that of a hash of seed and row, so that the same seed gives the same rows.
    """
    where = """FROM audit.audit_logs WHERE action = 'VIEW_PROFILE' AND outcome = 'ALLOWED' AND customer_id IS NOT NULL
               AND created_at >= %(since)s AND created_at < %(until)s AND actor_user_id <> %(but_by)s AND (%(branch)s::text IS NULL OR branch_code = %(branch)s)"""
    values = {"since": since, "until": until, "but_by": but_by, "branch": branch_code, "seed": seed, "size": size}
    rows = query(
        f"""SELECT audit_id, created_at, actor_user_id, customer_id, branch_code {where}
            ORDER BY sha256(convert_to(%(seed)s || audit_id::text, 'UTF8')), audit_id LIMIT %(size)s""",
        values,
    )
    return int(query(f"SELECT count(*) AS number {where}", values)[0]["number"]), rows
