"""The same rule asked of a set in SQL and of one subject in CEL answers as its definition says, to the row."""

from __future__ import annotations

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simpul.platform.db import execute, query
from simpul.workflow.rules import Rule, parse
from tests.workflow.rules.shared import AT, COLUMNS, FIELDS, TABLE, holds, rows, trees

EXAMPLES = int(os.environ.get("SIMPUL_TEST_EXAMPLES", "300"))


def store(subjects: list[dict[str, Any]]) -> None:
    execute("TRUNCATE subjects")
    values = ", ".join(["(" + ", ".join(["%s"] * (len(COLUMNS) + 1)) + ")"] * len(subjects))
    execute(f"INSERT INTO subjects VALUES {values}", [cell for number, row in enumerate(subjects) for cell in (number, *(row[name] for name in COLUMNS))])


def by_sql(rule: Rule) -> list[int]:
    condition, params = rule.sql(AT)
    return [row["number"] for row in query(f"SELECT t.number FROM subjects t WHERE {condition} ORDER BY 1", params)]


def by_cel(rule: Rule, subjects: list[dict[str, Any]]) -> list[int]:
    return [number for number, row in enumerate(subjects) if rule.holds(row, AT)]


def naively(tree: dict[str, Any], subjects: list[dict[str, Any]]) -> list[int]:
    return [number for number, row in enumerate(subjects) if holds(tree, row)]


@pytest.fixture
def table(db: None) -> None:
    execute(TABLE)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large])
@given(tree=trees(), subjects=st.lists(rows(), min_size=1, max_size=12))
def test_sql_and_cel_and_a_naive_reading_agree(table, tree, subjects):
    rule = parse(tree, FIELDS)
    store(subjects)

    expected = naively(tree, subjects)

    assert by_sql(rule) == expected
    assert by_cel(rule, subjects) == expected


def test_a_comparison_with_a_missing_value_is_false_and_its_negation_true(table):
    missing = dict.fromkeys(COLUMNS)
    store([missing])
    for field in FIELDS:
        for op in field.operators:
            if op.value in ("is_null", "not_null"):
                continue
            value: Any = {"text": "x", "text_set": "x", "choice": "LOW", "uuid": "00000000-0000-7000-8000-000000000001", "boolean": True, "integer": 1}.get(
                field.type.value, {"money": "1.00", "date": "2026-01-01", "timestamp": "2026-01-01T00:00:00Z"}.get(field.type.value)
            )
            value = [value] if op.value in ("in", "not_in") else [value, value] if op.value == "between" else 1 if op.value.endswith("_days") else value
            tree = {"field": field.key, "op": op.value, "value": value}
            asked, negated = parse(tree, FIELDS), parse({"not": tree}, FIELDS)

            assert (by_sql(asked), by_cel(asked, [missing])) == ([], []), tree
            assert (by_sql(negated), by_cel(negated, [missing])) == ([0], [0]), tree


def test_values_never_become_part_of_the_statement():
    rule = parse({"all": [{"field": "city", "op": "eq", "value": "'; DROP TABLE subjects; --"}, {"field": "tags", "op": "in", "value": ["%s", "{}"]}]}, FIELDS)

    condition, params = rule.sql(AT)

    assert condition == "(((t.city)::text = %s::text) AND ((t.tags) && %s::text[]))"
    assert params == ["'; DROP TABLE subjects; --", ["%s", "{}"]]


def test_a_plain_comparison_keeps_its_index(table):
    execute("CREATE INDEX ON subjects (city); CREATE INDEX ON subjects (visits); SET LOCAL enable_seqscan = off")
    for tree in (
        {"field": "city", "op": "eq", "value": "Medan"},
        {"field": "city", "op": "in", "value": ["Medan"]},
        {"field": "visits", "op": "gte", "value": 3},
    ):
        condition, params = parse({"all": [tree]}, FIELDS).sql(AT)

        plan = "\n".join(row["QUERY PLAN"] for row in query(f"EXPLAIN SELECT 1 FROM subjects t WHERE {condition}", params))

        assert "Index Cond" in plan, plan


def test_the_largest_rule_is_compiled_and_asked_both_ways(table):
    words = [f"kota {number}" for number in range(200)]
    leaves = [{"field": "tags", "op": "not_in", "value": words}, *({"field": "city", "op": "in", "value": words} for _ in range(189))]
    tree: Any = {"any": leaves}
    for _ in range(8):
        tree = {"not": tree}
    subjects = [{**dict.fromkeys(COLUMNS), "city": "kota 199"}, {**dict.fromkeys(COLUMNS), "city": "Medan", "tags": ["kota 3"]}]
    store(subjects)
    rule = parse(tree, FIELDS)

    assert by_sql(rule) == by_cel(rule, subjects) == [0]
