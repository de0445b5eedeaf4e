"""Scores of customers by recency, frequency and monetary value, their history, and the thresholds."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from simpul.platform.ids import uuid7
from simpul.value.vocabulary import BEST, WORST, ClvProxy, RfmMethod, RfmSegment


class RfmThresholds(models.Model):
    """One version of the thresholds: never changed, a change is a new version.

    Each list gives the bound of the scores 5, 4, 3 and 2, in order: days at most, transactions at
    least, rupiah at least.
    """

    version = models.IntegerField(primary_key=True)
    recency_days = models.JSONField()
    frequency_count = models.JSONField()
    monetary_value = models.JSONField()
    note = models.TextField(db_default="")
    created_at = models.DateTimeField(db_default=Now())
    created_by = models.UUIDField()

    class Meta:
        db_table = "rfm_thresholds"
        constraints = [models.CheckConstraint(condition=Q(version__gte=1), name="rfm_thresholds_counts")]


def _between(name: str) -> Q:
    return Q(**{f"{name}__gte": WORST, f"{name}__lte": BEST})


class CustomerRfm(models.Model):
    """The scores of one customer as last computed, with the figures that they rest on.

    `rule` is the number of the rule that gave the segment; `monetary_value` is in rupiah.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="rfm_id")
    customer_id = models.UUIDField()
    recency_score = models.SmallIntegerField()
    recency_days = models.IntegerField()
    frequency_score = models.SmallIntegerField()
    frequency_count = models.IntegerField()
    monetary_score = models.SmallIntegerField()
    monetary_value = models.DecimalField(max_digits=15, decimal_places=2)
    total_score = models.GeneratedField(
        expression=F("recency_score") + F("frequency_score") + F("monetary_score"),
        output_field=models.SmallIntegerField(),
        db_persist=True,
    )
    segment = models.TextField(choices=RfmSegment.choices)
    clv_proxy = models.TextField(choices=ClvProxy.choices)
    rule = models.SmallIntegerField()
    method = models.TextField(choices=RfmMethod.choices)
    thresholds_version = models.IntegerField()
    calculated_at = models.DateTimeField()

    class Meta:
        db_table = "rfm_scores"
        constraints = [
            models.UniqueConstraint(fields=["customer_id"], name="rfm_scores_customer_once"),
            models.CheckConstraint(
                condition=_between("recency_score") & _between("frequency_score") & _between("monetary_score"),
                name="rfm_scores_between",
            ),
            models.CheckConstraint(
                condition=Q(recency_days__gte=0, frequency_count__gte=0, monetary_value__gte=0),
                name="rfm_scores_not_negative",
            ),
            models.CheckConstraint(condition=Q(segment__in=RfmSegment.values), name="rfm_scores_segment_known"),
            models.CheckConstraint(condition=Q(clv_proxy__in=ClvProxy.values), name="rfm_scores_clv_known"),
            models.CheckConstraint(condition=Q(method__in=RfmMethod.values), name="rfm_scores_method_known"),
            models.CheckConstraint(condition=Q(rule__gte=1, rule__lte=6), name="rfm_scores_rule_known"),
        ]


class RfmHistory(models.Model):
    """Which segment a customer had in a month, as last computed in it; `month` is its first day."""

    pk = models.CompositePrimaryKey("customer_id", "month")
    customer_id = models.UUIDField()
    month = models.DateField()
    segment = models.TextField(choices=RfmSegment.choices)
    total_score = models.SmallIntegerField()
    thresholds_version = models.IntegerField()

    class Meta:
        db_table = "rfm_history"
        indexes = [models.Index(fields=["month", "customer_id"], name="rfm_history_month_idx")]
        constraints = [
            models.CheckConstraint(condition=Q(month__day=1), name="rfm_history_first_day"),
            models.CheckConstraint(condition=Q(segment__in=RfmSegment.values), name="rfm_history_segment_known"),
            models.CheckConstraint(condition=Q(total_score__gte=3, total_score__lte=15), name="rfm_history_total"),
        ]
