"""Cases, what happened to their clocks, what people did, and the counters of their numbers."""

from __future__ import annotations

from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import Q
from django.db.models.functions import Least, Now

from simpul.cases.models.catalogue import CaseCategory, ResolutionCode
from simpul.cases.models.levels import LegalRules, ServiceLevelVersion
from simpul.cases.vocabulary import OPEN, ActivityType, Channel, Kind, Priority, Review, Status
from simpul.platform.ids import uuid7

_OPEN = Q(status__in=sorted(state.value for state in OPEN))
_UNMET = models.Case(models.When(first_responded_at__isnull=True, then=models.F("first_response_due_at")))
_FILTERED = ["status", "priority", "category", "channel", "assigned_to_user_id", "assigned_unit_code", "created_by", "customer_id", "review"]


class Case(models.Model):
    """A complaint or request of one customer. The database numbers it when it is stored, or, stored without a number (NULL), by
    `give_case_number` and at the latest when the transaction commits: nobody else ever sees a case without one.

    `sla_due_at` is the due time of the final response; the three due times and `sla_breached_at` are what the clocks say,
    kept for lists. `first_resolved_at` stays through reopenings. `policy_version` and `legal_rules` are what was promised last.
    `own_state` is the state of the organisation's own in which the case rests, beside the status as which that counts.
    `review` and the proposal stand while somebody else has to approve the final response, or has given it back.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="case_id")
    case_no = models.TextField(db_default="")
    customer_id = models.UUIDField()
    branch_code = models.TextField()
    channel = models.TextField()
    kind = models.TextField()
    category = models.ForeignKey(CaseCategory, models.PROTECT, db_column="category_code", related_name="+", db_index=False)
    priority = models.TextField()
    status = models.TextField(db_default=Status.NEW.value)
    own_state = models.TextField(null=True)
    sla_due_at = models.DateTimeField()
    first_response_due_at = models.DateTimeField()
    legal_due_at = models.DateTimeField(null=True)
    first_responded_at = models.DateTimeField(null=True)
    sla_breached_at = models.DateTimeField(null=True)
    policy_version = models.ForeignKey(ServiceLevelVersion, models.PROTECT, related_name="+", db_index=False)
    legal_rules = models.ForeignKey(LegalRules, models.PROTECT, null=True, related_name="+", db_index=False)
    assigned_to_user_id = models.UUIDField(null=True)
    assigned_unit_code = models.TextField(null=True)
    escalation_level = models.SmallIntegerField(db_default=0)
    description = models.TextField()
    contact_preference = models.TextField(db_default="")
    product = models.TextField(db_default="")
    transaction_ref = models.TextField(db_default="")
    amount = models.DecimalField(max_digits=15, decimal_places=2, null=True)
    complainant = models.TextField(db_default="")
    complainant_authority = models.TextField(db_default="")
    final_response = models.TextField(null=True)
    review = models.TextField(null=True)
    proposed_response = models.TextField(null=True)
    proposed_by = models.UUIDField(null=True)
    proposed_at = models.DateTimeField(null=True)
    reviewed_by = models.UUIDField(null=True)
    resolution_code = models.ForeignKey(ResolutionCode, models.PROTECT, null=True, db_column="resolution_code", related_name="+", db_index=False)
    resolved_at = models.DateTimeField(null=True)
    first_resolved_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.UUIDField(null=True)
    reopened = models.SmallIntegerField(db_default=0)
    created_at = models.DateTimeField(db_default=Now())
    created_by = models.UUIDField()
    updated_at = models.DateTimeField(db_default=Now())
    version = models.IntegerField(db_default=1)
    # The nearest of the clocks that are not met yet, as the row stands.
    next_due_at = models.GeneratedField(expression=Least("sla_due_at", "legal_due_at", _UNMET), output_field=models.DateTimeField(), db_persist=True)

    class Meta:
        db_table = "cases"
        indexes = [
            models.Index(fields=["branch_code", "status", "sla_due_at", "id"], name="idx_cases_queue"),
            # What an open case is filtered by stands beside its due time: a filter that finds little reads no row that it does not show.
            models.Index(fields=["branch_code", "next_due_at", "id"], condition=_OPEN, include=[*_FILTERED, "sla_due_at"], name="cases_open_idx"),
            models.Index(fields=["branch_code", "-created_at", "-id"], condition=_OPEN, include=[*_FILTERED, "sla_due_at"], name="cases_open_created_idx"),
            models.Index(fields=["customer_id"], condition=_OPEN, name="cases_open_customer_idx"),
            models.Index(fields=["branch_code", "first_response_due_at"], condition=_OPEN & Q(first_responded_at__isnull=True), name="cases_unanswered_idx"),
            models.Index(fields=["assigned_to_user_id", "sla_due_at", "id"], condition=_OPEN, name="cases_assignee_idx"),
            models.Index(fields=["assigned_unit_code", "sla_due_at", "id"], condition=_OPEN & Q(assigned_unit_code__isnull=False), name="cases_unit_idx"),
            models.Index(fields=["branch_code", "-closed_at", "-id"], condition=Q(status="CLOSED"), name="cases_closed_idx"),
            models.Index(fields=["customer_id", "-created_at"], name="cases_customer_idx"),
            models.Index(fields=["branch_code", "proposed_at", "id"], condition=Q(review=Review.WAITING.value), name="cases_review_idx"),
            # Which cases lived in a quarter: rows lie about as they came, so a block says when its cases began and ended.
            BrinIndex(fields=["created_at", "closed_at"], autosummarize=True, pages_per_range=32, name="cases_span_brin"),
            # What somebody made or has, and a unit holds, outside their own branches.
            models.Index(fields=["created_by", "branch_code", "status"], name="cases_maker_idx"),
            models.Index(fields=["assigned_to_user_id", "branch_code", "status"], condition=Q(assigned_to_user_id__isnull=False), name="cases_holder_idx"),
            models.Index(fields=["assigned_unit_code", "branch_code", "status"], condition=Q(assigned_unit_code__isnull=False), name="cases_holding_unit_idx"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["case_no"], name="cases_number_once"),
            models.CheckConstraint(condition=Q(channel__in=[one.value for one in Channel]), name="cases_channel_known"),
            models.CheckConstraint(condition=Q(kind__in=[one.value for one in Kind]), name="cases_kind_known"),
            models.CheckConstraint(condition=Q(priority__in=[one.value for one in Priority]), name="cases_priority_known"),
            models.CheckConstraint(condition=Q(status__in=[one.value for one in Status]), name="cases_status_known"),
            models.CheckConstraint(condition=Q(escalation_level__range=(0, 3)), name="cases_escalation_level"),
            models.CheckConstraint(condition=Q(amount__isnull=True) | Q(amount__gte=0), name="cases_amount"),
            models.CheckConstraint(condition=Q(version__gte=1, reopened__gte=0), name="cases_counts"),
            models.CheckConstraint(condition=Q(review__isnull=True) | Q(review__in=[one.value for one in Review]), name="cases_review_known"),
        ]


class CaseClockEvent(models.Model):
    """One event of a case's clocks (see `cases.sla`). `calendars` are the versions in force from here on, by key.

    With new terms come the case's own category and, as `rule_category`, that whose rule covers it.
    """

    pk = models.CompositePrimaryKey("case_id", "seq")
    case = models.ForeignKey(Case, models.PROTECT, related_name="clock_events", db_index=False)
    seq = models.IntegerField()
    change = models.TextField()
    at = models.DateTimeField(db_column="occurred_at")
    clock = models.TextField(null=True)
    policy_version = models.ForeignKey(ServiceLevelVersion, models.PROTECT, null=True, related_name="+", db_index=False)
    legal_rules = models.ForeignKey(LegalRules, models.PROTECT, null=True, related_name="+", db_index=False)
    rule_category = models.TextField(null=True)
    category_code = models.TextField(null=True)
    priority = models.TextField(null=True)
    kind = models.TextField(null=True)
    calendars = models.JSONField(db_default={})
    corrects = models.IntegerField(null=True)
    moved_to = models.DateTimeField(null=True)
    reason = models.TextField(db_default="")
    actor_user_id = models.UUIDField()

    class Meta:
        db_table = "case_clock_events"


class CaseActivity(models.Model):
    """What somebody did in a case. `is_public` is what the customer was told; `data` holds from, to and ids, nothing personal."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="activity_id")
    case = models.ForeignKey(Case, models.PROTECT, related_name="activities", db_index=False)
    activity_type = models.TextField()
    message = models.TextField(null=True)
    is_public = models.BooleanField(db_default=False)
    data = models.JSONField(db_default={})
    actor_user_id = models.UUIDField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "case_activities"
        indexes = [models.Index(fields=["case", "created_at", "id"], name="idx_case_activities_case")]
        constraints = [models.CheckConstraint(condition=Q(activity_type__in=[one.value for one in ActivityType]), name="case_activities_type_known")]


class CaseNumber(models.Model):
    """The last number that a branch gave in a year; the database alone counts it on."""

    pk = models.CompositePrimaryKey("branch_code", "year")
    branch_code = models.TextField()
    year = models.SmallIntegerField()
    last_number = models.IntegerField()

    class Meta:
        db_table = "case_numbers"
        constraints = [models.CheckConstraint(condition=Q(last_number__gte=1, year__range=(2000, 2199)), name="case_numbers_counts")]
