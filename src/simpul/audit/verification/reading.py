"""Reading rows and seals from the database under verification, on one connection and in one snapshot."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import psycopg

Connection = psycopg.Connection[Any]

_HEADER = b"PGCOPY\n\xff\r\n\0"
_END = b"\xff\xff"
# The columns in the order of the format, each as text: the rows of a binary COPY are then the bytes that were hashed.
_ROWS = """
COPY (SELECT audit_id::text, (extract(epoch FROM created_at) * 1000000)::bigint::text, a.xid::text, a.era::text, action, object_type, object_id,
             customer_id::text, branch_code, actor_user_id::text, actor_role_key, ip_address::text, user_agent, request_id, elevation_id::text, outcome,
             meta::text
        FROM audit.audit_logs a WHERE a.era = {era} AND a.xid >= '{lower}'::xid8 AND a.xid < '{upper}'::xid8 ORDER BY a.xid, a.audit_id)
  TO STDOUT (FORMAT binary)
"""
_SEALS = """
SELECT number, format, kind, era, lower::text, upper::text, row_count, rows_total, (extract(epoch FROM first_at) * 1000000)::bigint,
       (extract(epoch FROM last_at) * 1000000)::bigint, root, entries_hash, previous, (extract(epoch FROM sealed_at) * 1000000)::bigint, key_id, details,
       hash, signature
  FROM audit.audit_seals {where} ORDER BY number, hash
"""


class Row(NamedTuple):
    """A row as found: who it is, where it stands, and its 56 bytes for comparison."""

    audit_id: bytes
    created: int
    xid: int
    packed: bytes


@dataclass(frozen=True)
class SealRow:
    """A seal as found; moments in microseconds."""

    number: int
    format: int
    kind: str
    era: int
    lower: int
    upper: int
    row_count: int
    rows_total: int
    first_at: int | None
    last_at: int | None
    root: bytes
    entries_hash: bytes
    previous: bytes
    sealed_at: int
    key_id: str
    details: str
    hash: bytes
    signature: bytes

    def signed(self) -> bytes:
        """The text under the signature."""
        return (
            f"simpul audit seal\nformat={self.format}\nnumber={self.number}\nkind={self.kind}\nera={self.era}\nlower={self.lower}\nupper={self.upper}\n"
            f"rows={self.row_count}\nrows_total={self.rows_total}\nfirst_at={_blank(self.first_at)}\nlast_at={_blank(self.last_at)}\nroot={self.root.hex()}\n"
            f"entries={self.entries_hash.hex()}\nprevious={self.previous.hex()}\nsealed_at={self.sealed_at}\nkey={self.key_id}\ndetails={self.details}\n"
        ).encode()


def _blank(value: int | None) -> str:
    return "" if value is None else str(value)


def rows(connection: Connection, era: int, lower: int, upper: int) -> Iterator[Row]:
    """The rows of a range of transactions, in the order of the format."""
    statement = _ROWS.format(era=int(era), lower=int(lower), upper=int(upper))
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for message in copy:
            # The protocol promises one row to a message; the header comes with the first.
            data = bytes(message)
            if data.startswith(_HEADER):
                data = data[19:]
            if data not in (b"", _END):
                yield _row(data)


def _row(data: bytes) -> Row:
    created_ends = 46 + int.from_bytes(data[42:46], "big")
    created = int(data[46:created_ends])
    xid_begins = created_ends + 4
    xid = int(data[xid_begins : xid_begins + int.from_bytes(data[created_ends:xid_begins], "big")])
    audit_id = bytes.fromhex(data[6:42].replace(b"-", b"").decode())
    return Row(audit_id, created, xid, audit_id + created.to_bytes(8, "big", signed=True) + hashlib.sha256(b"\0" + data).digest())


def seals(connection: Connection, above: int, limit: int) -> list[SealRow]:
    """The next seals in order, without their entries."""
    found = connection.execute(_SEALS.format(where=f"WHERE number > {int(above)}") + f" LIMIT {int(limit)}").fetchall()
    return [_seal(row) for row in found]


def dropped_months(connection: Connection) -> list[SealRow]:
    """The seals that announce a dropped month, and those that accept a restored database."""
    found = connection.execute(_SEALS.format(where="WHERE kind <> 'ROWS'")).fetchall()
    return [_seal(row) for row in found]


def _seal(row: tuple[Any, ...]) -> SealRow:
    number, format_, kind, era, lower, upper, *rest = row
    return SealRow(number, format_, kind, era, int(lower), int(upper), *rest)


def entries(connection: Connection, numbers: list[int]) -> dict[int, bytes]:
    """The entries of these seals."""
    return dict(connection.execute("SELECT number, entries FROM audit.audit_seals WHERE number = ANY (%s)", [numbers], binary=True).fetchall())


def number(connection: Connection, statement: str, *values: object) -> Any:
    """One value."""
    row = connection.execute(statement, values).fetchone()
    return row[0] if row else None


def told(created: int) -> str:
    """Microseconds as a moment that people read."""
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=created)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
