"""Sealing what has ended: one block at a time, each in one transaction, then its checkpoint."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import psycopg
from psycopg.rows import kwargs_row

from simpul.audit.sealing import encoding, seals
from simpul.audit.sealing.checkpoints import CheckpointFile, Mark
from simpul.audit.sealing.keys import SealingKey
from simpul.audit.sealing.seals import Seal

Connection = psycopg.Connection[tuple[Any, ...]]

_SEAL = """
SELECT number, kind, era, lower::text::numeric AS lower, upper::text::numeric AS upper, row_count, rows_total, first_at, last_at, root, entries_hash, previous, sealed_at,
       key_id, details, hash, signature FROM audit.audit_seals
"""
_INSERT = """
INSERT INTO audit.audit_seals (number, format, kind, era, lower, upper, row_count, rows_total, first_at, last_at, root, entries_hash, previous, sealed_at, key_id, details,
                               hash, signature, entries)
VALUES (%(number)s, %(format)s, %(kind)s, %(era)s, %(lower)s::text::xid8, %(upper)s::text::xid8, %(row_count)s, %(rows_total)s, %(first_at)s,
        %(last_at)s, %(root)s, %(entries_hash)s, %(previous)s, %(sealed_at)s, %(key_id)s, %(details)s, %(hash)s, %(signature)s, %(entries)s)
"""
_RANGE = "era = %s AND xid >= %s::text::xid8 AND xid < %s::text::xid8"
_CURRENT_ERA = """
SELECT pg_get_expr(d.adbin, d.adrelid)::integer FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
 WHERE a.attrelid = 'audit.audit_logs'::regclass AND a.attname = 'era'
"""
# Every transaction below it has ended; our snapshot shows all that committed.
_HORIZON = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::numeric"


class TrailBehindCheckpoints(RuntimeError):
    """The database does not hold what was sealed: it is an older backup, or its tail was cut. Nothing is sealed until somebody decides."""


class NothingToAccept(RuntimeError):
    """Database and checkpoints agree."""


class Sealer:
    """Seals on one connection, which belongs to it: autocommit, role simpul_sealer."""

    def __init__(self, connection: Connection, key: SealingKey, checkpoints: CheckpointFile, *, most_rows: int = 20_000) -> None:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        self.connection = connection
        self.key = key
        self.checkpoints = checkpoints
        self.most_rows = most_rows

    def catch_up(self) -> list[Seal]:
        """Seal until nothing that has ended is left.

        Raises: TrailBehindCheckpoints, CheckpointsUnreadable.
        """
        made = []
        while seal := self.seal():
            made.append(seal)
        return made

    def seal(self) -> Seal | None:
        """Seal the next block and publish its checkpoint; nothing when no row waits, or another sealer is at it.

        Raises: TrailBehindCheckpoints, CheckpointsUnreadable.
        """
        self.publish()
        try:
            with self.connection.transaction():
                last = self.last()
                block = self._block(last) if self.alone() else None
                if block is None:
                    return None
                era, lower, upper, entries = block
                seal = self.add(last, "ROWS", era=era, lower=lower, upper=upper, entries=entries)
        except psycopg.errors.UniqueViolation:
            return None  # another sealer made this seal between our snapshot and our lock
        self.publish()
        return seal

    def publish(self) -> None:
        """Append the checkpoint of every seal that has none yet, as after a crash.

        Raises: TrailBehindCheckpoints, CheckpointsUnreadable.
        """
        mark = self.checkpoints.last()
        if mark:
            self._agree(mark)
        elif (last := self.last()) is None:
            self.checkpoints.begin()
        elif last.number > 1 or not self.checkpoints.path.exists():
            # Only the first seal may be without a checkpoint: of a sealer that was killed right after it.
            raise TrailBehindCheckpoints(f"There are seals but no checkpoints in {self.checkpoints.path}. Put the file back, or accept: {_ACCEPT}")
        self._append_after(mark)

    def _append_after(self, mark: Mark | None) -> None:
        while waiting := self._seals("WHERE number > %s ORDER BY number LIMIT 1000", [mark.number if mark else 0]):
            mark = Mark(waiting[-1].number, waiting[-1].hash)
            self.checkpoints.append([seal.checkpoint() for seal in waiting], mark)

    def accept(self, reason: str) -> Seal:
        """Go on with a database that lacks what the checkpoints name, or with checkpoints lost: signed, and told by every verification.

        Raises: NothingToAccept.
        """
        marks = self.checkpoints.marks()
        with self.connection.transaction():
            last = self.last()
            shared = next((mark for mark in reversed(marks) if self._holds(mark)), None)
            if (marks and shared == marks[-1]) or (last is None and not marks):
                raise NothingToAccept("The database holds every seal that the checkpoints name: there is nothing to accept.")
            held, newest = last.number if last else 0, marks[-1] if marks else None
            facts: dict[str, Any] = {"reason": reason, "lost_from": shared.number + 1 if shared else 1}
            facts |= {"lost_to": newest.number, "lost_hash": newest.hash.hex()} if newest else {"checkpoints": "missing", "lost_to": 0}
            seal = self.add(last, "RESTORED", details=seals.written(facts), number=max(held, facts["lost_to"]) + 1)
        self._append_after(newest)
        return seal

    # Steps

    def alone(self) -> bool:
        """Whether this transaction is the only one that seals."""
        row = self.connection.execute("SELECT pg_try_advisory_xact_lock(hashtext('simpul seal'))").fetchone()
        return bool(row and row[0])

    def last(self) -> Seal | None:
        """The newest seal."""
        found = self._seals("ORDER BY number DESC LIMIT 1")
        return found[0] if found else None

    def add(
        self,
        last: Seal | None,
        kind: str,
        *,
        era: int | None = None,
        lower: int | None = None,
        upper: int | None = None,
        entries: list[encoding.Entry] | None = None,
        details: str = "",
        number: int | None = None,
    ) -> Seal:
        """Sign and store the next seal in the current transaction; without a range it stands where the last one ended."""
        packed = b"".join(entry.packed() for entry in entries or ())
        stands = upper if upper is not None else last.upper if last else 0
        unsigned = Seal(
            number=number or (last.number if last else 0) + 1,
            kind=kind,
            era=era or (last.era if last else self._current_era()),
            lower=stands if lower is None else lower,
            upper=stands,
            row_count=len(entries or ()),
            rows_total=(last.rows_total if last else 0) + len(entries or ()),
            first_at=min((entry.created_at for entry in entries or ()), default=None),
            last_at=max((entry.created_at for entry in entries or ()), default=None),
            root=encoding.merkle_root([entry.leaf for entry in entries or ()]),
            entries_hash=hashlib.sha256(packed).digest(),
            previous=last.hash if last else seals.FIRST_PREVIOUS,
            sealed_at=datetime.now(UTC),
            key_id=self.key.key_id,
            details=details,
        )
        seal = replace(unsigned, hash=unsigned.digest(), signature=self.key.sign(unsigned.body()))
        self.connection.execute(_INSERT, {**seal.__dict__, "format": seals.FORMAT, "entries": packed})
        return seal

    def _block(self, last: Seal | None) -> tuple[int, int, int, list[encoding.Entry]] | None:
        """Era, bounds and entries of the next block that holds a row."""
        era, lower, current = (last.era, last.upper, self._current_era()) if last else (1, 0, self._current_era())
        while era <= current:
            # An era that is over has no transactions left: its rest is sealed to the end.
            end = self._number(_HORIZON) if era == current else seals.LAST_XID
            upper = self._end(era, lower, end)
            if upper > lower and (entries := self._entries(era, lower, upper)):
                return era, lower, upper, entries
            era, lower = era + 1, 0
        return None

    def _end(self, era: int, lower: int, end: int) -> int:
        """Where a block of bearable size ends; a transaction is never divided."""
        beyond = self.connection.execute(
            f"SELECT xid::text::numeric FROM audit.audit_logs WHERE {_RANGE} ORDER BY xid OFFSET %s LIMIT 1", [era, lower, end, self.most_rows]
        ).fetchone()
        if beyond is None:
            return end
        first = self._number(f"SELECT xid::text::numeric FROM audit.audit_logs WHERE {_RANGE} ORDER BY xid LIMIT 1", era, lower, end)
        return int(beyond[0]) if beyond[0] > first else first + 1

    def _entries(self, era: int, lower: int, upper: int) -> list[encoding.Entry]:
        statement = f"SELECT {encoding.SELECTED} FROM audit.audit_logs WHERE {_RANGE} ORDER BY audit_logs.xid, audit_logs.audit_id"
        return [encoding.entry(row) for row in self.connection.execute(statement, [era, lower, upper])]

    def _agree(self, mark: Mark) -> None:
        if not self._holds(mark):
            raise TrailBehindCheckpoints(
                f"The database does not hold seal {mark.number} as its checkpoint names it: an older backup, or the tail was cut. "
                f"Restore the newest backup, or accept: {_ACCEPT}"
            )

    def _holds(self, mark: Mark) -> bool:
        return self.connection.execute("SELECT hash FROM audit.audit_seals WHERE number = %s", [mark.number]).fetchone() == (mark.hash,)

    def _seals(self, where: str, values: list[Any] | None = None) -> list[Seal]:
        with self.connection.cursor(row_factory=kwargs_row(_read)) as cursor:
            return cursor.execute(f"{_SEAL} {where}", values or []).fetchall()

    def _current_era(self) -> int:
        return self._number(_CURRENT_ERA)

    def _number(self, statement: str, *values: object) -> int:
        row = self.connection.execute(statement, values).fetchone()
        return int(row[0]) if row else 0


_ACCEPT = 'simpul sealer --accept "REASON"'


def _read(*, lower: Any, upper: Any, **columns: Any) -> Seal:
    return Seal(lower=int(lower), upper=int(upper), **columns)
