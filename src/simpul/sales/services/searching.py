"""To be written."""

from __future__ import annotations
from typing import Any


def lead_search(*a: Any, **k: Any) -> Any:
    raise NotImplementedError


def opportunity_search(*a: Any, **k: Any) -> Any:
    raise NotImplementedError


def search_token(*a: Any, **k: Any) -> Any:
    raise NotImplementedError
