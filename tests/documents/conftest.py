"""Each test has a store of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings: Any) -> Path:
    """The directory of the store."""
    settings.UPLOADS_DIR = tmp_path / "uploads"
    return tmp_path / "uploads"
