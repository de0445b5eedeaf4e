"""How leads are scored, and the score of each."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from simpul.platform.ids import uuid7
from simpul.sales.vocabulary import ScoreBand, ScoreWithheld


class LeadScoring(models.Model):
    """One version of how leads are scored: the points of each factor by its code, and from how many points each band begins.

    A version is never changed; the latest holds.
    """

    version = models.IntegerField(primary_key=True)
    factors = models.JSONField()
    hot_from = models.SmallIntegerField()
    warm_from = models.SmallIntegerField()
    cool_from = models.SmallIntegerField()
    created_by = models.UUIDField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "lead_scoring"
        constraints = [
            models.CheckConstraint(condition=Q(version__gte=1), name="lead_scoring_version_counts"),
            models.CheckConstraint(
                condition=Q(cool_from__gte=1, warm_from__gt=F("cool_from"), hot_from__gt=F("warm_from"), hot_from__lte=1000),
                name="lead_scoring_bands_order",
            ),
        ]


class LeadScore(models.Model):
    """The score of a lead with what it is made of, or why it has none."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="score_id")
    lead_id = models.UUIDField(unique=True)
    customer_id = models.UUIDField()
    total_score = models.SmallIntegerField(null=True)
    priority = models.TextField(choices=ScoreBand.choices, null=True)
    withheld = models.TextField(choices=ScoreWithheld.choices, null=True)
    score_breakdown = models.JSONField(default=list)
    rules_version = models.IntegerField()
    calculated_at = models.DateTimeField()

    class Meta:
        db_table = "lead_scores"
        indexes = [
            models.Index(fields=["customer_id"], name="lead_scores_customer_idx"),
            models.Index(fields=["priority", "-total_score"], name="lead_scores_band_idx"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(total_score__isnull=False, priority__in=ScoreBand.values, withheld__isnull=True)
                | Q(total_score__isnull=True, priority__isnull=True, withheld__in=ScoreWithheld.values),
                name="lead_scores_whole",
            ),
        ]
