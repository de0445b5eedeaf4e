"""Working-time calendars: a key, its versions, and the days on which a version differs from its week."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from simpul.platform.ids import uuid7


class Calendar(models.Model):
    """A calendar under the key that policies and timers name. Its title follows the version in force.

    `revision` counts every change of the draft, so that two editors notice each other.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="calendar_id")
    key = models.TextField()
    title = models.JSONField()
    is_shipped = models.BooleanField(db_default=False)
    revision = models.IntegerField(db_default=1)
    created_at = models.DateTimeField(db_default=Now())
    created_by = models.UUIDField()
    archived_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "calendars"
        constraints = [
            models.UniqueConstraint(fields=["key"], name="calendars_key_once"),
            models.CheckConstraint(condition=Q(revision__gte=1), name="calendars_revision_counts"),
        ]


class CalendarVersion(models.Model):
    """What a calendar says from one approval to the next; at most one draft besides.

    `weekly` lists the intervals of Monday to Sunday as {"opens": "08:00", "closes": "12:00"}. An approved version never
    changes: the database refuses it.
    """

    class Status(models.TextChoices):
        DRAFT = "DRAFT"
        APPROVED = "APPROVED"

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="version_id")
    calendar = models.ForeignKey(Calendar, models.PROTECT, related_name="versions", db_index=False)
    number = models.IntegerField()
    status = models.TextField(choices=Status.choices, db_default=Status.DRAFT)
    title = models.JSONField()
    zone = models.TextField()
    region = models.TextField(null=True)
    weekly = models.JSONField()
    joint_leave_works = models.BooleanField(db_default=True)
    note = models.TextField(db_default="")
    updated_at = models.DateTimeField(db_default=Now())
    updated_by = models.UUIDField()
    approved_at = models.DateTimeField(null=True)
    approved_by = models.UUIDField(null=True)

    class Meta:
        db_table = "calendar_versions"
        constraints = [
            models.UniqueConstraint(fields=["calendar", "number"], name="calendar_versions_number_once"),
            models.UniqueConstraint(fields=["calendar"], condition=Q(status="DRAFT"), name="calendar_versions_one_draft"),
            models.CheckConstraint(condition=Q(status__in=["DRAFT", "APPROVED"]), name="calendar_versions_status_known"),
            models.CheckConstraint(
                condition=Q(status="DRAFT", approved_at__isnull=True, approved_by__isnull=True)
                | Q(status="APPROVED", approved_at__isnull=False, approved_by__isnull=False),
                name="calendar_versions_approved_or_draft",
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="calendar_versions_counts"),
        ]


class CalendarDay(models.Model):
    """One day of a version that differs from its week, or that the organisation decided shall not.

    `decision` REJECTED keeps a proposed holiday out for good. `works` says whether a day of joint leave is worked; null
    follows the version. `intervals` are a special working day's own.
    """

    class Kind(models.TextChoices):
        HOLIDAY = "HOLIDAY"
        JOINT_LEAVE = "JOINT_LEAVE"
        SPECIAL = "SPECIAL"

    class Decision(models.TextChoices):
        APPROVED = "APPROVED"
        REJECTED = "REJECTED"

    pk = models.CompositePrimaryKey("version_id", "day")
    version = models.ForeignKey(CalendarVersion, models.CASCADE, related_name="days", db_index=False)
    day = models.DateField()
    kind = models.TextField(choices=Kind.choices)
    decision = models.TextField(choices=Decision.choices, db_default=Decision.APPROVED)
    name = models.JSONField()
    works = models.BooleanField(null=True)
    intervals = models.JSONField(null=True)
    is_proposed = models.BooleanField(db_default=False)
    is_estimated = models.BooleanField(db_default=False)

    class Meta:
        db_table = "calendar_days"
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=["HOLIDAY", "JOINT_LEAVE", "SPECIAL"]), name="calendar_days_kind_known"),
            models.CheckConstraint(condition=Q(decision__in=["APPROVED", "REJECTED"]), name="calendar_days_decision_known"),
            models.CheckConstraint(
                condition=Q(kind="SPECIAL", intervals__isnull=False, decision="APPROVED") | (~Q(kind="SPECIAL") & Q(intervals__isnull=True)),
                name="calendar_days_special_has_hours",
            ),
            models.CheckConstraint(condition=Q(kind="JOINT_LEAVE") | Q(works__isnull=True), name="calendar_days_only_joint_leave_may_work"),
        ]
