"""Which letters of a name to mark in a result."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simpul.customers import names

_WRITTEN_WORD = re.compile(r"[^\s\-/.,&()]+")


def marks(full_name: str, plain_query: str) -> list[tuple[int, int]]:
    """The ranges of the name that the query's words match, as start and end in UTF-16 units (as browsers count).

    A word that begins with a query word is marked so far, a misspelt or like-sounding one wholly.
    """
    asked = names.words(plain_query)
    found = []
    for start, word in _words(full_name):
        length = _matched(names.plain(word), word, asked)
        if length:
            found.append((_units(full_name[:start]), _units(full_name[: start + length])))
    return found


def _words(full_name: str) -> Iterator[tuple[int, str]]:
    for match in _WRITTEN_WORD.finditer(full_name):
        yield match.start(), match[0]


def _matched(plain: str, written: str, asked: list[str]) -> int:
    """How many letters of the written word to mark."""
    if plain in asked:
        return len(written)
    begun = max((len(word) for word in asked if len(word) >= 2 and plain.startswith(word)), default=0)
    if begun:
        return begun if len(plain) == len(written) else len(written)
    sound = names.sound(plain)
    if any(one_slip(plain, word) or sound == names.sound(word) for word in asked if len(word) >= 2):
        return len(written)
    return 0


def one_slip(one: str, other: str) -> bool:
    """Whether one letter was inserted, deleted or replaced, or two neighbours swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[1::-1] == b[:2] and a[2:] == b[2:])
    return a[1:] == b if len(a) > len(b) else a == b[1:]


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
