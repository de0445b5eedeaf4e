"""What customers agreed to, how each was verified, and changes that wait for approval."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from simpul.consent.vocabulary import CapturedChannel, ConsentStatus, MessageChannel, RequestStatus, VerificationMethod
from simpul.platform.ids import uuid7


def _one_of(field: str, choices: type[models.TextChoices], name: str, *, null: bool = False) -> models.CheckConstraint:
    known = Q(**{f"{field}__in": choices.values})
    return models.CheckConstraint(condition=known | Q(**{f"{field}__isnull": True}) if null else known, name=name)


class ConsentPurpose(models.Model):
    """What a consent is for. A key never changes and never goes: consents name it; `version` counts the changes.

    With `needs_approval` a grant waits for a supervisor.
    """

    key = models.TextField(primary_key=True, db_column="purpose_key")
    name_id = models.TextField()
    name_en = models.TextField()
    position = models.SmallIntegerField(db_default=0)
    is_active = models.BooleanField(db_default=True)
    needs_approval = models.BooleanField(db_default=False)
    version = models.IntegerField(db_default=1)
    updated_at = models.DateTimeField(db_default=Now())
    updated_by = models.UUIDField()

    class Meta:
        db_table = "consent_purposes"
        constraints = [models.CheckConstraint(condition=Q(version__gte=1), name="consent_purposes_version_counts")]


class ConsentWording(models.Model):
    """A version of the text that a customer is shown or read before agreeing; published once, never changed.

    `text_hash` is SHA-256, in hexadecimal, over both texts.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="wording_id")
    purpose = models.ForeignKey(ConsentPurpose, models.PROTECT, db_column="purpose_key", related_name="wordings")
    number = models.IntegerField()
    text_id = models.TextField()
    text_en = models.TextField()
    text_hash = models.TextField()
    published_at = models.DateTimeField()
    published_by = models.UUIDField()

    class Meta:
        db_table = "consent_wordings"
        constraints = [
            models.UniqueConstraint(fields=["purpose", "number"], name="consent_wordings_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="consent_wordings_number_counts"),
        ]


class ConsentVerification(models.Model):
    """One attempt to make sure that it is the customer who speaks; good for changes by who made it, until it expires.

    `secret_hash` is the keyed hash of a one-time code. `hint` is the masked number or address that the code went to.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="verification_id")
    customer_id = models.UUIDField()
    method = models.TextField(choices=VerificationMethod.choices)
    channel = models.TextField(choices=MessageChannel.choices, null=True)
    hint = models.TextField(db_default="")
    secret_hash = models.BinaryField(null=True)
    attempts = models.SmallIntegerField(db_default=0)
    evidence_document_id = models.UUIDField(null=True)
    started_by = models.UUIDField()
    started_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    verified_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "consent_verifications"
        indexes = [models.Index(fields=["customer_id", "-started_at"], name="consent_verifications_idx")]
        constraints = [
            _one_of("method", VerificationMethod, "consent_verifications_method"),
            _one_of("channel", MessageChannel, "consent_verifications_channel", null=True),
            models.CheckConstraint(condition=Q(attempts__range=(0, 10)), name="consent_verifications_attempts"),
            models.CheckConstraint(
                condition=Q(method="PHONE_OTP", channel__isnull=False, secret_hash__isnull=False) | ~Q(method="PHONE_OTP"),
                name="consent_verifications_code_whole",
            ),
            models.CheckConstraint(
                condition=Q(method="DIGITAL_SIGNATURE", evidence_document_id__isnull=False) | ~Q(method="DIGITAL_SIGNATURE"),
                name="consent_verifications_document",
            ),
        ]


class ConsentRequest(models.Model):
    """A grant that waits for a supervisor's approval."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="request_id")
    customer_id = models.UUIDField()
    branch_code = models.TextField()
    consent_type = models.TextField()
    channel = models.TextField(choices=MessageChannel.choices, null=True)
    wording = models.ForeignKey(ConsentWording, models.PROTECT, related_name="+", db_index=False)
    captured_channel = models.TextField(choices=CapturedChannel.choices)
    verification = models.ForeignKey(ConsentVerification, models.PROTECT, related_name="+", db_index=False)
    notes = models.TextField(db_default="")
    requested_by = models.UUIDField()
    requested_at = models.DateTimeField()
    status = models.TextField(choices=RequestStatus.choices, db_default=RequestStatus.PENDING.value)
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    decision_note = models.TextField(db_default="")

    class Meta:
        db_table = "consent_requests"
        indexes = [
            models.Index(fields=["-requested_at", "-id"], name="consent_requests_latest_idx"),
            models.Index(fields=["customer_id", "-requested_at"], name="consent_requests_customer_idx"),
        ]
        constraints = [
            _one_of("status", RequestStatus, "consent_requests_status_known"),
            _one_of("captured_channel", CapturedChannel, "consent_requests_captured"),
            _one_of("channel", MessageChannel, "consent_requests_channel_known", null=True),
            models.CheckConstraint(
                condition=Q(status="PENDING", decided_by__isnull=True, decided_at__isnull=True)
                | (~Q(status="PENDING") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="consent_requests_decided_whole",
            ),
            models.UniqueConstraint(
                fields=["customer_id", "consent_type", "channel"], condition=Q(status="PENDING"), nulls_distinct=False, name="consent_requests_one_pending"
            ),
        ]


class Consent(models.Model):
    """One thing that a customer said about one purpose. Never changed or removed: what holds is the latest `effective_at`.

    `branch_code` is where the customer belonged then. Without a `channel` it holds for all ways of writing. `old_status` is what held before, which the database fills in.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="consent_id")
    customer_id = models.UUIDField()
    branch_code = models.TextField()
    consent_type = models.TextField()
    channel = models.TextField(choices=MessageChannel.choices, null=True)
    status = models.TextField(choices=ConsentStatus.choices)
    old_status = models.TextField(choices=ConsentStatus.choices, null=True)
    effective_at = models.DateTimeField()
    captured_channel = models.TextField(choices=CapturedChannel.choices)
    captured_by = models.UUIDField()
    verification_method = models.TextField(choices=VerificationMethod.choices)
    verification = models.ForeignKey(ConsentVerification, models.PROTECT, null=True, related_name="+")
    wording = models.ForeignKey(ConsentWording, models.PROTECT, null=True, related_name="+", db_index=False)
    wording_hash = models.TextField(null=True)
    evidence_document_id = models.UUIDField(null=True)
    request = models.ForeignKey(ConsentRequest, models.PROTECT, null=True, related_name="+")
    approved_by = models.UUIDField(null=True)
    source_reference = models.TextField(null=True)
    reason = models.TextField(db_default="")
    notes = models.TextField(db_default="")
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "consents"
        indexes = [
            models.Index(fields=["customer_id", "-effective_at", "-id"], name="consents_customer_idx"),
            models.Index(fields=["-effective_at", "-id"], name="consents_latest_idx"),
        ]
        constraints = [
            _one_of("status", ConsentStatus, "consents_status_known"),
            _one_of("old_status", ConsentStatus, "consents_old_status_known", null=True),
            _one_of("channel", MessageChannel, "consents_channel_known", null=True),
            _one_of("captured_channel", CapturedChannel, "consents_captured_known"),
            _one_of("verification_method", VerificationMethod, "consents_method_known"),
            # One instant for each thing said: what holds is never a matter of chance.
            models.UniqueConstraint(fields=["consent_type", "customer_id", "effective_at"], include=["status", "channel"], name="consents_one_at_a_time"),
            models.CheckConstraint(
                condition=Q(verification_method__in=["SIGNED_LINK", "PROVIDER_SIGNAL"], status="WITHDRAWN")
                | ~Q(verification_method__in=["SIGNED_LINK", "PROVIDER_SIGNAL"]),
                name="consents_signals_withdraw_only",
            ),
            models.CheckConstraint(
                condition=Q(wording__isnull=True, wording_hash__isnull=True) | Q(wording__isnull=False, wording_hash__isnull=False),
                name="consents_wording_whole",
            ),
            models.CheckConstraint(condition=Q(approved_by__isnull=True) | Q(request__isnull=False), name="consents_approved_request"),
        ]
