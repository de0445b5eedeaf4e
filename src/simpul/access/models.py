"""Requests for emergency access, what reviewers noted of them, and samples."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from simpul.access.vocabulary import LARGEST_SAMPLE, LEAST_MINUTES, MOST_MINUTES, Finding, Status
from simpul.platform.ids import uuid7


class Sample(models.Model):
    """Random items of a period for a compliance officer to look at. The same seed draws the same items from the same period."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="sample_id")
    source = models.TextField()
    since = models.DateTimeField(db_column="period_from")
    until = models.DateTimeField(db_column="period_to")
    branch_code = models.TextField(null=True)
    seed = models.TextField()
    size = models.SmallIntegerField()
    population = models.IntegerField()
    drawn_by = models.UUIDField()
    drawn_at = models.DateTimeField()

    class Meta:
        db_table = "break_glass_samples"
        constraints = [
            models.CheckConstraint(condition=Q(size__range=(1, LARGEST_SAMPLE), population__gte=models.F("size")), name="break_glass_samples_size"),
            models.CheckConstraint(condition=Q(until__gt=models.F("since"), drawn_at__gte=models.F("until")), name="break_glass_samples_period"),
        ]


class SampleItem(models.Model):
    """One drawn item, with the customer as masked when it was drawn, and what was found."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="sample_item_id")
    sample = models.ForeignKey(Sample, models.PROTECT, related_name="items", db_index=False)
    position = models.SmallIntegerField()
    ref = models.UUIDField(db_column="source_id")
    customer_id = models.UUIDField()
    branch_code = models.TextField(null=True)
    customer_name = models.TextField()
    customer_cif = models.TextField(blank=True)
    by_user_id = models.UUIDField()
    occurred_at = models.DateTimeField()
    finding = models.TextField(choices=Finding.choices, null=True)
    note = models.TextField(db_default="")
    noted_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "break_glass_sample_items"
        constraints = [
            models.UniqueConstraint(fields=["sample", "position"], name="break_glass_sample_items_once"),
            models.CheckConstraint(condition=Q(finding__isnull=True) | Q(finding__in=Finding.values), name="break_glass_sample_items_finding_known"),
            models.CheckConstraint(
                condition=Q(finding__isnull=True, noted_at__isnull=True) | Q(finding__isnull=False, noted_at__isnull=False),
                name="break_glass_sample_items_noted",
            ),
        ]


class AccessRequest(models.Model):
    """Somebody's request to see one customer, or the customers of one sample, for some minutes.

    Once it is approved it is the grant itself: the elevation that row policies honour has its id. The customer is kept as
    masked when it was asked; `branch_code` is written by the database.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="request_id")
    requested_by = models.UUIDField()
    requester_role = models.TextField()
    requested_at = models.DateTimeField(db_default=Now())
    reason_code = models.TextField()
    reason = models.TextField()
    ticket = models.TextField()
    tier = models.SmallIntegerField()
    minutes = models.SmallIntegerField()
    customer_id = models.UUIDField(null=True)
    customer_name = models.TextField(blank=True)
    customer_cif = models.TextField(blank=True)
    branch_code = models.TextField(null=True)
    sample = models.ForeignKey(Sample, models.PROTECT, null=True, related_name="requests")
    status = models.TextField(choices=Status.choices, default=Status.REQUESTED)
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    decision_note = models.TextField(db_default="")
    self_approved = models.BooleanField(db_default=False)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    closed_by = models.UUIDField(null=True)
    closed_at = models.DateTimeField(null=True)
    close_note = models.TextField(db_default="")

    class Meta:
        db_table = "break_glass_requests"
        indexes = [
            models.Index(fields=["-requested_at", "-id"], name="break_glass_latest_idx"),
            models.Index(fields=["requested_by", "-requested_at"], name="break_glass_mine_idx"),
            models.Index(fields=["customer_id"], name="break_glass_customer_idx", condition=Q(customer_id__isnull=False)),
            models.Index(fields=["starts_at"], name="break_glass_started_idx", condition=Q(starts_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Status.values), name="break_glass_status_known"),
            models.CheckConstraint(condition=Q(tier__range=(1, 3)), name="break_glass_tier_known"),
            models.CheckConstraint(condition=Q(minutes__range=(LEAST_MINUTES, MOST_MINUTES)), name="break_glass_minutes"),
            models.CheckConstraint(
                condition=Q(customer_id__isnull=True, sample__isnull=False) | Q(customer_id__isnull=False, sample__isnull=True),
                name="break_glass_of_customer_or_sample",
            ),
            models.CheckConstraint(condition=Q(self_approved=False) | Q(decided_by=models.F("requested_by")), name="break_glass_self_approved"),
        ]


class AccessReview(models.Model):
    """What a compliance officer noted of somebody else's use of a grant."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="review_id")
    request = models.ForeignKey(AccessRequest, models.PROTECT, related_name="reviews")
    verdict = models.TextField(choices=Finding.choices)
    note = models.TextField()
    reviewed_by = models.UUIDField()
    reviewed_at = models.DateTimeField()

    class Meta:
        db_table = "break_glass_reviews"
        constraints = [models.CheckConstraint(condition=Q(verdict__in=Finding.values), name="break_glass_reviews_verdict_known")]
