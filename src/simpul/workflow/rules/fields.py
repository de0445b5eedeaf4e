"""The typed fields that rules speak about, declared by the domain that owns the records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from simpul.platform.text import Text
from simpul.workflow.rules.errors import FieldsMisdeclared


class FieldType(StrEnum):
    """What a field holds. Money is rupiah with two places; a date is a calendar day; a timestamp an instant."""

    TEXT = "text"
    INTEGER = "integer"
    MONEY = "money"
    BOOLEAN = "boolean"
    DATE = "date"
    TIMESTAMP = "timestamp"
    CHOICE = "choice"
    UUID = "uuid"
    TEXT_SET = "text_set"


class Operator(StrEnum):
    """How a field is compared.

    `before_days` n: at least n days ago. `within_days` n: in the last n days, or for a negative n in the coming ones.
    """

    EQ = "eq"
    NE = "ne"
    LT = "lt"
    LTE = "lte"
    GT = "gt"
    GTE = "gte"
    IN = "in"
    NOT_IN = "not_in"
    CONTAINS = "contains"
    STARTS_WITH = "starts_with"
    BETWEEN = "between"
    IS_NULL = "is_null"
    NOT_NULL = "not_null"
    BEFORE_DAYS = "before_days"
    WITHIN_DAYS = "within_days"


_SAME = (Operator.EQ, Operator.NE)
_ORDER = (Operator.LT, Operator.LTE, Operator.GT, Operator.GTE, Operator.BETWEEN)
_AMONG = (Operator.IN, Operator.NOT_IN)
_PRESENT = (Operator.IS_NULL, Operator.NOT_NULL)
_DAYS = (Operator.BEFORE_DAYS, Operator.WITHIN_DAYS)

# Texts have no order here: it would depend on the server's collation, and nobody asks for it.
OPERATORS: dict[FieldType, tuple[Operator, ...]] = {
    FieldType.TEXT: (*_SAME, *_AMONG, Operator.CONTAINS, Operator.STARTS_WITH, *_PRESENT),
    FieldType.INTEGER: (*_SAME, *_ORDER, *_AMONG, *_PRESENT),
    FieldType.MONEY: (*_SAME, *_ORDER, *_PRESENT),
    FieldType.BOOLEAN: (*_SAME, *_PRESENT),
    FieldType.DATE: (*_SAME, *_ORDER, *_DAYS, *_PRESENT),
    FieldType.TIMESTAMP: (*_SAME, *_ORDER, *_DAYS, *_PRESENT),
    FieldType.CHOICE: (*_SAME, *_AMONG, *_PRESENT),
    FieldType.UUID: (*_SAME, *_AMONG, *_PRESENT),
    FieldType.TEXT_SET: (Operator.CONTAINS, *_AMONG, *_PRESENT),
}

# What every guard may name beside its fields.
NOW, TODAY = "now", "today"
_KEY = re.compile(r"[a-z][a-z0-9_]{0,59}")
_TAKEN = frozenset(
    f"{NOW} {TODAY} true false null in as break const continue else for function if import let loop package namespace return var void while fold".split()
)


@dataclass(frozen=True)
class Choice:
    """One value of a closed list, with its wording."""

    key: str
    label: Text


@dataclass(frozen=True)
class Field:
    """One field: its name in rules, its type, its wording, and the SQL expression that reads it for sets.

    `sql` may be empty for a field that only guards of one subject use. A `text` or `choice` column may be citext; a
    `text_set` is text[]. `choices` closes the list of values; a choice without it takes any text.
    """

    key: str
    type: FieldType
    label: Text
    choices: tuple[Choice, ...] = ()
    sql: str = ""

    def choice(self, key: str) -> Choice | None:
        """The choice of this key, if the field has it."""
        return next((choice for choice in self.choices if choice.key == key), None)

    @property
    def operators(self) -> tuple[Operator, ...]:
        """How this field can be compared."""
        return OPERATORS[self.type]


@dataclass(frozen=True)
class FieldSet:
    """The fields of one kind of record, in the order in which a rule builder offers them.

    Raises: FieldsMisdeclared.
    """

    fields: tuple[Field, ...]
    _by_key: dict[str, Field] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, *fields: Field) -> FieldSet:
        """The set of these fields."""
        return cls(tuple(fields))

    def __post_init__(self) -> None:
        for each in self.fields:
            if not _KEY.fullmatch(each.key) or each.key in _TAKEN:
                raise FieldsMisdeclared(f"{each.key!r} cannot be the name of a field.")
            if each.key in self._by_key:
                raise FieldsMisdeclared(f"{each.key} is declared twice.")
            if "%" in each.sql:
                raise FieldsMisdeclared(f"The SQL of {each.key} holds a percent sign, which the driver reads as a parameter.")
            self._by_key[each.key] = each

    def get(self, key: str) -> Field | None:
        """The field of this name, if there is one."""
        return self._by_key.get(key)

    def keys(self) -> Iterable[str]:
        """The names of all fields."""
        return self._by_key.keys()

    def __iter__(self) -> Iterator[Field]:
        return iter(self.fields)
