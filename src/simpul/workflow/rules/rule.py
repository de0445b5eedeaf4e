"""One rule: stored as a tree, asked of sets in SQL and of one subject in CEL, told in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from simpul.platform.clock import JAKARTA
from simpul.platform.clock import now as clock_now
from simpul.platform.text import Language
from simpul.workflow.rules.expression import expression
from simpul.workflow.rules.fields import FieldSet
from simpul.workflow.rules.guards import Guard
from simpul.workflow.rules.sql import condition
from simpul.workflow.rules.tree import Group, Node, comparisons, read_tree
from simpul.workflow.rules.wording import sentence


@dataclass(frozen=True)
class Rule:
    """A rule tree whose fields and values were checked."""

    node: Node
    fields: FieldSet

    @property
    def names(self) -> tuple[str, ...]:
        """The fields that it asks about, each once, in order."""
        return tuple(dict.fromkeys(each.field.key for each in comparisons(self.node)))

    def top_parts(self) -> list[Rule]:
        """The parts of its outermost group, each as a rule of its own with its negation; the rule itself without a group."""
        parts = self.node.parts if isinstance(self.node, Group) else (self.node,)
        return [Rule(each, self.fields) for each in parts]

    def sql(self, at: datetime | None = None) -> tuple[str, list[Any]]:
        """The condition for a WHERE and its parameters; days count back from `at`, or from now."""
        now = at or clock_now()
        return condition(self.node, now, now.astimezone(JAKARTA).date())

    def cel(self) -> str:
        """The rule as an expression."""
        return expression(self.node)

    def sentence(self, language: Language | None = None) -> str:
        """The rule in words, in the given language or that of the person being answered."""
        return sentence(self.node, language)

    @cached_property
    def _guard(self) -> Guard:
        return Guard.of_rule(self.cel(), self.fields)

    def holds(self, values: Mapping[str, Any], at: datetime | None = None) -> bool:
        """Whether it holds for a subject with these values, by the names of fields.

        Raises: GuardFailed for a value that is not of its field's type.
        """
        return self._guard.holds(values, at)


def parse(tree: Any, fields: FieldSet) -> Rule:
    """The rule of a JSON tree over these fields.

    Raises: RuleInvalid with every place that is wrong.
    """
    return Rule(read_tree(tree, fields), fields)
