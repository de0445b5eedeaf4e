"""Whether a value fits a parameter, for the settings of actions and for what moves bring along."""

from __future__ import annotations

from typing import Any

from simpul.platform.text import Text
from simpul.workflow.registry import Parameter

_TEXT = Text(id="Harus berupa teks.", en="This must be text.")
_LONG = Text(id="Paling banyak {most} karakter.", en="At most {most} characters.")
_CONTROL = Text(id="Ada karakter yang tidak dapat disimpan.", en="There is a character that cannot be stored.")
_NUMBER = Text(id="Harus berupa bilangan bulat.", en="This must be a whole number.")
_BOOL = Text(id="Harus ya atau tidak.", en="This must be true or false.")
_CHOICE = Text(id="Pilih salah satu: {choices}.", en="Choose one of: {choices}.")
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
