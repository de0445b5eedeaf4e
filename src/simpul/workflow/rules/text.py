"""How `contains` and `starts_with` look at letters: a and A are one, in SQL as in CEL.

Only the letters A to Z fold. What else counts as one letter depends on the server's locale and version, and the two
ways to evaluate a rule would then differ.
"""

from __future__ import annotations

from string import ascii_lowercase, ascii_uppercase

_FOLD = str.maketrans(ascii_uppercase, ascii_lowercase)


def fold(text: str) -> str:
    """The text with A to Z in small letters."""
    return text.translate(_FOLD)


def folded_sql(expression: str) -> str:
    """The same in SQL."""
    return f"translate({expression}, '{ascii_uppercase}', '{ascii_lowercase}')"
