"""Locks between processes of one machine; the kernel drops them when their holder dies, however it dies."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from simpul.platform.embedded.errors import DirectoryInUse, EmbeddedError


class FileLock:
    """One `flock` on one file; shared or exclusive."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    def take(self, *, shared: bool = False) -> bool:
        """Take or convert the lock without waiting; False when somebody else is in the way."""
        try:
            fcntl.flock(
                self._handle,
                (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB,
            )
        except BlockingIOError:
            return False
        return True

    def note(self, text: str) -> None:
        """Leave a word for whoever finds the lock taken."""
        os.ftruncate(self._handle, 0)
        os.pwrite(self._handle, text.encode(), 0)

    def read(self) -> str:
        """The holder's word."""
        return os.pread(self._handle, 200, 0).decode(errors="replace").strip()

    def close(self) -> None:
        """Let go."""
        os.close(self._handle)


@contextmanager
def exclusive(path: Path, *, timeout: float) -> Iterator[FileLock]:
    """Hold the lock, waiting for at most `timeout` seconds.

    Raises: EmbeddedError when the time is over.
    """
    lock = FileLock(path)
    try:
        deadline = time.monotonic() + timeout
        while not lock.take():
            if time.monotonic() > deadline:
                raise EmbeddedError(f"Another process has been starting or stopping the database for {timeout:.0f} s ({path}).")
            time.sleep(0.05)
        yield lock
    finally:
        lock.close()


def claim(path: Path, directory: Path) -> FileLock:
    """Make this process the only Simpul of the directory until it ends.

    Raises: DirectoryInUse with the holder's process id.
    """
    lock = FileLock(path)
    if not lock.take():
        holder = lock.read()
        lock.close()
        raise DirectoryInUse(f"Simpul already runs on {directory} (process {holder or 'unknown'}). Stop it first, or choose another --data DIR.")
    lock.note(str(os.getpid()))
    return lock
