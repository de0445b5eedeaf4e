"""Changing how rules of advice are used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from simpul.advice.acts import AdviceAct
from simpul.advice.errors import AdviceRuleNotFound
from simpul.advice.models import NbaRule
from simpul.advice.policies import can_manage
from simpul.advice.selectors.rules import RULE_OF, AdviceRule
from simpul.advice.vocabulary import RULE
from simpul.audit.public import audited_change
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import Invalid
from simpul.platform.text import Text

_FIELDS = ("priority", "position", "cooldown_days", "parameters", "is_active")
_BOUNDS = Text(id="Isi angka {minimum} sampai {maximum}.", en="Give a number from {minimum} to {maximum}.")
_UNKNOWN = Text(id="Parameter ini tidak dikenal aturan.", en="The rule has no such parameter.")


@dataclass(frozen=True)
class RuleChange:
    """What a rule becomes."""

    priority: str
    position: int
    cooldown_days: int
    parameters: Mapping[str, int]
    is_active: bool


@transaction.atomic
def advice_rule_update(*, actor: Actor, code: str, version: int, change_to: RuleChange) -> NbaRule:
    """Change how a rule is used; decisions that were made by it stay.

    Raises: AdviceRuleNotFound, Forbidden, StaleVersion, Invalid naming a parameter, or for a rule that waits for its data.
    """
    with audited_change(actor, AdviceAct.CHANGE_ADVICE_RULE, RULE, code[:40]) as change:
        change.require(can_manage(actor))
        stated, rule = RULE_OF.get(code), NbaRule.objects.select_for_update().filter(pk=code).first()
        if rule is None or stated is None:
            raise AdviceRuleNotFound()
        change.require_version(version, rule.version)
        _judge(stated, change_to)
        values: dict[str, object] = {name: getattr(change_to, name) for name in _FIELDS}
        values["parameters"] = dict(change_to.parameters)
        differs = {name: {"before": getattr(rule, name), "after": value} for name, value in values.items() if getattr(rule, name) != value}
        if not differs:
            change.nothing_changed()
            return rule
        for name, value in values.items():
            setattr(rule, name, value)
        rule.version, rule.updated_at, rule.updated_by = rule.version + 1, now(), actor.id
        rule.save(update_fields=[*differs, "version", "updated_at", "updated_by"])
        change.describe(changes=differs)
    return rule


def _judge(stated: AdviceRule, change_to: RuleChange) -> None:
    """Raises: Invalid."""
    if change_to.is_active and stated.missing is not None:
        raise Invalid({"is_active": stated.missing})
    known = {parameter.key: parameter for parameter in stated.parameters}
    wrong = {f"parameters.{key}"[:60]: _UNKNOWN for key in change_to.parameters.keys() - known.keys()}
    for key, parameter in known.items():
        given = change_to.parameters.get(key)
        if given is None or not parameter.minimum <= given <= parameter.maximum:
            wrong[f"parameters.{key}"] = _BOUNDS.format(minimum=parameter.minimum, maximum=parameter.maximum)
    if wrong:
        raise Invalid(wrong)
