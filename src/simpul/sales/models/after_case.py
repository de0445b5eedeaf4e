"""Tasks that follow a closed case: the rules, and what was decided for each case."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from simpul.platform.db.fields import TextArray
from simpul.platform.ids import uuid7
from simpul.sales.vocabulary import AfterCaseOutcome


class AfterCaseRule(models.Model):
    """Which task follows a closed case of some categories, and until when; without categories, of any.

    Rules are read in the order of `position`; the first that fits decides. Sensitive categories are
    never followed, whatever a rule names.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="rule_id")
    name_id = models.TextField()
    name_en = models.TextField()
    task_title = models.TextField()
    task_notes = models.TextField(db_default="")
    categories = TextArray(db_default=[])
    due_in_days = models.SmallIntegerField(db_default=3)
    position = models.SmallIntegerField(db_default=0)
    is_active = models.BooleanField(db_default=True)
    version = models.IntegerField(db_default=1)
    updated_at = models.DateTimeField(db_default=Now())
    updated_by = models.UUIDField()

    class Meta:
        db_table = "after_case_rules"
        constraints = [
            models.CheckConstraint(
                condition=Q(due_in_days__gte=0, due_in_days__lte=90),
                name="after_case_rules_days",
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="after_case_rules_version_counts"),
        ]


class AfterCaseDecision(models.Model):
    """What followed a closed case, once for each: a task, or the reason why none."""

    case_id = models.UUIDField(primary_key=True)
    customer_id = models.UUIDField()
    branch_code = models.TextField()
    outcome = models.TextField(choices=AfterCaseOutcome.choices)
    rule = models.ForeignKey(AfterCaseRule, models.PROTECT, null=True, related_name="+", db_index=False)
    task_id = models.UUIDField(null=True)
    decided_at = models.DateTimeField()

    class Meta:
        db_table = "after_case_decisions"
        indexes = [models.Index(fields=["branch_code", "-decided_at"], name="after_case_branch_idx")]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome__in=AfterCaseOutcome.values),
                name="after_case_decisions_known",
            ),
            models.CheckConstraint(
                condition=Q(outcome="TASK", rule__isnull=False, task_id__isnull=False) | (~Q(outcome="TASK") & Q(task_id__isnull=True)),
                name="after_case_decisions_whole",
            ),
        ]
