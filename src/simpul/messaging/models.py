"""The inbox of each colleague."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now

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
