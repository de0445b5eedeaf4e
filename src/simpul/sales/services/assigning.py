"""To be written."""

from __future__ import annotations
from typing import Any


def lead_assign(*a: Any, **k: Any) -> Any:
    raise NotImplementedError


def leads_assign(*a: Any, **k: Any) -> Any:
    raise NotImplementedError
