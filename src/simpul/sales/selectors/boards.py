"""To be written."""

from __future__ import annotations
from typing import Any


def lead_board(*a: Any, **k: Any) -> Any:
    raise NotImplementedError


def opportunity_board(*a: Any, **k: Any) -> Any:
    raise NotImplementedError
