"""Stages of opportunities and the reasons with which leads and opportunities close."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from simpul.sales.vocabulary import OpportunityStage, Outcome


class Stage(models.Model):
    """A stage of opportunities: its names, its probability in percent and its place; which stages there are is the workflow's."""

    key = models.TextField(primary_key=True, db_column="stage")
    name_id = models.TextField()
    name_en = models.TextField()
    probability = models.SmallIntegerField()
    position = models.SmallIntegerField(db_default=0)
    is_active = models.BooleanField(db_default=True)
    version = models.IntegerField(db_default=1)
    updated_at = models.DateTimeField(db_default=Now())
    updated_by = models.UUIDField()

    class Meta:
        db_table = "opportunity_stages"
        constraints = [
            models.CheckConstraint(condition=Q(key__in=OpportunityStage.values), name="opportunity_stages_known"),
            models.CheckConstraint(
                condition=Q(probability__gte=0, probability__lte=100),
                name="opportunity_stages_percent",
            ),
            models.CheckConstraint(
                condition=~Q(key__in=["CLOSED_WON", "CLOSED_LOST"])
                | Q(key="CLOSED_WON", probability=100, is_active=True)
                | Q(key="CLOSED_LOST", probability=0, is_active=True),
                name="opportunity_stages_ends",
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="opportunity_stages_version_counts"),
        ]


class SalesReason(models.Model):
    """Why a lead or an opportunity was won or lost."""

    code = models.TextField(primary_key=True, db_column="reason_code")
    outcome = models.TextField(choices=Outcome.choices)
    name_id = models.TextField()
    name_en = models.TextField()
    position = models.SmallIntegerField(db_default=0)
    is_active = models.BooleanField(db_default=True)
    version = models.IntegerField(db_default=1)
    updated_at = models.DateTimeField(db_default=Now())
    updated_by = models.UUIDField()

    class Meta:
        db_table = "sales_reasons"
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="sales_reasons_outcome_known"),
            models.CheckConstraint(condition=Q(version__gte=1), name="sales_reasons_version_counts"),
        ]
