"""The customer master, what hangs on it, and requests to change it."""

from __future__ import annotations

from django.db import models
from django.db.models import Case, F, Func, Q, When
from django.db.models.functions import Now

from simpul.customers.vocabulary import (
    DEFAULT_SEGMENT,
    AddressKind,
    Channel,
    CodeList,
    CoordinateSource,
    Gender,
    IdType,
    Kind,
    Language,
    RequestStatus,
    Status,
)
from simpul.platform.db.fields import CaseInsensitiveText, TextArray
from simpul.platform.ids import uuid7


def _one_of(field: str, choices: type[models.TextChoices], name: str, *, null: bool = False) -> models.CheckConstraint:
    known = Q(**{f"{field}__in": choices.values})
    return models.CheckConstraint(condition=known | Q(**{f"{field}__isnull": True}) if null else known, name=name)


class EmailKey(Func):
    """The number that an e-mail address is looked up by, the same in whatever letters it is written.

    No row policy lets a comparison of citext go ahead of it, so an index on the address itself would never be used; one of
    numbers is, and costs an import a third of what one of lower-case texts does. Addresses may share a number: compare both.
    """

    function = "hashtextextended"
    arity = 1
    template = "%(function)s(lower((%(expressions)s)::text), 0)"
    output_field = models.BigIntegerField()


class CustomerCode(models.Model):
    """A segment, a product or a kind of relationship. A code never changes and never goes: customers, files and rules name it.

    The database refuses customers, products and ties whose code is not in its list.
    """

    pk = models.CompositePrimaryKey("list_key", "code")
    list_key = models.TextField(choices=CodeList.choices)
    code = models.TextField()
    name_id = models.TextField()
    name_en = models.TextField()
    position = models.SmallIntegerField(db_default=0)
    is_active = models.BooleanField(db_default=True)
    version = models.IntegerField(db_default=1)
    updated_at = models.DateTimeField(db_default=Now())
    updated_by = models.UUIDField()

    class Meta:
        db_table = "customer_codes"
        constraints = [
            _one_of("list_key", CodeList, "customer_codes_list_known"),
            models.CheckConstraint(condition=Q(version__gte=1), name="customer_codes_version_counts"),
        ]


class Customer(models.Model):
    """A person or organisation that is served. Never deleted by hand; `version` counts the edits.

    `rm_user_id` follows the active assignment, `sort_name` the full name and `email_key` the address; the database keeps all
    three.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="customer_id")
    kind = models.TextField(choices=Kind.choices, db_default=Kind.PERSON)
    full_name = models.TextField()
    sort_name = models.GeneratedField(expression=Func(F("full_name"), function="crm.name_plain"), output_field=models.TextField(), db_persist=True)
    birth_date = models.DateField(null=True)
    gender = models.TextField(choices=Gender.choices, null=True)
    phone_e164 = models.TextField(null=True)
    email = CaseInsensitiveText(null=True)
    email_key = models.GeneratedField(expression=EmailKey("email"), output_field=models.BigIntegerField(), db_persist=True, null=True)
    segment_code = models.TextField(db_default=DEFAULT_SEGMENT)
    status = models.TextField(choices=Status.choices, db_default=Status.ACTIVE)
    is_vip = models.BooleanField(db_default=False)
    home_branch_code = models.TextField()
    rm_user_id = models.UUIDField(null=True)
    preferred_language = models.TextField(choices=Language.choices, db_default=Language.INDONESIAN)
    preferred_channel = models.TextField(choices=Channel.choices, null=True)
    tags = TextArray(db_default=[])
    source_system = models.TextField(null=True)
    source_key = models.TextField(null=True)
    synced_at = models.DateTimeField(null=True)
    version = models.IntegerField(db_default=1)
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "customers"
        indexes = [
            models.Index(fields=["rm_user_id"], name="customers_rm_idx", condition=Q(rm_user_id__isnull=False)),
            models.Index(fields=["email_key"], name="customers_email_idx", condition=Q(email_key__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["source_system", "source_key"], name="customers_source_once"),
            models.CheckConstraint(
                condition=Q(source_system__isnull=True, source_key__isnull=True) | Q(source_system__isnull=False, source_key__isnull=False),
                name="customers_source_whole",
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="customers_version_counts"),
            _one_of("kind", Kind, "customers_kind_known"),
            _one_of("gender", Gender, "customers_gender_known", null=True),
            _one_of("status", Status, "customers_status_known"),
            _one_of("preferred_language", Language, "customers_language_known"),
            _one_of("preferred_channel", Channel, "customers_channel_known", null=True),
            models.CheckConstraint(condition=Q(kind=Kind.PERSON) | Q(gender__isnull=True) | Q(gender=Gender.UNKNOWN), name="customers_gender_of_persons"),
        ]


class Identifier(models.Model):
    """What the organisation or the state knows a customer by; unique for each type and value.

    `value` is ciphertext for NIK and ACCOUNT_NO; `hash` is the keyed blind index of the normalised value.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="identifier_id")
    customer = models.ForeignKey(Customer, models.PROTECT, related_name="identifiers", db_index=False, db_constraint=False)  # see set_checks.sql
    id_type = models.TextField(choices=IdType.choices)
    value = models.TextField(db_column="id_value")
    hash = models.BinaryField(db_column="id_hash")
    hint = models.TextField(db_column="id_hint")
    is_primary = models.BooleanField(db_default=False)
    verified_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "customer_identifiers"
        constraints = [
            models.UniqueConstraint(fields=["hash", "id_type"], name="customer_identifiers_once"),
            # Primary ones are equal here, all others differ: one index tells a second primary and finds a customer's identifiers.
            models.UniqueConstraint(
                "customer", "id_type", Case(When(is_primary=False, then="id")), nulls_distinct=False, name="customer_identifiers_one_primary"
            ),
            _one_of("id_type", IdType, "customer_identifiers_type_known"),
        ]


class RetiredIdentifier(models.Model):
    """A number that a customer does not have any more, sealed as it was; another customer may have it by now."""

    id = models.UUIDField(primary_key=True, db_column="identifier_id")
    customer = models.ForeignKey(Customer, models.PROTECT, related_name="retired_identifiers")
    id_type = models.TextField(choices=IdType.choices)
    value = models.TextField(db_column="id_value")
    hash = models.BinaryField(db_column="id_hash")
    hint = models.TextField(db_column="id_hint")
    is_primary = models.BooleanField()
    verified_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()
    retired_at = models.DateTimeField()
    retired_by = models.UUIDField()
    reason = models.TextField()

    class Meta:
        db_table = "retired_identifiers"
        indexes = [models.Index(fields=["hash", "id_type"], name="retired_identifiers_hash_idx")]
        constraints = [_one_of("id_type", IdType, "retired_identifiers_type_known")]


class Address(models.Model):
    """Where a customer lives, works or receives mail; one address of each kind."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="address_id")
    customer = models.ForeignKey(Customer, models.PROTECT, related_name="addresses", db_index=False, db_constraint=False)  # see set_checks.sql
    kind = models.TextField(choices=AddressKind.choices, db_default=AddressKind.HOME)
    street = models.TextField(db_default="")
    rt = models.TextField(db_default="")
    rw = models.TextField(db_default="")
    kelurahan = models.TextField(db_default="")
    kecamatan = models.TextField(db_default="")
    city = models.TextField(db_default="")
    province = models.TextField(db_default="")
    postcode = models.TextField(db_default="")
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    coordinate_source = models.TextField(choices=CoordinateSource.choices, null=True)
    coordinate_accuracy_m = models.DecimalField(max_digits=8, decimal_places=1, null=True)
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "customer_addresses"
        constraints = [
            models.UniqueConstraint(fields=["customer", "kind"], name="customer_addresses_one_of_a_kind"),
            _one_of("kind", AddressKind, "customer_addresses_kind_known"),
            _one_of("coordinate_source", CoordinateSource, "customer_addresses_source_known", null=True),
        ]


class Assignment(models.Model):
    """Which RM a customer was given to, from when to when; one at a time."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="assignment_id")
    customer = models.ForeignKey(Customer, models.PROTECT, related_name="assignments")
    rm_user_id = models.UUIDField()
    assigned_at = models.DateTimeField(db_default=Now())
    assigned_by = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)
    active = models.BooleanField(db_default=True)

    class Meta:
        db_table = "customer_assignments"
        constraints = [
            models.UniqueConstraint(fields=["customer"], condition=Q(active=True), name="customer_assignments_one_active"),
            models.CheckConstraint(
                condition=Q(active=True, ended_at__isnull=True) | Q(active=False, ended_at__isnull=False), name="customer_assignments_ended_or_active"
            ),
            models.CheckConstraint(condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("assigned_at")), name="customer_assignments_order"),
        ]


class Relationship(models.Model):
    """`customer` is, in this role, tied to `related_customer`; the direction is the tie's own."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="relationship_id")
    customer = models.ForeignKey(Customer, models.PROTECT, related_name="+", db_index=False)
    related_customer = models.ForeignKey(Customer, models.PROTECT, related_name="+")
    kind = models.TextField()
    role = models.TextField(db_default="")
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "customer_relationships"
        constraints = [
            models.UniqueConstraint(fields=["customer", "related_customer", "kind", "role"], name="customer_relationships_once"),
            models.CheckConstraint(condition=~Q(customer=F("related_customer")), name="customer_relationships_two_customers"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_from__isnull=True) | Q(valid_to__gte=F("valid_from")), name="customer_relationships_order"
            ),
        ]


class ProductIndicator(models.Model):
    """Whether a customer holds a product, as of a day."""

    pk = models.CompositePrimaryKey("customer_id", "product")
    customer_id = models.UUIDField()
    product = models.TextField()
    held = models.BooleanField()
    as_of = models.DateField()

    class Meta:
        db_table = "customer_products"


class CustomerFacts(models.Model):
    """What other domains last found out about a customer; absent until one of them writes."""

    customer = models.OneToOneField(Customer, models.PROTECT, primary_key=True, related_name="facts")
    rfm_segment = models.TextField(null=True)
    has_open_case = models.BooleanField(db_default=False)
    has_open_sensitive_case = models.BooleanField(db_default=False)
    lead_status = models.TextField(null=True)
    lifecycle_stage = models.TextField(null=True)
    has_arrears = models.BooleanField(db_default=False)
    last_contact_at = models.DateTimeField(null=True)
    last_contact_channel = models.TextField(null=True)
    last_contact_by = models.UUIDField(null=True)
    contacts_90d = models.IntegerField(db_default=0)
    open_tasks = models.IntegerField(db_default=0)
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "customer_facts"
        constraints = [models.CheckConstraint(condition=Q(contacts_90d__gte=0, open_tasks__gte=0), name="customer_facts_counts")]


class ChangeRequest(models.Model):
    """Contact data that a colleague heard of, waiting for a data steward; nobody decides their own.

    `replaced` keeps, masked, what stood when the request was decided.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="change_request_id")
    customer = models.ForeignKey(Customer, models.PROTECT, related_name="+")
    changes = models.JSONField()
    note = models.TextField(db_default="")
    status = models.TextField(choices=RequestStatus.choices, db_default=RequestStatus.PENDING)
    requested_by = models.UUIDField()
    requested_at = models.DateTimeField(db_default=Now())
    decided_by = models.UUIDField(null=True)
    decided_at = models.DateTimeField(null=True)
    decision_note = models.TextField(db_default="")
    replaced = models.JSONField(default=dict)

    class Meta:
        db_table = "customer_change_requests"
        indexes = [
            models.Index(fields=["status", "-requested_at", "-id"], name="change_requests_status_idx"),
            models.Index(fields=["-requested_at", "-id"], name="change_requests_all_idx"),
        ]
        constraints = [
            _one_of("status", RequestStatus, "change_requests_status_known"),
            models.CheckConstraint(
                condition=Q(status="PENDING", decided_by__isnull=True, decided_at__isnull=True)
                | (~Q(status="PENDING") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                name="change_requests_decided_or_pending",
            ),
            models.CheckConstraint(condition=~Q(status__in=["APPROVED", "REJECTED"]) | ~Q(decided_by=F("requested_by")), name="change_requests_not_by_oneself"),
            models.CheckConstraint(condition=~Q(status="WITHDRAWN") | Q(decided_by=F("requested_by")), name="change_requests_withdrawn_by_oneself"),
        ]


class OpenRequestedValue(models.Model):
    """A value that a pending request asks for; the database keeps it, and that nobody asks for it in a second one."""

    pk = models.CompositePrimaryKey("customer_id", "field", "value_hash")
    customer_id = models.UUIDField()
    field = models.TextField()
    value_hash = models.BinaryField()
    request = models.ForeignKey(ChangeRequest, models.PROTECT, db_column="change_request_id", related_name="+")

    class Meta:
        db_table = "open_requested_values"


class ChangeRequestAsker(models.Model):
    """Somebody who asked for what a pending request asks for already, and is told of its outcome as well."""

    pk = models.CompositePrimaryKey("request_id", "user_id")
    request = models.ForeignKey(ChangeRequest, models.PROTECT, db_column="change_request_id", related_name="askers")
    user_id = models.UUIDField()
    note = models.TextField(db_default="")
    asked_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "change_request_askers"


class ImportChange(models.Model):
    """What one import changed in one field of a customer, before and after as everybody may see them: masked, a birth date as an age."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="change_id")
    customer = models.ForeignKey(Customer, models.PROTECT, related_name="+", db_index=False)
    run_id = models.UUIDField()
    field = models.TextField()
    before = models.TextField(null=True)
    after = models.TextField(null=True)
    changed_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "customer_import_changes"
        indexes = [
            models.Index(fields=["customer", "-changed_at", "-id"], name="import_changes_customer_idx"),
            models.Index(fields=["run_id"], name="import_changes_run_idx"),
            models.Index(fields=["changed_at"], name="import_changes_age_idx"),
        ]


class RecentCustomer(models.Model):
    """When a user last opened a customer."""

    pk = models.CompositePrimaryKey("user_id", "customer_id")
    user_id = models.UUIDField()
    customer_id = models.UUIDField()
    opened_at = models.DateTimeField()

    class Meta:
        db_table = "recent_customers"
        indexes = [models.Index(fields=["user_id", "-opened_at"], name="recent_customers_user_idx")]
