"""Events of a customer that no other table keeps."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from simpul.platform.ids import uuid7


class TimelineEvent(models.Model):
    """Something that happened to a customer. `kind` is registered (see `simpul.timeline.registry`), `data` holds what its renderer needs.

    `subject_type` and `subject_id` name the record it is about; `tier` is the sensitivity tier (1 to 3).
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="event_id")
    customer_id = models.UUIDField()
    kind = models.TextField()
    subject_type = models.TextField()
    subject_id = models.TextField()
    occurred_at = models.DateTimeField()
    tier = models.SmallIntegerField(db_default=1)
    branch_code = models.TextField(null=True)
    actor_user_id = models.UUIDField()
    data = models.JSONField(db_default={})

    class Meta:
        db_table = "timeline_events"
        indexes = [models.Index(fields=["customer_id", "-occurred_at", "-id"], name="timeline_events_customer_idx")]
        constraints = [models.CheckConstraint(condition=Q(tier__range=(1, 3)), name="timeline_events_tier_known")]
