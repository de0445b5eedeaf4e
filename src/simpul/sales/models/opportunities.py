"""The table of opportunities."""

from __future__ import annotations

from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from simpul.platform.ids import uuid7
from simpul.sales.vocabulary import OPEN_STAGES, OpportunityStage


class Opportunity(models.Model):
    """A product that a customer may take: its value, when it is expected to close, and its stage.

    `source_key` names it in the system that it was imported from.
    `probability` is the stage's, in percent, as it was when the opportunity came into it or as the stage was changed since.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="opportunity_id")
    customer_id = models.UUIDField()
    branch_code = models.TextField()
    lead_id = models.UUIDField(null=True)
    source_key = models.TextField(null=True)
    product_interest = models.TextField()
    product_code = models.TextField(null=True)
    estimated_value = models.DecimalField(max_digits=15, decimal_places=2)
    stage = models.TextField(choices=OpportunityStage.choices, db_default=OpportunityStage.NEW)
    own_state = models.TextField(null=True)
    probability = models.SmallIntegerField()
    expected_close_on = models.DateField()
    assigned_to = models.UUIDField()
    lost_reason = models.TextField(null=True)
    won_product_code = models.TextField(null=True)
    closed_note = models.TextField(db_default="")
    stage_since = models.DateTimeField(db_default=Now())
    created_by = models.UUIDField()
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())
    closed_at = models.DateTimeField(null=True)
    version = models.IntegerField(db_default=1)

    class Meta:
        db_table = "opportunities"
        indexes = [
            models.Index(
                fields=["branch_code", "stage", "stage_since", "id"],
                name="opportunities_branch_open_idx",
                condition=Q(stage__in=OPEN_STAGES),
            ),
            models.Index(
                fields=["assigned_to", "stage", "stage_since", "id"],
                name="opportunities_mine_open_idx",
                condition=Q(stage__in=OPEN_STAGES),
            ),
            models.Index(fields=["stage", "stage_since", "id"], name="opportunities_stage_idx"),
            models.Index(fields=["expected_close_on", "id"], name="opportunities_expected_idx"),
            models.Index(
                fields=["closed_at"],
                name="opportunities_closed_idx",
                condition=Q(closed_at__isnull=False),
            ),
            models.Index(fields=["customer_id", "-created_at"], name="opportunities_customer_idx"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=OpportunityStage.values), name="opportunities_stage_known"),
            models.CheckConstraint(condition=Q(estimated_value__gte=0), name="opportunities_value_positive"),
            models.CheckConstraint(condition=Q(probability__gte=0, probability__lte=100), name="opportunities_percent"),
            models.CheckConstraint(
                condition=Q(
                    stage__in=OPEN_STAGES,
                    closed_at__isnull=True,
                    lost_reason__isnull=True,
                    won_product_code__isnull=True,
                    closed_note="",
                )
                | Q(
                    stage="CLOSED_WON",
                    closed_at__isnull=False,
                    lost_reason__isnull=True,
                    won_product_code__isnull=False,
                )
                | Q(
                    stage="CLOSED_LOST",
                    closed_at__isnull=False,
                    lost_reason__isnull=False,
                    won_product_code__isnull=True,
                ),
                name="opportunities_closed_for_a_reason",
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="opportunities_version_counts"),
            models.CheckConstraint(condition=Q(stage_since__gte=F("created_at")), name="opportunities_since_begun"),
            models.UniqueConstraint(fields=["source_key"], name="opportunities_imported_once", condition=Q(source_key__isnull=False)),
            models.UniqueConstraint(
                fields=["lead_id"],
                name="opportunities_one_open_of_a_lead",
                condition=Q(lead_id__isnull=False, stage__in=OPEN_STAGES),
            ),
        ]

    @property
    def owner_ids(self) -> frozenset[UUID]:
        """Whose own opportunity it is: whoever it is assigned to."""
        return frozenset({self.assigned_to})
