"""Figures in words, for files and notices."""

from __future__ import annotations

from decimal import Decimal

from simpul.insight.selectors.shapes import Tile, Value
from simpul.insight.vocabulary import Unit
from simpul.platform.text import Text

NONE, FEW = "–", "<5"
_SPAN = (
    (86_400, Text(id="{n} hari", en="{n} days")),
    (3_600, Text(id="{n} jam", en="{n} h")),
    (60, Text(id="{n} menit", en="{n} min")),
    (1, Text(id="{n} detik", en="{n} s")),
)


def figure_words(tile: Tile) -> str:
    """A figure of the top row."""
    return value_words(Value(tile.value, tile.is_suppressed), tile.unit)


def value_words(value: Value, unit: str) -> str:
    """A figure as it is read."""
    if value.is_suppressed:
        return FEW
    if value.value is None:
        return NONE
    match Unit(unit):
        case Unit.PERCENT:
            return f"{_number(value.value)} %"
        case Unit.SECONDS:
            return _span(value.value)
        case Unit.MONEY:
            return f"Rp {_number(round(value.value, 0))}"
    return _number(value.value)


def _number(value: Decimal) -> str:
    """Digits in groups as Indonesians write them, without noughts at the end."""
    text = f"{value:,f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:,f}"
    return text.translate(str.maketrans(",.", ".,"))


def _span(seconds: Decimal) -> str:
    for size, words in _SPAN:
        if seconds >= size:
            return str(words.format(n=_number(round(seconds / size, 1))))
    return str(_SPAN[-1][1].format(n="0"))
