"""To be written."""

from __future__ import annotations
from typing import Any


def customer_sales(*a: Any, **k: Any) -> Any:
    raise NotImplementedError
