"""To be written."""

from __future__ import annotations
from typing import Any


def lead_update(*a: Any, **k: Any) -> Any:
    raise NotImplementedError


def lead_move(*a: Any, **k: Any) -> Any:
    raise NotImplementedError


def lead_undo(*a: Any, **k: Any) -> Any:
    raise NotImplementedError
