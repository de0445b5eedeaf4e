"""How many SMS a text takes (3GPP TS 23.038, TS 23.040)."""

from __future__ import annotations

from dataclasses import dataclass

_BASIC = frozenset("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà")
# Written with an escape before them, so they take two places.
_EXTENDED = frozenset("\f^{}\\[~]|€")
MOST_SEGMENTS = 6


@dataclass(frozen=True)
class SmsLength:
    """How a text travels: its alphabet, the places it takes, and in how many messages."""

    encoding: str
    length: int
    segments: int


def sms_length(text: str) -> SmsLength:
    """One sign outside the basic alphabet sends the whole text in UCS-2, of which fewer signs fit. A sign is never cut in two."""
    if all(sign in _BASIC or sign in _EXTENDED for sign in text):
        return _counted("GSM-7", [2 if sign in _EXTENDED else 1 for sign in text], 160, 153)
    return _counted("UCS-2", [len(sign.encode("utf-16-be", "surrogatepass")) // 2 for sign in text], 70, 67)


def _counted(encoding: str, widths: list[int], alone: int, joined: int) -> SmsLength:
    length = sum(widths)
    if length <= alone:
        return SmsLength(encoding, length, 1 if length else 0)
    segments, used = 1, 0
    for width in widths:
        if used + width > joined:
            segments, used = segments + 1, 0
        used += width
    return SmsLength(encoding, length, segments)
