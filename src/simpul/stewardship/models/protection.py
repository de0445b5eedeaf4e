"""What compliance keeps: breaches of personal data, and assessments of the impact of processing."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from simpul.platform.db.fields import TextArray
from simpul.platform.ids import uuid7
from simpul.stewardship.vocabulary import AssessmentStatus, BreachStatus, ProcessingKind


class DataBreach(models.Model):
    """Personal data that got into wrong hands. The authority and the persons are told within 72 hours of the discovery.

    Who was affected follows from the trail: what `suspect_user_id` or the branch touched from `began_at` until `ended_at`.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="breach_id")
    title = models.TextField()
    description = models.TextField()
    data_kinds = TextArray(db_default=[])
    discovered_at = models.DateTimeField()
    due_at = models.DateTimeField()
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField()
    suspect_user_id = models.UUIDField(null=True)
    branch_code = models.TextField(null=True)
    affected_count = models.IntegerField(null=True)
    handling = models.TextField(db_default="")
    authority_told_at = models.DateTimeField(null=True)
    persons_told_at = models.DateTimeField(null=True)
    status = models.TextField(choices=BreachStatus.choices, db_default=BreachStatus.OPEN.value)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.UUIDField(null=True)
    version = models.IntegerField(db_default=1)
    created_by = models.UUIDField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "data_breaches"
        indexes = [models.Index(fields=["-discovered_at", "-id"], name="data_breaches_latest_idx")]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=BreachStatus.values), name="data_breaches_status_known"),
            models.CheckConstraint(condition=Q(ended_at__gte=F("began_at")), name="data_breaches_period_order"),
            models.CheckConstraint(condition=Q(affected_count__isnull=True) | Q(affected_count__gte=0), name="data_breaches_count"),
            models.CheckConstraint(
                condition=Q(status="OPEN", closed_at__isnull=True, closed_by__isnull=True)
                | Q(status="CLOSED", closed_at__isnull=False, closed_by__isnull=False, authority_told_at__isnull=False, persons_told_at__isnull=False),
                name="data_breaches_closed_once_told",
            ),
        ]


class ImpactAssessment(models.Model):
    """Which processing, on what data, at what risk, with which measures; in force while approved and before its review day."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="assessment_id")
    kind = models.TextField(choices=ProcessingKind.choices)
    title = models.TextField()
    purpose = models.TextField()
    data_used = models.TextField()
    risk = models.TextField()
    measures = models.TextField()
    review_on = models.DateField()
    status = models.TextField(choices=AssessmentStatus.choices, db_default=AssessmentStatus.DRAFT.value)
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    decision_note = models.TextField(db_default="")
    version = models.IntegerField(db_default=1)
    created_by = models.UUIDField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "impact_assessments"
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="impact_assessments_latest_idx"),
            models.Index(fields=["kind", "review_on"], name="impact_assessments_force_idx", condition=Q(status="APPROVED")),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=ProcessingKind.values), name="impact_assessments_kind_known"),
            models.CheckConstraint(condition=Q(status__in=AssessmentStatus.values), name="impact_assessments_status_known"),
            models.CheckConstraint(
                condition=Q(status="DRAFT", decided_by__isnull=True, decided_at__isnull=True)
                | (~Q(status="DRAFT") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="impact_assessments_decided_whole",
            ),
            models.CheckConstraint(condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("created_by")), name="impact_assessments_by_another"),
        ]
