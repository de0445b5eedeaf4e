"""What can be wrong with a rule or a guard: told with its place when it is saved, denied when it is asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from simpul.platform.errors import Invalid
from simpul.platform.text import Text


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: a stable code, the place as a JSON pointer below the rule or guard, and the words."""

    code: str
    path: str
    message: Text


class RuleInvalid(Invalid):
    """A rule tree that means nothing over its fields; `problems` marks every place, in order."""

    title: ClassVar[Text] = Text(id="Aturan belum benar", en="The rule is not valid")

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__({problem.path or "/": problem.message for problem in self.problems}, self.problems[0].message)

    @property
    def path(self) -> str:
        """The place of the first problem."""
        return self.problems[0].path


class GuardInvalid(RuleInvalid):
    """An expression that cannot be a guard: unreadable, too long, unknown names, loops, or no yes-or-no answer."""

    title = Text(id="Syarat belum benar", en="The guard is not valid")


class GuardFailed(Exception):
    """A guard could not be evaluated on these values. Whoever asked denies, and tells the administrators.

    The message names fields and kinds, never values.
    """


class FieldsMisdeclared(ValueError):
    """A domain declared a field that rules could not use; a fault of the program, found at start."""
