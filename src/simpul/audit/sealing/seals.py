"""A seal, what of it is signed, and the line that leaves the database."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from simpul.audit.sealing.encoding import microseconds

FORMAT = 1
FIRST_PREVIOUS = bytes(32)
LAST_XID = 2**64 - 1
_SEAL = b"\x02"


@dataclass(frozen=True)
class Seal:
    """One link of the chain; `hash` and `signature` are empty until it is signed."""

    number: int
    kind: str
    era: int
    lower: int
    upper: int
    row_count: int
    rows_total: int
    first_at: datetime | None
    last_at: datetime | None
    root: bytes
    entries_hash: bytes
    previous: bytes
    sealed_at: datetime
    key_id: str
    details: str = ""
    hash: bytes = b""
    signature: bytes = b""

    def body(self) -> bytes:
        """What is signed: one line for each fact, in this order."""
        facts = {
            "format": FORMAT,
            "number": self.number,
            "kind": self.kind,
            "era": self.era,
            "lower": self.lower,
            "upper": self.upper,
            "rows": self.row_count,
            "rows_total": self.rows_total,
            "first_at": _moment(self.first_at),
            "last_at": _moment(self.last_at),
            "root": self.root.hex(),
            "entries": self.entries_hash.hex(),
            "previous": self.previous.hex(),
            "sealed_at": microseconds(self.sealed_at),
            "key": self.key_id,
            "details": self.details,
        }
        return ("simpul audit seal\n" + "".join(f"{name}={value}\n" for name, value in facts.items())).encode()

    def digest(self) -> bytes:
        """The seal's hash, which the next seal names."""
        return hashlib.sha256(_SEAL + self.body()).digest()

    def checkpoint(self) -> str:
        """The line for the outside: number, hash and signature of the seal, and how many rows it and all before it hold."""
        return written(
            {
                "at": self.sealed_at.astimezone(UTC).isoformat(timespec="microseconds"),
                "hash": self.hash.hex(),
                "key": self.key_id,
                "rows": self.rows_total,
                "seal": self.number,
                "signature": base64.b64encode(self.signature).decode(),
            }
        )


def _moment(moment: datetime | None) -> str:
    return "" if moment is None else str(microseconds(moment))


def written(facts: dict[str, Any]) -> str:
    """JSON on one line, the same for the same facts."""
    return json.dumps(facts, sort_keys=True, separators=(",", ":"))
