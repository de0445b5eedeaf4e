"""A demonstration that runs as users run it: one directory, loaded once, started by the command line."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.demo import Demo


@pytest.fixture(scope="package")
def demo(demonstration: Demo) -> Iterator[Demo]:
    """The directory and port; each test starts and stops as it needs."""
    yield demonstration
    demonstration.kill_everything()
