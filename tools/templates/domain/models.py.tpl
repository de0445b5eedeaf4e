"""The tables of $plural."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now

from simpul.platform.ids import uuid7


class $Entity(models.Model):
    """One $entity about one customer of one branch; `version` counts the edits."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="${entity}_id")
    customer_id = models.UUIDField()
    branch_code = models.TextField()
    title = models.TextField()
    version = models.IntegerField(db_default=1)
    created_by = models.UUIDField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "$table"
        indexes = [models.Index(fields=["-created_at", "-id"], name="${table}_latest_idx")]
        constraints = [models.CheckConstraint(condition=models.Q(version__gte=1), name="${table}_version_counts")]
