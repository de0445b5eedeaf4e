"""To be written."""

from __future__ import annotations
from typing import Any


def lead_convert(*a: Any, **k: Any) -> Any:
    raise NotImplementedError
