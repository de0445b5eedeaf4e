"""What oversight keeps: rules of suspicion, the alerts that they raised, and searches of the trail by name."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now

from simpul.platform.ids import uuid7


class SuspicionRule(models.Model):
    """One rule of suspicion as the organisation has set it; what it looks for stands in the program."""

    key = models.TextField(primary_key=True, db_column="rule_key")
    enabled = models.BooleanField(db_default=True)
    thresholds = models.JSONField()
    version = models.IntegerField(db_default=1)
    changed_at = models.DateTimeField(null=True)
    changed_by = models.UUIDField(null=True)

    class Meta:
        db_table = "suspicion_rules"


class SuspicionWatch(models.Model):
    """Up to which instant the trail has been looked through; one row."""

    id = models.SmallIntegerField(primary_key=True, db_column="watch_id")
    watched_until = models.DateTimeField()

    class Meta:
        db_table = "suspicion_watch"
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="suspicion_watch_one")]


class SuspicionAlert(models.Model):
    """One rule was met by one user on one day. `figures` say what was counted and against what."""

    class State(models.TextChoices):
        NEW = "NEW"
        IN_REVIEW = "IN_REVIEW"
        DISMISSED = "DISMISSED"
        CONFIRMED = "CONFIRMED"

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="alert_id")
    rule = models.ForeignKey(SuspicionRule, models.PROTECT, db_column="rule_key", related_name="+", db_index=False)
    user_id = models.UUIDField()
    window_start = models.DateTimeField()
    window_end = models.DateTimeField()
    figures = models.JSONField()
    found_at = models.DateTimeField(db_default=Now())
    state = models.TextField(choices=State.choices, db_default=State.NEW)
    reason = models.TextField(db_default="")
    reviewed_by = models.UUIDField(null=True)
    reviewed_at = models.DateTimeField(null=True)
    version = models.IntegerField(db_default=1)

    class Meta:
        db_table = "suspicion_alerts"
        indexes = [
            models.Index(fields=["-found_at", "-id"], name="suspicion_alerts_latest_idx"),
            models.Index(fields=["state", "-found_at", "-id"], name="suspicion_alerts_state_idx"),
            models.Index(fields=["user_id", "-found_at", "-id"], name="suspicion_alerts_user_idx"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["rule", "user_id", "window_start"], name="suspicion_alerts_once"),
            models.CheckConstraint(condition=models.Q(state__in=["NEW", "IN_REVIEW", "DISMISSED", "CONFIRMED"]), name="suspicion_alerts_state_known"),
            models.CheckConstraint(condition=models.Q(window_end__gt=models.F("window_start")), name="suspicion_alerts_order"),
            models.CheckConstraint(
                condition=~models.Q(state__in=["DISMISSED", "CONFIRMED"]) | (models.Q(reviewed_by__isnull=False) & ~models.Q(reason="")),
                name="suspicion_alerts_judged_with_reason",
            ),
        ]


class SuspicionAlertRow(models.Model):
    """A record of the trail behind an alert. No foreign key: a month of the trail may be dropped when it is old enough."""

    pk = models.CompositePrimaryKey("alert_id", "audit_id")
    alert = models.ForeignKey(SuspicionAlert, models.PROTECT, related_name="+", db_index=False)
    audit_id = models.UUIDField()
    created_at = models.DateTimeField()

    class Meta:
        db_table = "suspicion_alert_rows"


class SavedFilter(models.Model):
    """A search of the trail kept under a name: one's own, or shared with everybody who holds a role."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="filter_id")
    owner_id = models.UUIDField(db_column="owner_user_id")
    name = models.TextField()
    filters = models.JSONField(db_column="conditions")
    shared_with = models.TextField(null=True)
    version = models.IntegerField(db_default=1)
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "audit_filters"
        constraints = [models.UniqueConstraint(fields=["owner_id", "name"], name="audit_filters_once")]
