"""Who follows a case, and what they want to be reminded of."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now

from simpul.cases.models.cases import Case
from simpul.platform.ids import uuid7


class CaseWatcher(models.Model):
    """A colleague who is told when the case moves."""

    pk = models.CompositePrimaryKey("case_id", "user_id")
    case = models.ForeignKey(Case, models.PROTECT, related_name="watchers", db_index=False)
    user_id = models.UUIDField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "case_watchers"
        indexes = [models.Index(fields=["user_id", "case"], name="case_watchers_user_idx")]


class CaseReminder(models.Model):
    """Something that a colleague wants to be told at a moment; a timer tells it."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="reminder_id")
    case = models.ForeignKey(Case, models.PROTECT, related_name="reminders", db_index=False)
    user_id = models.UUIDField()
    at = models.DateTimeField(db_column="remind_at")
    note = models.TextField(db_default="")
    told_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "case_reminders"
        indexes = [models.Index(fields=["case", "user_id"], name="case_reminders_case_idx")]
