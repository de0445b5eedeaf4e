"""Categories, resolution codes, legal limits and service levels as a release brings them, one file for each kind of organisation."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from simpul.cases.errors import PackNotFound

_HERE = Path(__file__).parent
DEFAULT = "bank"


def pack_keys() -> list[str]:
    """The packs of this release."""
    return sorted(path.stem for path in _HERE.glob("*.json") if path.stem != "common")


@cache
def pack_read(key: str) -> dict[str, Any]:
    """One pack, whole.

    Raises: PackNotFound.
    """
    if key not in pack_keys():
        raise PackNotFound()
    found: dict[str, Any] = json.loads((_HERE / f"{key}.json").read_text())
    return found


@cache
def common() -> dict[str, Any]:
    """What every installation starts with: resolution codes and the legal limits that are known."""
    found: dict[str, Any] = json.loads((_HERE / "common.json").read_text())
    return found
