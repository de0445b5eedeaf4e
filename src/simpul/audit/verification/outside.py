"""What the verifier trusts: the public keys and the checkpoints, both from outside the database."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from .findings import Broken


class PublicKeys:
    """The keys whose signatures count, by id."""

    def __init__(self, path: Path) -> None:
        try:
            document = json.loads(path.read_text())
            raw = {name: base64.b64decode(text, validate=True) for name, text in document.items()}
            self._keys = {name: Ed25519PublicKey.from_public_bytes(key) for name, key in raw.items()}
        except (OSError, ValueError, AttributeError, TypeError):
            raise Broken("KEYS_MISSING", path=path) from None
        if any(hashlib.sha256(key).hexdigest()[:16] != name for name, key in raw.items()):
            raise Broken("KEYS_MISSING", path=path)

    def check(self, seal: int, key: str, signature: bytes, message: bytes) -> None:
        """Raises: Broken."""
        if key not in self._keys:
            raise Broken("SEAL_UNKNOWN_KEY", seal=seal, key=key)
        try:
            self._keys[key].verify(signature, message)
        except InvalidSignature:
            raise Broken("SEAL_FORGED", seal=seal, key=key) from None


@dataclass(frozen=True)
class Checkpoint:
    """One line of the file."""

    line: int
    seal: int
    hash: bytes
    rows: int
    at: str
    key: str
    signature: bytes


def checkpoints(path: Path) -> Iterator[Checkpoint]:
    """The lines in order. A repeated line counts once; the beginning of one, left by a power cut, is passed over if
    the whole line follows or nothing does.

    Raises: Broken.
    """
    if not path.exists():
        return
    newest, whole = 0, True
    # Every line waits for its successor, which tells what an unreadable one was.
    fragment: tuple[int, str] | None = None
    with path.open(errors="replace") as file:
        for number, line in enumerate(file, 1):
            found = _parse(number, line)
            if fragment and not line.startswith(fragment[1]):
                raise Broken("CHECKPOINT_UNREADABLE", line=fragment[0])
            whole = line.endswith("\n")
            fragment = None if found else (number, line.rstrip("\n"))
            if found and found.seal <= newest and not _repeats(found, newest):
                raise Broken("CHECKPOINT_ORDER", line=number)
            if found:
                newest = max(newest, found.seal)
                yield found
    if fragment and whole:
        raise Broken("CHECKPOINT_UNREADABLE", line=fragment[0])


def _repeats(found: Checkpoint, newest: int) -> bool:
    # Two sealers may each publish what the other did; the hashes are compared with the database in any case.
    return newest - found.seal < 1_000


def _parse(number: int, line: str) -> Checkpoint | None:
    try:
        document = json.loads(line)
        signature = base64.b64decode(document["signature"], validate=True)
        return Checkpoint(number, int(document["seal"]), bytes.fromhex(document["hash"]), int(document["rows"]), document["at"], document["key"], signature)
    except (ValueError, KeyError, TypeError):
        return None
