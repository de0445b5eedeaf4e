"""The inbox of each colleague, and the outbox of messages to customers."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from simpul.messaging.vocabulary import Channel, MessageStatus, Purpose
from simpul.platform.ids import uuid7


class InboxNotice(models.Model):
    """One notice to one colleague about a subject; its words come from its kind, in the reader's language.

    `values` fill the words and hold no personal data. `touched_at` moves with every change, so that a page knows
    whether it has seen the latest.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="notice_id")
    user_id = models.UUIDField()
    kind = models.TextField()
    subject_type = models.TextField()
    subject_id = models.TextField()
    values = models.JSONField(default=dict, db_column="words")
    sent_by = models.UUIDField()
    created_at = models.DateTimeField(db_default=Now())
    read_at = models.DateTimeField(null=True)
    archived_at = models.DateTimeField(null=True)
    touched_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "notices"
        indexes = [
            models.Index(fields=["user_id", "-created_at", "-id"], name="notices_inbox_idx", condition=models.Q(archived_at__isnull=True)),
            models.Index(fields=["user_id", "-created_at", "-id"], name="notices_archive_idx", condition=models.Q(archived_at__isnull=False)),
            models.Index(fields=["user_id", "kind"], name="notices_unread_idx", condition=models.Q(archived_at__isnull=True, read_at__isnull=True)),
            models.Index(fields=["user_id", "-touched_at"], name="notices_touched_idx"),
        ]


class OutboundMessage(models.Model):
    """One message to a customer about a subject. `sealed` holds title, text and recipient, encrypted for this row alone.

    Row policies read `resource`, `customer_id`, `branch_code` and `tier`. Each instant is the earliest that is known.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="message_id")
    customer_id = models.UUIDField()
    branch_code = models.TextField(null=True)
    channel = models.TextField()
    purpose = models.TextField()
    subject_type = models.TextField()
    subject_id = models.TextField()
    resource = models.TextField()
    tier = models.SmallIntegerField()
    sealed = models.TextField()
    document_id = models.UUIDField(null=True)
    status = models.TextField(db_default=MessageStatus.QUEUED.value)
    queued_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    failed_reason = models.TextField(null=True)
    created_by = models.UUIDField()

    class Meta:
        db_table = "outbound_messages"
        indexes = [
            models.Index(fields=["id"], name="outbound_messages_queue_idx", condition=Q(status=MessageStatus.QUEUED.value)),
            models.Index(fields=["customer_id", "-id"], name="outbound_messages_customer_idx"),
            models.Index(fields=["subject_type", "subject_id", "-id"], name="outbound_messages_subject_idx"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(channel__in=[one.value for one in Channel]), name="outbound_messages_channel_known"),
            models.CheckConstraint(condition=Q(purpose__in=[one.value for one in Purpose]), name="outbound_messages_purpose_known"),
            models.CheckConstraint(condition=Q(status__in=[one.value for one in MessageStatus]), name="outbound_messages_status_known"),
            models.CheckConstraint(condition=Q(tier__range=(1, 3)), name="outbound_messages_tier_known"),
            models.CheckConstraint(
                condition=Q(status__in=["QUEUED", "FAILED", "BOUNCED"]) | Q(sent_at__isnull=False), name="outbound_messages_sent_has_instant"
            ),
            models.CheckConstraint(condition=~Q(status="QUEUED") | Q(sent_at__isnull=True), name="outbound_messages_queued_not_sent"),
            models.CheckConstraint(
                condition=Q(status__in=["FAILED", "BOUNCED"], failed_at__isnull=False, failed_reason__isnull=False)
                | (~Q(status__in=["FAILED", "BOUNCED"]) & Q(failed_at__isnull=True, failed_reason__isnull=True)),
                name="outbound_messages_failure_whole",
            ),
        ]
