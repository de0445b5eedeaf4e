"""Customers in the programme, who has them, and what asks for a change of that."""

from __future__ import annotations

from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from simpul.followup.models.agents import FollowupAgent
from simpul.platform.db.fields import TextArray
from simpul.platform.ids import uuid7


class FollowupMember(models.Model):
    """A customer in the programme, from `entered_at` until `left_at`."""

    customer_id = models.UUIDField(primary_key=True)
    branch_code = models.TextField()
    source = models.TextField()
    entered_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)
    left_reason = models.TextField(null=True)

    class Meta:
        db_table = "followup_members"
        constraints = [
            models.CheckConstraint(
                condition=Q(source__in=["IMPORT", "API", "SEGMENT"]),
                name="followup_members_source_known",
            ),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True, left_reason__isnull=True) | Q(left_at__isnull=False, left_reason__in=["RULE", "CLOSED"]),
                name="followup_members_left_with_reason",
            ),
        ]


class FollowupAssignment(models.Model):
    """One member with one agent: from `started_at` until `ended_at`, in windows of which the present one stands here.

    A rotation ends the row of the old agent (ROTATED) and adds one for the new agent with the next `step`, so the last step is
    the member's status. A run may write a million rows: few indexes, and keys checked by the set (sql/0002_rules.sql). `reason` says why the row began, `window_reason` why its window began anew or waits.
    `skipped` names the numbers passed over when the row began, `window_skipped` when its window did, as `number:LEAVE`,
    `number:SUSPENDED` or `number:CAPACITY`. Only the run writes here.
    """

    class Status(models.TextChoices):
        ACTIVE = "ACTIVE"
        PENDING = "PENDING"
        ROTATED = "ROTATED"
        LEFT = "LEFT"

    class Reason(models.TextChoices):
        DEALT = "DEALT"
        RETURNED = "RETURNED"
        NOT_FOLLOWED_UP = "NOT_FOLLOWED_UP"
        NO_DEPOSIT = "NO_DEPOSIT"

    class WindowReason(models.TextChoices):
        DEPOSIT = "DEPOSIT"
        ONLY_AGENT = "ONLY_AGENT"
        PENDING = "PENDING"

    pk = models.CompositePrimaryKey("customer_id", "step")
    customer_id = models.UUIDField()
    step = models.IntegerField()
    branch_code = models.TextField()
    agent = models.ForeignKey(FollowupAgent, models.PROTECT, related_name="+", db_index=False, db_constraint=False)
    number = models.IntegerField()
    status = models.TextField(choices=Status.choices)
    reason = models.TextField(choices=Reason.choices)
    window_reason = models.TextField(choices=WindowReason.choices, null=True)
    started_at = models.DateTimeField()
    window_started_at = models.DateTimeField()
    window_ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_reason = models.TextField(null=True)
    from_number = models.IntegerField(null=True)
    skipped = TextArray(db_default=[])
    window_skipped = TextArray(db_default=[])
    deposit_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField()
    run_id = models.UUIDField()

    class Meta:
        db_table = "followup_assignments"
        indexes = [
            models.Index(
                fields=["agent", "window_ends_at", "customer_id"],
                name="followup_assignments_agent_idx",
                condition=Q(status__in=["ACTIVE", "PENDING"]),
            ),
            BrinIndex(fields=["started_at"], pages_per_range=32, name="followup_assignments_start_idx"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["customer_id"],
                condition=Q(status__in=["ACTIVE", "PENDING"]),
                name="followup_assignments_one_open",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["ACTIVE", "PENDING"], ended_at__isnull=True) | Q(status__in=["ROTATED", "LEFT"], ended_at__isnull=False),
                name="followup_assignments_end",
            ),
            models.CheckConstraint(
                condition=Q(
                    window_started_at__gte=F("started_at"),
                    window_ends_at__gt=F("window_started_at"),
                ),
                name="followup_assignments_window",
            ),
        ]


class FollowupEntry(models.Model):
    """A request that a customer enters the programme or leaves it; the next run deals with it."""

    class Kind(models.TextChoices):
        ENTER = "ENTER"
        LEAVE = "LEAVE"

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="entry_id")
    customer_id = models.UUIDField()
    kind = models.TextField(choices=Kind.choices)
    source = models.TextField()
    requested_by = models.UUIDField()
    created_at = models.DateTimeField(db_default=Now())
    handled_at = models.DateTimeField(null=True)
    outcome = models.TextField(null=True)

    class Meta:
        db_table = "followup_entries"
        indexes = [
            models.Index(
                fields=["created_at", "customer_id"],
                name="followup_entries_waiting_idx",
                condition=Q(handled_at__isnull=True),
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["customer_id"],
                condition=Q(handled_at__isnull=True),
                name="followup_entries_one_waiting",
            ),
            models.CheckConstraint(condition=Q(kind__in=["ENTER", "LEAVE"]), name="followup_entries_kind_known"),
            models.CheckConstraint(
                condition=Q(source__in=["IMPORT", "API", "SEGMENT"]),
                name="followup_entries_source_known",
            ),
            # Nobody is taken out by hand: the rule that brought a member takes it away.
            models.CheckConstraint(
                condition=Q(kind="ENTER") | Q(source="SEGMENT"),
                name="followup_entries_leave_by_rule",
            ),
        ]
