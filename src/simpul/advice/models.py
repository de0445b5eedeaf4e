"""Alerts that a user has put aside."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now


class AlertAcknowledgement(models.Model):
    """One user has seen one alert of one customer; it stays hidden for that user until the alert's `since` moves on."""

    pk = models.CompositePrimaryKey("user_id", "customer_id", "alert_code")
    user_id = models.UUIDField()
    customer_id = models.UUIDField()
    alert_code = models.TextField()
    acknowledged_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "alert_acknowledgements"
