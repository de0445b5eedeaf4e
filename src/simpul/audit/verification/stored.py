"""Comparing what an object store holds of the trail with its own seals, and these with the database.

Each object is proved by itself: rows by the root of their seal, seals by hash and signature. So the store also tells of a
chain that was replaced in the database, and somebody who writes nonsense into the store accuses nobody.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from . import tree
from .findings import Broken, Sentence, notice
from .outside import PublicKeys
from .reading import Connection, SealRow

_COLUMNS = (
    "audit_id", "created_at", "xid", "era", "action", "object_type", "object_id", "customer_id", "branch_code", "actor_user_id", "actor_role_key",
    "ip_address", "user_agent", "request_id", "elevation_id", "outcome", "meta",
)  # fmt: skip
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SUFFIX = ".jsonl.gz"
# Beyond it an object is not one of ours: nothing that is unpacked may fill the memory.
_LARGEST = 2 * 1024**3


@dataclass(frozen=True)
class StoredObject:
    """An object by its name, how it is read, and whether a later version or a deletion hides it. Reading tells as well whether it is locked, if that is known."""

    name: str
    read: Callable[[], tuple[bytes, bool | None]]
    hidden: bool = False


@dataclass
class StoreReport:
    """What the store holds: objects, seals and rows that are proved, and seals of the database that are not there yet."""

    objects: int = 0
    seals: int = 0
    rows: int = 0
    waiting: int = 0
    notices: list[Sentence] = field(default_factory=list)


def directory_objects(place: Path) -> list[StoredObject]:
    """The objects of a copied directory.

    Raises: Broken when it holds none.
    """
    found = [StoredObject(path.name, lambda path=path: (path.read_bytes(), None)) for path in sorted(place.rglob(f"*{_SUFFIX}"))]  # type: ignore[misc]
    if not found:
        raise Broken("STORE_EMPTY")
    return found


def stored_check(connection: Connection, keys: PublicKeys, objects: Iterable[StoredObject]) -> StoreReport:
    """Prove every object, then ask whether each seal of the database is there, up to the last that is.

    Raises: Broken for a seal that is missing, for one that differs from the database, and for one that the database lacks.
    """
    report, whole, unproved, unlocked = StoreReport(), set[int](), list[str](), 0
    lost, shown, there = _lost(connection), set[int](), set[int]()
    for each in objects:
        report.objects += 1
        content, locked = each.read()
        unlocked += locked is False
        found = _proved(keys, content)
        if found is None:
            unproved.append(each.name)
            continue
        _compare(connection, found, lost)
        there |= {seal.number for seal, _ in found}
        complete = {seal.number: rows for seal, rows in found if rows == seal.row_count}
        report.rows += sum(rows for number, rows in complete.items() if number not in whole)
        whole |= complete.keys()
        shown |= set() if each.hidden else complete.keys()
    if not there:
        raise Broken("STORE_EMPTY")
    _complete(connection, there, report)
    report.seals = len(there)
    report.notices += [notice("STORE_UNPROVED", object=name) for name in unproved[:20]]
    if bare := sorted(there - whole):
        report.notices.append(notice("STORE_BARE", seals=len(bare), seal=bare[0]))
    if hidden := sorted(whole - shown):
        report.notices.append(notice("STORE_HIDDEN", seals=len(hidden), seal=hidden[0]))
    if unlocked:
        report.notices.append(notice("STORE_UNLOCKED", objects=unlocked))
    return report


def _complete(connection: Connection, there: set[int], report: StoreReport) -> None:
    last = max(there)
    for (number,) in connection.execute("SELECT number FROM audit.audit_seals ORDER BY number"):
        if number > last:
            report.waiting += 1
        elif number not in there:
            raise Broken("STORE_MISSING", seal=number)


def _compare(connection: Connection, found: list[tuple[SealRow, int]], lost: list[tuple[int, int]]) -> None:
    numbers = [seal.number for seal, _ in found]
    known = dict(connection.execute("SELECT number, hash FROM audit.audit_seals WHERE number = ANY (%s)", [numbers]).fetchall())
    for seal, _ in found:
        if known.get(seal.number) == seal.hash or any(first <= seal.number <= last for first, last in lost):
            continue
        raise Broken("STORE_DIFFERS" if seal.number in known else "STORE_AHEAD", seal=seal.number)


def _lost(connection: Connection) -> list[tuple[int, int]]:
    """Seals that were knowingly lost with an older backup: their objects rightly stay."""
    found = connection.execute("SELECT details FROM audit.audit_seals WHERE kind = 'RESTORED'").fetchall()
    return [(int(facts["lost_from"]), int(facts["lost_to"])) for facts in (json.loads(details) for (details,) in found)]


def _proved(keys: PublicKeys, content: bytes) -> list[tuple[SealRow, int]] | None:
    """The seals of an object with the number of their rows, or nothing when it does not hold what its seals say. Rows of a month that was dropped
    before they were stored are absent, and then no other row of their seal is proved."""
    try:
        found, leaves = list[tuple[SealRow, int]](), list[bytes]()
        for line in _lines(content):
            document = json.loads(line)
            if "row" in document:
                leaves.append(_leaf(document["row"]))
                continue
            seal = _seal(document["sealed"])
            if hashlib.sha256(b"\x02" + seal.signed()).digest() != seal.hash or len(leaves) > seal.row_count:
                return None
            if len(leaves) == seal.row_count and tree.root(leaves) != seal.root:
                return None
            keys.check(seal.number, seal.key_id, seal.signature, seal.signed())
            found.append((seal, len(leaves)))
            leaves = []
    except (ValueError, KeyError, TypeError, AttributeError, zlib.error, Broken):
        return None
    return found if found and not leaves else None


def _lines(content: bytes) -> Iterator[bytes]:
    unpacking = zlib.decompressobj(wbits=31)
    plain = unpacking.decompress(content, _LARGEST)
    if not unpacking.eof or unpacking.unused_data:
        raise ValueError("not one whole gzip file")
    return iter(plain.splitlines())


def _leaf(row: dict[str, Any]) -> bytes:
    parts = [len(_COLUMNS).to_bytes(2, "big")]
    for name in _COLUMNS:
        value = row[name]
        if value is None:
            parts.append(b"\xff\xff\xff\xff")
            continue
        written = (str(_microseconds(value)) if name == "created_at" else str(value)).encode()
        parts += (len(written).to_bytes(4, "big"), written)
    return hashlib.sha256(b"\0" + b"".join(parts)).digest()


def _seal(told: dict[str, Any]) -> SealRow:
    return SealRow(
        number=int(told["number"]),
        format=int(told["format"]),
        kind=told["kind"],
        era=int(told["era"]),
        lower=int(told["lower"]),
        upper=int(told["upper"]),
        row_count=int(told["row_count"]),
        rows_total=int(told["rows_total"]),
        first_at=_microseconds(told["first_at"]) if told["first_at"] else None,
        last_at=_microseconds(told["last_at"]) if told["last_at"] else None,
        root=bytes.fromhex(told["root"]),
        entries_hash=bytes.fromhex(told["entries_hash"]),
        previous=bytes.fromhex(told["previous"]),
        sealed_at=_microseconds(told["sealed_at"]),
        key_id=told["key_id"],
        details=told["details"],
        hash=bytes.fromhex(told["hash"]),
        signature=bytes.fromhex(told["signature"]),
    )


def _microseconds(moment: str) -> int:
    return (datetime.fromisoformat(moment) - _EPOCH) // timedelta(microseconds=1)
