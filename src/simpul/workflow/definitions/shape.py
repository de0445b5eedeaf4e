"""Reading a definition from JSON: every part that does not have its shape is told with its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from simpul.platform.text import Text
from simpul.platform.validation import message_of
from simpul.workflow.definitions.content import MAX_STATES, MAX_TRANSITIONS, Definition
from simpul.workflow.definitions.problems import Problem, pointer

MAX_DEPTH = 40
MAX_PROBLEMS = 200

_DEEP = Text(id="Isinya bertingkat terlalu dalam.", en="The content is nested too deeply.")
_MANY_STATES = Text(id="Paling banyak {most} keadaan.", en="At most {most} states.")
_MANY_TRANSITIONS = Text(id="Paling banyak {most} transisi.", en="At most {most} transitions.")
_CODES = {"missing": "missing", "extra_forbidden": "unknown_part", "string_too_long": "too_long", "too_long": "too_many", "literal_error": "not_a_choice"}


def read(content: Any) -> tuple[Definition | None, list[Problem]]:
    """The definition, or None with every problem of its shape."""
    if too_deep(content):
        return None, [Problem("too_deep", "", _DEEP)]
    if problems := _sizes(content):
        return None, problems
    try:
        return Definition.model_validate(content), []
    except ValidationError as error:
        return None, [_problem(dict(found)) for found in error.errors(include_url=False, include_input=False)][:MAX_PROBLEMS]


def _sizes(content: Any) -> list[Problem]:
    """Far too large a definition is refused before every part of it is looked at."""
    if not isinstance(content, Mapping):
        return []
    limits = (("states", MAX_STATES, _MANY_STATES, "too_many_states"), ("transitions", MAX_TRANSITIONS, _MANY_TRANSITIONS, "too_many_transitions"))
    return [
        Problem(code, pointer(name), text.format(most=most))
        for name, most, text, code in limits
        if isinstance(content.get(name), list) and len(content[name]) > most
    ]


def _problem(found: Mapping[str, Any]) -> Problem:
    kind = str(found["type"])
    return Problem(_CODES.get(kind, "malformed"), pointer(*found["loc"]), message_of(found))


def too_deep(content: Any) -> bool:
    """Whether the content is nested deeper than a definition can be."""
    level: list[Any] = [content]
    for _ in range(MAX_DEPTH):
        level = [item for part in level for item in _inside(part)]
        if not level:
            return False
    return True


def _inside(part: Any) -> list[Any]:
    if isinstance(part, dict):
        return list(part.values())
    return part if isinstance(part, list) else []


def as_stored(content: Any) -> Any:
    """The content in the form of a version where it can be read, else as it is; so that a draft compares to a version."""
    definition, _ = read(content)
    return content if definition is None else definition.stored()
