"""A running demonstration to be killed, and a report of what was killed."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.demo import Demo

# `make chaos` kills each part twenty times; the normal suite shows that the way works.
KILLS = int(os.environ.get("SIMPUL_TEST_KILLS", "1"))
RESULTS = Path(__file__).resolve().parents[2] / "test-results" / "chaos.json"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.chaos)


# For this package only: a demonstration that nobody asks anything keeps its processes busy all the same.
@pytest.fixture(scope="package")
def demo(demonstration: Demo) -> Iterator[Demo]:
    try:
        demonstration.start()
        yield demonstration
    finally:
        demonstration.kill_everything()


@pytest.fixture
def kills() -> int:
    """How often each part is killed."""
    return KILLS


@pytest.fixture
def report() -> Callable[..., None]:
    """Keep figures for whoever runs this by hand."""

    def keep(name: str, **figures: Any) -> None:
        known = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(json.dumps(known | {name: figures}, indent=2) + "\n")
        print(f"\n{name}: {json.dumps(figures)}")

    return keep
