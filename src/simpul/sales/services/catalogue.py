"""To be written."""

from __future__ import annotations
from typing import Any


def stage_update(*a: Any, **k: Any) -> Any:
    raise NotImplementedError


def reason_create(*a: Any, **k: Any) -> Any:
    raise NotImplementedError


def reason_update(*a: Any, **k: Any) -> Any:
    raise NotImplementedError
