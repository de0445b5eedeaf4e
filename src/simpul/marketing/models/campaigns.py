"""Campaigns, and for each customer whether and why."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from simpul.marketing.vocabulary import CHANNELS, CampaignStatus, ObjectiveKind
from simpul.platform.db.fields import TextArray
from simpul.platform.ids import uuid7


class Campaign(models.Model):
    """An offer to a segment on one channel, from draft to report.

    It keeps the version of the segment and of the template that were chosen and approved. `revision` counts its drafts; `version` its
    changes. `message_values` are what the message says of the offer itself, by token. Without `scheduled_at` somebody starts it by hand.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="campaign_id")
    number = models.TextField(unique=True, db_column="campaign_no")
    name = models.TextField()
    objective_kind = models.TextField(choices=ObjectiveKind.choices, db_default=ObjectiveKind.PRODUCT_OFFER)
    objective = models.TextField(db_default="")
    expected_result = models.TextField(db_default="")
    budget = models.DecimalField(max_digits=15, decimal_places=2, null=True)
    segment_id = models.UUIDField(null=True)
    segment_version_id = models.UUIDField(null=True)
    channel = models.TextField(null=True)
    template_id = models.UUIDField(null=True)
    template_version_id = models.UUIDField(null=True)
    message_values = models.JSONField(db_default={})
    scheduled_at = models.DateTimeField(null=True)
    holdout_percent = models.SmallIntegerField(db_default=0)
    hand_off = models.BooleanField(db_default=False)
    status = models.TextField(choices=CampaignStatus.choices, db_default=CampaignStatus.DRAFT)
    revision = models.IntegerField(db_default=1)
    version = models.IntegerField(db_default=1)
    created_by = models.UUIDField()
    created_at = models.DateTimeField(db_default=Now())
    updated_by = models.UUIDField()
    updated_at = models.DateTimeField(db_default=Now())
    submitted_by = models.UUIDField(null=True)
    submitted_at = models.DateTimeField(null=True)
    approved_by = models.UUIDField(null=True)
    approved_at = models.DateTimeField(null=True)
    decision_note = models.TextField(db_default="")
    started_at = models.DateTimeField(null=True)
    frozen_at = models.DateTimeField(null=True)
    written_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "campaigns"
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="campaigns_latest_idx"),
            models.Index(fields=["segment_id"], name="campaigns_segment_idx"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=CampaignStatus.values), name="campaigns_status_known"),
            models.CheckConstraint(condition=Q(objective_kind__in=ObjectiveKind.values), name="campaigns_objective_known"),
            models.CheckConstraint(condition=Q(channel__isnull=True) | Q(channel__in=CHANNELS), name="campaigns_channel_known"),
            models.CheckConstraint(condition=Q(budget__isnull=True) | Q(budget__gte=0), name="campaigns_budget_positive"),
            models.CheckConstraint(condition=Q(holdout_percent__gte=0, holdout_percent__lte=50), name="campaigns_holdout_range"),
            models.CheckConstraint(condition=Q(version__gte=1, revision__gte=1), name="campaigns_versions_count"),
            models.CheckConstraint(
                condition=Q(status__in=["DRAFT", "CANCELLED"])
                | Q(
                    segment_id__isnull=False,
                    segment_version_id__isnull=False,
                    channel__isnull=False,
                    template_id__isnull=False,
                    template_version_id__isnull=False,
                ),
                name="campaigns_submitted_whole",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | Q(approved_at__isnull=False, submitted_by__isnull=False), name="campaigns_approved_whole"
            ),
        ]


class CampaignEligibility(models.Model):
    """What the freeze found for one customer: eligible, or every gate that failed, the first one named. `dropped_reason` is why one
    who was eligible was not written to after all."""

    pk = models.CompositePrimaryKey("campaign_id", "customer_id")
    campaign_id = models.UUIDField()
    customer_id = models.UUIDField()
    branch_code = models.TextField()
    is_eligible = models.BooleanField()
    reason = models.TextField(null=True)
    reasons = TextArray(null=True)
    is_holdout = models.BooleanField(db_default=False)
    evaluated_at = models.DateTimeField()
    message_id = models.UUIDField(null=True)
    dropped_reason = models.TextField(null=True)
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "campaign_eligibility"
        indexes = [
            models.Index(fields=["customer_id"], name="campaign_eligibility_who_idx", condition=Q(is_eligible=True)),
            models.Index(
                fields=["campaign_id", "customer_id"],
                name="campaign_eligibility_left_idx",
                condition=Q(is_eligible=True, is_holdout=False, message_id__isnull=True, dropped_reason__isnull=True),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_eligible=True, reason__isnull=True) | Q(is_eligible=False, reason__isnull=False), name="campaign_eligibility_told"
            ),
            models.CheckConstraint(condition=Q(message_id__isnull=True) | Q(is_eligible=True, is_holdout=False), name="campaign_eligibility_written"),
        ]


class CampaignHandOff(models.Model):
    """A customer who answered a campaign, given on once."""

    pk = models.CompositePrimaryKey("campaign_id", "customer_id")
    campaign_id = models.UUIDField()
    customer_id = models.UUIDField()
    why = models.TextField()
    at = models.DateTimeField()

    class Meta:
        db_table = "campaign_handoffs"
        constraints = [models.CheckConstraint(condition=Q(why__in=["CLICKED", "REPLIED"]), name="campaign_handoffs_why_known")]
