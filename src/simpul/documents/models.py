"""Documents and their numbered, immutable contents."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from simpul.documents.vocabulary import KINDS, Retention, ScanState
from simpul.platform.db.fields import UuidArray
from simpul.platform.ids import uuid7


class Document(models.Model):
    """One document of a record. Row policies read `resource`, `customer_id`, `branch_code`, `owner_ids` and `tier`.

    `version` numbers its present content, and `content_hash` recognises it among the documents of the same record only.
    `template` names what it was rendered from. Its content is kept until `keep_until` at least; one that is hidden is
    destroyed after that day (`purged_at`).
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="document_id")
    subject_type = models.TextField()
    subject_id = models.TextField()
    resource = models.TextField()
    customer_id = models.UUIDField(null=True)
    branch_code = models.TextField(null=True)
    owner_ids = UuidArray(db_default=[])
    kind = models.TextField(choices=[(key, key) for key in KINDS])
    title = models.TextField()
    tier = models.SmallIntegerField()
    retention = models.TextField(choices=[(each.value, each.value) for each in Retention])
    version = models.IntegerField(db_default=1)
    content_hash = models.BinaryField()
    template = models.TextField(null=True)
    uploaded_by = models.UUIDField()
    uploaded_at = models.DateTimeField()
    keep_until = models.DateField()
    hidden_at = models.DateTimeField(null=True)
    hidden_by = models.UUIDField(null=True)
    hide_reason = models.TextField(db_default="")
    purged_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "documents"
        indexes = [
            # All of a record's documents follow it, those out of sight as well.
            models.Index(fields=["subject_type", "subject_id", "-id"], name="documents_subject_idx"),
            models.Index(fields=["keep_until"], name="documents_ended_idx", condition=Q(hidden_at__isnull=False, purged_at__isnull=True)),
            models.Index(fields=["customer_id"], name="documents_customer_idx", condition=Q(customer_id__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id", "uploaded_by", "content_hash"], name="documents_once", condition=Q(hidden_at__isnull=True)
            ),
            models.CheckConstraint(condition=Q(tier__range=(1, 3)), name="documents_tier_known"),
            models.CheckConstraint(condition=Q(kind__in=list(KINDS)), name="documents_kind_known"),
            models.CheckConstraint(condition=Q(retention__in=[each.value for each in Retention]), name="documents_retention_known"),
            models.CheckConstraint(
                condition=Q(hidden_at__isnull=True, hidden_by__isnull=True, hide_reason="", purged_at__isnull=True)
                | (Q(hidden_at__isnull=False, hidden_by__isnull=False) & ~Q(hide_reason="")),
                name="documents_hidden_whole",
            ),
        ]


class DocumentVersion(models.Model):
    """One content of a document: where it lies, and its key, sealed with the field-encryption key. Nothing but the scan and the end changes.

    While `frozen` holds the sealed facts that a paper of the product's own is made of, its file is not made yet and its size is 0.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="version_id")
    document = models.ForeignKey(Document, models.PROTECT, related_name="versions", db_index=False)
    number = models.IntegerField()
    file_name = models.TextField()
    media_type = models.TextField()
    size = models.BigIntegerField()
    address = models.TextField()
    sealed_key = models.TextField()
    scan_state = models.TextField(choices=ScanState.choices)
    scanned_at = models.DateTimeField(null=True)
    finding = models.TextField(db_default="")
    frozen = models.TextField(db_default="")
    stored_by = models.UUIDField()
    stored_at = models.DateTimeField()

    class Meta:
        db_table = "document_versions"
        indexes = [
            models.Index(fields=["id"], name="document_versions_pending_idx", condition=Q(scan_state=ScanState.PENDING)),
            models.Index(fields=["id"], name="document_versions_frozen_idx", condition=~Q(frozen="")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="document_versions_once"),
            models.UniqueConstraint(fields=["address"], name="document_versions_address_once"),
            models.CheckConstraint(
                condition=Q(number__gte=1) & (Q(size__gte=1) | Q(size=0) & (~Q(frozen="") | Q(sealed_key=""))), name="document_versions_counts"
            ),
            models.CheckConstraint(condition=Q(scan_state__in=ScanState.values), name="document_versions_scan_known"),
        ]
