"""To be written."""

from __future__ import annotations
from typing import Any


def opportunity_create(*a: Any, **k: Any) -> Any:
    raise NotImplementedError


def opportunity_update(*a: Any, **k: Any) -> Any:
    raise NotImplementedError


def opportunity_move(*a: Any, **k: Any) -> Any:
    raise NotImplementedError


def opportunity_undo(*a: Any, **k: Any) -> Any:
    raise NotImplementedError
