"""A place for clusters that the server's user can reach, cleaned whatever the test did."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from simpul.platform.embedded import processes
from simpul.platform.embedded.server import Cluster


@pytest.fixture
def place() -> Iterator[Path]:
    """An open directory; pytest's own is closed to other users."""
    path = Path(tempfile.mkdtemp(prefix="simpul-test-"))
    path.chmod(0o755)
    yield path
    for data in path.glob("**/data"):
        for pid in processes.working_in(data):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def cluster(place: Path) -> Cluster:
    """A cluster that is not made yet."""
    return Cluster(place / "postgres", password="first secret", durable=False, shelf=place / "shelf")


@pytest.fixture
def durable_cluster(place: Path) -> Cluster:
    """A cluster that promises what the product's does."""
    return Cluster(place / "postgres", password="first secret", shelf=place / "shelf")
