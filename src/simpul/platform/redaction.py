"""What people and programs hand in, as the trail, histories and logs may keep it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_LONG_NUMBERS = re.compile(r"[0-9](?:[ .-]?[0-9]){4,}")
_ADDRESSES = re.compile(r"\S+@\S+")
# A number that stands by itself; the digits of an id or a hash stand beside letters and dashes.
_STANDING_NUMBERS = re.compile(r"(?<![A-Za-z0-9-])[0-9]{10,}(?![A-Za-z0-9])")
_CONTROLS = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029]+")


def redacted(text: str, most: int = 300) -> str:
    """The text without numbers of five or more digits and e-mail addresses, which people paste where they do not belong."""
    return _ADDRESSES.sub("***", _LONG_NUMBERS.sub("***", _CONTROLS.sub(" ", text).strip()))[:most]


def masked(text: str) -> str:
    """The text in one line, without standing numbers as long as a person's: what cannot be looked at before it is kept."""
    return _STANDING_NUMBERS.sub("***", _CONTROLS.sub(" ", text))


def holds_number(text: str) -> bool:
    """Whether a number as long as a person's stands in the text: ten digits or more without a break."""
    return _STANDING_NUMBERS.search(text) is not None


def masked_all(value: Any) -> Any:
    """The same for every text inside a value, names of fields included."""
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, Mapping):
        return {masked(str(key)): masked_all(inner) for key, inner in value.items()}
    return [masked_all(inner) for inner in value] if isinstance(value, (list, tuple, set, frozenset)) else value
