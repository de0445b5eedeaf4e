"""Days on which somebody does not work."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from simpul.iam.models.users import User
from simpul.platform.ids import uuid7


class Absence(models.Model):
    """Whole days, the first and the last included, on which nothing is handed to somebody by itself. Why is kept by kind only."""

    class Kind(models.TextChoices):
        LEAVE = "LEAVE"
        SICK = "SICK"
        DUTY = "DUTY"

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="absence_id")
    user = models.ForeignKey(User, models.PROTECT, related_name="+", db_index=False)
    kind = models.TextField(choices=Kind)
    first_day = models.DateField()
    last_day = models.DateField()
    created_at = models.DateTimeField(db_default=Now())
    created_by = models.ForeignKey(User, models.PROTECT, db_column="created_by", related_name="+", db_index=False)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey(User, models.PROTECT, null=True, db_column="cancelled_by", related_name="+", db_index=False)

    class Meta:
        db_table = "absences"
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="absences_order"),
            models.CheckConstraint(condition=Q(kind__in=["LEAVE", "SICK", "DUTY"]), name="absences_kind_known"),
        ]
