"""Who follows members up, in which order, and when they are away."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from simpul.platform.ids import uuid7


class FollowupAgent(models.Model):
    """One agent of the programme: a place in the order 1..N, and how many members at most.

    Who has left the programme has no number any more and keeps the row for the history.
    """

    class Status(models.TextChoices):
        ACTIVE = "ACTIVE"
        SUSPENDED = "SUSPENDED"
        LEFT = "LEFT"

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="agent_id")
    user_id = models.UUIDField()
    number = models.IntegerField(null=True)
    capacity = models.IntegerField()
    status = models.TextField(choices=Status.choices, db_default="ACTIVE")
    version = models.IntegerField(db_default=1)
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "followup_agents"
        constraints = [
            models.UniqueConstraint(fields=["user_id"], name="followup_agents_user_once"),
            models.CheckConstraint(condition=Q(capacity__gte=0), name="followup_agents_capacity"),
            models.CheckConstraint(
                condition=Q(status__in=["ACTIVE", "SUSPENDED", "LEFT"]),
                name="followup_agents_status_known",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1) & ~Q(status="LEFT") | Q(number__isnull=True, status="LEFT"),
                name="followup_agents_number_while_there",
            ),
        ]


class DayOff(models.Model):
    """Whole days on which an agent takes no member, both ends included."""

    class Kind(models.TextChoices):
        LEAVE = "LEAVE"
        OFF = "OFF"

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="day_off_id")
    agent = models.ForeignKey(FollowupAgent, models.PROTECT, related_name="days_off", db_index=False)
    first_day = models.DateField()
    last_day = models.DateField()
    kind = models.TextField(choices=Kind.choices)
    reason = models.TextField(db_default="")
    created_by = models.UUIDField()
    created_at = models.DateTimeField(db_default=Now())
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "followup_days_off"
        indexes = [
            models.Index(
                fields=["agent", "first_day"],
                name="followup_days_off_agent_idx",
                condition=Q(cancelled_at__isnull=True),
            )
        ]
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="followup_days_off_order"),
            models.CheckConstraint(condition=Q(kind__in=["LEAVE", "OFF"]), name="followup_days_off_kind_known"),
        ]
