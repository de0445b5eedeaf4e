"""A rule for sets: a SQL condition whose values are parameters, never text.

Only the fields' own SQL, declared by domains, becomes part of the statement. The condition belongs in a WHERE: there
NULL counts as false, so plain comparisons stay as an index likes them, and only `not` has to say IS NOT TRUE.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from simpul.workflow.rules.errors import FieldsMisdeclared
from simpul.workflow.rules.fields import Field, FieldType, Operator
from simpul.workflow.rules.text import fold, folded_sql
from simpul.workflow.rules.tree import Comparison, Group, Negation, Node

_CAST = {
    FieldType.TEXT: "text",
    FieldType.INTEGER: "bigint",
    FieldType.MONEY: "numeric",
    FieldType.BOOLEAN: "boolean",
    FieldType.DATE: "date",
    FieldType.TIMESTAMP: "timestamptz",
    FieldType.CHOICE: "text",
    FieldType.UUID: "uuid",
    FieldType.TEXT_SET: "text",
}
_SIGN = {
    Operator.EQ: "=",
    Operator.NE: "<>",
    Operator.LT: "<",
    Operator.LTE: "<=",
    Operator.GT: ">",
    Operator.GTE: ">=",
}


def condition(node: Node, now: datetime, today: date) -> tuple[str, list[Any]]:
    """The condition and its parameters, in the driver's `%s` form.

    Raises: FieldsMisdeclared for a field that has no SQL.
    """
    params: list[Any] = []
    return _node(node, params, now, today), params


def _node(node: Node, params: list[Any], now: datetime, today: date) -> str:
    match node:
        case Group():
            word = " AND " if node.every else " OR "
            return "(" + word.join(_node(part, params, now, today) for part in node.parts) + ")"
        case Negation():
            return f"({_node(node.part, params, now, today)} IS NOT TRUE)"
    return _comparison(node, params, now, today)


def _comparison(node: Comparison, params: list[Any], now: datetime, today: date) -> str:
    field, op, value = node.field, node.op, node.value
    column, cast = _column(field), _CAST[field.type]
    moment: date = today if field.type is FieldType.DATE else now
    match op:
        case Operator.IS_NULL:
            return _missing(field, column)
        case Operator.NOT_NULL:
            return f"({_missing(field, column)} IS NOT TRUE)"
        case Operator.BETWEEN:
            params += value
            return f"({column} BETWEEN %s::{cast} AND %s::{cast})"
        case Operator.BEFORE_DAYS:
            params.append(moment - timedelta(days=value))
            return f"({column} <= %s::{cast})"
        case Operator.WITHIN_DAYS:
            params += sorted([moment - timedelta(days=value), moment])
            return f"({column} BETWEEN %s::{cast} AND %s::{cast})"
    if field.type is FieldType.TEXT_SET:
        params.append([value] if op is Operator.CONTAINS else list(value))
        among = f"({column} && %s::text[])"
        return f"(NOT {among})" if op is Operator.NOT_IN else among
    match op:
        case Operator.IN | Operator.NOT_IN:
            params.append(list(value))
            return f"({column} = ANY (%s::{cast}[]))" if op is Operator.IN else f"({column} <> ALL (%s::{cast}[]))"
        case Operator.CONTAINS:
            params.append(fold(value))
            return f"(strpos({folded_sql(column)}, %s::text) > 0)"
        case Operator.STARTS_WITH:
            params.append(fold(value))
            return f"starts_with({folded_sql(column)}, %s::text)"
    params.append(value)
    return f"({column} {_SIGN[op]} %s::{cast})"


def _column(field: Field) -> str:
    if not field.sql:
        raise FieldsMisdeclared(f"{field.key} has no SQL, so no set can be asked about it.")
    # citext would compare without regard to case, which CEL does not.
    return f"({field.sql})::text" if field.type in (FieldType.TEXT, FieldType.CHOICE) else f"({field.sql})"


def _missing(field: Field, column: str) -> str:
    return f"({column} IS NULL OR cardinality({column}) = 0)" if field.type is FieldType.TEXT_SET else f"({column} IS NULL)"
