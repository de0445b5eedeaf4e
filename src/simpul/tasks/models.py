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
    # scaffold: leave out
    # What it belongs to beside its customer, when its owner is reminded, and what made it.
    subject_type = models.TextField(db_default="")
    subject_id = models.UUIDField(null=True)
    remind_at = models.DateTimeField(null=True)
    origin = models.TextField(db_default="")
    origin_id = models.UUIDField(null=True)
    # scaffold: end

    class Meta:
        db_table = "tasks"
        indexes = [
            models.Index(fields=["due_on", "id"], name="tasks_due_idx"),
            models.Index(fields=["-created_at", "-id"], name="tasks_latest_idx"),
            models.Index(fields=["owner_id", "due_on", "id"], name="tasks_owner_idx"),
            models.Index(fields=["branch_code", "due_on", "id"], name="tasks_branch_idx"),
            models.Index(fields=["customer_id", "due_on"], name="tasks_customer_idx"),
            # scaffold: leave out
            models.Index(
                fields=["subject_id", "due_on"],
                condition=Q(subject_id__isnull=False),
                name="tasks_subject_idx",
            ),
            models.Index(fields=["origin", "created_at"], condition=~Q(origin=""), name="tasks_origin_idx"),
            # scaffold: end
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
            # scaffold: leave out
            models.CheckConstraint(
                condition=Q(subject_type="", subject_id__isnull=True) | Q(~Q(subject_type=""), subject_id__isnull=False),
                name="tasks_subject_whole",
            ),
            # scaffold: end
        ]

    @property
    def owner_ids(self) -> frozenset[UUID]:
        """Whose own task it is: who owns it and who made it."""
        return frozenset({self.owner_id, self.created_by})


# scaffold: leave out
class ActivityType(models.TextChoices):
    """How somebody of ours was in touch with a customer; a note is no contact."""

    CALL = "CALL"
    MEETING = "MEETING"
    NOTE = "NOTE"
    VISIT = "VISIT"
    EMAIL = "EMAIL"
    WHATSAPP = "WHATSAPP"


class ActivityOutcome(models.TextChoices):
    """What came of an activity."""

    REACHED = "REACHED"
    NO_ANSWER = "NO_ANSWER"
    CALL_BACK = "CALL_BACK"
    INTERESTED = "INTERESTED"
    NOT_INTERESTED = "NOT_INTERESTED"
    DONE = "DONE"


class Activity(models.Model):
    """One activity with a customer, logged by its author; withdrawn, the row stays.

    No column has a default of the database: who logs may not read, and so gets nothing back.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="rm_activity_id")
    customer_id = models.UUIDField()
    branch_code = models.TextField()
    author_id = models.UUIDField(db_column="rm_user_id")
    activity_type = models.TextField(choices=ActivityType.choices)
    note = models.TextField()
    outcome = models.TextField(default="")
    next_step = models.TextField(default="")
    next_on = models.DateField(null=True)
    next_task_id = models.UUIDField(null=True)
    subject_type = models.TextField(default="")
    subject_id = models.UUIDField(null=True)
    happened_at = models.DateTimeField()
    created_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)

    class Meta:
        db_table = "rm_activities"
        indexes = [
            models.Index(fields=["-happened_at", "-id"], name="rm_activities_latest_idx"),
            models.Index(fields=["customer_id", "-happened_at", "-id"], name="rm_activities_customer_idx"),
            models.Index(fields=["author_id", "-happened_at", "-id"], name="rm_activities_author_idx"),
            models.Index(fields=["branch_code", "-happened_at", "-id"], name="rm_activities_branch_idx"),
            models.Index(
                fields=["subject_id", "-happened_at"],
                condition=Q(subject_id__isnull=False),
                name="rm_activities_subject_idx",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(activity_type__in=ActivityType.values),
                name="rm_activities_type_known",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["", *ActivityOutcome.values]),
                name="rm_activities_outcome_known",
            ),
            models.CheckConstraint(
                condition=Q(next_step="", next_on__isnull=True, next_task_id__isnull=True)
                | Q(~Q(next_step=""), next_on__isnull=False, next_task_id__isnull=False),
                name="rm_activities_next_whole",
            ),
            models.CheckConstraint(
                condition=Q(subject_type="", subject_id__isnull=True) | Q(~Q(subject_type=""), subject_id__isnull=False),
                name="rm_activities_subject_whole",
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="rm_activities_version_counts"),
        ]

    @property
    def owner_ids(self) -> frozenset[UUID]:
        """Whose own activity it is: its author's alone."""
        return frozenset({self.author_id})


class CalendarFeed(models.Model):
    """An address under which a calendar program reads one person's open tasks.

    Of its key only the digest is kept.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="calendar_feed_id")
    user_id = models.UUIDField()
    label = models.TextField()
    key_digest = models.TextField(unique=True)
    with_titles = models.BooleanField(db_default=False)
    content_digest = models.TextField(db_default="")
    changed_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()
    last_read_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "calendar_feeds"
        indexes = [
            models.Index(fields=["user_id", "-created_at"], name="calendar_feeds_user_idx"),
        ]


# scaffold: end
