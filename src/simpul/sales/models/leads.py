"""The tables of leads and of their owners."""

from __future__ import annotations

from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from simpul.platform.ids import uuid7
from simpul.sales.vocabulary import CLOSED, LEAD_FIELDS, OPEN_LEADS, LeadSource, LeadStatus


class Lead(models.Model):
    """A customer who may take a product: where that comes from, who follows it up, and how far it has come.

    `own_state` is a state that the organisation added to the workflow; `status` is what it counts as. Without `assigned_to` the lead
    waits in the queue of its branch.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="lead_id")
    customer_id = models.UUIDField()
    branch_code = models.TextField()
    source_type = models.TextField(choices=LeadSource.choices)
    source_id = models.TextField(null=True)
    product_code = models.TextField(null=True)
    interest = models.TextField(db_default="")
    note = models.TextField(db_default="")
    estimated_value = models.DecimalField(max_digits=15, decimal_places=2, null=True)
    assigned_to = models.UUIDField(null=True)
    status = models.TextField(choices=LeadStatus.choices, db_default=LeadStatus.NEW)
    own_state = models.TextField(null=True)
    closed_reason = models.TextField(null=True)
    closed_note = models.TextField(db_default="")
    status_since = models.DateTimeField(db_default=Now())
    created_by = models.UUIDField()
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())
    closed_at = models.DateTimeField(null=True)
    version = models.IntegerField(db_default=1)

    class Meta:
        db_table = "leads"
        indexes = [
            models.Index(fields=["branch_code", "status", "status_since", "id"], name="leads_branch_status_idx"),
            models.Index(fields=["assigned_to", "status", "status_since", "id"], name="leads_mine_status_idx"),
            models.Index(fields=["branch_code", "-created_at", "-id"], name="leads_branch_latest_idx"),
            models.Index(fields=["assigned_to", "-created_at", "-id"], name="leads_mine_latest_idx"),
            models.Index(fields=["status", "status_since", "id"], name="leads_status_idx"),
            models.Index(fields=["-created_at", "-id"], name="leads_latest_open_idx", condition=Q(status__in=OPEN_LEADS)),
            models.Index(fields=["customer_id", "-created_at"], name="leads_customer_idx"),
            models.Index(
                fields=["source_type", "source_id"],
                name="leads_source_idx",
                condition=Q(source_id__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=LeadStatus.values), name="leads_status_known"),
            models.CheckConstraint(condition=Q(source_type__in=LeadSource.values), name="leads_source_known"),
            models.CheckConstraint(
                condition=~Q(source_type__in=["CAMPAIGN", "JOURNEY"]) | Q(source_id__isnull=False),
                name="leads_source_named",
            ),
            models.CheckConstraint(
                condition=Q(estimated_value__isnull=True) | Q(estimated_value__gte=0),
                name="leads_value_positive",
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=OPEN_LEADS,
                    closed_at__isnull=True,
                    closed_reason__isnull=True,
                    closed_note="",
                )
                | Q(status__in=CLOSED, closed_at__isnull=False, closed_reason__isnull=False),
                name="leads_closed_for_a_reason",
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="leads_version_counts"),
            models.CheckConstraint(condition=Q(status_since__gte=F("created_at")), name="leads_since_begun"),
            models.UniqueConstraint(
                fields=["customer_id", "source_id"],
                name="leads_one_open_of_a_campaign",
                condition=Q(source_type="CAMPAIGN", status__in=OPEN_LEADS),
            ),
        ]

    @property
    def owner_ids(self) -> frozenset[UUID]:
        """Whose own lead it is: whoever it is assigned to, and nobody else."""
        return frozenset() if self.assigned_to is None else frozenset({self.assigned_to})


class LeadReassignment(models.Model):
    """A lead that passed from one owner to another; it is never changed or removed. An empty owner is the queue of the branch."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="reassignment_id")
    lead_id = models.UUIDField()
    assigned_from = models.UUIDField(null=True)
    assigned_to = models.UUIDField(null=True)
    assigned_by = models.UUIDField()
    assigned_at = models.DateTimeField()

    class Meta:
        db_table = "lead_reassignments"
        indexes = [models.Index(fields=["lead_id", "-assigned_at"], name="lead_reassignments_lead_idx")]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(assigned_from__isnull=True, assigned_to__isnull=False)
                    | Q(assigned_from__isnull=False, assigned_to__isnull=True)
                    | Q(assigned_from__isnull=False, assigned_to__isnull=False) & ~Q(assigned_from=F("assigned_to"))
                ),
                name="lead_reassignments_change_owner",
            ),
        ]


class LeadChange(models.Model):
    """One field of a lead that somebody changed, as text before and after; it is never changed or removed. NULL is a field without a value."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="lead_change_id")
    lead_id = models.UUIDField()
    field = models.TextField()
    before = models.TextField(null=True)
    after = models.TextField(null=True)
    changed_by = models.UUIDField()
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "lead_changes"
        indexes = [models.Index(fields=["lead_id", "-changed_at"], name="lead_changes_lead_idx")]
        constraints = [models.CheckConstraint(condition=Q(field__in=LEAD_FIELDS), name="lead_changes_field_known")]
