"""Going through the chain from its first seal to its end, and through every row on the way."""

from __future__ import annotations

import hashlib
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import UUID

from . import outside, reading, structure, tree
from .differences import explain
from .findings import Broken, Sentence, notice
from .reading import Connection, SealRow

_ROWS_AT_ONCE = 50_000
_SEALS_AT_ONCE = 500
_REMEMBERED = 2_000
_LONG_UNSEALED = 600
_ERA_NOW = """
SELECT pg_get_expr(d.adbin, d.adrelid)::integer FROM pg_catalog.pg_attrdef d
  JOIN pg_catalog.pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
 WHERE a.attrelid = 'audit.audit_logs'::regclass AND a.attname = 'era'
"""
_STRAY = "SELECT audit_id, (extract(epoch FROM created_at) * 1000000)::bigint, xid::text, era FROM audit.audit_logs WHERE {condition} ORDER BY era, xid LIMIT 1"


@dataclass
class Report:
    """What was verified."""

    rows: int = 0
    seals: int = 0
    checkpoints: int = 0
    last_seal: int = 0
    last_sealed_at: str = ""
    unsealed: int = 0
    oldest_unsealed_seconds: int = 0
    seconds: float = 0.0
    notices: list[Sentence] = field(default_factory=list)


class Verifier:
    """One verification; `connection` is in a transaction whose snapshot does not move."""

    def __init__(self, connection: Connection, keys: outside.PublicKeys, checkpoints: Path | None, progress: Callable[[int], None] | None = None) -> None:
        self.connection = connection
        self.keys = keys
        self.path = checkpoints
        self.progress = progress
        self.report = Report()
        self.marks: Iterator[outside.Checkpoint] = outside.checkpoints(checkpoints) if checkpoints else iter(())
        self.mark = next(self.marks, None)
        self.last: SealRow | None = None
        self.recent: dict[int, SealRow] = {}
        self.reached: dict[int, int] = {}
        self.dropped: dict[str, int] = {}
        self.absent: Counter[str] = Counter()
        self.lost: list[tuple[int, int]] = []
        self.marked = 0

    def run(self) -> Report:
        """Raises: Broken for the first thing that does not hold."""
        began = time.monotonic()
        self.connection.execute("SET LOCAL search_path = pg_catalog; SET LOCAL row_security = off")
        for seal in reading.dropped_months(self.connection):
            self._announce(seal)
        while waiting := reading.seals(self.connection, self.last.number if self.last else 0, _SEALS_AT_ONCE):
            for chunk in _chunks(waiting):
                self._seals(chunk)
        self._end()
        self.report.notices += structure.check(self.connection)
        self.report.seconds = time.monotonic() - began
        return self.report

    # Seals

    def _announce(self, seal: SealRow) -> None:
        """Months that are rightly absent and seals that were knowingly lost; their seals are checked in their turn."""
        try:
            facts = json.loads(seal.details)
            if seal.kind == "MONTH_DROPPED":
                self.dropped[facts["month"]] = int(facts["rows"])
                self.report.notices.append(notice("MONTH_DROPPED", seal=seal.number, month=facts["month"], rows=facts["rows"]))
            else:
                self.lost.append((int(facts["lost_from"]), int(facts["lost_to"])))
                self.report.notices.append(notice("RESTORED", seal=seal.number, lost=f"{facts['lost_from']}-{facts['lost_to']}", reason=facts["reason"]))
        except (ValueError, KeyError, TypeError):
            raise Broken("SEAL_CHANGED", seal=seal.number) from None

    def _seals(self, chunk: list[SealRow]) -> None:
        for seal in chunk:
            self._seal(seal)
        if chunk[0].kind == "ROWS":
            self._rows(chunk)
        self.report.seals += len(chunk)

    def _seal(self, seal: SealRow) -> None:
        """One link of the chain: its number, its place, its hash, its signature, its checkpoint."""
        last = self.last
        expected = last.number + 1 if last else 1
        if seal.number < expected:
            raise Broken("SEAL_REPEATED", seal=seal.number)
        if seal.number > expected and not (seal.kind == "RESTORED" and seal.number == self._lost_to(seal) + 1):
            raise Broken("SEAL_MISSING", seal=expected)
        if hashlib.sha256(b"\x02" + seal.signed()).digest() != seal.hash or seal.format != 1:
            raise Broken("SEAL_CHANGED", seal=seal.number)
        self.keys.check(seal.number, seal.key_id, seal.signature, seal.signed())
        if not self._follows(seal, last):
            raise Broken("SEAL_CHAIN", seal=seal.number)
        self.last = seal
        if seal.kind == "ROWS":
            self.reached[seal.era] = seal.upper
        self.recent[seal.number] = seal
        self.recent.pop(seal.number - _REMEMBERED, None)
        self._checkpoints(seal.number)

    def _lost_to(self, seal: SealRow) -> int:
        return int(json.loads(seal.details)["lost_to"])

    def _follows(self, seal: SealRow, last: SealRow | None) -> bool:
        era, upper, total = (last.era, last.upper, last.rows_total) if last else (0, 0, 0)
        if seal.previous != (last.hash if last else bytes(32)) or seal.rows_total != total + seal.row_count:
            return False
        if seal.kind != "ROWS":
            return seal.row_count == 0 and seal.lower == seal.upper == upper and (last is None or seal.era == era)
        return seal.lower < seal.upper and (seal.lower == upper if seal.era == era else seal.era > era and seal.lower == 0)

    def _checkpoints(self, reached: int) -> None:
        """Compare the lines of the file up to this seal."""
        while self.mark and self.mark.seal <= reached:
            mark, self.mark = self.mark, next(self.marks, None)
            self._continues(mark)
            seal = self.recent.get(mark.seal)
            self.report.checkpoints += 1
            if seal is None or seal.hash != mark.hash:
                if any(first <= mark.seal <= last for first, last in self.lost):
                    continue
                raise Broken("CHECKPOINT_DIFFERS", seal=mark.seal)
            at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=seal.sealed_at)
            if (mark.signature, mark.rows, mark.key, mark.at) != (seal.signature, seal.rows_total, seal.key_id, at.isoformat(timespec="microseconds")):
                raise Broken("CHECKPOINT_FORGED", line=mark.line, seal=mark.seal)

    def _continues(self, mark: outside.Checkpoint) -> None:
        """The sealer appends a line for each seal: one that is passed over was cut out."""
        first = self.marked + 1
        while any(begin <= first <= end for begin, end in self.lost):
            first = next(end for begin, end in self.lost if begin <= first <= end) + 1
        if self.marked and mark.seal > first:
            raise Broken("CHECKPOINT_GAP", line=mark.line, seal=mark.seal, first=first, last=mark.seal - 1)
        self.marked = max(self.marked, mark.seal)

    # Rows

    def _rows(self, chunk: list[SealRow]) -> None:
        listed = reading.entries(self.connection, [seal.number for seal in chunk])
        found = list(reading.rows(self.connection, chunk[0].era, chunk[0].lower, chunk[-1].upper))
        place = 0
        for seal in chunk:
            packed = listed[seal.number]
            if hashlib.sha256(packed).digest() != seal.entries_hash or len(packed) != 56 * seal.row_count:
                raise Broken("SEAL_ENTRIES", seal=seal.number)
            if tree.root([packed[at + 24 : at + 56] for at in range(0, len(packed), 56)]) != seal.root:
                raise Broken("SEAL_ROOT", seal=seal.number)
            begin = place
            while place < len(found) and found[place].xid < seal.upper:
                place += 1
            here = found[begin:place]
            if b"".join([row.packed for row in here]) != packed:
                self.absent += explain(self.connection, seal.number, packed, here, self.dropped)
            self.report.rows += len(here)
        if self.progress:
            self.progress(self.report.rows)

    # The end

    def _end(self) -> None:
        held = self.last.number if self.last else 0
        ahead = [mark.seal for mark in (self.mark, *self.marks) if mark and not any(first <= mark.seal <= last for first, last in self.lost)]
        if ahead:
            raise Broken("TAIL_CUT", held=held, seal=max(ahead))
        if self.last is None:
            raise Broken("NOTHING_SEALED")
        if self.path and not self.report.checkpoints:
            raise Broken("CHECKPOINTS_MISSING", path=self.path)
        if reading.number(self.connection, "SELECT count(*) FROM audit.audit_seals") != self.report.seals:
            raise Broken("SEAL_REPEATED", seal=held)
        for month, announced in self.dropped.items():
            if self.absent[month] != announced:
                raise Broken("MONTH_ROWS", month=month, announced=announced, found=self.absent[month])
        self._unsealed()
        at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=self.last.sealed_at)
        self.report.last_seal, self.report.last_sealed_at = held, at.isoformat(timespec="seconds")

    def _unsealed(self) -> None:
        """What no seal covers yet: only rows of the newest era beyond its last seal may be there."""
        now = int(reading.number(self.connection, _ERA_NOW))
        upper = self.reached.get(now, 0)
        eras = sorted({*self.reached, now})
        stray = [f"era < {eras[0]}", f"era > {eras[-1]}", f"era = {now} AND xid >= pg_snapshot_xmax(pg_current_snapshot())"]
        stray += [f"era > {before} AND era < {after}" for before, after in pairwise(eras)]
        stray += [f"era = {era} AND xid >= '{end}'::xid8" for era, end in self.reached.items() if era != now]
        for condition in stray:
            row = self.connection.execute(_STRAY.format(condition=condition)).fetchone()
            if row:
                raise Broken("ROW_IMPOSSIBLE", row=UUID(str(row[0])), at=reading.told(row[1]), xid=row[2], era=row[3])
        waiting: tuple[Any, ...] | None = self.connection.execute(
            "SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)::integer"
            " FROM audit.audit_logs WHERE era = %s AND xid >= %s::text::xid8",
            [now, str(upper)],
        ).fetchone()
        if waiting:
            self.report.unsealed, self.report.oldest_unsealed_seconds = waiting
        if self.report.oldest_unsealed_seconds > _LONG_UNSEALED:
            self.report.notices.append(notice("UNSEALED_LONG", seconds=self.report.oldest_unsealed_seconds))


def _chunks(seals: list[SealRow]) -> Iterator[list[SealRow]]:
    """Seals whose rows are read together: of one kind and era, and not too many rows."""
    chunk: list[SealRow] = []
    for seal in seals:
        alike = chunk and chunk[0].kind == seal.kind == "ROWS" and chunk[0].era == seal.era
        if chunk and not (alike and sum(each.row_count for each in chunk) + seal.row_count <= _ROWS_AT_ONCE):
            yield chunk
            chunk = []
        chunk.append(seal)
    if chunk:
        yield chunk
