"""Workflows and their published versions."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from simpul.platform.ids import uuid7


class WorkflowDefinition(models.Model):
    """One workflow. `draft` is null while nobody edits it; `draft_version` counts the saves.

    `shipped` is the content that this release of the product brings; whether it is in force is for its versions to say.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="definition_id")
    key = models.TextField(unique=True)
    subject = models.TextField()
    draft = models.JSONField(null=True)
    draft_version = models.IntegerField(db_default=1)
    draft_saved_at = models.DateTimeField(null=True)
    draft_saved_by = models.UUIDField(null=True)
    shipped = models.JSONField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "workflow_definitions"
        constraints = [models.CheckConstraint(condition=Q(draft_version__gte=1), name="workflow_definitions_draft_counts")]


class WorkflowVersion(models.Model):
    """One published content; it never changes, and the items that began on it stay on it."""

    class Origin(models.TextChoices):
        SHIPPED = "SHIPPED"
        EDITED = "EDITED"

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="version_id")
    definition = models.ForeignKey(WorkflowDefinition, models.PROTECT, related_name="versions", db_index=False)
    number = models.IntegerField()
    content = models.JSONField()
    origin = models.TextField(choices=Origin.choices)
    note = models.TextField(db_default="")
    published_at = models.DateTimeField(db_default=Now())
    published_by = models.UUIDField()

    class Meta:
        db_table = "workflow_versions"
        constraints = [
            models.UniqueConstraint(fields=["definition", "number"], name="workflow_versions_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="workflow_versions_number_counts"),
            models.CheckConstraint(condition=Q(origin__in=["SHIPPED", "EDITED"]), name="workflow_versions_origin_known"),
        ]
