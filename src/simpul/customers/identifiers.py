"""Identifiers: one written form, sealed where they are secret, findable by a keyed blind index."""

from __future__ import annotations

import re
from typing import NamedTuple, Sequence

from simpul.customers.vocabulary import IdType
from simpul.platform import crypto

SECRET_TYPES = frozenset({IdType.NIK.value, IdType.ACCOUNT_NO.value})

_DIGITS = re.compile(r"[^0-9]+", re.ASCII)
_CODE = re.compile(r"[^0-9A-Z]+", re.ASCII)


class SealedIdentifier(NamedTuple):
    """An identifier as `crm.customer_identifiers` keeps it: `value` for id_value, `hash` for id_hash, `hint` for id_hint."""

    id_type: str
    value: str
    hash: bytes
    hint: str


def normalise(id_type: str, written: str) -> str:
    """The one form in which an identifier is hashed and kept: digits for a NIK, else capital letters and digits."""
    if id_type == IdType.NIK:
        return written if written.isascii() and written.isdigit() else _DIGITS.sub("", written)
    capitals = written.upper()
    return capitals if capitals.isascii() and capitals.isalnum() else _CODE.sub("", capitals)


def hash_of(id_type: str, normalised: str) -> bytes:
    """The blind index of a normalised value (32 bytes)."""
    return crypto.blind_index(id_type, normalised)


def seal(id_type: str, written: str) -> SealedIdentifier:
    """The identifier as it is stored.

    The ciphertext is bound to its own blind index, so that one exchanged between two customers does not open.
    """
    return seal_normalised(id_type, normalise(id_type, written))


def seal_normalised(id_type: str, value: str) -> SealedIdentifier:
    """The same for a value that `normalise` has made."""
    digest = hash_of(id_type, value)
    return SealedIdentifier(id_type, _kept(id_type, value, digest), digest, _hint(id_type, value))


def seal_column(id_type: str, values: Sequence[str | None]) -> tuple[Sequence[str | None], list[bytes | None], Sequence[str | None]]:
    """Id_value, id_hash and id_hint of many normalised values of one type, as columns; None stays None."""
    digests = [None if value is None else hash_of(id_type, value) for value in values]
    if id_type not in SECRET_TYPES:
        return values, digests, values
    kept = [None if value is None or digest is None else _kept(id_type, value, digest) for value, digest in zip(values, digests, strict=True)]
    return kept, digests, [None if value is None else _hint(id_type, value) for value in values]


def _kept(id_type: str, value: str, digest: bytes) -> str:
    return crypto.encrypt(value, _context(id_type, digest)) if id_type in SECRET_TYPES else value


def _hint(id_type: str, value: str) -> str:
    if id_type == IdType.NIK:
        return value[:4] + value[-4:]
    if id_type == IdType.ACCOUNT_NO:
        return value[-min(4, len(value) // 2) :] if len(value) > 1 else "0"
    return value


def unseal(id_type: str, value: str, digest: bytes) -> str:
    """The clear value of a stored identifier.

    Raises: KeyMissing, Tampered.
    """
    return crypto.decrypt(value, _context(id_type, digest)) if id_type in SECRET_TYPES else value


def _context(id_type: str, digest: bytes) -> str:
    return f"identifier:{id_type}:{digest.hex()}"
