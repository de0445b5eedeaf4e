"""Rules in words, for people who read what an administrator built."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from simpul.platform.clock import JAKARTA
from simpul.platform.text import Language, Text
from simpul.platform.text import language as spoken
from simpul.workflow.rules.fields import Field, FieldType, Operator
from simpul.workflow.rules.tree import Comparison, Group, Negation, Node

OPERATOR_LABELS: dict[Operator, Text] = {
    Operator.EQ: Text(id="sama dengan", en="is"),
    Operator.NE: Text(id="tidak sama dengan", en="is not"),
    Operator.LT: Text(id="kurang dari", en="is less than"),
    Operator.LTE: Text(id="paling banyak", en="is at most"),
    Operator.GT: Text(id="lebih dari", en="is more than"),
    Operator.GTE: Text(id="paling sedikit", en="is at least"),
    Operator.IN: Text(id="salah satu dari", en="is one of"),
    Operator.NOT_IN: Text(id="bukan salah satu dari", en="is none of"),
    Operator.CONTAINS: Text(id="memuat", en="contains"),
    Operator.STARTS_WITH: Text(id="diawali", en="starts with"),
    Operator.BETWEEN: Text(id="antara", en="is between"),
    Operator.IS_NULL: Text(id="kosong", en="is empty"),
    Operator.NOT_NULL: Text(id="terisi", en="is filled"),
    Operator.BEFORE_DAYS: Text(id="sudah lewat sejumlah hari", en="is some days ago or more"),
    Operator.WITHIN_DAYS: Text(id="dalam sejumlah hari", en="is within some days"),
}
# Moments are earlier and later, not less and more.
_OF_TIME: dict[Operator, Text] = {
    Operator.LT: Text(id="sebelum", en="is before"),
    Operator.LTE: Text(id="paling lambat", en="is not after"),
    Operator.GT: Text(id="sesudah", en="is after"),
    Operator.GTE: Text(id="paling awal", en="is not before"),
}
_AMONG_SETS: dict[Operator, Text] = {
    Operator.IN: Text(id="memuat salah satu dari", en="contains one of"),
    Operator.NOT_IN: Text(id="tidak memuat satu pun dari", en="contains none of"),
}
_ALL = Text(id=" dan ", en=" and ")
_ANY = Text(id=" atau ", en=" or ")
_NOT = Text(id="tidak berlaku bahwa ({part})", en="it is not so that ({part})")
_YES, _NO = Text(id="ya", en="yes"), Text(id="tidak", en="no")
_AGO = Text(id="paling sedikit {days} hari yang lalu", en="is at least {days} days ago")
_UNTIL = Text(id="paling lambat {days} hari lagi", en="is at most {days} days ahead")
_LAST = Text(id="dalam {days} hari terakhir", en="is within the last {days} days")
_COMING = Text(id="dalam {days} hari ke depan", en="is within the coming {days} days")
_MONTHS = Text(
    id="Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    en="January February March April May June July August September October November December",
)


def operator_label(field: Field, op: Operator) -> Text:
    """How the comparison is called on this field."""
    if field.type in (FieldType.DATE, FieldType.TIMESTAMP) and op in _OF_TIME:
        return _OF_TIME[op]
    if field.type is FieldType.TEXT_SET and op in _AMONG_SETS:
        return _AMONG_SETS[op]
    return OPERATOR_LABELS[op]


def sentence(node: Node, language: Language | None = None) -> str:
    """The tree as one sentence without its full stop."""
    words = _node(node, language or spoken(), outermost=True)
    return words[:1].upper() + words[1:]


def _node(node: Node, language: Language, *, outermost: bool = False) -> str:
    match node:
        case Group():
            told = _in(_ALL if node.every else _ANY, language).join(_node(part, language) for part in node.parts)
            return told if outermost or len(node.parts) == 1 else f"({told})"
        case Negation():
            return _in(_NOT, language).format(part=_node(node.part, language, outermost=True))
    return f"{_in(node.field.label, language)} {_claim(node, language)}"


def _claim(node: Comparison, language: Language) -> str:
    field, op, value = node.field, node.op, node.value
    match op:
        case Operator.BEFORE_DAYS:
            return _in(_AGO if value >= 0 else _UNTIL, language).format(days=abs(value))
        case Operator.WITHIN_DAYS:
            return _in(_LAST if value >= 0 else _COMING, language).format(days=abs(value))
    words = _in(operator_label(field, op), language)
    match op:
        case Operator.IS_NULL | Operator.NOT_NULL:
            return words
        case Operator.BETWEEN:
            return f"{words} {_told(field, value[0], language)}{_in(_ALL, language)}{_told(field, value[1], language)}"
        case Operator.IN | Operator.NOT_IN:
            return f"{words} {', '.join(_told(field, one, language) for one in value)}"
    return f"{words} {_told(field, value, language)}"


def _told(field: Field, value: Any, language: Language) -> str:
    if choice := field.choice(value) if isinstance(value, str) else None:
        return _in(choice.label, language)
    match value:
        case bool():
            return _in(_YES if value else _NO, language)
        case Decimal():
            return _money(value, language)
        case datetime():
            local = value.astimezone(JAKARTA)
            return f"{_day(local.date(), language)} {local:%H:%M} WIB"
        case date():
            return _day(value, language)
        case str():
            return f"“{value}”"
    return str(value)


def _money(amount: Decimal, language: Language) -> str:
    grouped = f"{amount:,.2f}".removesuffix(".00")
    return f"Rp {grouped.translate(str.maketrans(',.', '.,'))}" if language == "id" else f"IDR {grouped}"


def _day(day: date, language: Language) -> str:
    return f"{day.day} {_in(_MONTHS, language).split()[day.month - 1]} {day.year}"


def _in(text: Text, language: Language) -> str:
    return text.en if language == "en" else text.id
