"""The shared set of the rule tests: a table with one column of each type, its rows, random trees, and a naive reading of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from simpul.platform.clock import JAKARTA
from simpul.platform.text import Text
from simpul.workflow.rules import Choice, Field, FieldSet, FieldType

AT = datetime(2026, 3, 1, 20, 30, 15, 123456, tzinfo=UTC)  # already the 2nd in Jakarta
TODAY = AT.astimezone(JAKARTA).date()


def text(word: str) -> Text:
    return Text(id=word, en=word)


FIELDS = FieldSet.of(
    Field("city", FieldType.TEXT, Text(id="Kota", en="City"), sql="t.city"),
    Field("nickname", FieldType.TEXT, Text(id="Panggilan", en="Nickname"), sql="t.nickname"),
    Field("visits", FieldType.INTEGER, Text(id="Kunjungan", en="Visits"), sql="t.visits"),
    Field("amount", FieldType.MONEY, Text(id="Jumlah", en="Amount"), sql="t.amount"),
    Field("vip", FieldType.BOOLEAN, Text(id="VIP", en="VIP"), sql="t.vip"),
    Field("born_on", FieldType.DATE, Text(id="Tanggal lahir", en="Date of birth"), sql="t.born_on"),
    Field("seen_at", FieldType.TIMESTAMP, Text(id="Terakhir terlihat", en="Last seen"), sql="t.seen_at"),
    Field("priority", FieldType.CHOICE, Text(id="Prioritas", en="Priority"), (Choice("LOW", text("Low")), Choice("HIGH", text("High"))), "t.priority"),
    Field("owner_id", FieldType.UUID, Text(id="Pemilik", en="Owner"), sql="t.owner_id"),
    Field("tags", FieldType.TEXT_SET, Text(id="Label", en="Tags"), sql="t.tags"),
)
TABLE = """
CREATE TEMPORARY TABLE subjects (number integer, city text, nickname citext, visits integer, amount numeric(15,2), vip boolean, born_on date,
                                 seen_at timestamptz, priority text, owner_id uuid, tags text[]) ON COMMIT DROP
"""
COLUMNS = ["city", "nickname", "visits", "amount", "vip", "born_on", "seen_at", "priority", "owner_id", "tags"]

_IDS = [UUID(int=number << 64 | 7) for number in range(3)]
_TEXTS = st.one_of(
    st.sampled_from(["Medan", "MEDAN", "medan utara", "Méd", "MÉD", "a%b", "a_b", "a\\b", '"', "'; --", "{x}", "%s", "\x7f", "😀", "\n", "İ", "ß"]),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=4),
)
_INTEGERS = st.one_of(st.integers(-2, 2), st.sampled_from([-(2**31), 2**31 - 1]))
_MONEY = st.one_of(st.decimals(-2, 2, places=2), st.sampled_from([Decimal("9999999999999.99"), Decimal("-9999999999999.99"), Decimal("0.10"), Decimal(1)]))
_DAYS = st.one_of(st.integers(-4, 4).map(lambda days: TODAY + timedelta(days=days)), st.dates())
_MOMENTS = st.one_of(
    st.integers(-4, 4).map(lambda days: AT + timedelta(days=days)),
    st.integers(-2, 2).map(lambda little: AT + timedelta(microseconds=little)),
    st.datetimes(min_value=datetime(1000, 1, 1), max_value=datetime(9000, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)
_VALUES: dict[FieldType, st.SearchStrategy[Any]] = {
    FieldType.TEXT: _TEXTS,
    FieldType.INTEGER: _INTEGERS,
    FieldType.MONEY: _MONEY,
    FieldType.BOOLEAN: st.booleans(),
    FieldType.DATE: _DAYS,
    FieldType.TIMESTAMP: _MOMENTS,
    FieldType.CHOICE: st.sampled_from(["LOW", "HIGH"]),
    FieldType.UUID: st.sampled_from(_IDS),
    FieldType.TEXT_SET: _TEXTS,
}


def rows() -> st.SearchStrategy[dict[str, Any]]:
    """One subject, with nulls, empty sets and nulls inside sets."""

    def column(field: Field) -> st.SearchStrategy[Any]:
        if field.type is FieldType.TEXT_SET:
            return st.none() | st.lists(st.none() | _TEXTS, max_size=3)
        if field.type is FieldType.TEXT:
            return st.none() | st.just("") | _TEXTS
        return st.none() | _VALUES[field.type]

    return st.fixed_dictionaries({field.key: column(field) for field in FIELDS})


def as_json(value: Any) -> Any:
    """The value as a stored tree holds it."""
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return str(value) if isinstance(value, (Decimal, UUID)) else value


@st.composite
def comparisons(draw: st.DrawFn) -> dict[str, Any]:
    field = draw(st.sampled_from(FIELDS.fields))
    op = draw(st.sampled_from([op.value for op in field.operators]))
    values = _VALUES[field.type]
    tree: dict[str, Any] = {"field": field.key, "op": op}
    match op:
        case "is_null" | "not_null":
            return tree
        case "in" | "not_in":
            value = [as_json(one) for one in draw(st.lists(values, min_size=1, max_size=3, unique=True))]
        case "between":
            value = [as_json(one) for one in sorted(draw(st.tuples(values, values)))]
        case "before_days" | "within_days":
            value = draw(st.integers(-4, 4))
        case _:
            value = as_json(draw(values))
    return {**tree, "value": value}


def trees() -> st.SearchStrategy[dict[str, Any]]:
    """Rule trees as JSON, at most six levels deep."""

    def deeper(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        groups = st.tuples(st.sampled_from(["all", "any"]), st.lists(inner, min_size=1, max_size=4)).map(lambda pair: {pair[0]: pair[1]})
        return groups | inner.map(lambda part: {"not": part})

    return st.recursive(comparisons(), deeper, max_leaves=12)


def holds(tree: dict[str, Any], row: dict[str, Any]) -> bool:
    """What the tree says of the row, read straight from its definition, slowly and without sharing code with the product."""
    if "all" in tree:
        return all(holds(part, row) for part in tree["all"])
    if "any" in tree:
        return any(holds(part, row) for part in tree["any"])
    if "not" in tree:
        return not holds(tree["not"], row)
    value, op, wanted = row[tree["field"]], tree["op"], tree.get("value")
    if op in ("is_null", "not_null"):
        return (value is None or value == []) == (op == "is_null")
    return value is not None and compare(value, op, wanted)


def compare(value: Any, op: str, wanted: Any) -> bool:
    if isinstance(value, list):
        among = [wanted] if op == "contains" else wanted
        return any(one in value for one in among) == (op != "not_in")
    if op in ("contains", "starts_with"):
        small, sought = ("".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in each) for each in (value, wanted))
        return sought in small if op == "contains" else small[: len(sought)] == sought
    if op in ("before_days", "within_days"):
        moment = AT if isinstance(value, datetime) else TODAY
        edge = moment - timedelta(days=wanted)
        return value <= edge if op == "before_days" else min(edge, moment) <= value <= max(edge, moment)
    if op == "between":
        return like(value, wanted[0]) <= value <= like(value, wanted[1])
    if op in ("in", "not_in"):
        return (value in [like(value, one) for one in wanted]) == (op == "in")
    other = like(value, wanted)
    return {"eq": value == other, "ne": value != other}[op] if op in ("eq", "ne") else ordered(value, op, other)


def ordered(value: Any, op: str, other: Any) -> bool:
    return {"lt": value < other, "lte": value <= other, "gt": value > other, "gte": value >= other}[op]


def like(value: Any, wanted: Any) -> Any:
    """The tree's value as the row's type."""
    if isinstance(value, datetime):
        return datetime.fromisoformat(wanted)
    if isinstance(value, date):
        return date.fromisoformat(wanted)
    return type(value)(wanted) if isinstance(value, (Decimal, UUID)) else wanted
