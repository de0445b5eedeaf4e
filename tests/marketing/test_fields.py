"""Every field of segments, asked of the database in every way, against the same question answered in plain Python; and the gates likewise."""

from __future__ import annotations

import random
from datetime import datetime
from decimal import Decimal
from typing import Any

from simpul.iam.models import SettingValue
from simpul.iam.public import system_identity
from simpul.marketing.selectors.evaluating import Audience, evaluation_sql, field_values, members_sql
from simpul.marketing.selectors.fields import fields_without_data, rule_read, segment_fields
from simpul.platform.db import execute, query, scope
from simpul.workflow.public import Field, FieldType
from tests.marketing.contract import VIP, segment
from tests.marketing.population import AT, CHANNELS, Person, holds, populate
from tests.support import people as people_support
from tests.support.database import rows

_VALUES: dict[str, list[Any]] = {
    "city": ["Medan", "kota", "MEDAN", "Jakarta"], "tags": ["Petani", "guru", "100% lunas", "lain"], "rfm_segment": ["CHAMPION", "HIBERNATING", "LOST"],
}  # fmt: skip


def _value(chance: random.Random, field: Field, people: list[Person]) -> Any:
    """A value of the field: often one that somebody has."""
    had = [person.values[field.key] for person in people if person.values[field.key] is not None]
    match field.type:
        case FieldType.BOOLEAN:
            return chance.random() < 0.5
        case FieldType.INTEGER | FieldType.MONEY | FieldType.TIMESTAMP:
            return chance.choice(had)
    return chance.choice(_VALUES.get(field.key) or [choice.key for choice in field.choices])


def _written(value: Any) -> Any:
    """A value as a rule tree has it."""
    if isinstance(value, list):
        return [_written(each) for each in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _comparison(chance: random.Random, field: Field, op: str, people: list[Person]) -> dict[str, Any]:
    if op in ("is_null", "not_null"):
        return {"op": op, "value": None}
    if op in ("before_days", "within_days"):
        return {"op": op, "value": chance.choice((-5, 0, 30, 200))}
    if op in ("in", "not_in"):
        return {"op": op, "value": sorted({_value(chance, field, people) for _ in range(2)})}
    if op == "between":
        return {"op": op, "value": sorted(_value(chance, field, people) for _ in range(2))}
    return {"op": op, "value": _value(chance, field, people)}


def _chosen(audience: Audience) -> set[Any]:
    return {row["customer_id"] for row in query(*members_sql(audience, AT))}


def test_every_field_chooses_in_sql_as_it_does_in_plain_python(organisation: None) -> None:
    chance = random.Random(26)
    people = populate(chance, 30)
    tried = 0
    with scope(system_identity()):
        assert fields_without_data() == set()
        assert set(segment_fields()) == set(people[0].values), "the population knows every field"
        for key, placed in segment_fields().items():
            field = placed.segment_field.field
            for op in field.operators:
                for _ in range(3):
                    asked = _comparison(chance, field, str(op), people)
                    tree = {"field": key, "op": str(op)} | ({} if asked["value"] is None else {"value": _written(asked["value"])})
                    expected = {each.id for each in people if each.is_active and holds(each.values[key], str(op), asked["value"])}
                    assert _chosen(Audience(rule_read(tree))) == expected, tree
                    assert _chosen(Audience(rule_read({"not": tree}))) == {each.id for each in people if each.is_active} - expected, tree
                    tried += 1
    assert tried > 300
    with scope(system_identity()):
        keys = list(segment_fields())
        for person in people:
            found = field_values(keys, person.id, AT)
            if not person.is_active:
                assert found is None
                continue
            assert found is not None
            assert {key: sorted(value) if isinstance(value, list) else value for key, value in found.items()} == {
                key: sorted(value) if isinstance(value, list) else value for key, value in person.values.items()
            }


def _expected(person: Person, audience: Audience, belongs: bool, channel: str | None) -> list[str]:
    """Everything that speaks against writing to somebody, in the order of the gates."""
    week = [one for one, at in person.offers if (AT - at).total_seconds() < 7 * 86_400]
    day = [one for one, at in person.offers if (AT - at).total_seconds() < 86_400 and one == channel]
    reachable = {"EMAIL": person.has_email, "SMS": person.has_phone, "WHATSAPP": person.has_phone, "PUSH": person.has_device}.get(channel or "", True)
    asked = {
        "CONSENT": person.consent("MARKETING", channel) != "GRANTED" or (audience.is_profiling and person.consent("PROFILING", None) != "GRANTED"),
        "CASE_ACTIVE": person.values["has_open_sensitive_case"],
        "NOT_IN_RULE": not belongs,
        "SUPPRESSED": channel in person.unwanted,
        "FREQUENCY_CAP": len(week) >= 2 or len(day) >= 1,
        "NO_CHANNEL": not reachable,
        "OTHER": "RESTRICTION" in person.limits or ("OBJECTION" in person.limits and audience.rule is not None),
    }
    return [reason for reason, stands in asked.items() if stands]


def test_every_active_customer_is_told_every_reason_in_the_order_of_the_gates(organisation: None) -> None:
    chance = random.Random(27)
    people = populate(chance, 40)
    static = segment("STATIC")
    listed = {each.id for each in people if chance.random() < 0.5}
    with rows():
        SettingValue.objects.create(key="messages.marketing_per_week", value=2, changed_by_id=people_support.user_id("admin"))
        for each in listed:
            execute("INSERT INTO crm.segment_members (segment_id, customer_id, added_by) VALUES (%s, %s, %s)", (static.id, each, static.created_by))
    plain, profiling = rule_read({"not": VIP}), rule_read({"field": "tx_count_90d", "op": "lt", "value": 7})
    audiences = {
        Audience(plain): lambda person: not person.values["is_vip"],
        Audience(profiling): lambda person: person.values["tx_count_90d"] < 7,
        Audience(None, static.id): lambda person: person.id in listed,
    }
    some = [person.id for person in people[::3]]
    for audience, belongs in audiences.items():
        for channel in (None, *CHANNELS):
            expected = {
                each.id: {"branch_code": each.branch_code, "is_eligible": not reasons, "reason": reasons[0] if reasons else None, "reasons": reasons}
                for each in people
                if each.is_active
                for reasons in (_expected(each, audience, belongs(each), channel),)
            }
            with scope(system_identity()):
                found = {row.pop("customer_id"): row for row in query(*evaluation_sql(audience, channel=channel, at=AT))}
                of_some = {row.pop("customer_id"): row for row in query(*evaluation_sql(audience, channel=channel, at=AT, customers=some))}
            assert found == expected
            assert of_some == {key: row for key, row in expected.items() if key in some}
