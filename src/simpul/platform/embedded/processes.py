"""Which processes a database directory still has, read from /proc where there is one."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

_PROC = Path("/proc")


def working_in(directory: Path) -> list[int]:
    """The live processes whose working directory this is: PostgreSQL's processes all move into theirs."""
    target = os.path.realpath(directory)
    found = []
    for entry in _PROC.iterdir() if _PROC.is_dir() else ():
        if entry.name.isdigit():
            try:
                if os.readlink(entry / "cwd") == target:
                    found.append(int(entry.name))
            except OSError:
                continue
    return sorted(found)


def works_in(pid: int, directory: Path) -> bool:
    """Whether this process is alive and works in the directory; a zombie is not alive, a reused number not ours."""
    if not _PROC.is_dir():
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True
    try:
        return os.readlink(_PROC / str(pid) / "cwd") == os.path.realpath(directory)
    except OSError:
        return False


def clear(directory: Path, *, patience: float) -> None:
    """Wait for orphans of a killed server to notice and leave, then end them."""
    deadline = time.monotonic() + patience
    while left := working_in(directory):
        if time.monotonic() > deadline:
            for pid in left:
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    continue
            deadline = time.monotonic() + patience
        time.sleep(0.05)
