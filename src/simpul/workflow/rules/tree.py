"""A rule tree read from JSON: groups, negation and comparisons, each with its fields and values checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from simpul.platform.text import Text
from simpul.workflow.rules.errors import Problem, RuleInvalid
from simpul.workflow.rules.fields import Field, FieldSet, Operator
from simpul.workflow.rules.values import Unfit, read

MOST_NODES = 200
MOST_VALUES = 200
DEEPEST = 10
MOST_DAYS = 36_500


@dataclass(frozen=True)
class Comparison:
    """One field compared with a value: a single one, a tuple (`in`, `between`), a number of days, or None."""

    field: Field
    op: Operator
    value: Any = None


@dataclass(frozen=True)
class Group:
    """Several parts, of which all or any must hold."""

    every: bool
    parts: tuple[Node, ...]


@dataclass(frozen=True)
class Negation:
    """The part must not hold."""

    part: Node


Node = Comparison | Group | Negation

_SHAPE = Text(
    id="Bagian ini harus berupa kelompok (all, any), kebalikan (not), atau perbandingan (field, op, value).",
    en="This part must be a group (all, any), a negation (not) or a comparison (field, op, value).",
)
_EMPTY = Text(id="Kelompok ini kosong; isi paling sedikit satu syarat.", en="This group is empty; put at least one condition into it.")
_DEEP = Text(id="Aturan bertingkat terlalu dalam; paling banyak {most} tingkat.", en="The rule is nested too deeply; at most {most} levels.")
_LARGE = Text(id="Aturan terlalu besar; paling banyak {most} bagian.", en="The rule is too large; at most {most} parts.")
_NO_FIELD = Text(id="Isian “{field}” tidak dikenal.", en="There is no field “{field}”.")
_NO_OPERATOR = Text(id="Pembanding “{op}” tidak dikenal.", en="There is no operator “{op}”.")
_UNFIT_OPERATOR = Text(id="“{field}” tidak dapat dibandingkan dengan “{op}”.", en="“{field}” cannot be compared by “{op}”.")
_NO_VALUE = Text(id="Pembanding ini tidak memakai nilai.", en="This operator takes no value.")
_LIST = Text(id="Isi dengan 1-{most} nilai yang berbeda.", en="Give 1 to {most} different values.")
_PAIR = Text(id="Isi dengan batas bawah dan batas atas.", en="Give a lower and an upper bound.")
_REVERSED = Text(id="Batas bawah lebih besar daripada batas atas.", en="The lower bound is above the upper one.")
_DAYS = Text(id="Isi dengan jumlah hari, paling banyak {most}.", en="Give a number of days, at most {most}.")


def read_tree(tree: Any, fields: FieldSet) -> Node:
    """The tree over these fields.

    Raises: RuleInvalid with every place that is wrong.
    """
    reader = _Reader(fields)
    node = reader.node(tree, "", 1)
    if reader.problems or node is None:
        raise RuleInvalid(reader.problems)
    return node


def comparisons(node: Node) -> Iterator[Comparison]:
    """Every comparison of the tree, in order."""
    if isinstance(node, Comparison):
        yield node
    for part in node.parts if isinstance(node, Group) else (node.part,) if isinstance(node, Negation) else ():
        yield from comparisons(part)


class _Reader:
    def __init__(self, fields: FieldSet) -> None:
        self.fields = fields
        self.problems: list[Problem] = []
        self.nodes = 0

    def bad(self, code: str, path: str, message: Text, **values: object) -> None:
        self.problems.append(Problem(code, path, message.format(**values)))

    def node(self, tree: Any, path: str, depth: int) -> Node | None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            if self.nodes == MOST_NODES + 1:
                self.bad("rule_too_large", path, _LARGE, most=MOST_NODES)
            return None
        if depth > DEEPEST:
            self.bad("rule_too_deep", path, _DEEP, most=DEEPEST)
            return None
        match tree:
            case {"all": list(parts), **rest} if not rest:
                return self.group(True, parts, f"{path}/all", depth)
            case {"any": list(parts), **rest} if not rest:
                return self.group(False, parts, f"{path}/any", depth)
            case {"not": part, **rest} if not rest:
                inner = self.node(part, f"{path}/not", depth + 1)
                return None if inner is None else Negation(inner)
            case {"field": str(key), "op": str(op), **rest} if not set(rest) - {"value"}:
                return self.comparison(key, op, rest, path)
        self.bad("rule_shape", path, _SHAPE)
        return None

    def group(self, every: bool, parts: list[Any], path: str, depth: int) -> Group | None:
        if not parts:
            self.bad("rule_empty", path, _EMPTY)
            return None
        read_parts = [self.node(part, f"{path}/{place}", depth + 1) for place, part in enumerate(parts[: MOST_NODES + 1])]
        return Group(every, tuple(part for part in read_parts if part is not None))

    def comparison(self, key: str, name: str, rest: Mapping[Any, Any], path: str) -> Comparison | None:
        field = self.fields.get(key)
        if field is None:
            self.bad("field_unknown", f"{path}/field", _NO_FIELD, field=key[:60])
            return None
        if name not in Operator._value2member_map_:
            self.bad("operator_unknown", f"{path}/op", _NO_OPERATOR, op=name[:30])
            return None
        op = Operator(name)
        if op not in field.operators:
            self.bad("operator_unfit", f"{path}/op", _UNFIT_OPERATOR, field=key, op=op.value)
            return None
        before = len(self.problems)
        value = self.value(field, op, rest, f"{path}/value")
        return Comparison(field, op, value) if len(self.problems) == before else None

    def value(self, field: Field, op: Operator, rest: Mapping[Any, Any], path: str) -> Any:
        given = rest.get("value")
        match op:
            case Operator.IS_NULL | Operator.NOT_NULL:
                if given is not None:
                    self.bad("value_unexpected", path, _NO_VALUE)
                return None
            case Operator.IN | Operator.NOT_IN:
                return self.several(field, given, path)
            case Operator.BETWEEN:
                return self.pair(field, given, path)
            case Operator.BEFORE_DAYS | Operator.WITHIN_DAYS:
                if type(given) is not int or abs(given) > MOST_DAYS:
                    self.bad("value_unfit", path, _DAYS, most=MOST_DAYS)
                return given
        return self.one(field, given, path)

    def one(self, field: Field, given: Any, path: str) -> Any:
        try:
            return read(field, given)
        except Unfit as error:
            self.bad("value_unfit", path, error.message)
            return None

    def several(self, field: Field, given: Any, path: str) -> tuple[Any, ...]:
        if not isinstance(given, list) or not 1 <= len(given) <= MOST_VALUES:
            self.bad("value_unfit", path, _LIST, most=MOST_VALUES)
            return ()
        values = tuple(self.one(field, one, f"{path}/{place}") for place, one in enumerate(given))
        if len(set(values)) < len(values) and None not in values:
            self.bad("value_unfit", path, _LIST, most=MOST_VALUES)
        return values

    def pair(self, field: Field, given: Any, path: str) -> tuple[Any, ...]:
        if not isinstance(given, list) or len(given) != 2:
            self.bad("value_unfit", path, _PAIR)
            return ()
        low, high = (self.one(field, one, f"{path}/{place}") for place, one in enumerate(given))
        if low is not None and high is not None and low > high:
            self.bad("range_reversed", path, _REVERSED)
        return low, high
