"""The inbox of each colleague, and the outbox of messages to customers."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from simpul.messaging.vocabulary import TEMPLATE_CHANNELS, Adapter, Channel, Handover, MessageStatus, ProviderStatus, Purpose, TemplateStatus
from simpul.platform.db.fields import UuidArray
from simpul.platform.ids import uuid7


class InboxNotice(models.Model):
    """One notice to one colleague about a subject; its words come from its kind, in the reader's language.

    `values` fill the words and hold no personal data. `touched_at` moves with every change, so that a page knows
    whether it has seen the latest. `to_mail`: a mail about it is still to be written.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="notice_id")
    user_id = models.UUIDField()
    kind = models.TextField()
    subject_type = models.TextField()
    subject_id = models.TextField()
    values = models.JSONField(default=dict, db_column="words")
    sent_by = models.UUIDField()
    created_at = models.DateTimeField(db_default=Now())
    read_at = models.DateTimeField(null=True)
    archived_at = models.DateTimeField(null=True)
    touched_at = models.DateTimeField(db_default=Now())
    to_mail = models.BooleanField(db_default=False)

    class Meta:
        db_table = "notices"
        indexes = [
            models.Index(fields=["created_at", "id"], name="notices_to_mail_idx", condition=models.Q(to_mail=True)),
            models.Index(fields=["user_id", "-created_at", "-id"], name="notices_inbox_idx", condition=models.Q(archived_at__isnull=True)),
            models.Index(fields=["user_id", "-created_at", "-id"], name="notices_archive_idx", condition=models.Q(archived_at__isnull=False)),
            models.Index(fields=["user_id", "kind"], name="notices_unread_idx", condition=models.Q(archived_at__isnull=True, read_at__isnull=True)),
            models.Index(fields=["user_id", "-touched_at"], name="notices_touched_idx"),
        ]


class OutboundMessage(models.Model):
    """One message to a customer about a subject. `sealed` holds title, text and recipient, encrypted for this row alone.

    Row policies read `resource`, `customer_id`, `branch_code` and `tier`. Each instant is the earliest that is known. `handover` is where
    handing it to a provider stands: `provider_key` and `attempts` say to whom and how often, `not_before` when next, `expires_at` until when at
    all. One of a set has no content until it is handed over: it is then rendered from its template and `token_values`, and sealed. `address_hash`
    is the keyed hash of whom it goes to, by which a provider's word about an address finds the customer.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="message_id")
    customer_id = models.UUIDField()
    branch_code = models.TextField(null=True)
    channel = models.TextField()
    purpose = models.TextField()
    subject_type = models.TextField()
    subject_id = models.TextField()
    resource = models.TextField()
    tier = models.SmallIntegerField()
    sealed = models.TextField(null=True)
    template_version_id = models.UUIDField(null=True)
    token_values = models.JSONField(null=True)
    address_hash = models.BinaryField(null=True)
    document_id = models.UUIDField(null=True)
    status = models.TextField(db_default=MessageStatus.QUEUED.value)
    handover = models.TextField(db_default=Handover.WAITING.value)
    provider_key = models.TextField(null=True)
    provider_reference = models.TextField(null=True)
    attempts = models.SmallIntegerField(db_default=0)
    not_before = models.DateTimeField(null=True, db_default=Now())
    expires_at = models.DateTimeField(null=True)
    claimed_at = models.DateTimeField(null=True)
    queued_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)
    failed_reason = models.TextField(null=True)
    opened_at = models.DateTimeField(null=True)
    clicked_at = models.DateTimeField(null=True)
    replied_at = models.DateTimeField(null=True)
    complained_at = models.DateTimeField(null=True)
    unsubscribed_at = models.DateTimeField(null=True)
    created_by = models.UUIDField()

    class Meta:
        db_table = "outbound_messages"
        indexes = [
            models.Index(fields=["channel", "not_before", "id"], name="outbound_messages_due_idx", condition=Q(handover=Handover.WAITING.value)),
            models.Index(fields=["claimed_at"], name="outbound_messages_open_idx", condition=Q(handover__in=[Handover.CLAIMED.value, Handover.UNKNOWN.value])),
            models.Index(fields=["provider_key", "provider_reference"], name="outbound_messages_ref_idx", condition=Q(provider_reference__isnull=False)),
            models.Index(fields=["address_hash", "-id"], name="outbound_messages_address_idx", condition=Q(address_hash__isnull=False)),
            models.Index(fields=["id"], name="outbound_messages_queue_idx", condition=Q(status=MessageStatus.QUEUED.value)),
            models.Index(fields=["customer_id", "-id"], name="outbound_messages_customer_idx"),
            models.Index(fields=["subject_type", "subject_id", "-id"], name="outbound_messages_subject_idx"),
            # Of a set of a million, what still waits, and who answered, is found without the rest.
            models.Index(
                fields=["subject_type", "subject_id"],
                name="outbound_messages_waits_idx",
                condition=Q(handover__in=[Handover.WAITING.value, Handover.CLAIMED.value]),
            ),
            models.Index(
                fields=["subject_type", "subject_id"],
                name="outbound_messages_answer_idx",
                condition=Q(clicked_at__isnull=False) | Q(replied_at__isnull=False),
            ),
            models.Index(
                fields=["sent_at"],
                include=["customer_id", "channel"],
                condition=Q(purpose="MARKETING", sent_at__isnull=False),
                name="outbound_messages_offers_idx",
            ),
        ]
        constraints = [
            # Starting a set again adds nobody twice.
            models.UniqueConstraint(
                fields=["subject_type", "subject_id", "customer_id", "template_version_id"],
                condition=Q(template_version_id__isnull=False),
                name="outbound_messages_set_once",
            ),
            models.CheckConstraint(condition=Q(channel__in=[one.value for one in Channel]), name="outbound_messages_channel_known"),
            models.CheckConstraint(condition=Q(purpose__in=[one.value for one in Purpose]), name="outbound_messages_purpose_known"),
            models.CheckConstraint(condition=Q(status__in=[one.value for one in MessageStatus]), name="outbound_messages_status_known"),
            models.CheckConstraint(condition=Q(tier__range=(1, 3)), name="outbound_messages_tier_known"),
            models.CheckConstraint(condition=Q(handover__in=[one.value for one in Handover]), name="outbound_messages_handover_known"),
            models.CheckConstraint(condition=Q(sealed__isnull=False) | Q(template_version_id__isnull=False), name="outbound_messages_has_content"),
            models.CheckConstraint(
                condition=Q(handover="WAITING") | Q(handover="DONE") | Q(claimed_at__isnull=False, provider_key__isnull=False),
                name="outbound_messages_claim_whole",
            ),
            # What waits comes in the order of the index by which it is claimed.
            models.CheckConstraint(condition=~Q(handover="WAITING") | Q(not_before__isnull=False), name="outbound_messages_waits_until"),
            # What ended, or was taken by a provider, is handed over no more.
            models.CheckConstraint(condition=Q(status="QUEUED") | Q(handover="DONE"), name="outbound_messages_sent_is_done"),
            models.CheckConstraint(
                condition=Q(status__in=["QUEUED", "FAILED", "BOUNCED"]) | Q(sent_at__isnull=False), name="outbound_messages_sent_has_instant"
            ),
            models.CheckConstraint(condition=~Q(status="QUEUED") | Q(sent_at__isnull=True), name="outbound_messages_queued_not_sent"),
            models.CheckConstraint(
                condition=Q(status__in=["FAILED", "BOUNCED"], failed_at__isnull=False, failed_reason__isnull=False)
                | (~Q(status__in=["FAILED", "BOUNCED"]) & Q(failed_at__isnull=True, failed_reason__isnull=True)),
                name="outbound_messages_failure_whole",
            ),
        ]


class MessageProvider(models.Model):
    """One account with a provider: how it is spoken to, how fast, and how it has answered lately.

    `settings` are what anybody may read who configures; `secrets` are sealed for this row. Of several for one channel the first by `position` that
    works is used. `paced_until` is when the next batch may go, `resumes_at` when one that failed too often is tried again; `stopped_reason` holds one until a person lets it go on.
    """

    key = models.TextField(primary_key=True, db_column="provider_key")
    name = models.TextField()
    channel = models.TextField()
    adapter = models.TextField()
    position = models.SmallIntegerField(db_default=0)
    is_active = models.BooleanField(db_default=True)
    settings = models.JSONField(default=dict)
    secrets = models.TextField(null=True)
    per_second = models.IntegerField(db_default=10)
    batch_size = models.IntegerField(db_default=50)
    failures = models.IntegerField(db_default=0)
    paced_until = models.DateTimeField(null=True)
    resumes_at = models.DateTimeField(null=True)
    stopped_reason = models.TextField(null=True)
    last_failure = models.TextField(null=True)
    last_failure_at = models.DateTimeField(null=True)
    last_success_at = models.DateTimeField(null=True)
    version = models.IntegerField(db_default=1)
    updated_at = models.DateTimeField(db_default=Now())
    updated_by = models.UUIDField()

    class Meta:
        db_table = "message_providers"
        constraints = [
            models.CheckConstraint(condition=Q(channel__in=[one.value for one in Channel]), name="message_providers_channel_known"),
            models.CheckConstraint(condition=Q(adapter__in=[one.value for one in Adapter]), name="message_providers_adapter_known"),
            models.CheckConstraint(condition=Q(per_second__range=(1, 5_000)), name="message_providers_rate_range"),
            models.CheckConstraint(condition=Q(batch_size__range=(1, 1_000)), name="message_providers_batch_range"),
            models.CheckConstraint(condition=Q(version__gte=1), name="message_providers_version_counts"),
        ]


class SuppressedAddress(models.Model):
    """An address that nothing is written to on one channel, by its keyed hash: it bounced, complained, opted out, or was put here."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="suppression_id")
    channel = models.TextField()
    address_hash = models.BinaryField()
    hint = models.TextField()
    reason = models.TextField()
    customer_id = models.UUIDField(null=True)
    message_id = models.UUIDField(null=True)
    added_at = models.DateTimeField(db_default=Now())
    added_by = models.UUIDField()
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.UUIDField(null=True)
    lifted_reason = models.TextField(null=True)

    class Meta:
        db_table = "suppressed_addresses"
        constraints = [
            models.UniqueConstraint(fields=["address_hash", "channel"], condition=Q(lifted_at__isnull=True), name="suppressed_addresses_once"),
            models.CheckConstraint(condition=Q(reason__in=["BOUNCE", "COMPLAINT", "OPT_OUT", "MANUAL"]), name="suppressed_addresses_reason"),
            models.CheckConstraint(
                condition=Q(lifted_at__isnull=True, lifted_by__isnull=True, lifted_reason__isnull=True)
                | Q(lifted_at__isnull=False, lifted_by__isnull=False, lifted_reason__isnull=False),
                name="suppressed_addresses_lifted",
            ),
        ]


class ContactPreference(models.Model):
    """Whether a customer wants to be written to on one channel, beyond what the law asks consent for."""

    pk = models.CompositePrimaryKey("customer_id", "channel")
    customer_id = models.UUIDField()
    channel = models.TextField()
    is_wanted = models.BooleanField()
    updated_at = models.DateTimeField()
    updated_by = models.UUIDField()

    class Meta:
        db_table = "contact_preferences"
        constraints = [models.CheckConstraint(condition=Q(channel__in=[one.value for one in Channel]), name="contact_preferences_channel_known")]


class ProviderReceipt(models.Model):
    """What a provider reported, as it came: kept first, answered at once, worked off afterwards, and once however often it comes.

    `message_id` is our key where the provider gives it back, else found by `provider_reference`. `detail` is what the report says beyond that, masked.
    """

    id = models.BigAutoField(primary_key=True, db_column="receipt_id")
    provider_key = models.TextField()
    dedupe_hash = models.BinaryField()
    kind = models.TextField()
    message_id = models.UUIDField(null=True)
    provider_reference = models.TextField(null=True)
    occurred_at = models.DateTimeField()
    reason = models.TextField(null=True)
    detail = models.JSONField(default=dict)
    received_at = models.DateTimeField(db_default=Now())
    applied_at = models.DateTimeField(null=True)
    outcome = models.TextField(null=True)

    class Meta:
        db_table = "provider_receipts"
        indexes = [models.Index(fields=["id"], name="provider_receipts_waiting_idx", condition=Q(applied_at__isnull=True))]
        constraints = [models.UniqueConstraint(fields=["dedupe_hash"], name="provider_receipts_once")]


class PushSubscription(models.Model):
    """One device of a customer that push messages reach: a browser's subscription, or the token of the organisation's app.

    `sealed` holds it for this row, `address_hash` knows it again; one device is one customer's at a time. It ends when the app
    removes it, another takes its place, or the push service says that it is gone.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="subscription_id")
    customer_id = models.UUIDField()
    kind = models.TextField()
    sealed = models.TextField()
    address_hash = models.BinaryField()
    created_at = models.DateTimeField(db_default=Now())
    created_by = models.UUIDField()
    ended_at = models.DateTimeField(null=True)
    ended_reason = models.TextField(null=True)

    class Meta:
        db_table = "push_subscriptions"
        indexes = [models.Index(fields=["customer_id", "-id"], name="push_subscriptions_live_idx", condition=Q(ended_at__isnull=True))]
        constraints = [
            models.UniqueConstraint(fields=["address_hash"], condition=Q(ended_at__isnull=True), name="push_subscriptions_once"),
            models.CheckConstraint(condition=Q(kind__in=["WEB", "FCM"]), name="push_subscriptions_kind_known"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_reason__isnull=True) | Q(ended_at__isnull=False, ended_reason__in=["REMOVED", "REPLACED", "GONE"]),
                name="push_subscriptions_end_whole",
            ),
        ]


class InAppReport(models.Model):
    """What the customer did with one message in the app: saw it, clicked it, put it away. Each once."""

    pk = models.CompositePrimaryKey("message_id", "event")
    message_id = models.UUIDField()
    event = models.TextField()
    occurred_at = models.DateTimeField()

    class Meta:
        db_table = "in_app_reports"
        constraints = [models.CheckConstraint(condition=Q(event__in=["SHOWN", "CLICKED", "DISMISSED"]), name="in_app_reports_event_known")]


class MessageHold(models.Model):
    """Messages about one subject are not handed over while this stands. A final one withdraws them: those that come back from a claim as well."""

    pk = models.CompositePrimaryKey("subject_type", "subject_id")
    subject_type = models.TextField()
    subject_id = models.TextField()
    is_final = models.BooleanField(db_default=False)
    held_at = models.DateTimeField()

    class Meta:
        db_table = "message_holds"


class MessageTemplate(models.Model):
    """What messages of one kind say on one channel, in whatever language; the words are in its versions."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="template_id")
    key = models.TextField(db_column="template_key")
    name = models.TextField()
    channel = models.TextField()
    purpose = models.TextField()
    created_at = models.DateTimeField()
    created_by = models.UUIDField()

    class Meta:
        db_table = "message_templates"
        constraints = [
            models.UniqueConstraint(fields=["key"], name="message_templates_key_once"),
            models.CheckConstraint(condition=Q(channel__in=[one.value for one in TEMPLATE_CHANNELS]), name="message_templates_channel_known"),
            models.CheckConstraint(condition=Q(purpose__in=[one.value for one in Purpose]), name="message_templates_purpose_known"),
        ]


class MessageTemplateVersion(models.Model):
    """What a template says in one language, from a draft to what another person approved. `writers` are all who edited it; none of them approves it.

    `revision` counts the edits of a draft. The provider's fields are for WhatsApp, which keeps a template of its own under `provider_name`.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="version_id")
    template = models.ForeignKey(MessageTemplate, models.PROTECT, related_name="versions")
    language = models.TextField()
    number = models.IntegerField()
    content = models.JSONField()
    content_hash = models.TextField()
    status = models.TextField(db_default=TemplateStatus.DRAFT.value)
    revision = models.IntegerField(db_default=1)
    author_id = models.UUIDField()
    writers = UuidArray()
    edited_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    submitted_by = models.UUIDField(null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.UUIDField(null=True)
    rejected_at = models.DateTimeField(null=True)
    rejected_by = models.UUIDField(null=True)
    rejection_note = models.TextField(db_default="")
    retired_at = models.DateTimeField(null=True)
    retired_by = models.UUIDField(null=True)
    provider_name = models.TextField(null=True)
    provider_status = models.TextField(null=True)
    provider_reason = models.TextField(null=True)

    class Meta:
        db_table = "message_template_versions"
        constraints = [
            models.UniqueConstraint(fields=["template", "language", "number"], name="message_template_versions_number_once"),
            models.UniqueConstraint(fields=["template", "language"], condition=Q(status__in=["DRAFT", "SUBMITTED"]), name="message_template_versions_one_open"),
            models.UniqueConstraint(
                fields=["provider_name", "language"], condition=Q(provider_name__isnull=False), name="message_template_versions_provider_once"
            ),
            models.CheckConstraint(condition=Q(language__in=["id", "en"]), name="message_template_versions_language_known"),
            models.CheckConstraint(condition=Q(status__in=[one.value for one in TemplateStatus]), name="message_template_versions_status_known"),
            models.CheckConstraint(
                condition=Q(provider_status__isnull=True) | Q(provider_status__in=[one.value for one in ProviderStatus], provider_name__isnull=False),
                name="message_template_versions_provider_known",
            ),
            models.CheckConstraint(condition=Q(number__gte=1, revision__gte=1), name="message_template_versions_counts"),
            models.CheckConstraint(
                condition=Q(status="DRAFT") | Q(submitted_at__isnull=False, submitted_by__isnull=False), name="message_template_versions_submitted"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["APPROVED", "RETIRED"], approved_at__isnull=False, approved_by__isnull=False)
                | (~Q(status__in=["APPROVED", "RETIRED"]) & Q(approved_at__isnull=True, approved_by__isnull=True)),
                name="message_template_versions_approved",
            ),
            models.CheckConstraint(
                condition=Q(status="REJECTED", rejected_at__isnull=False, rejected_by__isnull=False)
                | (~Q(status="REJECTED") & Q(rejected_at__isnull=True, rejected_by__isnull=True)),
                name="message_template_versions_rejected",
            ),
            models.CheckConstraint(
                condition=Q(status="RETIRED", retired_at__isnull=False, retired_by__isnull=False)
                | (~Q(status="RETIRED") & Q(retired_at__isnull=True, retired_by__isnull=True)),
                name="message_template_versions_retired",
            ),
        ]
