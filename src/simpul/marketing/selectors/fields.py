"""The fields that segments may ask about: what there is, what has data, and rules read over them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypedDict

from simpul.customers.public import FieldSource, SegmentField, field_sources
from simpul.iam.public import system_identity
from simpul.platform.db import query, scope
from simpul.platform.errors import Invalid
from simpul.platform.text import Text
from simpul.workflow.public import FieldSet, Rule, RuleInvalid, operator_label, parse

_NO_DATA = Text(id="“{field}” belum memiliki data.", en="“{field}” has no data yet.")
_BROKEN = Text(id="Aturan belum benar: {reason}", en="The rule is not valid: {reason}")


class ChoiceRow(TypedDict):
    """A value or an operator with its words."""

    key: str
    name: str


class FieldRow(TypedDict):
    """A field as the rule builder offers it."""

    key: str
    type: str
    label: str
    group: str
    group_name: str
    choices: list[ChoiceRow]
    operators: list[ChoiceRow]
    profiling: bool


@dataclass(frozen=True)
class PlacedField:
    """A field with the source that it comes from."""

    source: FieldSource
    segment_field: SegmentField


@cache
def segment_fields() -> dict[str, PlacedField]:
    """Every field of segments by its key, in the order in which domains state them."""
    return {each.field.key: PlacedField(source, each) for source in field_sources.values() for each in source.fields}


@cache
def segment_field_set() -> FieldSet:
    """The same as rules read them."""
    return FieldSet.of(*(each.segment_field.field for each in segment_fields().values()))


def sources_of(keys: Iterable[str]) -> list[FieldSource]:
    """The sources that fields come from, each once, in the order of their statement."""
    names = {segment_fields()[key].source.name for key in keys}
    return [source for source in field_sources.values() if source.name in names]


def profiling_among(keys: Iterable[str]) -> bool:
    """Whether selecting by these fields takes the customer's consent to profiling."""
    return any(key in segment_fields() and segment_fields()[key].segment_field.profiling for key in keys)


def fields_without_data(keys: Collection[str] | None = None) -> set[str]:
    """Those of the fields, or of all, that nobody has data of yet; one statement."""
    asked: dict[str, str] = {}
    for key, placed in segment_fields().items():
        conditions = [condition for condition in (placed.source.present, placed.segment_field.present) if condition]
        if conditions and (keys is None or key in keys):
            asked[key] = " AND ".join(conditions)
    if not asked:
        return set()
    with scope(system_identity()):
        found = query("SELECT " + ", ".join(f"({condition}) AS {key}" for key, condition in asked.items()))[0]
    return {key for key, there in found.items() if not there}


def rule_read(tree: Any, place: str = "rule_json") -> Rule:
    """The rule of a tree that somebody wrote, over fields that have data.

    Raises: Invalid naming each place below `place`.
    """
    try:
        rule = parse(tree, segment_field_set())
    except RuleInvalid as error:
        wrong = {f"{place}{problem.path}": problem.message for problem in error.problems}
        raise Invalid(wrong, _BROKEN.format(reason=error.problems[0].message)) from error
    if empty := fields_without_data(rule.names):
        first = min(empty, key=rule.names.index)
        raise Invalid({place: _NO_DATA.format(field=segment_fields()[first].segment_field.field.label)})
    return rule


def rule_stored(tree: Any) -> Rule:
    """The rule of a tree that was judged when it was saved.

    Raises: RuleInvalid where a release has taken a field away.
    """
    return parse(tree, segment_field_set())


def field_rows() -> list[FieldRow]:
    """The fields that have data, as the rule builder offers them."""
    empty = fields_without_data()
    return [
        {
            "key": key,
            "type": str(each.field.type),
            "label": str(each.field.label),
            "group": placed.source.name,
            "group_name": str(placed.source.label),
            "choices": [{"key": choice.key, "name": str(choice.label)} for choice in each.field.choices],
            "operators": [{"key": str(operator), "name": str(operator_label(each.field, operator))} for operator in each.field.operators],
            "profiling": each.profiling,
        }
        for key, placed in segment_fields().items()
        if key not in empty
        for each in (placed.segment_field,)
    ]
