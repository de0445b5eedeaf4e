"""One rule tree with typed fields, compiled to SQL for sets and to CEL for one subject; guards written in CEL.

Pure: nothing here reads or writes a row.
"""

from simpul.workflow.rules.choices import outside_choices
from simpul.workflow.rules.content import read_guard
from simpul.workflow.rules.errors import FieldsMisdeclared, GuardFailed, GuardInvalid, Problem, RuleInvalid
from simpul.workflow.rules.fields import Choice, Field, FieldSet, FieldType, Operator
from simpul.workflow.rules.guards import Guard
from simpul.workflow.rules.rule import Rule, parse
from simpul.workflow.rules.wording import operator_label

__all__ = [
    "Choice",
    "Field",
    "FieldSet",
    "FieldType",
    "FieldsMisdeclared",
    "Guard",
    "GuardFailed",
    "GuardInvalid",
    "Operator",
    "Problem",
    "Rule",
    "RuleInvalid",
    "operator_label",
    "outside_choices",
    "parse",
    "read_guard",
]
