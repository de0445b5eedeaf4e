"""Requests about rights, and what stands for persons because of them."""

from __future__ import annotations

from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from simpul.platform.db.fields import TextArray
from simpul.platform.ids import uuid7
from simpul.stewardship.vocabulary import LimitKind, PackStatus, ReceivedBy, RefusalCode, RightsKind, RightsStatus

_CLOSED = ["DONE", "REFUSED", "WITHDRAWN"]


def _one_of(field: str, choices: type[models.TextChoices], name: str, *, null: bool = False) -> models.CheckConstraint:
    known = Q(**{f"{field}__in": choices.values})
    return models.CheckConstraint(condition=known | Q(**{f"{field}__isnull": True}) if null else known, name=name)


class RightsRequest(models.Model):
    """One right that one person calls on, due 72 hours after it was received.

    `handled_by` carried it out and `approved_by` approved that; `corrected_fields` names what a correction changed.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="request_id")
    customer_id = models.UUIDField()
    branch_code = models.TextField()
    kind = models.TextField(choices=RightsKind.choices)
    details = models.TextField(db_default="")
    received_by = models.TextField(choices=ReceivedBy.choices)
    received_at = models.DateTimeField()
    due_at = models.DateTimeField()
    verification_id = models.UUIDField(null=True)
    verification_method = models.TextField(null=True)
    evidence_document_id = models.UUIDField(null=True)
    owner_id = models.UUIDField(null=True, db_column="owner_user_id")
    status = models.TextField(choices=RightsStatus.choices, db_default=RightsStatus.RECEIVED.value)
    outcome = models.TextField(db_default="")
    corrected_fields = TextArray(db_default=[])
    refusal_code = models.TextField(choices=RefusalCode.choices, null=True)
    refusal_reason = models.TextField(db_default="")
    handled_by = models.UUIDField(null=True)
    handled_at = models.DateTimeField(null=True)
    approved_by = models.UUIDField(null=True)
    approval_note = models.TextField(db_default="")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.UUIDField(null=True)
    version = models.IntegerField(db_default=1)
    created_by = models.UUIDField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "rights_requests"
        indexes = [
            models.Index(fields=["due_at", "id"], name="rights_requests_due_idx"),
            models.Index(fields=["-received_at", "-id"], name="rights_requests_latest_idx"),
            models.Index(fields=["branch_code", "due_at", "id"], name="rights_requests_branch_idx"),
            models.Index(fields=["customer_id", "-received_at", "-id"], name="rights_requests_customer_idx"),
        ]
        constraints = [
            _one_of("kind", RightsKind, "rights_requests_kind_known"),
            _one_of("status", RightsStatus, "rights_requests_status_known"),
            _one_of("received_by", ReceivedBy, "rights_requests_received_known"),
            _one_of("refusal_code", RefusalCode, "rights_requests_refusal_known", null=True),
            models.UniqueConstraint(fields=["customer_id", "kind"], condition=~Q(status__in=_CLOSED), name="rights_requests_one_open"),
            models.CheckConstraint(condition=Q(version__gte=1), name="rights_requests_version_counts"),
            models.CheckConstraint(
                condition=Q(status__in=_CLOSED, closed_at__isnull=False, closed_by__isnull=False)
                | (~Q(status__in=_CLOSED) & Q(closed_at__isnull=True, closed_by__isnull=True)),
                name="rights_requests_closed_whole",
            ),
            models.CheckConstraint(
                condition=Q(status="REFUSED", refusal_code__isnull=False) | (~Q(status="REFUSED") & Q(refusal_code__isnull=True)),
                name="rights_requests_refused_with_code",
            ),
            models.CheckConstraint(condition=~Q(refusal_code="OTHER") | ~Q(refusal_reason=""), name="rights_requests_other_in_words"),
            models.CheckConstraint(condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("handled_by")), name="rights_requests_approved_by_another"),
            models.CheckConstraint(
                condition=~Q(status="DONE", kind__in=["ACCESS", "PORTABILITY", "ERASURE"]) | Q(approved_by__isnull=False, handled_by__isnull=False),
                name="rights_requests_two_persons",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["DONE", "WAITING_APPROVAL"]) | Q(verification_method__isnull=False), name="rights_requests_verified_first"
            ),
        ]

    @property
    def owner_ids(self) -> frozenset[UUID]:
        """Whose own request it is: who wrote it down and who works on it."""
        return frozenset({self.created_by, *({self.owner_id} if self.owner_id else ())})


class LegalHold(models.Model):
    """Why the data of one person is kept whatever the person asks; it stands until compliance lifts it."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="hold_id")
    customer_id = models.UUIDField()
    branch_code = models.TextField()
    reason = models.TextField()
    placed_by = models.UUIDField()
    placed_at = models.DateTimeField()
    lifted_by = models.UUIDField(null=True)
    lifted_at = models.DateTimeField(null=True)
    lift_reason = models.TextField(db_default="")

    class Meta:
        db_table = "legal_holds"
        indexes = [models.Index(fields=["customer_id", "-placed_at"], name="legal_holds_customer_idx")]
        constraints = [
            models.CheckConstraint(
                condition=Q(lifted_at__isnull=True, lifted_by__isnull=True, lift_reason="")
                | (Q(lifted_at__isnull=False, lifted_by__isnull=False) & ~Q(lift_reason="")),
                name="legal_holds_lifted_whole",
            )
        ]


class ProcessingLimit(models.Model):
    """A restriction of processing, or an objection to automated decisions, that stands for one person until it is ended.

    What was decided automatically before an objection is reviewed by a person: `reviewed_at` and what came of it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="limit_id")
    customer_id = models.UUIDField()
    branch_code = models.TextField()
    kind = models.TextField(choices=LimitKind.choices)
    request = models.ForeignKey(RightsRequest, models.PROTECT, related_name="+", db_index=False)
    started_at = models.DateTimeField()
    started_by = models.UUIDField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.UUIDField(null=True)
    end_reason = models.TextField(db_default="")
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = models.UUIDField(null=True)
    review_note = models.TextField(db_default="")

    class Meta:
        db_table = "processing_limits"
        indexes = [
            models.Index(fields=["customer_id", "kind"], name="processing_limits_standing_idx", condition=Q(ended_at__isnull=True)),
            models.Index(fields=["-started_at", "-id"], name="processing_limits_latest_idx"),
        ]
        constraints = [
            _one_of("kind", LimitKind, "processing_limits_kind_known"),
            models.UniqueConstraint(fields=["request"], name="processing_limits_once"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True, end_reason="")
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(end_reason="")),
                name="processing_limits_ended_whole",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_at__isnull=True, reviewed_by__isnull=True, review_note="")
                | (Q(reviewed_at__isnull=False, reviewed_by__isnull=False) & ~Q(review_note="")),
                name="processing_limits_reviewed_whole",
            ),
        ]


class RightsPack(models.Model):
    """The data of one person made ready to be handed over, sealed until it expires; then nothing is left of its content."""

    request = models.OneToOneField(RightsRequest, models.PROTECT, primary_key=True, related_name="pack")
    status = models.TextField(choices=PackStatus.choices, db_default=PackStatus.PENDING.value)
    sealed = models.TextField(db_default="")
    sha256 = models.TextField(db_default="")
    size = models.BigIntegerField(db_default=0)
    made_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "rights_packs"
        constraints = [
            _one_of("status", PackStatus, "rights_packs_status_known"),
            models.CheckConstraint(condition=Q(status="READY") ^ Q(sealed=""), name="rights_packs_sealed_while_ready"),
        ]
