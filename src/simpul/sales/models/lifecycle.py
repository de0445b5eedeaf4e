"""Where customers are in their lifecycle, and every change of it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from simpul.platform.ids import uuid7
from simpul.sales.vocabulary import LifecycleStage


class CustomerLifecycle(models.Model):
    """The stage in which a customer is, since when, and by which rule."""

    customer_id = models.UUIDField(primary_key=True)
    stage = models.TextField(choices=LifecycleStage.choices)
    since = models.DateTimeField()
    reason = models.TextField()

    class Meta:
        db_table = "customer_lifecycle"
        constraints = [models.CheckConstraint(condition=Q(stage__in=LifecycleStage.values), name="customer_lifecycle_stage_known")]


class LifecycleChange(models.Model):
    """A change of a customer's stage; it is never changed or removed. `before` is empty for the first one."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="lifecycle_change_id")
    customer_id = models.UUIDField()
    before = models.TextField(null=True, choices=LifecycleStage.choices)
    after = models.TextField(choices=LifecycleStage.choices)
    reason = models.TextField()
    at = models.DateTimeField()

    class Meta:
        db_table = "lifecycle_changes"
        indexes = [models.Index(fields=["customer_id", "-at"], name="lifecycle_changes_customer_idx")]
        constraints = [
            models.CheckConstraint(condition=Q(after__in=LifecycleStage.values), name="lifecycle_changes_after_known"),
            models.CheckConstraint(
                condition=Q(before__isnull=True) | Q(before__in=LifecycleStage.values),
                name="lifecycle_changes_before_known",
            ),
        ]
