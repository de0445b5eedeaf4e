"""What people write as a reason, as the trail and histories may keep it."""

from __future__ import annotations

import re

_LONG_NUMBERS = re.compile(r"[0-9](?:[ .-]?[0-9]){4,}")
_ADDRESSES = re.compile(r"\S+@\S+")


def redacted(text: str, most: int = 300) -> str:
    """The text without numbers of five or more digits and e-mail addresses, which people paste where they do not belong."""
    return _ADDRESSES.sub("***", _LONG_NUMBERS.sub("***", text.strip()))[:most]
