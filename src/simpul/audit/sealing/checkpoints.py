"""The file of checkpoints: one line for each seal, appended and on disk before the sealer goes on, outside the database."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

_TAIL = 16_384


class CheckpointsUnreadable(RuntimeError):
    """The file does not hold what the sealer wrote."""


@dataclass(frozen=True)
class Mark:
    """What a checkpoint says: a seal's number and its hash."""

    number: int
    hash: bytes


class CheckpointFile:
    """Appends lines; never rewrites one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._last: Mark | None = None

    def last(self) -> Mark | None:
        """The newest whole line, or nothing for a file that is absent or empty.

        Raises: CheckpointsUnreadable.
        """
        if self._last is None and self.path.exists():
            with self.path.open("rb") as file:
                file.seek(max(0, self.path.stat().st_size - _TAIL))
                lines = file.read().decode(errors="replace").splitlines(keepends=True)
            # The first line of a tail may be cut off, and the last one by a power cut: one whole line decides.
            whole = [mark for mark in map(_read, lines) if mark]
            if lines and not whole:
                raise CheckpointsUnreadable(f"{self.path} does not hold checkpoints. Put the file back from a copy.")
            self._last = whole[-1] if whole else None
        return self._last

    def marks(self) -> list[Mark]:
        """Every whole line, from first to last."""
        if not self.path.exists():
            return []
        with self.path.open() as file:
            return [mark for mark in map(_read, file) if mark]

    def begin(self) -> None:
        """Make the empty file, before there is anything to write: from then on, its absence means that it was lost."""
        if self.path.exists():
            return
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.path.touch(mode=0o640)
        directory = os.open(self.path.parent, os.O_RDONLY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)

    def append(self, lines: list[str], last: Mark) -> None:
        """Add lines, and wait until they are on disk."""
        self.begin()
        handle = os.open(self.path, os.O_RDWR | os.O_APPEND)
        try:
            size = os.fstat(handle).st_size
            # What a power cut left of a line is closed; the whole line follows it.
            torn = size > 0 and os.pread(handle, 1, size - 1) != b"\n"
            left = (("\n" if torn else "") + "".join(f"{line}\n" for line in lines)).encode()
            while left:
                left = left[os.write(handle, left) :]
            os.fsync(handle)
        finally:
            os.close(handle)
        self._last = last


def _read(line: str) -> Mark | None:
    try:
        document = json.loads(line)
        return Mark(int(document["seal"]), bytes.fromhex(document["hash"]))
    except (ValueError, KeyError, TypeError):
        return None
