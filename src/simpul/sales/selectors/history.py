"""To be written."""

from __future__ import annotations
from typing import Any


def lead_history(*a: Any, **k: Any) -> Any:
    raise NotImplementedError


def opportunity_history(*a: Any, **k: Any) -> Any:
    raise NotImplementedError
