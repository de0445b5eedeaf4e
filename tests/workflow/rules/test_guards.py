"""Guards are checked when they are saved, bounded in time, and deny on every error."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpul.workflow.rules import Guard, GuardFailed, GuardInvalid, RuleInvalid, outside_choices, read_guard
from tests.workflow.rules.shared import AT, COLUMNS, FIELDS

NOTHING = dict.fromkeys(COLUMNS)


def problems(text: str) -> list[str]:
    with pytest.raises(GuardInvalid) as refused:
        Guard.compile(text, FIELDS)
    return [problem.code for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("text", "values", "answer"),
    [
        ("amount > 1000000 * 100", {"amount": Decimal("1000000.01")}, True),
        ("amount > 1000000 * 100", {"amount": Decimal("1000000.00")}, False),
        ('owner_id == "00000000-0000-7000-8000-00000000000a"', {"owner_id": UUID("00000000-0000-7000-8000-00000000000A")}, True),
        ('born_on < timestamp("2008-03-02T00:00:00Z")', {"born_on": date(2008, 3, 1)}, True),
        ('now - seen_at > duration("48h")', {"seen_at": datetime(2026, 2, 27, 20, 30, tzinfo=UTC)}, True),
        ('today == timestamp("2026-03-02T00:00:00Z")', {}, True),
        ('"vvip" in tags && size(tags) < 3', {"tags": ["vvip"]}, True),
        ('city != null && fold(city).contains("medan")', {"city": "MEDAN Utara"}, True),
        ('priority == "HIGH" ? vip : true', {"priority": "LOW"}, True),
    ],
)
def test_a_guard_compares_money_in_sen_days_as_timestamps_and_ids_as_text(text, values, answer):
    assert Guard.compile(text, FIELDS).holds(NOTHING | values, AT) is answer


@pytest.mark.parametrize(
    "macro", ["all(x, true)", "exists(x, true)", "exists_one(x, true)", "map(x, x)", "filter(x, true)", "map(city, city)", "exists (x, true)"]
)
@pytest.mark.parametrize("before", ["tags.", "tags. ", "tags.// komentar\n", '["a"].', "[[1].map(y, y)]."])
def test_loops_are_refused(before, macro):
    assert problems(f"{before}{macro} == true") == ["guard_loops"]


@pytest.mark.parametrize(
    "text",
    [
        "tags.map// (\n(x, x) == []",
        "tags.map\t \r\n//a\n//b\n(x, x) == []",
        "has(tags.a)",
        '"\\"" == city || tags.all(x, true)',
        "r'\\' == city || tags.all(x, true)",
    ],
)
def test_no_comment_and_no_string_hides_a_loop(text):
    assert problems(text) == ["guard_loops"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["guard_unreadable"]),
        ("   ", ["guard_unreadable"]),
        ("vip &&", ["guard_unreadable"]),
        ("vip == 'a", ["guard_unreadable"]),
        ("vip && " * 200 + "vip", ["guard_too_long"]),
        ("0" + "+visits" * 31 + " > 1", ["guard_too_long"]),
        ("umur > 17", ["guard_names"]),
        (".vip", ["guard_names"]),
        ("x.y && umur > 17", ["guard_names", "guard_names"]),
        ('city.matches("^a")', ["guard_names"]),
        ("type(city) == type(vip)", ["guard_names", "guard_names"][:1]),
        ("int(city) > 1", ["guard_names"]),
        ("tags[0] == city", ["guard_names"]),
        ("visits", ["guard_answer"]),
        ("vip ? 1 : 2", ["guard_answer"]),
        ("null", ["guard_answer"]),
        ("visits > city", ["guard_types"]),
        ("amount > 1.5 * visits", ["guard_types"]),
        ("city.length > 1", ["guard_types"]),
        ("vip && visits", ["guard_types"]),
    ],
)
def test_what_cannot_be_a_guard_is_refused_when_it_is_saved(text, codes):
    assert problems(text) == codes


def test_the_place_of_a_syntax_error_is_told():
    with pytest.raises(GuardInvalid) as refused:
        Guard.compile("vip && && vip", FIELDS)

    assert refused.value.problems[0].message.en == "The guard cannot be read (column 8)."


def test_a_thousand_characters_are_the_limit():
    longest = "vip || " * 142 + "vip   "
    assert len(longest) == 1_000

    assert Guard.compile(longest, FIELDS).holds({"vip": True}) is True
    assert problems(longest + " ") == ["guard_too_long"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("amount > 5", {}),
        ("100 / visits > 1", {"visits": 0}),
        ("visits * 9223372036854775807 > 1", {"visits": 2}),
        ("vip", {}),
        ("visits > 1", {"visits": "rahasia"}),
        ("amount > 1", {"amount": Decimal("0.001")}),
        ("amount > 1", {"amount": 1.5}),
        ("visits > 1", {"visits": True}),
        ("visits > 1", {"visits": 2**63}),
        ("seen_at < now", {"seen_at": datetime(2026, 1, 1)}),  # noqa: DTZ001
        ("born_on < now", {"born_on": AT}),
        ('"a" in tags', {"tags": "abc"}),
        ('owner_id == "x"', {"owner_id": "bukan-uuid"}),
    ],
)
def test_an_evaluation_error_denies_and_names_no_value(text, values):
    guard = Guard.compile(text, FIELDS)

    with pytest.raises(GuardFailed) as failed:
        guard.holds(NOTHING | values, AT)
    assert "rahasia" not in str(failed.value)
    assert failed.value.__cause__ is None or "rahasia" not in str(failed.value.__cause__)


def test_only_the_values_that_a_guard_names_are_looked_at():
    assert Guard.compile("vip", FIELDS).holds({"vip": True, "amount": object(), "lain": object()}) is True


def test_a_stored_guard_is_an_expression_or_a_rule():
    tree = {"field": "visits", "op": "gte", "value": 3}

    assert read_guard({"cel": "visits >= 3"}, FIELDS).holds({"visits": 3}) is True
    assert read_guard({"rule": tree}, FIELDS).holds({"visits": 2}) is False
    for content in (None, {}, {"cel": 5}, {"cel": "vip", "rule": tree}, "vip"):
        with pytest.raises(GuardInvalid):
            read_guard(content, FIELDS)
    with pytest.raises(RuleInvalid) as refused:
        read_guard({"rule": {"all": [tree, tree | {"value": "3"}]}}, FIELDS)
    assert refused.value.path == "/rule/all/1/value"
    with pytest.raises(GuardInvalid) as bad_cel:
        read_guard({"cel": "umur > 1"}, FIELDS)
    assert bad_cel.value.path == "/cel"


_NASTY = [
    "(" * 499 + "vip" + ")" * 498,
    "!" * 996 + "true",
    "-" * 990 + "visits > 0",
    "[" * 499 + "]" * 499 + " == []",
    "visits" + ".b" * 490,
    "vip?" * 140 + "vip" + ":vip" * 100,
    "vip" + "&&vip" * 199,
    "vip" + "||vip" * 199,
    "size(" * 150 + "city" + ")" * 150,
    "tags" + "+tags" * 30 + " == tags",
    "city" + "+city" * 30 + " == city",
    "fold(" * 90 + "city" + ")" * 90 + " == city",
    "city.contains(city + city) || " * 30 + "vip",
    "timestamp(" * 90 + "city" + ")" * 90 + " == now",
    "{1:" * 200 + "1" + "}" * 200 + " == {}",
    "1" * 1_000,
    "tags.map(a, " * 40 + "a" + ")" * 40,
]


@pytest.mark.parametrize("text", _NASTY, ids=range(len(_NASTY)))
def test_no_guard_of_a_thousand_characters_holds_the_interpreter(text):
    """Each ends in a moment, on values far larger than a record has: length, additions and the absence of loops bound it."""
    values = NOTHING | {"city": "x" * 20_000, "tags": ["x" * 20] * 2_000, "vip": False, "visits": 1}
    began = time.process_time()
    with suppress(GuardInvalid, GuardFailed):
        Guard.compile(text[:1_000], FIELDS).holds(values, AT)
    assert time.process_time() - began < 1.0


@given(st.text(alphabet=st.sampled_from("vip city tags.map(al,)!&|=<>?:[]{}\"'\\/\n+-*1 null"), max_size=80))
def test_whatever_is_typed_is_a_guard_or_a_refusal(text):
    with suppress(GuardInvalid, GuardFailed):
        assert Guard.compile(text, FIELDS).holds(NOTHING) in (True, False)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('priority == "HIGH"', []),
        ('priority == "URGENT"', ["URGENT"]),
        ("'urgent' != priority && vip", ["urgent"]),
        ('(priority) == ("URGENT")', ["URGENT"]),
        ('priority in ["LOW", "NONE", \'GONE\'] || city == "URGENT"', ["NONE", "GONE"]),
        ('// priority == "URGENT"\nvip', []),
        ('city == "priority == \\"URGENT\\""', []),
        ('fold(city) == "urgent" && priority != null', []),
        ('priority == """URGENT"""', ["URGENT"]),
    ],
)
def test_a_value_outside_the_choices_of_its_field_is_found(text, values):
    found = [problem.message.en for problem in outside_choices(text, FIELDS)]
    assert found == [
        f"“priority” is never “{value}”; its choices are: {', '.join(choice.key for choice in FIELDS.get('priority').choices)}." for value in values
    ]
