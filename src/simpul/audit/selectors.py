"""Which seal covers a row of the trail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

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
