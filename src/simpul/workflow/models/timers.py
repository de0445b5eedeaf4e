"""What will happen at a moment."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from simpul.platform.ids import uuid7
from simpul.workflow.models.items import WorkflowItem


class Timer(models.Model):
    """Something that will happen at a moment, once for its key.

    `due_at` is when it is due, `run_at` when it is tried next: the same until a try fails. A timer of working time
    keeps where it counts from (`started_at`, `working_seconds`, `calendar`), so that a new version of the calendar
    moves it. `data` holds what its handler needs: ids and numbers, nothing personal. So does `last_error`. A timer of an
    item is for whoever may act on the item; any other for whoever reaches its customer or branch.
    """

    class Status(models.TextChoices):
        PENDING = "PENDING"
        FIRED = "FIRED"
        CANCELLED = "CANCELLED"
        FAILED = "FAILED"

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="timer_id")
    key = models.TextField()
    kind = models.TextField()
    subject_type = models.TextField()
    subject_id = models.TextField()
    item = models.ForeignKey(WorkflowItem, models.PROTECT, null=True, related_name="+", db_index=False)
    customer_id = models.UUIDField(null=True)
    branch_code = models.TextField(null=True)
    data = models.JSONField(db_default={})
    due_at = models.DateTimeField()
    run_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    working_seconds = models.BigIntegerField(null=True)
    calendar = models.TextField(null=True)
    status = models.TextField(choices=Status.choices, db_default=Status.PENDING)
    attempts = models.SmallIntegerField(db_default=0)
    last_error = models.TextField(db_default="")
    fired_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "timers"
        indexes = [
            models.Index(fields=["run_at", "id"], condition=Q(status="PENDING"), name="timers_waiting_idx"),
            models.Index(fields=["status", "due_at", "id"], name="timers_list_idx"),
            models.Index(fields=["subject_type", "subject_id"], name="timers_subject_idx"),
            models.Index(fields=["calendar"], condition=Q(status="PENDING", calendar__isnull=False), name="timers_calendar_idx"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["key"], name="timers_key_once"),
            models.CheckConstraint(condition=Q(status__in=["PENDING", "FIRED", "CANCELLED", "FAILED"]), name="timers_status_known"),
            models.CheckConstraint(
                condition=Q(status="FIRED", fired_at__isnull=False) | (~Q(status="FIRED") & Q(fired_at__isnull=True)), name="timers_fired_or_not"
            ),
            models.CheckConstraint(
                condition=Q(started_at__isnull=True, working_seconds__isnull=True, calendar__isnull=True)
                | Q(started_at__isnull=False, working_seconds__gte=0, calendar__isnull=False),
                name="timers_working_time_whole",
            ),
        ]
