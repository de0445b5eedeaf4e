"""Segments of customers: by a rule or by a list, with the customers found last."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Now

from simpul.marketing.vocabulary import MemberChange, Refresh, SegmentKind
from simpul.platform.db.fields import TextArray
from simpul.platform.ids import uuid7


class Segment(models.Model):
    """Customers chosen by a rule or named by a list. `member_count` is how many they were at `refreshed_at`; `version` counts the changes."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="segment_id")
    name = models.TextField()
    description = models.TextField(db_default="")
    kind = models.TextField(choices=SegmentKind.choices)
    current_version = models.IntegerField(db_default=1)
    refresh = models.TextField(choices=Refresh.choices, db_default=Refresh.NONE.value)
    refreshed_at = models.DateTimeField(null=True)
    member_count = models.IntegerField(null=True)
    archived_at = models.DateTimeField(null=True)
    version = models.IntegerField(db_default=1)
    created_by = models.UUIDField()
    created_at = models.DateTimeField(db_default=Now())
    updated_by = models.UUIDField()
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "segments"
        indexes = [models.Index(fields=["-updated_at", "-id"], name="segments_latest_idx")]
        constraints = [
            models.UniqueConstraint(Lower("name"), condition=Q(archived_at__isnull=True), name="segments_name_once"),
            models.CheckConstraint(condition=Q(kind__in=SegmentKind.values), name="segments_kind_known"),
            models.CheckConstraint(condition=Q(refresh__in=Refresh.values), name="segments_refresh_known"),
            models.CheckConstraint(condition=Q(kind="RULE") | Q(refresh="NONE"), name="segments_lists_stay"),
            models.CheckConstraint(condition=Q(kind="RULE") | Q(current_version=1), name="segments_lists_unversioned"),
            models.CheckConstraint(condition=Q(version__gte=1, current_version__gte=1), name="segments_versions_count"),
            models.CheckConstraint(condition=Q(member_count__isnull=True) | Q(member_count__gte=0), name="segments_members_count"),
        ]


class SegmentVersion(models.Model):
    """What a segment's rule was from one change to the next; a list has one version without a rule. Never changed."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="segment_version_id")
    segment = models.ForeignKey(Segment, models.PROTECT, related_name="versions", db_index=False)
    number = models.IntegerField()
    rule_json = models.JSONField(null=True)
    field_keys = TextArray(db_default=[])
    created_by = models.UUIDField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "segment_versions"
        constraints = [
            models.UniqueConstraint(fields=["segment", "number"], name="segment_versions_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="segment_versions_number_counts"),
        ]


class SegmentMember(models.Model):
    """A customer of a segment: on its list, or found by its last refresh."""

    pk = models.CompositePrimaryKey("segment_id", "customer_id")
    segment = models.ForeignKey(Segment, models.PROTECT, related_name="+", db_index=False)
    customer_id = models.UUIDField()
    entered_at = models.DateTimeField(db_default=Now())
    added_by = models.UUIDField()

    class Meta:
        db_table = "segment_members"
        indexes = [models.Index(fields=["customer_id"], name="segment_members_customer_idx")]


class SegmentRefresh(models.Model):
    """One time that the customers of a rule were looked for, and how many entered and left since the time before."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="refresh_id")
    segment = models.ForeignKey(Segment, models.PROTECT, related_name="refreshes", db_index=False)
    segment_version = models.ForeignKey(SegmentVersion, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    members = models.IntegerField()
    entered = models.IntegerField()
    left = models.IntegerField()

    class Meta:
        db_table = "segment_refreshes"
        indexes = [models.Index(fields=["segment", "-at", "-id"], name="segment_refreshes_latest_idx")]


class SegmentChange(models.Model):
    """A customer who entered or left a segment by one refresh."""

    pk = models.CompositePrimaryKey("refresh_id", "customer_id")
    refresh = models.ForeignKey(SegmentRefresh, models.PROTECT, related_name="+", db_index=False)
    customer_id = models.UUIDField()
    kind = models.TextField(choices=MemberChange.choices)

    class Meta:
        db_table = "segment_changes"
        constraints = [models.CheckConstraint(condition=Q(kind__in=MemberChange.values), name="segment_changes_kind_known")]
