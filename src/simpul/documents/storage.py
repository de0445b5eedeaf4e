"""Sealed files: AES-256-GCM in chunks under a key of the document's own, kept under an address that tells nothing.

A file is written beside its place, forced to disk and renamed, before any row names it: a crash leaves a file without
a row, which the nightly sweep removes, and never a row without its file. The address is a keyed hash of document and
content, so equal files are not recognisable, and each chunk is bound to it, to its number and to whether it is the last:
nothing can be cut, swapped or put elsewhere. Another store (such as one that speaks S3) implements `Store`.
"""

from __future__ import annotations

import os
import re
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Protocol
from uuid import uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from simpul.platform.crypto import Tampered

CHUNK = 64 * 1024
_MAGIC = b"SIMPUL1\n"
_TAG = 16
_ADDRESS = re.compile(r"[0-9a-f]{64}")


class ContentMissing(LookupError):
    """The store has no file at this address."""


class Store(Protocol):
    """Where sealed files are kept. Addresses are 64 hexadecimal digits."""

    def put(self, address: str, pieces: Iterable[bytes]) -> None:
        """Keep a file, whole or not at all; durable when it returns."""
        ...

    def open(self, address: str) -> BinaryIO:
        """Raises: ContentMissing."""
        ...

    def remove(self, address: str) -> None:
        """Forget a file; one that is not there is no error."""
        ...

    def older_than(self, seconds: float) -> Iterator[str]:
        """The addresses of files that have been there for so long."""
        ...


class LocalStore:
    """A directory that only the product's own user reads, or the group that a set-group-id directory shares it with."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, address: str, pieces: Iterable[bytes]) -> None:
        final, incoming = self._path(address), self.root / "incoming"
        for directory in (self.root, incoming, final.parent.parent, final.parent):
            self._make(directory)
        unfinished = incoming / uuid4().hex
        try:
            with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                if self._is_shared():
                    os.fchmod(file.fileno(), 0o640)
                for piece in pieces:
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            os.replace(unfinished, final)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        for directory in (final.parent, final.parent.parent, self.root):
            _sync(directory)

    def open(self, address: str) -> BinaryIO:
        try:
            return self._path(address).open("rb")
        except FileNotFoundError:
            raise ContentMissing(address) from None

    def remove(self, address: str) -> None:
        self._path(address).unlink(missing_ok=True)

    def older_than(self, seconds: float) -> Iterator[str]:
        bound = time.time() - seconds
        for path in self.root.glob("[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]/*"):
            with suppress(FileNotFoundError):  # removed meanwhile
                if _ADDRESS.fullmatch(path.name) and path.stat().st_mtime < bound:
                    yield path.name
        for path in self.root.glob("incoming/*"):
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < bound:
                    path.unlink()

    def _is_shared(self) -> bool:
        return bool(self.root.stat().st_mode & stat.S_ISGID)

    def _make(self, directory: Path) -> None:
        try:
            directory.mkdir(mode=0o700, parents=True)
        except FileExistsError:
            return
        # Each process may add to what another made, and remove it.
        if directory != self.root and self._is_shared():
            directory.chmod(0o2770)

    def _path(self, address: str) -> Path:
        if not _ADDRESS.fullmatch(address):
            raise ContentMissing(address)
        return self.root / address[:2] / address[2:4] / address


def _sync(directory: Path) -> None:
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def store() -> Store:
    """The installation's store."""
    return LocalStore(Path(settings.UPLOADS_DIR))


def seal(source: BinaryIO, key: bytes, address: str) -> Iterator[bytes]:
    """The content from its beginning, sealed chunk by chunk; memory holds two chunks whatever the size."""
    source.seek(0)
    cipher, prefix = AESGCM(key), os.urandom(7)
    yield _MAGIC + prefix
    piece, number = source.read(CHUNK), 0
    while True:
        following = source.read(CHUNK)
        yield cipher.encrypt(_nonce(prefix, number, last=not following), piece, address.encode())
        if not following:
            return
        piece, number = following, number + 1


def unseal(source: BinaryIO, key: bytes, address: str) -> Iterator[bytes]:
    """The content that `seal` wrote.

    Raises: Tampered for anything that does not open, is cut short or goes on too long.
    """
    with source:
        head = source.read(len(_MAGIC) + 7)
        cipher, prefix = AESGCM(key), head[len(_MAGIC) :]
        if head[: len(_MAGIC)] != _MAGIC or len(prefix) != 7:
            raise Tampered("A stored file has no head of ours.")
        piece, number = source.read(CHUNK + _TAG), 0
        while True:
            following = source.read(CHUNK + _TAG)
            try:
                yield cipher.decrypt(_nonce(prefix, number, last=not following), piece, address.encode())
            except InvalidTag:
                raise Tampered("A stored file does not open with its key.") from None
            if not following:
                return
            piece, number = following, number + 1


def _nonce(prefix: bytes, number: int, *, last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([last])
