"""What went wrong, told without an error's own words: they may quote a person's data."""

from __future__ import annotations

import traceback
from collections.abc import Container
from pathlib import Path

from simpul.platform.errors import DomainError

_SOURCES = Path(__file__).resolve().parents[1]


def told(error: BaseException, *, but: Container[str] = ()) -> str:
    """The kind of an error and the place in our own sources where it arose, such as `KeyError at value/rules.py:12`.

    `but` names files whose frames say nothing: whoever called what failed.
    """
    name = error.code() if isinstance(error, DomainError) else type(error).__name__
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(_SOURCES) and str(path.relative_to(_SOURCES)) not in but:
            return f"{name} at {path.relative_to(_SOURCES)}:{frame.lineno}"
    return name
