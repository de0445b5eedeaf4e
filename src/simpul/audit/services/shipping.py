"""Shipping the trail to targets of the organisation's own: in the order of its seals, every sealed row at least once.

A target is the collector of logs (SIEM) or the object store; each has a place of its own. A batch counts when the target has it; only
then the place moves on. Whatever breaks off before, is sent again: the end of the batch is noted before it is sent, so that the
repetition carries the same seals.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings

from simpul.audit.services.batches import Failure, NotDelivered, SealedBatch, SealedBlock, Target
from simpul.audit.services.object_store import ObjectStore, named_store
from simpul.audit.services.syslog import Collector
from simpul.platform.db import execute, query, scope
from simpul.platform.ports import system_actor

logger = logging.getLogger("simpul.audit")

_RUN_SECONDS = 45
_ROWS_AT_ONCE = 5_000
_SEALS_AT_ONCE = 200
# Longer than a batch can take, so that a second process takes over only from one that is gone.
_HELD = "3 minutes"
_CLAIM = f"""
UPDATE crm.trail_shipping SET held_until = clock_timestamp() + interval '{_HELD}'
WHERE target = %s AND held_until < clock_timestamp() RETURNING seal_number, batch_seal, held_until
"""
_ANNOUNCE = """
UPDATE crm.trail_shipping SET batch_seal = %s WHERE target = %s AND held_until = %s AND batch_seal IS DISTINCT FROM %s
"""
_MOVE = f"""
UPDATE crm.trail_shipping SET seal_number = %(seal)s, batch_seal = NULL, rows_shipped = rows_shipped + %(rows)s, shipped_at = clock_timestamp(), failed_at = NULL,
       failure = '', held_until = clock_timestamp() + interval '{_HELD}'
WHERE target = %(target)s AND held_until = %(held)s RETURNING seal_number, batch_seal, held_until
"""
_GIVE_BACK = "UPDATE crm.trail_shipping SET held_until = '-infinity' WHERE target = %s AND held_until = %s"
_FAIL = """
UPDATE crm.trail_shipping SET held_until = '-infinity', failed_at = clock_timestamp(), failure = %s WHERE target = %s AND held_until = %s
"""
_SEALS = """
SELECT number, format, kind, era, lower::text AS lower, upper::text AS upper, row_count, rows_total, first_at, last_at, encode(root, 'hex') AS root,
       encode(entries_hash, 'hex') AS entries_hash, encode(previous, 'hex') AS previous, encode(hash, 'hex') AS hash, encode(signature, 'hex') AS signature,
       sealed_at, key_id, details
FROM audit.audit_seals WHERE number > %s AND number <= coalesce(%s, number) ORDER BY number LIMIT %s
"""
_ROWS = """
SELECT audit_id, created_at, xid::text AS xid, era, action, object_type, object_id, customer_id, branch_code, actor_user_id, actor_role_key,
       ip_address::text AS ip_address, user_agent, request_id, elevation_id, outcome, meta::text AS meta
FROM audit.audit_logs WHERE era = %s AND xid >= %s::xid8 AND xid < %s::xid8 ORDER BY audit_logs.xid, audit_logs.audit_id
"""


@dataclass(frozen=True)
class _Place:
    """Up to which seal the target has the trail, where the batch ends that was begun, and until when this process holds the place."""

    seal: int
    batch_seal: int | None
    held: datetime


def named_collector() -> Collector | None:
    """The collector that the installation names (`SIMPUL_SYSLOG`), if any."""
    if not settings.SYSLOG:
        return None
    host, _, port = settings.SYSLOG.rpartition(":")
    return Collector(host.strip("[]"), int(port), settings.SYSLOG_CA, settings.SYSLOG_CERT)


def collector_ship() -> int:
    """Ship what waits to the collector that the installation names; how many rows arrived."""
    collector = named_collector()
    return trail_ship(collector) if collector else 0


def store_ship() -> int:
    """Ship what waits to the object store that the installation names; how many rows arrived."""
    store: ObjectStore | None = named_store()
    return trail_ship(store) if store else 0


def trail_ship(target: Target, *, seconds: float = _RUN_SECONDS) -> int:
    """Ship what is sealed and has not been shipped, for so long at most; how many rows arrived. 0 when another process is at it."""
    ends, shipped, name = time.monotonic() + seconds, 0, target.target_name
    place = _claim(name)
    while place is not None:
        batch = _next_batch(place) if time.monotonic() < ends else None
        if batch is None:
            _give_back(name, place.held)
            break
        _announce(name, place.held, batch.last_seal)
        try:
            target.batch_deliver(batch)
        except NotDelivered as failed:
            logger.warning("A target of the trail did not take a batch.", extra={"target": name, "reason": failed.why})
            _note_failure(name, place.held, failed.why)
            break
        place = _move(name, place.held, batch)
        shipped += batch.row_count if place is not None else 0
    return shipped


def _claim(target: str) -> _Place | None:
    with scope(system_actor()):
        execute("INSERT INTO crm.trail_shipping (target) VALUES (%s) ON CONFLICT (target) DO NOTHING", (target,))
        return _place(query(_CLAIM, (target,)))


def _place(found: list[dict[str, Any]]) -> _Place | None:
    return _Place(found[0]["seal_number"], found[0]["batch_seal"], found[0]["held_until"]) if found else None


def _next_batch(place: _Place) -> SealedBatch | None:
    """The batch that was begun, or the seals behind the place, until there are rows enough; a seal is never divided."""
    with scope(system_actor()):
        # After a restore of an older backup the database may lack what was begun.
        blocks = (_blocks(place.seal, place.batch_seal) if place.batch_seal else []) or _blocks(place.seal, None)
    return SealedBatch(blocks) if blocks else None


def _blocks(after: int, last: int | None) -> list[SealedBlock]:
    blocks, rows = list[SealedBlock](), 0
    for seal in query(_SEALS, (after, last, _SEALS_AT_ONCE)):
        sealed: list[Mapping[str, Any]] = list(query(_ROWS, (seal["era"], seal["lower"], seal["upper"]))) if seal["kind"] == "ROWS" else []
        blocks.append(SealedBlock(seal, sealed))
        rows += len(sealed)
        if rows >= _ROWS_AT_ONCE:
            break
    return blocks


def _announce(target: str, held: datetime, last: int) -> None:
    with scope(system_actor()):
        execute(_ANNOUNCE, (last, target, held, last))


def _move(target: str, held: datetime, batch: SealedBatch) -> _Place | None:
    with scope(system_actor()):
        return _place(query(_MOVE, {"seal": batch.last_seal, "rows": batch.row_count, "target": target, "held": held}))


def _give_back(target: str, held: datetime) -> None:
    with scope(system_actor()):
        execute(_GIVE_BACK, (target, held))


def _note_failure(target: str, held: datetime, why: Failure) -> None:
    with scope(system_actor()):
        execute(_FAIL, (why, target, held))
