"""A demonstration that runs as users run it: one directory, loaded once, started by the command line."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.demo import Demo


@pytest.fixture(scope="package")
def demo() -> Iterator[Demo]:
    """The directory and port; each test starts and stops as it needs."""
    place = Path(tempfile.mkdtemp(prefix="simpul-demo-"))
    place.chmod(0o755)
    demo = Demo(place)
    yield demo
    demo.kill_everything()
    shutil.rmtree(place, ignore_errors=True)
