"""How long cases may take: the law's limits and the organisation's own service levels, both in versions that never change."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from simpul.platform.ids import uuid7


class LegalRules(models.Model):
    """One version of a set of legal limits, in working days of a calendar, in force from a day until the next version's.

    `pause_cap_days` is how many working days the limit may wait for the customer; 0 where the law knows no waiting.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="legal_rules_id")
    key = models.TextField()
    number = models.IntegerField()
    title = models.JSONField()
    source = models.TextField()
    calendar = models.TextField()
    verbal_days = models.SmallIntegerField()
    written_days = models.SmallIntegerField()
    extension_days = models.SmallIntegerField()
    pause_cap_days = models.SmallIntegerField(db_default=0)
    effective_from = models.DateField()
    note = models.TextField(db_default="")
    published_at = models.DateTimeField(db_default=Now())
    published_by = models.UUIDField()

    class Meta:
        db_table = "case_legal_rules"
        constraints = [
            models.UniqueConstraint(fields=["key", "number"], name="case_legal_rules_once"),
            models.CheckConstraint(
                condition=Q(verbal_days__range=(1, 250), written_days__range=(1, 250), extension_days__range=(0, 250), pause_cap_days__range=(0, 250)),
                name="case_legal_rules_days",
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="case_legal_rules_number_counts"),
        ]


class ServiceLevel(models.Model):
    """A service-level policy under its key. `draft` is null while nobody edits it; `revision` counts the saves."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="policy_id")
    key = models.TextField()
    title = models.JSONField()
    draft = models.JSONField(null=True)
    revision = models.IntegerField(db_default=1)
    is_shipped = models.BooleanField(db_default=False)
    created_at = models.DateTimeField(db_default=Now())
    created_by = models.UUIDField()

    class Meta:
        db_table = "sla_policies"
        constraints = [
            models.UniqueConstraint(fields=["key"], name="sla_policies_key_once"),
            models.CheckConstraint(condition=Q(revision__gte=1), name="sla_policies_revision_counts"),
        ]


class ServiceLevelVersion(models.Model):
    """One published content. On a day, the newest version whose `effective_from` has come is in force."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="version_id")
    policy = models.ForeignKey(ServiceLevel, models.PROTECT, related_name="versions", db_index=False)
    number = models.IntegerField()
    content = models.JSONField()
    effective_from = models.DateField()
    note = models.TextField(db_default="")
    published_at = models.DateTimeField(db_default=Now())
    published_by = models.UUIDField()

    class Meta:
        db_table = "sla_policy_versions"
        constraints = [
            models.UniqueConstraint(fields=["policy", "number"], name="sla_policy_versions_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="sla_policy_versions_number_counts"),
        ]
