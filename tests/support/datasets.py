"""Where real data lies that tests read and the project never contains."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def dataset(name: str) -> Path:
    """The folder of a data set: SIMPUL_DATASETS, else shared/data beside the checkout. Absent, the test is skipped; in CI it fails."""
    folder = Path(os.environ.get("SIMPUL_DATASETS") or ROOT.parent / "shared" / "data") / name
    if not folder.is_dir():
        told = f"The data set {name} is not there: set SIMPUL_DATASETS to the folder that holds it."
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(told)
        pytest.skip(told)
    return folder
