"""Changes that wait for a second person, sealed codes for where there is none, and rounds in which rights are confirmed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from simpul.control.vocabulary import ItemDecision, ItemKind, Status
from simpul.platform.ids import uuid7


class Proposal(models.Model):
    """A change as it was proposed: what was asked for (`path`, `body`), what it would do (`changes`), and what became of it.

    `resource` and `act` are what a decider holds. `result` is sealed, and erased when it is taken or its time is over.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="proposal_id")
    kind = models.TextField()
    resource = models.TextField()
    act = models.TextField()
    path = models.JSONField()
    body = models.JSONField(null=True)
    changes = models.JSONField()
    reason = models.TextField()
    concerns = models.UUIDField(null=True)
    proposed_by = models.UUIDField()
    proposed_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()
    status = models.TextField(choices=Status.choices, default=Status.PROPOSED)
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    note = models.TextField(db_default="")
    by_codes = models.BooleanField(db_default=False)
    result = models.TextField(null=True)
    result_until = models.DateTimeField(null=True)
    result_taken_at = models.DateTimeField(null=True)
    version = models.IntegerField(db_default=1)

    class Meta:
        db_table = "proposals"
        indexes = [
            models.Index(fields=["-proposed_at", "-id"], name="proposals_latest_idx"),
            models.Index(fields=["proposed_by"], name="proposals_proposer_idx"),
            models.Index(fields=["concerns"], name="proposals_concerns_idx", condition=Q(concerns__isnull=False)),
            models.Index(fields=["result_until"], name="proposals_result_idx", condition=Q(result__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Status.values), name="proposals_status_known"),
            models.CheckConstraint(condition=Q(expires_at__gt=models.F("proposed_at")), name="proposals_order"),
            models.CheckConstraint(condition=Q(version__gte=1), name="proposals_version_positive"),
        ]


class ControlCode(models.Model):
    """One of two sealed codes: only its digest is kept, and it ends when it is used or others are made."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="code_id")
    position = models.SmallIntegerField()
    digest = models.TextField()
    made_at = models.DateTimeField(db_default=Now())
    ended_at = models.DateTimeField(null=True)
    used_for = models.UUIDField(null=True)

    class Meta:
        db_table = "control_codes"
        constraints = [
            models.UniqueConstraint(fields=["position"], condition=Q(ended_at__isnull=True), name="control_codes_one_pair"),
            models.CheckConstraint(condition=Q(position__in=[1, 2]), name="control_codes_position"),
        ]


class Recertification(models.Model):
    """A round in which heads confirm the rights of their people; what nobody confirms by `due_at` ends."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="recertification_id")
    opened_at = models.DateTimeField()
    opened_by = models.UUIDField()
    due_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "recertifications"
        constraints = [
            models.UniqueConstraint(models.Value(1), condition=Q(closed_at__isnull=True), name="recertifications_one_open"),
            models.CheckConstraint(condition=Q(due_at__gt=models.F("opened_at")), name="recertifications_order"),
        ]


class RecertificationItem(models.Model):
    """One right of one person in a round: a role by its key, or a place by the id of its assignment.

    Without a reviewer no head is there for the person: whoever watches or administers decides.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="item_id")
    recertification = models.ForeignKey(Recertification, models.PROTECT, related_name="items", db_index=False)
    user_id = models.UUIDField()
    kind = models.TextField(choices=ItemKind.choices)
    ref = models.TextField()
    place = models.TextField(db_default="")
    reviewer_id = models.UUIDField(null=True)
    decision = models.TextField(choices=ItemDecision.choices, null=True)
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    note = models.TextField(db_default="")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "recertification_items"
        indexes = [models.Index(fields=["reviewer_id"], name="recertification_items_open_idx", condition=Q(decision__isnull=True))]
        constraints = [
            models.UniqueConstraint(fields=["recertification", "user_id", "kind", "ref"], name="recertification_items_once"),
            models.CheckConstraint(condition=Q(kind__in=ItemKind.values), name="recertification_items_kind_known"),
            models.CheckConstraint(
                condition=Q(decision__isnull=True, decided_at__isnull=True, ended_at__isnull=True)
                | Q(decision__in=["CONFIRMED", "REMOVED"], decided_by__isnull=False, decided_at__isnull=False)
                | Q(decision__in=["LAPSED", "KEPT"], decided_at__isnull=False),
                name="recertification_items_decided",
            ),
        ]
