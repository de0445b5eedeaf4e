"""Whether a text that somebody has to write says anything: what nobody can see, and signs alone, are no words."""

from __future__ import annotations

import unicodedata

# Drawn as nothing although they count as letters or symbols: fillers of Hangul, the empty cell of Braille, Khmer's silent vowels.
_BLANK = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
# Controls, formats (zero width, joiners, direction marks), separators, and code points that mean nothing.
_UNSEEN = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0), range(0x180B, 0x1810), range(0x034F, 0x0350))


def text_seen(text: str) -> str:
    """The text as a reader sees it: without what is drawn as nothing, and without white space at its ends."""
    return "".join(sign for sign in text if not _is_unseen(sign)).strip()


def says_enough(text: str, least: int = 1) -> bool:
    """Whether somebody reads at least so many characters, half of them letters, figures or pictures."""
    read = text_seen(text)
    return len(read) >= least and sum(unicodedata.category(sign)[0] in "LN" or unicodedata.category(sign) == "So" for sign in read) >= (least + 1) // 2


def _is_unseen(sign: str) -> bool:
    if sign in "\n\t\r":
        return False
    return sign in _BLANK or unicodedata.category(sign) in _UNSEEN or any(ord(sign) in selectors for selectors in _SELECTORS)
