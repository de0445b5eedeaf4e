"""Guards as definitions store them: an expression in CEL, or a rule tree."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from simpul.platform.text import Text
from simpul.workflow.rules.errors import GuardInvalid, Problem, RuleInvalid
from simpul.workflow.rules.fields import FieldSet
from simpul.workflow.rules.guards import Guard
from simpul.workflow.rules.rule import Rule, parse

_SHAPE = Text(id="Syarat berupa ungkapan (cel) atau aturan (rule).", en="A guard is an expression (cel) or a rule (rule).")


def read_guard(content: Any, fields: FieldSet) -> Guard | Rule:
    """The guard of `{"cel": "..."}` or `{"rule": tree}`; both answer `holds(values)`.

    Raises: RuleInvalid (GuardInvalid for an expression), with places below the content, such as `/rule/all/0/value`.
    """
    match content:
        case {"cel": str(text), **rest} if not rest:
            with _below("/cel"):
                return Guard.compile(text, fields)
        case {"rule": tree, **rest} if not rest:
            with _below("/rule"):
                return parse(tree, fields)
    raise GuardInvalid([Problem("guard_shape", "", _SHAPE)])


@contextmanager
def _below(part: str) -> Iterator[None]:
    try:
        yield
    except RuleInvalid as error:
        raise type(error)(Problem(each.code, f"{part}{each.path}", each.message) for each in error.problems) from error
