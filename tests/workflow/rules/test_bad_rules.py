"""A rule that means nothing is refused with every place that is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from simpul.platform.text import Text, speaking
from simpul.workflow.rules import Field, FieldSet, FieldsMisdeclared, FieldType, RuleInvalid, parse
from tests.workflow.rules.shared import AT, FIELDS


def problems(tree: Any) -> list[tuple[str, str]]:
    with pytest.raises(RuleInvalid) as refused:
        parse(tree, FIELDS)
    return [(problem.code, problem.path) for problem in refused.value.problems]


def comparison(field: str, op: str, *value: Any) -> dict[str, Any]:
    return {"field": field, "op": op, **({"value": value[0]} if value else {})}


@pytest.mark.parametrize(
    ("tree", "place"),
    [
        (None, ""),
        ([], ""),
        ("vip", ""),
        ({}, ""),
        ({"all": {}}, ""),
        ({"all": [comparison("vip", "eq", True)], "any": []}, ""),
        ({"not": []}, "/not"),
        ({"any": [comparison("vip", "eq", True), 5]}, "/any/1"),
        ({"field": 5, "op": "eq", "value": 1}, ""),
        ({"field": "vip", "value": True}, ""),
        ({"field": "vip", "op": "eq", "value": True, "sql": "1=1"}, ""),
    ],
)
def test_something_that_is_no_rule_is_marked_where_it_stands(tree, place):
    assert problems(tree) == [("rule_shape", place)]


@pytest.mark.parametrize(
    ("tree", "code", "place"),
    [
        ({"all": []}, "rule_empty", "/all"),
        ({"not": {"any": []}}, "rule_empty", "/not/any"),
        (comparison("umur", "eq", 1), "field_unknown", "/field"),
        (comparison("t.city", "eq", "x"), "field_unknown", "/field"),
        (comparison("city", "like", "x"), "operator_unknown", "/op"),
        (comparison("city", "lt", "x"), "operator_unfit", "/op"),
        (comparison("vip", "in", [True]), "operator_unfit", "/op"),
        (comparison("tags", "eq", "x"), "operator_unfit", "/op"),
        (comparison("city", "is_null", "x"), "value_unexpected", "/value"),
    ],
)
def test_structure_fields_and_operators_are_checked(tree, code, place):
    assert problems(tree) == [(code, place)]


@pytest.mark.parametrize(
    ("field", "op", "value", "place"),
    [
        ("city", "eq", "", "/value"),
        ("city", "eq", None, "/value"),
        ("city", "eq", "x" * 501, "/value"),
        ("city", "eq", "a\0b", "/value"),
        ("city", "eq", "\ud800", "/value"),
        ("city", "eq", 5, "/value"),
        ("visits", "eq", True, "/value"),
        ("visits", "eq", 1.0, "/value"),
        ("visits", "eq", "1", "/value"),
        ("visits", "eq", 2**63, "/value"),
        ("amount", "eq", 1.5, "/value"),
        ("amount", "eq", "1.005", "/value"),
        ("amount", "eq", "1e5", "/value"),
        ("amount", "eq", "NaN", "/value"),
        ("amount", "eq", 10**13, "/value"),
        ("vip", "eq", "true", "/value"),
        ("vip", "eq", 1, "/value"),
        ("born_on", "eq", "31-01-2026", "/value"),
        ("born_on", "eq", "2026-02-30", "/value"),
        ("born_on", "eq", "2026-01-01T00:00:00Z", "/value"),
        ("seen_at", "eq", "2026-01-01T00:00:00", "/value"),
        ("seen_at", "eq", "2026-01-01", "/value"),
        ("seen_at", "eq", "0001-01-01T00:00:00+07:00", "/value"),
        ("priority", "eq", "URGENT", "/value"),
        ("owner_id", "eq", "nobody", "/value"),
        ("city", "in", [], "/value"),
        ("city", "in", "Medan", "/value"),
        ("city", "in", ["Medan", "Medan"], "/value"),
        ("visits", "in", list(range(201)), "/value"),
        ("priority", "in", ["LOW", "URGENT"], "/value/1"),
        ("visits", "between", [1], "/value"),
        ("visits", "between", [1, "2"], "/value/1"),
        ("seen_at", "within_days", "7", "/value"),
        ("seen_at", "within_days", True, "/value"),
        ("born_on", "before_days", 40_000, "/value"),
    ],
)
def test_a_value_that_the_field_cannot_have_is_refused(field, op, value, place):
    assert problems(comparison(field, op, value)) == [("value_unfit", place)]


def test_a_range_that_nothing_can_lie_in_is_refused():
    assert problems(comparison("amount", "between", ["2.00", "1.99"])) == [("range_reversed", "/value")]


def test_every_wrong_place_is_told_at_once():
    tree = {"any": [comparison("umur", "eq", 1), {"all": [comparison("vip", "eq", True), comparison("city", "in", ["Medan", 5])]}, {"not": {}}]}

    assert problems(tree) == [("field_unknown", "/any/0/field"), ("value_unfit", "/any/1/all/1/value/1"), ("rule_shape", "/any/2/not")]


def test_a_rule_is_bounded_in_depth_and_size():
    deep: Any = comparison("vip", "eq", True)
    for _ in range(2_000):
        deep = {"not": deep}
    wide = {"all": [comparison("vip", "eq", True)] * 100_000}

    assert problems(deep) == [("rule_too_deep", "/not" * 10)]
    assert problems(wide) == [("rule_too_large", "/all/199")]


def test_the_refusal_carries_the_words_of_both_languages():
    with pytest.raises(RuleInvalid) as refused:
        parse(comparison("umur", "eq", 1), FIELDS)

    assert refused.value.fields == {"/field": Text(id="Isian “umur” tidak dikenal.", en="There is no field “umur”.")}
    assert refused.value.path == "/field"


def test_a_field_that_rules_could_not_name_is_found_at_start():
    label = Text(id="x", en="x")
    for key in ("now", "in", "Kota", "a b", "", "fold"):
        with pytest.raises(FieldsMisdeclared):
            FieldSet.of(Field(key, FieldType.TEXT, label, sql="x"))
    with pytest.raises(FieldsMisdeclared):
        FieldSet.of(Field("a", FieldType.TEXT, label, sql="x"), Field("a", FieldType.DATE, label, sql="y"))
    with pytest.raises(FieldsMisdeclared):
        FieldSet.of(Field("a", FieldType.TEXT, label, sql="x LIKE '%'"))


def test_a_set_is_not_asked_about_a_field_without_sql():
    rule = parse(comparison("a", "eq", 1), FieldSet.of(Field("a", FieldType.INTEGER, Text(id="x", en="x"))))

    assert rule.holds({"a": 1}, AT) is True
    with pytest.raises(FieldsMisdeclared):
        rule.sql(AT)


@pytest.mark.parametrize(
    ("tree", "indonesian", "english"),
    [
        (comparison("amount", "gt", "1250000.50"), "Jumlah lebih dari Rp 1.250.000,50", "Amount is more than IDR 1,250,000.50"),
        (comparison("amount", "lte", 250000), "Jumlah paling banyak Rp 250.000", "Amount is at most IDR 250,000"),
        (comparison("priority", "in", ["LOW", "HIGH"]), "Prioritas salah satu dari Low, High", "Priority is one of Low, High"),
        (comparison("tags", "not_in", ["a"]), "Label tidak memuat satu pun dari “a”", "Tags contains none of “a”"),
        (comparison("born_on", "lt", "2000-08-17"), "Tanggal lahir sebelum 17 Agustus 2000", "Date of birth is before 17 August 2000"),
        (
            comparison("seen_at", "gte", "2026-01-01T02:30:00Z"),
            "Terakhir terlihat paling awal 1 Januari 2026 09:30 WIB",
            "Last seen is not before 1 January 2026 09:30 WIB",
        ),
        (comparison("seen_at", "before_days", 30), "Terakhir terlihat paling sedikit 30 hari yang lalu", "Last seen is at least 30 days ago"),
        (comparison("seen_at", "within_days", -7), "Terakhir terlihat dalam 7 hari ke depan", "Last seen is within the coming 7 days"),
        (
            {"all": [comparison("vip", "eq", True), {"any": [comparison("city", "is_null"), {"not": comparison("visits", "between", [1, 3])}]}]},
            "VIP sama dengan ya dan (Kota kosong atau tidak berlaku bahwa (Kunjungan antara 1 dan 3))",
            "VIP is yes and (City is empty or it is not so that (Visits is between 1 and 3))",
        ),
    ],
)
def test_a_rule_reads_as_a_sentence_in_both_languages(tree, indonesian, english):
    rule = parse(tree, FIELDS)

    assert (rule.sentence("id"), rule.sentence("en")) == (indonesian, english)
    with speaking("en"):
        assert rule.sentence() == english


def test_a_rule_names_each_field_once():
    tree = {"all": [comparison("vip", "eq", True), comparison("city", "is_null"), {"not": comparison("vip", "eq", False)}]}

    assert parse(tree, FIELDS).names == ("vip", "city")
