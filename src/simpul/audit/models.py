"""The append-only trail. Its table is partitioned by month and made in SQL (`sql/0001_audit_logs.sql`)."""

from __future__ import annotations

from django.db import models


class AuditLog(models.Model):
    """One thing that somebody did, tried to do, or read."""

    class Outcome(models.TextChoices):
        ALLOWED = "ALLOWED"
        DENIED = "DENIED"
        FAILED = "FAILED"

    id = models.UUIDField(primary_key=True, db_column="audit_id")
    created_at = models.DateTimeField()
    action = models.TextField()
    object_type = models.TextField()
    object_id = models.TextField()
    customer_id = models.UUIDField(null=True)
    branch_code = models.TextField(null=True)
    actor_user_id = models.UUIDField()
    actor_role_key = models.TextField(null=True)
    ip_address = models.GenericIPAddressField(null=True)
    user_agent = models.TextField(null=True)
    request_id = models.TextField(null=True)
    elevation_id = models.UUIDField(null=True)
    outcome = models.TextField(choices=Outcome.choices)
    meta = models.JSONField()

    class Meta:
        managed = False
        db_table = "audit_logs"
