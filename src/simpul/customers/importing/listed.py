"""Codes of the organisation's own lists in imported rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from simpul.imports.public import Problem, Problems
from simpul.platform.text import Text


def refuse_unlisted(rows: Sequence[int], codes: Sequence[Any], known: Sequence[str], field: str, problems: Problems) -> None:
    """Refuse the rows whose code its list does not have, or not in use any more."""
    found = set(codes) - {None, *known}
    if not found:
        return
    listed = ", ".join(known)
    refused = {
        code: Text(id=f"'{str(code)[:40]}' tidak dikenal; pilih salah satu: {listed}.", en=f"'{str(code)[:40]}' is not known; choose one of: {listed}.")
        for code in found
    }
    for place, code in zip(rows, codes, strict=True):
        if code in refused:
            problems.setdefault(place, []).append(Problem(field, refused[code]))
