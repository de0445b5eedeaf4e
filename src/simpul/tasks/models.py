"""The table of tasks."""

from __future__ import annotations

from uuid import UUID

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from simpul.platform.ids import uuid7


class TaskStatus(models.TextChoices):
    """Where a task stands: waiting to be done, done, or skipped for a reason."""

    OPEN = "OPEN"
    DONE = "DONE"
    SKIPPED = "SKIPPED"


class Task(models.Model):
    """One task about one customer of one branch, due on a day and owned by one colleague; `version` counts the changes."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="task_id")
    customer_id = models.UUIDField()
    branch_code = models.TextField()
    title = models.TextField()
    notes = models.TextField(db_default="")
    due_on = models.DateField()
    owner_id = models.UUIDField(db_column="owner_user_id")
    status = models.TextField(choices=TaskStatus.choices, db_default=TaskStatus.OPEN.value)
    skip_reason = models.TextField(db_default="")
    finished_at = models.DateTimeField(null=True)
    finished_by = models.UUIDField(null=True)
    version = models.IntegerField(db_default=1)
    created_by = models.UUIDField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "tasks"
        indexes = [
            models.Index(fields=["due_on", "id"], name="tasks_due_idx"),
            models.Index(fields=["-created_at", "-id"], name="tasks_latest_idx"),
            models.Index(fields=["owner_id", "due_on", "id"], name="tasks_owner_idx"),
            models.Index(fields=["branch_code", "due_on", "id"], name="tasks_branch_idx"),
            models.Index(fields=["customer_id", "due_on"], name="tasks_customer_idx"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=TaskStatus.values), name="tasks_status_known"),
            models.CheckConstraint(condition=Q(version__gte=1), name="tasks_version_counts"),
            models.CheckConstraint(
                condition=Q(status="OPEN", finished_at__isnull=True, finished_by__isnull=True)
                | Q(~Q(status="OPEN"), finished_at__isnull=False, finished_by__isnull=False),
                name="tasks_finished_whole",
            ),
            models.CheckConstraint(
                condition=Q(~Q(skip_reason=""), status="SKIPPED") | Q(~Q(status="SKIPPED"), skip_reason=""), name="tasks_skipped_for_a_reason"
            ),
        ]

    @property
    def owner_ids(self) -> frozenset[UUID]:
        """Whose own task it is: who owns it and who made it."""
        return frozenset({self.owner_id, self.created_by})
