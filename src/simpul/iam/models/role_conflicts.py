"""Pairs of roles that one person must not hold together, and the dated exceptions to them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from simpul.iam.models.users import Role, User
from simpul.platform.ids import uuid7


class RoleConflict(models.Model):
    """Two roles that one person must not hold together; a role made after one of them counts as it. One that was removed stays written."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="role_conflict_id")
    first_role = models.ForeignKey(Role, models.PROTECT, to_field="key", db_column="first_role", related_name="+", db_index=False)
    second_role = models.ForeignKey(Role, models.PROTECT, to_field="key", db_column="second_role", related_name="+", db_index=False)
    reason = models.TextField()
    is_shipped = models.BooleanField(db_default=False)
    created_at = models.DateTimeField(db_default=Now())
    created_by = models.ForeignKey(User, models.PROTECT, db_column="created_by", related_name="+", db_index=False)
    removed_at = models.DateTimeField(null=True)
    removed_by = models.ForeignKey(User, models.PROTECT, null=True, db_column="removed_by", related_name="+", db_index=False)

    class Meta:
        db_table = "role_conflicts"
        constraints = [
            models.UniqueConstraint(fields=["first_role", "second_role"], condition=Q(removed_at__isnull=True), name="role_conflicts_once"),
            models.CheckConstraint(condition=Q(first_role__lt=F("second_role")), name="role_conflicts_order"),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True, removed_by__isnull=True) | Q(removed_at__isnull=False, removed_by__isnull=False),
                name="role_conflicts_removed",
            ),
        ]


class RoleException(models.Model):
    """A person may hold both roles of a pair up to and including a day. `ended_at` is written when somebody ends it, or the night after its last day.

    `settled_at` is when the roles were looked at after its end; then one of them was taken away, or nothing was left to take.
    """

    class Outcome(models.TextChoices):
        ROLE_ENDED = "ROLE_ENDED"
        NOTHING_LEFT = "NOTHING_LEFT"

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="role_exception_id")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    conflict = models.ForeignKey(RoleConflict, models.PROTECT, db_column="role_conflict_id", related_name="exceptions")
    reason = models.TextField()
    until_on = models.DateField()
    created_at = models.DateTimeField(db_default=Now())
    created_by = models.ForeignKey(User, models.PROTECT, db_column="created_by", related_name="+", db_index=False)
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, db_column="approved_by", related_name="+", db_index=False)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, db_column="ended_by", related_name="+", db_index=False)
    settled_at = models.DateTimeField(null=True)
    outcome = models.TextField(choices=Outcome.choices, null=True)

    class Meta:
        db_table = "role_exceptions"
        indexes = [models.Index(fields=["until_on"], condition=Q(settled_at__isnull=True), name="role_exceptions_unsettled_idx")]
        constraints = [
            models.CheckConstraint(condition=Q(ended_by__isnull=True) | Q(ended_at__isnull=False), name="role_exceptions_ended"),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, outcome__isnull=True)
                | Q(settled_at__isnull=False, ended_at__isnull=False, outcome__in=["ROLE_ENDED", "NOTHING_LEFT"]),
                name="role_exceptions_settled",
            ),
        ]
