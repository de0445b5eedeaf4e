"""A rule for one subject: the same tree written as an expression in CEL.

Each comparison asks first whether the value is there, since CEL has no order with null: a missing value makes it
false, as in SQL, and an evaluation never fails on it.
"""

from __future__ import annotations

from simpul.workflow.rules.fields import NOW, TODAY, Field, FieldType, Operator
from simpul.workflow.rules.text import fold
from simpul.workflow.rules.tree import Comparison, Group, Negation, Node
from simpul.workflow.rules.values import literal

_SIGN = {
    Operator.EQ: "==",
    Operator.NE: "!=",
    Operator.LT: "<",
    Operator.LTE: "<=",
    Operator.GT: ">",
    Operator.GTE: ">=",
}


def expression(node: Node) -> str:
    """The tree in CEL."""
    match node:
        case Group():
            return "(" + (" && " if node.every else " || ").join(expression(part) for part in node.parts) + ")"
        case Negation():
            return f"!({expression(node.part)})"
    return _comparison(node)


def _comparison(node: Comparison) -> str:
    field, op, value = node.field, node.op, node.value
    name = field.key
    match op:
        case Operator.IS_NULL:
            return _missing(field)
        case Operator.NOT_NULL:
            return f"!{_missing(field)}"
        case Operator.BETWEEN:
            return _present(name, f"{name} >= {literal(field, value[0])} && {name} <= {literal(field, value[1])}")
        case Operator.BEFORE_DAYS:
            return _present(name, f"{name} <= {_days_ago(field, value)}")
        case Operator.WITHIN_DAYS:
            ends = _days_ago(field, value), _days_ago(field, 0)
            low, high = ends if value >= 0 else ends[::-1]
            return _present(name, f"{name} >= {low} && {name} <= {high}")
    if field.type is FieldType.TEXT_SET:
        found = " || ".join(f"{literal(field, one)} in {name}" for one in (value if isinstance(value, tuple) else (value,)))
        return _present(name, f"!({found})" if op is Operator.NOT_IN else f"({found})")
    match op:
        case Operator.IN | Operator.NOT_IN:
            among = f"{name} in [{', '.join(literal(field, one) for one in value)}]"
            return _present(name, f"!({among})" if op is Operator.NOT_IN else among)
        case Operator.CONTAINS:
            return _present(name, f"fold({name}).contains({literal(field, fold(value))})")
        case Operator.STARTS_WITH:
            return _present(name, f"fold({name}).startsWith({literal(field, fold(value))})")
    return _present(name, f"{name} {_SIGN[op]} {literal(field, value)}")


def _present(name: str, asked: str) -> str:
    return f"({name} != null && {asked})"


def _missing(field: Field) -> str:
    empty = f" || size({field.key}) == 0" if field.type is FieldType.TEXT_SET else ""
    return f"({field.key} == null{empty})"


def _days_ago(field: Field, days: int) -> str:
    moment = TODAY if field.type is FieldType.DATE else NOW
    if days == 0:
        return moment
    return f'{moment} {"-" if days > 0 else "+"} duration("{abs(days) * 24}h")'
