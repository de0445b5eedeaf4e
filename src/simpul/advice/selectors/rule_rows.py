"""The rules of advice as pages show them."""

from __future__ import annotations

from typing import TypedDict

from simpul.advice.errors import AdviceRuleNotFound
from simpul.advice.models import NbaRule
from simpul.advice.policies import can_manage
from simpul.advice.selectors.rules import RULE_OF
from simpul.advice.vocabulary import ACTION_NAMES, KIND_NAMES, NEED_NAMES, PRIORITY_NAMES, RANKS
from simpul.platform.actor import Actor


class ParameterRow(TypedDict):
    """A number of a rule with its bounds."""

    key: str
    label: str
    unit: str
    value: int
    minimum: int
    maximum: int


class RuleRow(TypedDict):
    """A rule as the editor shows it; `missing` says why it cannot be switched on."""

    code: str
    name: str
    title: str
    action: str
    action_label: str
    kind: str
    kind_label: str
    priority: str
    priority_label: str
    position: int
    cooldown_days: int
    parameters: list[ParameterRow]
    needs: list[str]
    is_active: bool
    missing: str | None
    version: int
    can: dict[str, bool]


def rule_rows(actor: Actor) -> list[RuleRow]:
    """All rules in the order in which advice stands."""
    rules = [rule for rule in NbaRule.objects.all() if rule.code in RULE_OF]
    rules.sort(key=lambda rule: (RANKS[rule.priority], rule.position, rule.code))
    return [rule_row(actor, rule) for rule in rules]


def rule_row(actor: Actor, rule: NbaRule) -> RuleRow:
    """One rule."""
    if (stated := RULE_OF.get(rule.code)) is None:
        raise AdviceRuleNotFound()
    return {
        "code": rule.code,
        "name": str(stated.name),
        "title": str(stated.title),
        "action": rule.action_type,
        "action_label": str(ACTION_NAMES[rule.action_type]),
        "kind": rule.kind,
        "kind_label": str(KIND_NAMES[rule.kind]),
        "priority": rule.priority,
        "priority_label": str(PRIORITY_NAMES[rule.priority]),
        "position": rule.position,
        "cooldown_days": rule.cooldown_days,
        "parameters": [
            {
                "key": each.key,
                "label": str(each.label),
                "unit": str(each.unit),
                "value": int(rule.parameters.get(each.key, each.minimum)),
                "minimum": each.minimum,
                "maximum": each.maximum,
            }
            for each in stated.parameters
        ],
        "needs": [str(NEED_NAMES[need]) for need in rule.needs],
        "is_active": rule.is_active,
        "missing": str(stated.missing) if stated.missing else None,
        "version": rule.version,
        "can": {"update": bool(can_manage(actor))},
    }
