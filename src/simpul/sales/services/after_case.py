"""The task that follows a closed case, and the rules that say which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.audit.public import audited_change
from simpul.cases.public import ClosedCase, closed_case, ordinary_categories
from simpul.consent.public import marketing_stopped
from simpul.customers.public import visible_customers
from simpul.iam.public import people, system_actor
from simpul.platform.actor import Actor
from simpul.platform.clock import now, today
from simpul.platform.db import scope
from simpul.platform.errors import Invalid
from simpul.platform.redaction import redacted
from simpul.platform.text import Text
from simpul.sales.acts import SalesAct
from simpul.sales.errors import AfterCaseRuleNotFound
from simpul.sales.models import AfterCaseDecision, AfterCaseRule
from simpul.sales.policies import can_manage
from simpul.sales.vocabulary import AFTER_CASE_ORIGIN, AFTER_CASE_RULE, CASE, AfterCaseOutcome
from simpul.tasks.public import WorkReference, task_add

_UNKNOWN = Text(
    id="Kategori tidak dipakai atau sensitif: {codes}.",
    en="Categories not in use, or sensitive: {codes}.",
)


@transaction.atomic
def after_case_decide(case_id: UUID) -> AfterCaseOutcome | None:
    """Decide once what follows a closed case: an education or activation task, or nothing and why.

    The task goes to the customer's relationship manager, else to whoever handled the case. It needs
    consent to marketing at this moment, and a category that is not sensitive. None for a case that
    is open again or was decided before. For SYSTEM. Source: product chapter 3.5.
    """
    system = system_actor()
    with scope(system):
        case = closed_case(case_id)
        if case is None or AfterCaseDecision.objects.filter(pk=case_id).exists():
            return None
        outcome, rule, owner = _outcome(case)
        task_id = None
        if outcome is AfterCaseOutcome.TASK:
            assert rule is not None
            assert owner is not None
            task_id = task_add(
                customer_id=case.customer_id,
                title=rule.task_title,
                notes=rule.task_notes,
                due_on=today() + timedelta(days=rule.due_in_days),
                owner_id=owner,
                origin=AFTER_CASE_ORIGIN,
                origin_id=case.id,
                subject=WorkReference(CASE, case.id),
            )
        decision = AfterCaseDecision(
            case_id=case.id,
            customer_id=case.customer_id,
            branch_code=case.branch_code,
            outcome=outcome,
            rule=rule,
            task_id=task_id,
            decided_at=now(),
        )
        decision.save(force_insert=True)
    return outcome


def _outcome(
    case: ClosedCase,
) -> tuple[AfterCaseOutcome, AfterCaseRule | None, UUID | None]:
    """What follows the case, by which rule, and whose task it is."""
    if case.is_sensitive:
        return AfterCaseOutcome.SENSITIVE, None, None
    rule = next(
        (
            each
            for each in AfterCaseRule.objects.filter(is_active=True).order_by("position", "pk")
            if not each.categories or case.categories & set(each.categories)
        ),
        None,
    )
    if rule is None:
        return AfterCaseOutcome.NO_RULE, None, None
    if marketing_stopped(case.customer_id):
        return AfterCaseOutcome.NO_CONSENT, rule, None
    owner = _task_owner(case)
    if owner is None:
        return AfterCaseOutcome.NO_OWNER, rule, None
    return AfterCaseOutcome.TASK, rule, owner


def _task_owner(case: ClosedCase) -> UUID | None:
    """The customer's relationship manager, else the assignee of the case, who is at work still."""
    manager = visible_customers(system_actor()).filter(pk=case.customer_id).values_list("rm_user_id", flat=True).first()
    found = people(each for each in (manager, case.assignee_id) if each)
    for each in (manager, case.assignee_id):
        if each is not None and each in found and found[each].is_active:
            return each
    return None


@transaction.atomic
def after_case_rule_create(*, actor: Actor, values: Mapping[str, Any]) -> AfterCaseRule:
    """Add a rule.

    Raises: Forbidden, Invalid naming the categories.
    """
    with audited_change(actor, SalesAct.CHANGE_AFTER_CASE_RULE, AFTER_CASE_RULE) as change:
        change.require(can_manage(actor))
        _judge_categories(values["categories"])
        rule = AfterCaseRule(**values, version=1, updated_at=now(), updated_by=actor.id)
        rule.save(force_insert=True)
        change.object_id = rule.id
        change.describe(step="CREATE", rule=redacted(rule.name_id), categories=rule.categories)
    return rule


@transaction.atomic
def after_case_rule_update(*, actor: Actor, rule_id: UUID, version: int, values: Mapping[str, Any]) -> AfterCaseRule:
    """Change a rule; what was decided by it stays.

    Raises: AfterCaseRuleNotFound, Forbidden, StaleVersion, Invalid naming the categories.
    """
    with audited_change(actor, SalesAct.CHANGE_AFTER_CASE_RULE, AFTER_CASE_RULE, rule_id) as change:
        change.require(can_manage(actor))
        rule = AfterCaseRule.objects.select_for_update().filter(pk=rule_id).first()
        if rule is None:
            raise AfterCaseRuleNotFound()
        change.require_version(version, rule.version)
        differs = {name: value for name, value in values.items() if getattr(rule, name) != value}
        if not differs:
            change.nothing_changed()
            return rule
        if "categories" in differs:
            _judge_categories(values["categories"])
        changes = {name: {"before": _recorded(getattr(rule, name)), "after": _recorded(value)} for name, value in differs.items()}
        for name, value in differs.items():
            setattr(rule, name, value)
        rule.version, rule.updated_at, rule.updated_by = rule.version + 1, now(), actor.id
        rule.save(update_fields=[*differs, "version", "updated_at", "updated_by"])
        change.describe(step="UPDATE", changes=changes)
    return rule


def _recorded(value: object) -> object:
    """A value as the trail keeps it: texts without numbers of people."""
    return redacted(value) if isinstance(value, str) else value


def _judge_categories(codes: Sequence[str]) -> None:
    """Raises: Invalid."""
    if unknown := sorted(set(codes) - set(ordinary_categories(codes))):
        raise Invalid({"categories": _UNKNOWN.format(codes=", ".join(unknown))})
