"""What of a row is hashed, and the tree over the hashes (format 1; docs/adr/0011-sealing-outside-the-write-path.md)."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_LEAF, _NODE = b"\x00", b"\x01"

# Every column of audit.audit_logs; a test compares. A new column is a new format.
COLUMNS = (
    "audit_id",
    "created_at",
    "xid",
    "era",
    "action",
    "object_type",
    "object_id",
    "customer_id",
    "branch_code",
    "actor_user_id",
    "actor_role_key",
    "ip_address",
    "user_agent",
    "request_id",
    "elevation_id",
    "outcome",
    "meta",
)
# The database's own writing is the canonical one of an address, of JSON and of a transaction's number.
SELECTED = ", ".join(f"{name}::text" if name in ("xid", "ip_address", "meta") else name for name in COLUMNS)

Row = tuple[UUID, datetime, str, int, *tuple[object, ...]]


@dataclass(frozen=True)
class Entry:
    """One row as its seal keeps it."""

    audit_id: UUID
    created_at: datetime
    leaf: bytes

    def packed(self) -> bytes:
        """56 bytes: id, microseconds, leaf."""
        return self.audit_id.bytes + struct.pack(">q", microseconds(self.created_at)) + self.leaf


def entry(row: Row) -> Entry:
    """The entry of a row selected by `SELECTED`."""
    return Entry(row[0], row[1], hashlib.sha256(_LEAF + encode(row)).digest())


def encode(row: Row) -> bytes:
    """Two bytes with the number of columns; for each its length in four bytes (all ones for NULL) and its text in UTF-8."""
    parts = [struct.pack(">H", len(row))]
    for value in row:
        if value is None:
            parts.append(b"\xff\xff\xff\xff")
            continue
        text = str(microseconds(value)) if isinstance(value, datetime) else str(value)
        written = text.encode()
        parts += (struct.pack(">I", len(written)), written)
    return b"".join(parts)


def microseconds(moment: datetime) -> int:
    """Since 1970, UTC."""
    return (moment - _EPOCH) // _MICROSECOND


def merkle_root(leaves: Sequence[bytes]) -> bytes:
    """The tree of RFC 6962, section 2.1, built as its leaves arrive: complete subtrees are joined as soon as two are equally high."""
    if not leaves:
        return hashlib.sha256().digest()
    waiting: list[tuple[int, bytes]] = []
    for leaf in leaves:
        height, node = 0, leaf
        while waiting and waiting[-1][0] == height:
            node = _join(waiting.pop()[1], node)
            height += 1
        waiting.append((height, node))
    _, root = waiting.pop()
    while waiting:
        root = _join(waiting.pop()[1], root)
    return root


def _join(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(_NODE + left + right).digest()


def unpack(entries: bytes) -> Iterator[Entry]:
    """The entries of a seal."""
    for audit_id, created, leaf in struct.iter_unpack(">16sq32s", entries):
        yield Entry(UUID(bytes=audit_id), _EPOCH + created * _MICROSECOND, leaf)
