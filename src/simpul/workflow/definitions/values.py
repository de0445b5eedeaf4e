"""Whether a value fits a parameter, for the settings of actions and for what moves bring along: known, of its type, and enough of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simpul.platform.errors import Invalid
from simpul.platform.text import Text
from simpul.platform.words import says_enough
from simpul.workflow.definitions.content import Transition
from simpul.workflow.definitions.vocabulary import REASON
from simpul.workflow.registry import Parameter, WorkflowSubject

_TEXT = Text(id="Harus berupa teks.", en="This must be text.")
_LONG = Text(id="Paling banyak {most} karakter.", en="At most {most} characters.")
_CONTROL = Text(id="Ada karakter yang tidak dapat disimpan.", en="There is a character that cannot be stored.")
_NUMBER = Text(id="Harus berupa bilangan bulat.", en="This must be a whole number.")
_BOOL = Text(id="Harus ya atau tidak.", en="This must be true or false.")
_CHOICE = Text(id="Pilih salah satu: {choices}.", en="Choose one of: {choices}.")
_UNKNOWN = Text(id="Isian ini tidak dipakai di sini.", en="This field is not used here.")
_MISSING = Text(id="Wajib diisi.", en="This is required.")
_SHORT = Text(id="Paling sedikit {least} karakter.", en="At least {least} characters.")
MOST = 2**53  # what every reader of JSON still counts exactly


def unfit(parameter: Parameter, value: Any) -> Text | None:
    """What is wrong with a value, or nothing."""
    match parameter.type:
        case "text" if not isinstance(value, str):
            return _TEXT
        case "text" if len(value.strip()) > parameter.max_length:
            return _LONG.format(most=parameter.max_length)
        case "text" if "\0" in value:
            return _CONTROL
        case "integer" if type(value) is not int or abs(value) > MOST:
            return _NUMBER
        case "boolean" if type(value) is not bool:
            return _BOOL
        case "choice" if not isinstance(value, str) or value not in parameter.choices:
            return _CHOICE.format(choices=", ".join(parameter.choices))
        case _:
            return None


def clean(subject: WorkflowSubject, given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that came along, texts without white space at their ends.

    Raises: Invalid naming each field that the subject does not take, or not so.
    """
    known = {parameter.key: parameter for parameter in subject.inputs}
    problems = {
        f"fields.{key}": (unfit(known[key], value) if key in known and value is not None else None) or _UNKNOWN
        for key, value in given.items()
        if key not in known or (value is not None and unfit(known[key], value))
    }
    if problems:
        raise Invalid(problems)
    return {key: value.strip() if isinstance(value, str) else value for key, value in given.items()}


def require_fields(transition: Transition, values: Mapping[str, Any], reason: str) -> None:
    """Everything that the transition needs is there.

    Raises: Invalid naming each field that is missing or too short.
    """
    problems = {}
    for required in transition.required:
        value = reason if required.field == REASON else values.get(required.field)
        name = REASON if required.field == REASON else f"fields.{required.field}"
        if value is None or (isinstance(value, str) and not says_enough(value)) or (isinstance(value, (list, tuple, set, frozenset)) and not value):
            problems[name] = _MISSING
        elif required.min_length and isinstance(value, str) and not says_enough(value, required.min_length):
            problems[name] = _SHORT.format(least=required.min_length)
    if problems:
        raise Invalid(problems)
