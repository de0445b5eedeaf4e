"""Alerts that a user has put aside; rules of advice, what was decided, and how much advice stood."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from simpul.advice.vocabulary import (
    ActionType,
    AdviceKind,
    AdviceOutcome,
    AdvicePriority,
    Decision,
)
from simpul.platform.db.fields import TextArray
from simpul.platform.ids import uuid7

_UNDECIDED = Q(
    decision__isnull=True,
    decided_by__isnull=True,
    decided_at__isnull=True,
    snoozed_until__isnull=True,
    outcome__isnull=True,
    task_id__isnull=True,
)
_DECIDED = Q(decision__isnull=False, decided_by__isnull=False, decided_at__isnull=False)


class AlertAcknowledgement(models.Model):
    """One user has seen one alert of one customer; it stays hidden for that user until the alert's `since` moves on."""

    pk = models.CompositePrimaryKey("user_id", "customer_id", "alert_code")
    user_id = models.UUIDField()
    customer_id = models.UUIDField()
    alert_code = models.TextField()
    acknowledged_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "alert_acknowledgements"


class NbaRule(models.Model):
    """How one rule of advice is used; what it asks for and what it takes comes with the product.

    `position` orders rules of one priority, the lowest first; `parameters` are those that the rule declares.
    """

    code = models.TextField(primary_key=True)
    action_type = models.TextField(choices=ActionType.choices)
    kind = models.TextField(choices=AdviceKind.choices)
    priority = models.TextField(choices=AdvicePriority.choices)
    position = models.SmallIntegerField()
    cooldown_days = models.SmallIntegerField()
    parameters = models.JSONField(default=dict)
    needs = TextArray(db_default=[])
    is_active = models.BooleanField()
    version = models.IntegerField(db_default=1)
    updated_at = models.DateTimeField(db_default=Now())
    updated_by = models.UUIDField()

    class Meta:
        db_table = "nba_rules"
        constraints = [
            models.CheckConstraint(condition=Q(action_type__in=ActionType.values), name="nba_rules_action_known"),
            models.CheckConstraint(condition=Q(kind__in=AdviceKind.values), name="nba_rules_kind_known"),
            models.CheckConstraint(condition=Q(priority__in=AdvicePriority.values), name="nba_rules_priority_known"),
            models.CheckConstraint(
                condition=Q(position__gte=0, position__lte=1000, cooldown_days__gte=0, cooldown_days__lte=730),
                name="nba_rules_bounds",
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="nba_rules_version_counts"),
        ]


class NbaRecommendation(models.Model):
    """Advice as it was decided about, in the words that stood; without a decision it was taken back.

    `rank` is the position of its rule, `since` when its condition began.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="nba_id")
    customer_id = models.UUIDField()
    branch_code = models.TextField()
    rule_code = models.TextField()
    action_type = models.TextField(choices=ActionType.choices)
    title = models.TextField()
    reason_text = models.TextField()
    priority = models.TextField(choices=AdvicePriority.choices)
    rank = models.SmallIntegerField()
    facts = models.JSONField(default=dict)
    since = models.DateTimeField()
    related_entity_type = models.TextField(null=True)
    related_entity_id = models.UUIDField(null=True)
    decision = models.TextField(choices=Decision.choices, null=True)
    decision_reason = models.TextField(db_default="")
    snoozed_until = models.DateTimeField(null=True)
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    outcome = models.TextField(choices=AdviceOutcome.choices, null=True)
    outcome_at = models.DateTimeField(null=True)
    task_id = models.UUIDField(null=True)
    created_at = models.DateTimeField(db_default=Now())
    version = models.IntegerField(db_default=1)

    class Meta:
        db_table = "nba_recommendations"
        indexes = [
            models.Index(fields=["customer_id", "rule_code"], name="nba_customer_idx"),
            models.Index(fields=["branch_code", "-decided_at"], name="nba_branch_idx"),
            models.Index(fields=["task_id"], condition=Q(task_id__isnull=False), name="nba_task_idx"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(action_type__in=ActionType.values), name="nba_action_known"),
            models.CheckConstraint(condition=Q(priority__in=AdvicePriority.values), name="nba_priority_known"),
            models.CheckConstraint(condition=_UNDECIDED | _DECIDED, name="nba_decided_whole"),
            models.CheckConstraint(
                condition=Q(decision__isnull=True) | Q(decision__in=Decision.values),
                name="nba_decision_known",
            ),
            models.CheckConstraint(
                condition=Q(outcome__isnull=True) | Q(decision="ACCEPTED", outcome__in=AdviceOutcome.values),
                name="nba_outcome_of_accepted",
            ),
            models.CheckConstraint(
                condition=Q(decision="SNOOZED", snoozed_until__isnull=False) | Q(snoozed_until__isnull=True),
                name="nba_snoozed_until_when",
            ),
            models.CheckConstraint(
                condition=Q(related_entity_type__isnull=True, related_entity_id__isnull=True)
                | Q(related_entity_type__isnull=False, related_entity_id__isnull=False),
                name="nba_related_whole",
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="nba_version_counts"),
        ]


class NbaStanding(models.Model):
    """How many customers of a branch a rule advised something for, as every night counts."""

    pk = models.CompositePrimaryKey("day", "branch_code", "rule_code")
    day = models.DateField()
    branch_code = models.TextField()
    rule_code = models.TextField()
    customers = models.IntegerField()

    class Meta:
        db_table = "nba_standing"
