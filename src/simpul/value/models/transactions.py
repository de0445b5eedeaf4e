"""Money that moved on customers' accounts."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from simpul.platform.ids import uuid7


class Transaction(models.Model):
    """One booking on one account, as the source system reported it.

    `account_hash` is the blind index of the account number (type ACCOUNT_NO), `account_hint` its last four characters;
    `balance_after` is the account's balance once this was booked.
    """

    class Direction(models.TextChoices):
        IN = "IN"
        OUT = "OUT"

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="transaction_id")
    customer_id = models.UUIDField()
    account_hash = models.BinaryField()
    account_hint = models.TextField()
    occurred_at = models.DateTimeField()
    booked_on = models.DateField()
    direction = models.TextField(choices=Direction.choices)
    amount = models.DecimalField(max_digits=15, decimal_places=2)
    currency = models.TextField(db_default="IDR")
    kind = models.TextField()
    channel = models.TextField(null=True)
    counterparty = models.TextField(null=True)
    balance_after = models.DecimalField(max_digits=15, decimal_places=2, null=True)
    source_system = models.TextField()
    source_key = models.TextField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "transactions"
        indexes = [models.Index(fields=["customer_id", "-occurred_at", "-id"], name="transactions_customer_idx")]
        constraints = [
            models.UniqueConstraint(fields=["source_system", "source_key"], name="transactions_source_once"),
            models.CheckConstraint(condition=Q(direction__in=["IN", "OUT"]), name="transactions_direction_known"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="transactions_amount_positive"),
        ]


class TransactionSums(models.Model):
    """How often and how much a customer moved in the days before the last count; money in rupiah only.

    One row for each customer who ever had a booking, counted anew every night and after an import.
    """

    customer_id = models.UUIDField(primary_key=True)
    tx_count_30d = models.IntegerField()
    tx_count_90d = models.IntegerField()
    tx_count_365d = models.IntegerField()
    tx_in_90d = models.DecimalField(max_digits=18, decimal_places=2)
    tx_out_90d = models.DecimalField(max_digits=18, decimal_places=2)
    tx_last_at = models.DateTimeField()
    counted_at = models.DateTimeField()

    class Meta:
        db_table = "transaction_sums"
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    tx_count_30d__gte=0, tx_count_90d__gte=F("tx_count_30d"), tx_count_365d__gte=F("tx_count_90d"), tx_in_90d__gte=0, tx_out_90d__gte=0
                ),
                name="transaction_sums_counts",
            )
        ]
