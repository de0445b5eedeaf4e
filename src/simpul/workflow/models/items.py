"""The items that move through workflows, every move, and migrations from version to version."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from simpul.platform.db.fields import UuidArray
from simpul.platform.ids import uuid7
from simpul.workflow.models.definitions import WorkflowDefinition, WorkflowVersion


class WorkflowItem(models.Model):
    """One subject on its way through one workflow, in a state since `entered_at`.

    `seq` is the number of its last move, and what a caller must have seen to move it. `visit` is the number of the move
    by which it came into its state; a roll-back restores the former one. `resource` is what grants name the subject by,
    `owner_ids` are the people whose own it is.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="item_id")
    definition = models.ForeignKey(WorkflowDefinition, models.PROTECT, related_name="+", db_index=False)
    version = models.ForeignKey(WorkflowVersion, models.PROTECT, related_name="+", db_index=False)
    subject_type = models.TextField()
    subject_id = models.TextField()
    resource = models.TextField()
    customer_id = models.UUIDField(null=True)
    branch_code = models.TextField(null=True)
    owner_ids = UuidArray(db_default=[])
    state = models.TextField()
    ended = models.BooleanField()
    entered_at = models.DateTimeField()
    visit = models.IntegerField()
    seq = models.IntegerField()
    started_at = models.DateTimeField()

    class Meta:
        db_table = "workflow_items"
        indexes = [
            models.Index(fields=["version", "state", "id"], name="workflow_items_state_idx"),
            models.Index(fields=["definition", "id"], name="workflow_items_all_idx"),
            models.Index(fields=["definition"], name="workflow_items_running_idx", condition=Q(ended=False)),
            models.Index(fields=["customer_id"], name="workflow_items_customer_idx", condition=Q(customer_id__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["definition", "subject_type", "subject_id"], name="workflow_items_once"),
            models.CheckConstraint(condition=Q(visit__gte=1, seq__gte=models.F("visit")), name="workflow_items_counts"),
        ]


class WorkflowMigration(models.Model):
    """Running items brought from one version to another by a mapping of states, in chunks. `problem` is why the last try stopped.

    What a CANCELLED one has moved stays where it is.
    """

    class Status(models.TextChoices):
        WAITING = "WAITING"
        RUNNING = "RUNNING"
        DONE = "DONE"
        CANCELLED = "CANCELLED"

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="migration_id")
    definition = models.ForeignKey(WorkflowDefinition, models.PROTECT, related_name="+")
    from_version = models.ForeignKey(WorkflowVersion, models.PROTECT, related_name="+", db_index=False)
    to_version = models.ForeignKey(WorkflowVersion, models.PROTECT, related_name="+", db_index=False)
    mapping = models.JSONField()
    reason = models.TextField()
    status = models.TextField(choices=Status.choices, db_default=Status.WAITING)
    total = models.IntegerField()
    done = models.IntegerField(db_default=0)
    requested_by = models.UUIDField()
    requested_at = models.DateTimeField(db_default=Now())
    finished_at = models.DateTimeField(null=True)
    problem = models.TextField(db_default="")

    class Meta:
        db_table = "workflow_migrations"
        constraints = [
            models.CheckConstraint(condition=Q(status__in=["WAITING", "RUNNING", "DONE", "CANCELLED"]), name="workflow_migrations_status_known"),
            models.CheckConstraint(condition=Q(total__gte=0, done__gte=0), name="workflow_migrations_counts"),
            models.UniqueConstraint(fields=["from_version"], condition=Q(status__in=["WAITING", "RUNNING"]), name="workflow_migrations_one_at_a_time"),
        ]


class WorkflowMove(models.Model):
    """One step of an item. `path` names the transitions that were taken, gateways included.

    `left_visit` and `left_entered_at` are those of the state that was left, for a roll-back. `sealed` is what a roll-back
    needs beyond that (field values, the memory of actions), encrypted.
    """

    class Kind(models.TextChoices):
        START = "START"
        MOVE = "MOVE"
        TIMER = "TIMER"
        ROLLBACK = "ROLLBACK"
        MIGRATE = "MIGRATE"

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="move_id")
    item = models.ForeignKey(WorkflowItem, models.PROTECT, related_name="moves", db_index=False)
    seq = models.IntegerField()
    kind = models.TextField(choices=Kind.choices)
    transition = models.TextField(null=True)
    from_state = models.TextField(null=True)
    to_state = models.TextField()
    path = models.JSONField(db_default=[])
    version = models.ForeignKey(WorkflowVersion, models.PROTECT, related_name="+", db_index=False)
    left_visit = models.IntegerField(null=True)
    left_entered_at = models.DateTimeField(null=True)
    undoes = models.OneToOneField("self", models.PROTECT, null=True, related_name="undone")
    migration = models.ForeignKey(WorkflowMigration, models.PROTECT, null=True, related_name="+", db_index=False)
    actor_user_id = models.UUIDField()
    reason = models.TextField(db_default="")
    sealed = models.TextField(db_default="")
    at = models.DateTimeField(db_column="moved_at")

    class Meta:
        db_table = "workflow_moves"
        constraints = [
            models.UniqueConstraint(fields=["item", "seq"], name="workflow_moves_once"),
            models.CheckConstraint(condition=Q(kind__in=["START", "MOVE", "TIMER", "ROLLBACK", "MIGRATE"]), name="workflow_moves_kind_known"),
            models.CheckConstraint(
                condition=Q(kind="START", seq=1, from_state__isnull=True) | (~Q(kind="START") & Q(seq__gt=1, from_state__isnull=False)),
                name="workflow_moves_start_first",
            ),
            models.CheckConstraint(
                condition=Q(kind="ROLLBACK", undoes__isnull=False) | (~Q(kind="ROLLBACK") & Q(undoes__isnull=True)), name="workflow_moves_rollback_undoes"
            ),
            models.CheckConstraint(
                condition=Q(kind="MIGRATE", migration__isnull=False) | (~Q(kind="MIGRATE") & Q(migration__isnull=True)), name="workflow_moves_migration_known"
            ),
            models.CheckConstraint(condition=Q(transition__isnull=False) | ~Q(kind__in=["MOVE", "TIMER"]), name="workflow_moves_transition_named"),
        ]
