"""Imports that ran, and the rows they refused."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from simpul.platform.ids import uuid7


class ImportRun(models.Model):
    """One import of one source by one profile: where it stands, what it did, who wanted it.

    `position` is `{"file": index, "rows": rows of that file that are done}`, moved in the transaction of each chunk.
    `remarks` tells of values in rows that were taken: left out or doubtful, how many, in which lines first (see converting.py).
    `fields_changed` says how many records that were there changed in each field. `parameters` holds what a later run of the same profile must repeat, such as the shift of dates.
    """

    class Status(models.TextChoices):
        RUNNING = "RUNNING"
        COMPLETED = "COMPLETED"
        FAILED = "FAILED"

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="run_id")
    profile = models.TextField()
    source_system = models.TextField()
    targets = models.JSONField()
    source_name = models.TextField()
    source_sha256 = models.TextField()
    source_bytes = models.BigIntegerField()
    status = models.TextField(choices=Status.choices, default=Status.RUNNING)
    rows_read = models.BigIntegerField(default=0)
    rows_added = models.BigIntegerField(default=0)
    rows_changed = models.BigIntegerField(default=0)
    rows_unchanged = models.BigIntegerField(default=0)
    rows_rejected = models.BigIntegerField(default=0)
    rows_skipped = models.BigIntegerField(default=0)
    position = models.JSONField(default=dict)
    fields_changed = models.JSONField(default=dict, db_default={})
    remarks = models.JSONField(default=list, db_default=[])
    parameters = models.JSONField(default=dict)
    notes = models.JSONField(default=list)
    started_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())
    finished_at = models.DateTimeField(null=True)
    started_by = models.UUIDField()

    class Meta:
        db_table = "import_runs"
        indexes = [models.Index(fields=["-started_at", "-id"], name="import_runs_latest_idx")]
        constraints = [
            models.UniqueConstraint(fields=["profile", "source_sha256"], condition=Q(status="RUNNING"), name="import_runs_one_unfinished"),
            models.CheckConstraint(condition=Q(status__in=["RUNNING", "COMPLETED", "FAILED"]), name="import_runs_status_known"),
            models.CheckConstraint(
                condition=Q(
                    rows_read=models.F("rows_added")
                    + models.F("rows_changed")
                    + models.F("rows_unchanged")
                    + models.F("rows_rejected")
                    + models.F("rows_skipped")
                ),
                name="import_runs_every_row_counted",
            ),
            models.CheckConstraint(
                condition=Q(status="RUNNING", finished_at__isnull=True) | (~Q(status="RUNNING") & Q(finished_at__isnull=False)),
                name="import_runs_finished_or_running",
            ),
        ]


class ImportReject(models.Model):
    """A row that was not taken, why, and the row itself as ciphertext: it may hold personal data.

    `reasons` is a list of `{"column", "id", "en"}`.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="reject_id")
    run = models.ForeignKey(ImportRun, models.PROTECT, related_name="rejects", db_index=False)
    file = models.TextField()
    line = models.BigIntegerField()
    columns = models.JSONField()
    reasons = models.JSONField()
    raw = models.TextField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "import_rejects"
        constraints = [models.UniqueConstraint(fields=["run", "file", "line"], name="import_rejects_once")]
