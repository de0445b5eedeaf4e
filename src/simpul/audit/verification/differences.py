"""Naming the first row that is not as its seal lists it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NoReturn
from uuid import UUID

from .findings import Broken
from .reading import Connection, Row, number, told

_WIDTH = 56


def explain(connection: Connection, seal: int, packed: bytes, found: list[Row], dropped: dict[str, int]) -> Counter[str]:
    """Walk both lists side by side; the rows that are absent because their month was dropped, by month.

    Raises: Broken for the first row that is wrong.
    """
    listed = list(_listed(packed))
    present, known, seen = Counter(row.audit_id for row in found), {row.audit_id for row in listed}, set[bytes]()
    absent: Counter[str] = Counter()
    here = there = 0
    while here < len(found) or there < len(listed):
        row = found[here] if here < len(found) else None
        entry = listed[there] if there < len(listed) else None
        if row and entry and row.packed == entry.packed:
            seen.add(row.audit_id)
            here, there = here + 1, there + 1
        elif entry and not present[entry.audit_id]:
            month = told(entry.created)[:7]
            if month not in dropped:
                _missing(connection, seal, entry, month)
            absent[month] += 1
            there += 1
        elif row:
            _wrong(seal, row, entry, repeated=present[row.audit_id] > 1 or row.audit_id in seen, known=row.audit_id in known)
        elif entry:
            raise Broken("ROW_REORDERED", seal=seal, row=UUID(bytes=entry.audit_id), at=told(entry.created))
    return absent


def _listed(packed: bytes) -> Iterator[Row]:
    for place in range(0, len(packed), _WIDTH):
        entry = packed[place : place + _WIDTH]
        yield Row(entry[:16], int.from_bytes(entry[16:24], "big", signed=True), 0, entry)


def _wrong(seal: int, row: Row, entry: Row | None, *, repeated: bool, known: bool) -> NoReturn:
    if repeated:
        code = "ROW_DUPLICATED"
    elif entry and row.audit_id == entry.audit_id:
        code = "ROW_CHANGED"
    else:
        code = "ROW_REORDERED" if known else "ROW_ADDED"
    raise Broken(code, seal=seal, row=UUID(bytes=row.audit_id), at=told(row.created))


def _missing(connection: Connection, seal: int, entry: Row, month: str) -> NoReturn:
    facts = {"seal": seal, "row": UUID(bytes=entry.audit_id), "at": told(entry.created), "month": month}
    elsewhere = "SELECT count(*) FROM audit.audit_logs WHERE created_at = 'epoch'::timestamptz + %s * interval '1 microsecond' AND audit_id = %s"
    if number(connection, elsewhere, entry.created, facts["row"]):
        raise Broken("ROW_MOVED", **facts)
    table = f"audit.audit_logs_{month.replace('-', '_')}"
    if not number(connection, "SELECT to_regclass(%s)::oid", table):
        # A row that found no month lies in the default partition.
        whole_month = number(connection, "SELECT count(*) FROM audit.audit_logs_default WHERE to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM') = %s", month)
        raise Broken("ROW_MISSING" if whole_month else "PARTITION_REMOVED", **facts)
    if not number(connection, "SELECT relispartition FROM pg_catalog.pg_class WHERE oid = %s::regclass", table):
        raise Broken("PARTITION_DETACHED", **facts)
    empty = not number(connection, f"SELECT EXISTS (SELECT FROM {table})")
    raise Broken("PARTITION_EMPTIED" if empty else "ROW_MISSING", **facts)
