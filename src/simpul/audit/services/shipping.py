"""Shipping the trail to the organisation's own collector (SIEM): in the order of its seals, every sealed row at least once.

A batch counts when the collector has read it; only then the place moves on. Whatever breaks off before, is sent again: a collector tells
repetitions by the id of a row.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings

from simpul.audit.services.syslog import Collector, NotDelivered, batch_deliver, record_message, seal_message
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
WHERE target = %s AND held_until < clock_timestamp() RETURNING seal_number, held_until
"""
_MOVE = f"""
UPDATE crm.trail_shipping SET seal_number = %(seal)s, rows_shipped = rows_shipped + %(rows)s, shipped_at = clock_timestamp(), failed_at = NULL, failure = '',
       held_until = clock_timestamp() + interval '{_HELD}'
WHERE target = %(target)s AND held_until = %(held)s RETURNING held_until
"""
_GIVE_BACK = "UPDATE crm.trail_shipping SET held_until = '-infinity' WHERE target = %s AND held_until = %s"
_FAIL = """
UPDATE crm.trail_shipping SET held_until = '-infinity', failed_at = clock_timestamp(), failure = %s WHERE target = %s AND held_until = %s
"""
_SEALS = """
SELECT number, kind, era, lower::text AS lower, upper::text AS upper, row_count, rows_total, encode(root, 'hex') AS root, encode(previous, 'hex') AS previous,
       encode(hash, 'hex') AS hash, encode(signature, 'hex') AS signature, sealed_at, key_id, details
FROM audit.audit_seals WHERE number > %s ORDER BY number LIMIT %s
"""
_ROWS = """
SELECT audit_id, created_at, action, object_type, object_id, customer_id, branch_code, actor_user_id, actor_role_key, ip_address::text AS ip_address, user_agent,
       request_id, elevation_id, outcome, meta::text AS meta
FROM audit.audit_logs WHERE era = %s AND xid >= %s::xid8 AND xid < %s::xid8 ORDER BY audit_logs.xid, audit_logs.audit_id
"""


@dataclass(frozen=True)
class _Batch:
    """Seals with their rows, as messages: up to which seal, how many rows."""

    seal: int
    rows: int
    messages: list[bytes]


def named_collector() -> Collector | None:
    """The collector that the installation names (`SIMPUL_SYSLOG`), if any."""
    if not settings.SYSLOG:
        return None
    host, _, port = settings.SYSLOG.rpartition(":")
    return Collector(host.strip("[]"), int(port), settings.SYSLOG_CA, settings.SYSLOG_CERT)


def trail_ship(collector: Collector | None = None, *, seconds: float = _RUN_SECONDS) -> int:
    """Ship what is sealed and has not been shipped, for so long at most; how many rows arrived. 0 when another process is at it."""
    collector = collector or named_collector()
    if collector is None:
        return 0
    ends, shipped = time.monotonic() + seconds, 0
    place, held = _claim(collector.target_name)
    while held is not None:
        batch = _next_batch(place) if time.monotonic() < ends else None
        if batch is None:
            _give_back(collector.target_name, held)
            break
        try:
            batch_deliver(collector, batch.messages)
        except NotDelivered as failed:
            logger.warning("The collector of the trail did not take a batch.", extra={"target": collector.target_name, "reason": failed.why})
            _note_failure(collector.target_name, held, failed.why)
            break
        held = _move(collector.target_name, held, batch)
        place, shipped = batch.seal, shipped + (batch.rows if held is not None else 0)
    return shipped


def _claim(target: str) -> tuple[int, datetime | None]:
    with scope(system_actor()):
        execute("INSERT INTO crm.trail_shipping (target) VALUES (%s) ON CONFLICT (target) DO NOTHING", (target,))
        found = query(_CLAIM, (target,))
    return (int(found[0]["seal_number"]), found[0]["held_until"]) if found else (0, None)


def _next_batch(after: int) -> _Batch | None:
    """The seals behind a place with their rows, until there are rows enough; a seal is never divided."""
    messages, rows, last = list[bytes](), 0, after
    with scope(system_actor()):
        for seal in query(_SEALS, (after, _SEALS_AT_ONCE)):
            if seal["kind"] == "ROWS":
                sealed = list(_rows(seal))
                messages += sealed
                rows += len(sealed)
            messages.append(seal_message(seal))
            last = int(seal["number"])
            if rows >= _ROWS_AT_ONCE:
                break
    return _Batch(last, rows, messages) if messages else None


def _rows(seal: Mapping[str, Any]) -> Iterator[bytes]:
    for row in query(_ROWS, (seal["era"], seal["lower"], seal["upper"])):
        yield record_message({**row, "meta": json.loads(row["meta"])}, int(seal["number"]))


def _move(target: str, held: datetime, batch: _Batch) -> datetime | None:
    with scope(system_actor()):
        found = query(_MOVE, {"seal": batch.seal, "rows": batch.rows, "target": target, "held": held})
    return found[0]["held_until"] if found else None


def _give_back(target: str, held: datetime) -> None:
    with scope(system_actor()):
        execute(_GIVE_BACK, (target, held))


def _note_failure(target: str, held: datetime, why: str) -> None:
    with scope(system_actor()):
        execute(_FAIL, (why, target, held))
