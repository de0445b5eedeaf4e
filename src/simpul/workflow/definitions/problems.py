"""What is wrong with a definition, with the place that an editor marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from simpul.platform.text import Text

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: a stable code, the place as a JSON pointer, and the words.

    An error keeps the definition from being published; a warning does not.
    """

    code: str
    path: str
    message: Text
    severity: Severity = "error"

    def row(self) -> dict[str, Any]:
        """As the API gives it, in the reader's language."""
        return {"code": self.code, "path": self.path, "severity": self.severity, "message": str(self.message)}


def fill(text: Text, **values: Any) -> Text:
    """Fill the placeholders; a value with `id` and `en`, such as a state's title, is read in each language."""
    id_values = {name: getattr(value, "id", value) for name, value in values.items()}
    en_values = {name: getattr(value, "en", value) for name, value in values.items()}
    return Text(id=text.id.format(**id_values), en=text.en.format(**en_values))


def pointer(*parts: object) -> str:
    """The JSON pointer of a place (RFC 6901)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that keep a definition from being published."""
    return [problem for problem in problems if problem.severity == "error"]
