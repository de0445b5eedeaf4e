"""Whether a key file opens what a database holds: the drill after a restore, and the proof before a database is tied to a key file."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import psycopg

from simpul.platform.crypto import KeyMissing, KeyRing, Tampered

SAMPLE = 200


@dataclass(frozen=True)
class DrillResult:
    """How many sealed values of one kind were tried, and how many did not open."""

    kind: str
    tried: int
    refused: int


@dataclass(frozen=True)
class _Sealed:
    kind: str
    sql: str  # gives the sealed value first, then what its context is made of
    context: Callable[..., str]


def _identifier_context(id_type: str, digest: bytes) -> str:
    return f"identifier:{id_type}:{bytes(digest).hex()}"


# The oldest and the newest of each kind: a key that was lost or exchanged shows in either.
_ENDS = "(SELECT {columns} FROM {table} WHERE {where} ORDER BY {key} LIMIT {half}) UNION (SELECT {columns} FROM {table} WHERE {where} ORDER BY {key} DESC LIMIT {half})"


def _ends(table: str, columns: str, key: str, where: str = "true") -> str:
    return _ENDS.format(table=table, columns=columns, key=key, where=where, half=SAMPLE // 2)


_KINDS = (
    _Sealed(
        "identifiers",
        _ends("crm.customer_identifiers", "id_value, id_type, id_hash", "identifier_id", "id_type IN ('NIK', 'ACCOUNT_NO')"),
        _identifier_context,
    ),
    _Sealed(
        "documents",
        _ends("crm.document_versions", "sealed_key, document_id, number", "version_id", "sealed_key <> ''"),
        lambda document, number: f"document:{document}:{number}",
    ),
    _Sealed(
        "second_factors",
        _ends("iam.mfa_authenticator", "data ->> 'secret'", "id", "data ? 'secret'"),
        lambda: "iam.authenticator",
    ),
)


def run(connection: psycopg.Connection[Any], ring: KeyRing) -> list[DrillResult]:
    """Open up to 200 sealed values of each kind, the oldest and the newest, and look up each identifier's index."""
    return list(_results(connection, ring))


def _results(connection: psycopg.Connection[Any], ring: KeyRing) -> Iterator[DrillResult]:
    for kind in _KINDS:
        rows = connection.execute(kind.sql).fetchall()
        opened = [_opens(ring, token, kind.context(*place)) for token, *place in rows]
        yield DrillResult(kind.kind, len(opened), opened.count(None))
        if kind.kind == "identifiers":
            found = [_index(ring, str(id_type), clear) == bytes(digest) for clear, (_, id_type, digest) in zip(opened, rows, strict=True) if clear is not None]
            yield DrillResult("indexes", len(found), found.count(False))


def _opens(ring: KeyRing, token: str, context: str) -> str | None:
    try:
        return ring.decrypt(token, context)
    except (KeyMissing, Tampered):
        return None


def _index(ring: KeyRing, kind: str, value: str) -> bytes:
    return hmac.digest(ring.blind_index, f"{kind}\x1f{value}".encode(), hashlib.sha256)
