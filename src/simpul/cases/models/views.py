"""Views of the queue that colleagues keep, and how each reader uses them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from simpul.platform.db.fields import TextArray
from simpul.platform.ids import uuid7


class CaseView(models.Model):
    """A named set of filters. `branch_codes` are the branches that it is shared with; without any it is its owner's alone."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="view_id")
    user_id = models.UUIDField()
    name = models.TextField()
    filters = models.JSONField()
    branch_codes = TextArray(db_default=[])
    version = models.IntegerField(db_default=1)
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "case_views"
        constraints = [
            models.UniqueConstraint(fields=["user_id", "name"], name="case_views_name_once"),
            models.CheckConstraint(condition=Q(version__gte=1), name="case_views_counts"),
        ]


class CaseViewMark(models.Model):
    """What a reader made of a view: kept at hand, or what the queue opens with."""

    pk = models.CompositePrimaryKey("user_id", "view_id")
    user_id = models.UUIDField()
    view = models.ForeignKey(CaseView, models.CASCADE, related_name="marks", db_constraint=False)
    pinned = models.BooleanField(db_default=False)
    is_default = models.BooleanField(db_default=False)

    class Meta:
        db_table = "case_view_marks"
        constraints = [models.UniqueConstraint(fields=["user_id"], condition=Q(is_default=True), name="case_view_marks_one_default")]
