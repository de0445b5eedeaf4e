"""Comparisons in a guard with a value that its field never has: such a guard would always say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simpul.platform.text import Text
from simpul.workflow.rules.errors import Problem
from simpul.workflow.rules.fields import FieldSet, FieldType

_TOKEN = re.compile(
    r"""//[^\n]*|(?P<text>[rRbB]{0,2}(?:\"\"\"(?s:.*?)\"\"\"|'''(?s:.*?)'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'))"""
    r"""|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<sign>==|!=|&&|\|\||<=|>=|[^\s])"""
)
_OUTSIDE = Text(id="“{name}” tidak pernah bernilai “{value}”; pilihannya: {choices}.", en="“{name}” is never “{value}”; its choices are: {choices}.")
_SAME = ("==", "!=")


def outside_choices(text: str, fields: FieldSet) -> list[Problem]:
    """Each value that a guard compares a field of closed choices with, and that is none of them."""
    return [
        Problem("guard_choice", "/cel", _OUTSIDE.format(name=name, value=value[:60], choices=", ".join(each.key for each in field.choices)))
        for name, value in dict.fromkeys(_compared(_tokens(text)))
        if (field := fields.get(name)) and field.type is FieldType.CHOICE and field.choices and field.choice(value) is None
    ]


def _tokens(text: str) -> list[tuple[str, str]]:
    """Kind and text of each token, without comments and without brackets around a single one."""
    found = [(str(match.lastgroup), match[0]) for match in _TOKEN.finditer(text) if match.lastgroup]
    at = 1
    while at < len(found) - 1:
        call = at > 1 and found[at - 2][0] == "name" and found[at - 2][1] != "in"
        if found[at][0] != "sign" and found[at - 1][1] == "(" and found[at + 1][1] == ")" and not call:
            found[at - 1 : at + 2] = [found[at]]
            at = max(1, at - 1)
        else:
            at += 1
    return found


def _compared(tokens: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Pairs of a name and a value that stand on both sides of a comparison, or a name and each value of a list."""
    for at in range(len(tokens) - 2):
        (kind, left), (_, sign), (other, right) = tokens[at : at + 3]
        if sign in _SAME and {kind, other} == {"name", "text"}:
            yield (left, _value(right)) if kind == "name" else (right, _value(left))
        elif kind == "name" and sign == "in" and right == "[":
            for each, value in tokens[at + 3 :]:
                if value == "]":
                    break
                if each == "text":
                    yield left, _value(value)


def _value(literal: str) -> str:
    plain = literal.lstrip("rRbB")
    return plain[3:-3] if len(plain) >= 6 and plain[:3] in ('"""', "'''") else plain[1:-1]
