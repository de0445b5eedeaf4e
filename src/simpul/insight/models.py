"""The figures of dashboards, when they were computed, and dashboards that are sent regularly."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from simpul.insight.vocabulary import Frequency, Preset
from simpul.platform.db.fields import UuidArray
from simpul.platform.ids import uuid7


class BigIntArray(models.Field):
    """PostgreSQL's bigint[]; never null."""

    def db_type(self, connection: object) -> str:
        return "bigint[]"

    def get_internal_type(self) -> str:
        return "BigIntArray"


class DashboardFigure(models.Model):
    """What one measure counted on one day in one branch, by key and by colleague.

    `customers` holds the hashes of up to five customers: several rows together are about five
    customers or more exactly when the union of theirs has five. Without a branch `branch_code` is
    empty, for all branches together it is `WHOLE`, and `user_id` is `NOBODY` where the measure is of no colleague.
    """

    pk = models.CompositePrimaryKey("measure", "day", "branch_code", "key", "user_id")
    measure = models.TextField()
    day = models.DateField()
    branch_code = models.TextField()
    key = models.TextField()
    user_id = models.UUIDField()
    numerator = models.DecimalField(max_digits=20, decimal_places=2)
    denominator = models.DecimalField(max_digits=20, decimal_places=2)
    customers = BigIntArray(db_default=[])

    class Meta:
        db_table = "dashboard_figures"


class DashboardRun(models.Model):
    """When a measure was computed last, since which day it has figures, and how long that took."""

    measure = models.TextField(primary_key=True)
    first_day = models.DateField()
    computed_at = models.DateTimeField()
    seconds = models.DecimalField(max_digits=10, decimal_places=3)

    class Meta:
        db_table = "dashboard_runs"


class DashboardSchedule(models.Model):
    """A dashboard that is sent to colleagues regularly, to each as they may see it themselves.

    `hour` is Jakarta's. A weekly one is sent on Mondays and a monthly one on the first.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="schedule_id")
    dashboard = models.TextField()
    branch_code = models.TextField(null=True)
    preset = models.TextField(choices=Preset.choices)
    frequency = models.TextField(choices=Frequency.choices)
    hour = models.SmallIntegerField()
    recipients = UuidArray()
    is_active = models.BooleanField(db_default=True)
    next_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    version = models.IntegerField(db_default=1)
    created_by = models.UUIDField()
    created_at = models.DateTimeField(db_default=Now())
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "dashboard_schedules"
        indexes = [
            models.Index(
                fields=["next_at"],
                name="dashboard_schedules_due_idx",
                condition=Q(is_active=True, deleted_at__isnull=True),
            ),
            models.Index(fields=["created_by", "-created_at"], name="dashboard_schedules_own_idx"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(hour__range=(0, 23)), name="dashboard_schedules_hour"),
            models.CheckConstraint(
                condition=Q(frequency__in=Frequency.values),
                name="dashboard_schedules_frequency_known",
            ),
            models.CheckConstraint(condition=Q(preset__in=Preset.values), name="dashboard_schedules_preset_known"),
            models.CheckConstraint(condition=Q(version__gte=1), name="dashboard_schedules_version_counts"),
        ]
