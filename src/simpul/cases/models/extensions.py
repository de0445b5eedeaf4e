"""Extensions of the law's limit: asked by one person, decided by another."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from simpul.cases.models.cases import Case
from simpul.cases.vocabulary import EXTENSION_REASONS, ExtensionStatus
from simpul.platform.ids import uuid7


class CaseExtension(models.Model):
    """A request to extend the law's limit of a case; `proof_document_id` shows that the customer was told.

    At most one of a case waits or was approved; what was decided stays.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="extension_id")
    case = models.ForeignKey(Case, models.PROTECT, related_name="extensions", db_index=False)
    status = models.TextField(db_default=ExtensionStatus.WAITING.value)
    reason_code = models.TextField()
    note = models.TextField()
    proof_document_id = models.UUIDField()
    requested_by = models.UUIDField()
    requested_at = models.DateTimeField()
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    decision_note = models.TextField(db_default="")
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "case_extensions"
        indexes = [models.Index(fields=["case", "-requested_at"], name="case_extensions_case_idx")]
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=~Q(status="REFUSED"), name="case_extensions_one"),
            models.CheckConstraint(condition=Q(status__in=[one.value for one in ExtensionStatus]), name="case_extensions_status_known"),
            models.CheckConstraint(condition=Q(reason_code__in=sorted(EXTENSION_REASONS)), name="case_extensions_reason_known"),
            models.CheckConstraint(
                condition=Q(status="WAITING", decided_by__isnull=True, decided_at__isnull=True)
                | (~Q(status="WAITING") & Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(decided_by=F("requested_by"))),
                name="case_extensions_decided_by_another",
            ),
        ]
