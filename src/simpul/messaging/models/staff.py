"""Mails to colleagues."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from simpul.messaging.vocabulary import Handover
from simpul.platform.ids import uuid7


class StaffMail(models.Model):
    """One mail to a colleague. `sealed` holds title, text, address and file, encrypted for this row alone.

    `handover` is where handing it to a provider stands, as for a message to a customer; `failed_reason` says why it ended without having gone.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="mail_id")
    user_id = models.UUIDField()
    subject_type = models.TextField()
    subject_id = models.TextField()
    sealed = models.TextField()
    handover = models.TextField(db_default=Handover.WAITING.value)
    provider_key = models.TextField(null=True)
    attempts = models.SmallIntegerField(db_default=0)
    not_before = models.DateTimeField()
    queued_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    failed_reason = models.TextField(null=True)

    class Meta:
        db_table = "staff_mails"
        indexes = [
            models.Index(fields=["not_before", "id"], name="staff_mails_due_idx", condition=Q(handover="WAITING")),
            models.Index(fields=["queued_at"], name="staff_mails_age_idx"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(handover__in=[each.value for each in Handover]), name="staff_mails_handover_known"),
            models.CheckConstraint(condition=Q(sent_at__isnull=True) | Q(failed_reason__isnull=True), name="staff_mails_one_end"),
        ]


class NoticeMailChoice(models.Model):
    """A colleague wants notices of this kind by mail too; `*` stands for every kind."""

    pk = models.CompositePrimaryKey("user_id", "kind")
    user_id = models.UUIDField()
    kind = models.TextField()

    class Meta:
        db_table = "notice_mail_choices"
