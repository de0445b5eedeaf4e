"""To be written."""

from __future__ import annotations
from typing import Any


def assignees_at(*a: Any, **k: Any) -> Any:
    raise NotImplementedError
