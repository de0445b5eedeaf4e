"""The tokens of replies: which there are, and what a text with them becomes. Pure, no rows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from simpul.platform.text import Text

TOKENS: Mapping[str, Text] = {
    "customer.name": Text(id="Nama nasabah", en="The customer's name"),
    "case.number": Text(id="Nomor kasus", en="The case's number"),
    "case.due": Text(id="Tenggat kasus", en="When the case is due"),
    "me.name": Text(id="Nama saya", en="My name"),
}
_TOKEN = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


def unknown_tokens(body: str) -> list[str]:
    """Tokens that nothing fills, each once, in order; braces that are left open count as one."""
    found = [name for name in _TOKEN.findall(body) if name not in TOKENS]
    rest = _TOKEN.sub("", body)
    if "{{" in rest or "}}" in rest:
        found.append("{{")
    return list(dict.fromkeys(found))


def filled(body: str, values: Mapping[str, str]) -> str:
    """The text with its tokens filled, in one pass: what a value contains is never taken for a token."""
    return _TOKEN.sub(lambda match: values[match[1]], body)
