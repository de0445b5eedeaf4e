"""Field encryption, blind indexes and keyed hashes.

Keys live in one JSON file beside the database (`SIMPUL_KEYS_FILE`), never in it:
`{"field": {"current": "k1", "keys": {"k1": base64}}, "blind_index": base64, "audit_hash": base64,
"secret_key": text, "system_proof": base64}`; the last is derived where the file has none. Each key is 32 bytes. A lost key is lost data:
back the file up with the database. On the disk the document may be wrapped by a security module (`key_file`).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from simpul.platform.key_file import key_file_read

_BLOCK = 64  # bytes that SHA-256 takes at once
_NAME = re.compile(r"k[0-9]{1,6}")


class KeyMissing(RuntimeError):
    """A key that the data needs is not in the key file."""


class Tampered(ValueError):
    """A stored ciphertext does not open: wrong key, wrong place or changed bytes."""


@dataclass(frozen=True)
class KeyRing:
    """The field keys (current and older), the blind-index key, the audit's hash key, and what proofs for SYSTEM are made with."""

    current: str
    field: dict[str, AESGCM]
    blind_index: bytes
    audit_hash: bytes
    system_proof: bytes
    fingerprints: Mapping[str, str]  # of each key by its name (`field:k1`): tells two keys apart and nothing of either

    @classmethod
    def load(cls, path: Path, environment: Mapping[str, str] | None = None) -> KeyRing:
        """Raises: KeyMissing when the file is absent or incomplete, KeysNotOpened when it is wrapped and stays closed."""
        try:
            raw = key_file_read(path, os.environ if environment is None else environment).keys
            keys = {str(name): _decoded(key) for name, key in raw["field"]["keys"].items()}
            own = {"blind_index": _decoded(raw["blind_index"]), "audit_hash": _decoded(raw["audit_hash"])}
            fingerprints = {name: _fingerprint(key) for name, key in ({f"field:{name}": key for name, key in keys.items()} | own).items()}
            proof = _decoded(raw["system_proof"]) if "system_proof" in raw else hmac.digest(own["audit_hash"], b"simpul system proof 1", hashlib.sha256)
            ring = cls(str(raw["field"]["current"]), {name: AESGCM(key) for name, key in keys.items()}, **own, system_proof=proof, fingerprints=fingerprints)
        except (OSError, KeyError, ValueError, TypeError, AttributeError, RecursionError) as error:
            raise KeyMissing(f"The key file {path} cannot be read: {type(error).__name__}.") from None
        if ring.current not in ring.field or min(len(ring.blind_index), len(ring.audit_hash), len(ring.system_proof)) < 32:
            raise KeyMissing(f"The key file {path} is incomplete.")
        if not all(_NAME.fullmatch(name) for name in ring.field):
            raise KeyMissing(f"The key file {path} names a field key otherwise than k1, k2 and so on.")
        return ring

    def decrypt(self, token: str, context: str) -> str:
        """The value that `encrypt` sealed in the same context.

        Raises: KeyMissing for an unknown key, Tampered for anything that does not open.
        """
        name, _, body = token.partition(".")
        key = self.field.get(name)
        if key is None:
            raise KeyMissing(f"The field key {name!r} is not in the key file.")
        try:
            data = base64.urlsafe_b64decode(body)
            return key.decrypt(data[:12], data[12:], context.encode()).decode()
        except (InvalidTag, ValueError) as error:
            raise Tampered("A stored value does not open with its key.") from error


def _decoded(key: str) -> bytes:
    return base64.b64decode(key, validate=True)


def _fingerprint(key: bytes) -> str:
    return hmac.digest(key, b"simpul key fingerprint 1", hashlib.sha256).hex()[:32]


@lru_cache(maxsize=1)
def ring() -> KeyRing:
    """The installation's keys, read once."""
    return KeyRing.load(Path(settings.KEYS_FILE))


def encrypt(value: str, context: str) -> str:
    """AES-256-GCM under the current key; `context` binds the ciphertext to its place."""
    keys = ring()
    nonce = os.urandom(12)
    sealed = keys.field[keys.current].encrypt(nonce, value.encode(), context.encode())
    return f"{keys.current}.{base64.urlsafe_b64encode(nonce + sealed).decode()}"


def decrypt(token: str, context: str) -> str:
    """The value that `encrypt` sealed in the same context.

    Raises: KeyMissing for an unknown key, Tampered for anything that does not open.
    """
    return ring().decrypt(token, context)


def blind_index(kind: str, value: str) -> bytes:
    """HMAC-SHA-256 of a normalised value, for equality search and uniqueness (32 bytes)."""
    begun, ended = _begun(ring().blind_index, kind)
    inner, outer = begun.copy(), ended.copy()
    inner.update(value.encode())
    outer.update(inner.digest())
    return outer.digest()


def hmac_blocks(key: bytes) -> tuple[bytes, bytes]:
    """What the inner and the outer hash of HMAC-SHA-256 begin with, by RFC 2104."""
    block = (key if len(key) <= _BLOCK else hashlib.sha256(key).digest()).ljust(_BLOCK, b"\0")
    return bytes(byte ^ 0x36 for byte in block), bytes(byte ^ 0x5C for byte in block)


@lru_cache(maxsize=64)
def _begun(key: bytes, kind: str) -> tuple[hashlib._Hash, hashlib._Hash]:
    """The two hashes that every index of a kind begins with: an import makes millions, and `hmac` takes three times as long for each."""
    inner, outer = (hashlib.sha256(block) for block in hmac_blocks(key))
    inner.update(f"{kind}\x1f".encode())
    return inner, outer


def keyed_hash(value: str) -> str:
    """A keyed hash for the audit trail: equal values are recognisable, the value is not (hex, 32 digits)."""
    return hmac.digest(ring().audit_hash, value.encode(), hashlib.sha256).hex()[:32]


def system_proof(mark: str, ring_of: KeyRing | None = None) -> str:
    """What proves to the database that the session of this mark may be SYSTEM (hex)."""
    return hmac.digest((ring_of or ring()).system_proof, f"session {mark}".encode(), hashlib.sha256).hex()
