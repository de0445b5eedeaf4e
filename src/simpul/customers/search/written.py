"""What people write around a name or a number: titles, degrees, labels of phones, marks that nobody sees."""

from __future__ import annotations

import re
import unicodedata

# Marks of direction, joiners, soft hyphens: they come along when a number is copied from a chat or a document.
_BLANK_LETTERS = dict.fromkeys(map(ord, "\u115f\u1160\u3164\uffa0"), " ")
_SELECTORS = {code: None for code in (*range(0xFE00, 0xFE10), 0x034F)}

_BEFORE = frozenset(
    "ir drs dra dr drg drh prof apt ns h hj hjh kh nyai haji hajjah hajah tn tuan ny nyonya nn bpk bapak bp pak ibu ibuk bu sdr sdri mr mrs ms"
    " pdt pendeta ust ustad ustadz ustadzah letkol letjen mayjen brigjen kolonel lettu letda serka sersan kombes akbp kompol akp ipda iptu"
    " aiptu aipda bripka brigpol purn".split()
)
_AFTER = re.compile(
    r"(?:s\.?(?:e|h|t|p|si|pd(?:\.?\s?i)?|kom|sos|ag|psi|ip|ked|kep|km|farm|ak|hum|pt|tp|sn|gz|ds|ars|st|hut|pi|tr(?:\.\s?\w{1,4})?|kh|sy|th|fil|ap|mat|stat|ikom|i\.?kom)"
    r"|m\.?(?:t|m|a|h|p|si|sc|pd(?:\.?\s?i)?|kn|hum|kom|eng|th|ag|kes|ak|ba|bus|psi|ap|ds|sn|ars|div|ud|ikom|i\.?kom|k\.?m|farm|kep|ked|par|tr(?:\.\s?\w{1,4})?)"
    r"|b\.?(?:a|sc|eng|bus|ba|com|comp)|ph\.?\s?d|a\.?\s?md\.?(?:\s?\w{1,4})?|a\.?ma(?:\.?\s?pd)?|sp\.?\s?\w{1,4}(?:\.?\s?k)?|ak|ca|cpa|cfp|cfa|ll\.?\s?[bm]|d\.?th|dipl\.?\s?\w{1,4}|purn)\.?",
    re.IGNORECASE,
)
# Without a comma before it a degree is one only where nobody is called or abbreviated so.
_SURELY = re.compile(
    r"(?:s\.\s?(?:e|h|t|si|pd|kom|sos|ag|psi|ip|ked|kep|farm|ak|hum)|m\.\s?(?:si|sc|pd|kn|hum|kom|eng|th|ag|kes|ak|m|t)|mba|ph\.?d|skom|ssos|spd|spsi|mkom|mpd|msi|msc|mkn|mhum|amd|cpa)\.?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:no(?:mor)?|nmr)\b[.:\s]*)?\b(?:wa|whatsapp|whats\s?app|hp|handphone|ponsel|seluler|tel(?:p|pon|epon|ephone)?|tlp|phone|mobile|mob|call|fax|sms)\b[.:\s]*|\bno(?:mor)?\b[.:\s]+(?=[+(0-9])",
    re.IGNORECASE,
)
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")


def marks_drop(written: str) -> str:
    """The text without marks that nobody sees, its blanks plain."""
    if written.isascii():
        return written
    kept = written.translate(_BLANK_LETTERS).translate(_SELECTORS)
    return "".join(" " if unicodedata.category(letter) == "Zs" else letter for letter in kept if unicodedata.category(letter) != "Cf")


def labels_drop(written: str) -> str:
    """The text without the words that say that it is a phone, its dashes plain; the text itself when no digit follows."""
    bare = _LABEL.sub(" ", written.translate(_DASHES))
    bare = re.sub(r"\(\s*\)", " ", bare).strip(" :;,")
    return bare if any(letter.isdigit() for letter in bare) else written


def titles_drop(written: str) -> str:
    """The name without titles before it and degrees behind it; all of it when nothing else is there."""
    name, *behind = (part.strip() for part in written.split(","))
    kept = [part for part in behind if part and not all(_AFTER.fullmatch(each) for each in _degrees(part))]
    words = " ".join([name, *kept]).replace("(", " ").replace(")", " ").split()
    words = [word for each in words for word in _parted(each)]
    first = 0
    while first < len(words) - 1 and words[first].rstrip(".").lower() in _BEFORE:
        first += 1
    words = words[first:]
    while len(words) > 1 and _SURELY.fullmatch(words[-1]):
        words.pop()
    return " ".join(words)


def _degrees(part: str) -> list[str]:
    return [part] if _AFTER.fullmatch(part) else part.split()


def _parted(word: str) -> list[str]:
    """`Drs.Ahmad` as two words."""
    title, dot, rest = word.partition(".")
    return [title, rest] if dot and rest and title.lower() in _BEFORE and len(title) > 1 else [word]
