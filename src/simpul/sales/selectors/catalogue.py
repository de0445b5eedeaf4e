"""To be written."""

from __future__ import annotations
from typing import Any


def stage_rows(*a: Any, **k: Any) -> Any:
    raise NotImplementedError


def stage_row(*a: Any, **k: Any) -> Any:
    raise NotImplementedError


def reason_rows(*a: Any, **k: Any) -> Any:
    raise NotImplementedError


def reason_row(*a: Any, **k: Any) -> Any:
    raise NotImplementedError


def product_rows(*a: Any, **k: Any) -> Any:
    raise NotImplementedError
