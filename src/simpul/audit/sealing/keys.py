"""The sealing keys: Ed25519, in a file that only the sealer reads, or in a security module (`tokens`); the public keys in a file for everybody.

`{"current": id, "keys": {id: base64}}` and `{id: base64}`; a key's id is the beginning of its public key's hash.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


class SealingKeyUnusable(RuntimeError):
    """The sealing key is absent, incomplete or open to others; the message says what to do."""


@dataclass(frozen=True)
class SealingKey:
    """The key that signs, and its id."""

    key_id: str
    public: Ed25519PublicKey
    signer: Callable[[bytes], bytes]

    def sign(self, message: bytes) -> bytes:
        """64 bytes."""
        return self.signer(message)


def public_file(path: Path) -> Path:
    """Where the public keys stand, beside the private ones."""
    return path.with_name(f"{path.stem}.public.json")


def load(path: Path) -> SealingKey:
    """The current key.

    Raises: SealingKeyUnusable.
    """
    try:
        document = json.loads(path.read_text())
        key_id = document["current"]
        private = Ed25519PrivateKey.from_private_bytes(base64.b64decode(document["keys"][key_id]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SealingKeyUnusable(f"The sealing key {path} cannot be read ({type(error).__name__}). Restore it from your backup of the keys.") from None
    if path.stat().st_mode & 0o077:
        raise SealingKeyUnusable(f"The sealing key {path} is readable by other users. Run: chmod 600 {path}")
    if key_identify(private.public_key()) != key_id:
        raise SealingKeyUnusable(f"The sealing key {path} is not the one that it is named for. Restore it from your backup of the keys.")
    return SealingKey(key_id, private.public_key(), private.sign)


def make(path: Path) -> str:
    """Make a new sealing key and the current one; the former private key is forgotten, its public key stays. Returns the id.

    Raises: SealingKeyUnusable when the public keys cannot be read.
    """
    private = Ed25519PrivateKey.generate()
    key_id = key_identify(private.public_key())
    # The public key first: a crash in between leaves a key that nothing was signed with, not a seal that nobody can check.
    public_key_add(public_file(path), SealingKey(key_id, private.public_key(), private.sign))
    _write(path, {"current": key_id, "keys": {key_id: base64.b64encode(private.private_bytes_raw()).decode()}}, 0o600)
    return key_id


def public_keys_read(path: Path) -> dict[str, object]:
    """The public keys of a file, by id; none where it is absent.

    Raises: SealingKeyUnusable when they cannot be read.
    """
    try:
        found = json.loads(path.read_text()) if path.exists() else {}
    except (OSError, ValueError):
        found = None
    if not isinstance(found, dict):
        raise SealingKeyUnusable(f"The public keys {path} cannot be read. Restore them from your backup of the keys.")
    return found


def public_key_add(path: Path, key: SealingKey) -> None:
    """Add the public half of a key to the file that is handed to whoever verifies.

    Raises: SealingKeyUnusable when the file cannot be read.
    """
    raw = key.public.public_bytes_raw()
    _write(path, {**public_keys_read(path), key.key_id: base64.b64encode(raw).decode()}, 0o644)


def key_identify(public: Ed25519PublicKey) -> str:
    """The id of a key: the beginning of its public half's hash."""
    return hashlib.sha256(public.public_bytes_raw()).hexdigest()[:16]


def _write(path: Path, document: dict[str, object], mode: int) -> None:
    """Replace the file in one step, on disk before we go on."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "w") as file:
        file.write(json.dumps(document, indent=2) + "\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, path)
    directory = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
