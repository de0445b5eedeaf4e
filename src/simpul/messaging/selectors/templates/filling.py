"""Filling the slots of a compiled content: words are joined, and nothing is run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from urllib.parse import quote

from simpul.messaging.selectors.templates.compiling import Parts, Slot, Writing, link_opens

LONGEST_VALUE = 500
_UNSEEN = re.compile(r"[\x00-\x20\x7f\u2028\u2029\ud800-\udfff]+")


class ValueMissing(LookupError):
    """A slot without fall-back has no value, or one that may not stand there; `name` is its token."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(name)


def parts_fill(parts: Parts, values: Mapping[str, str | None]) -> str:
    """The text with its values.

    Raises: ValueMissing.
    """
    return "".join([part if isinstance(part, str) else _value_of(part, values) for part in parts])


def value_cleaned(value: str) -> str:
    """A value on one line, without what nobody sees."""
    return _UNSEEN.sub(" ", value).strip()


def _value_of(slot: Slot, values: Mapping[str, str | None]) -> str:
    value = values.get(slot.name)
    text = value_cleaned(value) if value else ""
    if not text or len(text) > LONGEST_VALUE:
        if slot.fallback is None:
            raise ValueMissing(slot.name)
        text = slot.fallback
    match slot.writing:
        case Writing.PLAIN:
            return text
        case Writing.HTML:
            return escape(text)
        case Writing.PART_OF_LINK:
            return quote(text, safe="")
    if not link_opens(text):
        raise ValueMissing(slot.name)
    return escape(text) if slot.writing is Writing.LINK_IN_HTML else text
