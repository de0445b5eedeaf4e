"""What each run did."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now


class FollowupRun(models.Model):
    """One run over everything that was due at `ran_at`; `last_number` is the agent who was dealt a member last."""

    id = models.UUIDField(primary_key=True, db_column="run_id")
    kind = models.TextField()
    ran_at = models.DateTimeField()
    took_ms = models.IntegerField()
    due = models.IntegerField()
    rotated = models.IntegerField()
    stayed = models.IntegerField()
    pending = models.IntegerField()
    deposits = models.IntegerField()
    dealt = models.IntegerField()
    returned = models.IntegerField()
    waiting = models.IntegerField()
    departed = models.IntegerField()
    last_number = models.IntegerField(null=True)
    counts = models.JSONField()

    class Meta:
        db_table = "followup_runs"
        indexes = [models.Index(fields=["-ran_at", "-id"], name="followup_runs_latest_idx")]
        constraints = [models.CheckConstraint(condition=Q(kind__in=["DAILY", "REQUESTED"]), name="followup_runs_kind_known")]


class FollowupWarning(models.Model):
    """An advance notice was sent for this window of a member; rows go once the window is long over."""

    pk = models.CompositePrimaryKey("customer_id", "window_ends_at")
    customer_id = models.UUIDField()
    window_ends_at = models.DateTimeField()
    sent_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "followup_warnings"
        indexes = [models.Index(fields=["sent_at"], name="followup_warnings_sent_idx")]
