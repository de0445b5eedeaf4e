"""Messages from outside that wait for a person, and answers kept for use again."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from simpul.cases.models.cases import Case
from simpul.cases.models.catalogue import CaseCategory
from simpul.cases.vocabulary import Channel, IncomingStatus
from simpul.platform.db.fields import TextArray
from simpul.platform.ids import uuid7


class IncomingMessage(models.Model):
    """A message from outside that did not become a case by itself. `sealed` holds its texts and sender, encrypted for this row alone.

    `reasons` are codes that say why it waits. Without a branch it is nobody's yet. `external_key` recognises a message that
    comes twice: a keyed hash of its sender system's own id.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="incoming_id")
    channel = models.TextField()
    customer_id = models.UUIDField(null=True)
    branch_code = models.TextField(null=True)
    category = models.ForeignKey(CaseCategory, models.PROTECT, null=True, db_column="category_code", related_name="+", db_index=False)
    reasons = TextArray()
    sealed = models.TextField()
    external_key = models.BinaryField(null=True)
    status = models.TextField(db_default=IncomingStatus.WAITING.value)
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="+", db_index=False)
    discard_reason = models.TextField(db_default="")
    received_at = models.DateTimeField()
    received_by = models.UUIDField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.UUIDField(null=True)

    class Meta:
        db_table = "case_intake"
        indexes = [
            models.Index(fields=["branch_code", "id"], name="case_intake_waiting_idx", condition=Q(status=IncomingStatus.WAITING.value)),
            models.Index(fields=["status", "-id"], name="case_intake_status_idx"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["received_by", "external_key"], name="case_intake_once", condition=Q(external_key__isnull=False)),
            models.CheckConstraint(condition=Q(channel__in=[one.value for one in Channel]), name="case_intake_channel_known"),
            models.CheckConstraint(
                condition=Q(status="WAITING", decided_at__isnull=True, decided_by__isnull=True, case__isnull=True, discard_reason="")
                | Q(status="ACCEPTED", decided_at__isnull=False, decided_by__isnull=False, case__isnull=False, discard_reason="")
                | (Q(status="DISCARDED", decided_at__isnull=False, decided_by__isnull=False, case__isnull=True) & ~Q(discard_reason="")),
                name="case_intake_decided_whole",
            ),
        ]


class CannedReply(models.Model):
    """A text with tokens that colleagues answer with: the owner's own, or shared with everybody who handles cases."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="reply_id")
    title = models.TextField()
    body = models.TextField()
    category = models.ForeignKey(CaseCategory, models.PROTECT, null=True, db_column="category_code", related_name="+", db_index=False)
    shared = models.BooleanField(db_default=False)
    owner_user_id = models.UUIDField()
    updated_at = models.DateTimeField(db_default=Now())
    version = models.IntegerField(db_default=1)

    class Meta:
        db_table = "case_replies"
        indexes = [
            models.Index(fields=["owner_user_id", "title"], name="case_replies_owner_idx"),
            models.Index(fields=["title"], name="case_replies_shared_idx", condition=Q(shared=True)),
        ]
        constraints = [models.CheckConstraint(condition=Q(version__gte=1), name="case_replies_version_counts")]
