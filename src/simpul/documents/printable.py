"""Which signs our fonts print, and what stands on paper for the others."""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).with_name("fonts")
_JOINERS = "\u200c\u200d"
_INVISIBLE = {"Cc", "Cf", "Zs", "Zl", "Zp"}


def printable_text(text: str, *, lines: bool = False) -> str:
    """The text as it can be printed: what draws nothing becomes a space, and a sign that no font of ours has is named in brackets.

    A sign is told by its code and name, `[U+12000 CUNEIFORM SIGN A]`, and by its code alone when it stands there again.
    """
    if text.isascii() and text.isprintable():
        return text
    known, told = _signs(), set[str]()
    return "".join(sign if ord(sign) in known or sign in _JOINERS else _instead(sign, lines, told) for sign in text)


def _instead(sign: str, lines: bool, told: set[str]) -> str:
    if sign == "\n" and lines:
        return sign
    if unicodedata.category(sign) in _INVISIBLE:
        return " "
    if 0xFE00 <= ord(sign) <= 0xFE0F or 0xE0100 <= ord(sign) <= 0xE01EF:
        return ""  # chooses between two looks of the sign before it
    name = "" if sign in told else unicodedata.name(sign, "")
    told.add(sign)
    return f"[U+{ord(sign):04X} {name}]" if name else f"[U+{ord(sign):04X}]"


@cache
def _signs() -> frozenset[int]:
    """Every sign that one of our fonts draws and that is no mere control."""
    found = {code for font in sorted(FONTS.glob("*.ttf")) for code in _codes(font.read_bytes())}
    return frozenset(code for code in found if code == 0x20 or chr(code).isprintable())


def _codes(font: bytes) -> set[int]:
    """The signs in a TrueType font, by its tables of segments (format 4) and of groups (format 12)."""
    tables = {font[at : at + 4]: struct.unpack_from(">L", font, at + 8)[0] for at in range(12, 12 + 16 * struct.unpack_from(">H", font, 4)[0], 16)}
    cmap = tables[b"cmap"]
    found = set[int]()
    for number in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        at = cmap + struct.unpack_from(">L", font, cmap + 8 + 8 * number)[0]
        match struct.unpack_from(">H", font, at)[0]:
            case 4:
                found |= _segments(font, at)
            case 12:
                groups = struct.unpack_from(">L", font, at + 12)[0]
                for first, last, _ in struct.iter_unpack(">LLL", font[at + 16 : at + 16 + 12 * groups]):
                    found.update(range(first, last + 1))
    return found


def _segments(font: bytes, at: int) -> set[int]:
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", font, at + 16 + 4 * count)
    offsets_at = at + 16 + 6 * count
    offsets = struct.unpack_from(f">{count}H", font, offsets_at)
    found = set[int]()
    for segment, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code if not offset else struct.unpack_from(">H", font, offsets_at + 2 * segment + offset + 2 * (code - start))[0]
            if glyph and (glyph + delta) % 0x10000:
                found.add(code)
    return found
