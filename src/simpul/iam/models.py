"""Users, roles, grants, and the branches and units that scopes name."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Now

from simpul.platform.db.fields import CaseInsensitiveText, TextArray
from simpul.platform.ids import uuid7


class UserManager(BaseUserManager["User"]):
    """Users by their name, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(username=username)


class Branch(models.Model):
    """A branch of the organisation. `number` makes the branch part of composite search tokens."""

    code = models.TextField(primary_key=True, db_column="branch_code")
    number = models.SmallIntegerField(unique=True, db_column="branch_no")
    name = models.TextField()
    city = models.TextField(blank=True)
    time_zone = models.TextField(default="Asia/Jakarta")
    head_user = models.ForeignKey("User", models.PROTECT, null=True, related_name="+")
    is_active = models.BooleanField(default=True)

    class Meta:
        db_table = "branches"


class Unit(models.Model):
    """A team that serves several branches (call centre, card unit, IT, legal)."""

    code = models.TextField(primary_key=True, db_column="unit_code")
    name = models.TextField()
    head_user = models.ForeignKey("User", models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "units"


class UnitBranch(models.Model):
    """A branch that a unit serves."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="unit_branch_id")
    unit = models.ForeignKey(Unit, models.PROTECT, db_column="unit_code", related_name="+")
    branch = models.ForeignKey(Branch, models.PROTECT, db_column="branch_code", related_name="+")

    class Meta:
        db_table = "unit_branches"
        constraints = [models.UniqueConstraint(fields=["unit", "branch"], name="unit_branches_once")]


class User(AbstractBaseUser):
    """Somebody who acts. Only the kind USER can sign in."""

    class Kind(models.TextChoices):
        USER = "USER"
        SYSTEM = "SYSTEM"
        ANONYMOUS = "ANONYMOUS"
        SERVICE = "SERVICE"

    class Status(models.TextChoices):
        ACTIVE = "ACTIVE"
        SUSPENDED = "SUSPENDED"

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="user_id")
    username = CaseInsensitiveText(unique=True)
    full_name = models.TextField()
    email = CaseInsensitiveText(null=True, blank=True)
    kind = models.TextField(choices=Kind.choices, default=Kind.USER)
    status = models.TextField(choices=Status.choices, default=Status.ACTIVE)
    language = models.TextField(default="id")
    theme = models.TextField(default="system")
    must_change_password = models.BooleanField(default=False, db_default=False)
    created_at = models.DateTimeField(db_default=Now())

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    class Meta:
        db_table = "users"
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=["USER", "SYSTEM", "ANONYMOUS", "SERVICE"]), name="users_kind_known"),
            models.CheckConstraint(condition=models.Q(status__in=["ACTIVE", "SUSPENDED"]), name="users_status_known"),
            models.CheckConstraint(condition=models.Q(language__in=["id", "en"]), name="users_language_known"),
            models.CheckConstraint(condition=models.Q(theme__in=["system", "light", "dark"]), name="users_theme_known"),
        ]

    @property
    def is_active(self) -> bool:  # type: ignore[override]
        """Whether the user may sign in."""
        return self.status == self.Status.ACTIVE and self.kind == self.Kind.USER


class Role(models.Model):
    """A named set of grants."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="role_id")
    key = models.TextField(unique=True, db_column="role_key")
    name = models.TextField(db_column="role_name")
    name_en = models.TextField()
    home = models.TextField(default="/welcome")
    rank = models.SmallIntegerField(default=100)
    is_assignable = models.BooleanField(default=True)

    class Meta:
        db_table = "roles"


class UserRole(models.Model):
    """A role that a user holds."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="user_role_id")
    user = models.ForeignKey(User, models.PROTECT, related_name="user_roles")
    role = models.ForeignKey(Role, models.PROTECT, related_name="+")
    assigned_at = models.DateTimeField(db_default=Now())
    assigned_by = models.ForeignKey(User, models.PROTECT, null=True, db_column="assigned_by", related_name="+")

    class Meta:
        db_table = "user_roles"
        constraints = [models.UniqueConstraint(fields=["user", "role"], name="user_roles_once")]


class Grant(models.Model):
    """A role may do an action on a resource, this far. `per_user` grants work only for users switched on."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="grant_id")
    role = models.ForeignKey(Role, models.PROTECT, related_name="grants")
    resource = models.TextField()
    action = models.TextField()
    reach = models.SmallIntegerField()
    limit = models.TextField(blank=True, db_column="limited_to")
    per_user = models.BooleanField(default=False)

    class Meta:
        db_table = "grants"
        constraints = [
            models.UniqueConstraint(fields=["role", "resource", "action"], name="grants_once"),
            models.CheckConstraint(condition=models.Q(action__in=list("RCUAXBM")), name="grants_action_known"),
            models.CheckConstraint(condition=models.Q(reach__range=(1, 4)), name="grants_reach_known"),
        ]


class UserSwitch(models.Model):
    """A `per_user` grant switched on for one named user."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="switch_id")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    resource = models.TextField()
    action = models.TextField()
    switched_at = models.DateTimeField(db_default=Now())
    switched_by = models.ForeignKey(User, models.PROTECT, db_column="switched_by", related_name="+")

    class Meta:
        db_table = "user_switches"
        constraints = [models.UniqueConstraint(fields=["user", "resource", "action"], name="user_switches_once")]


class Scope(models.Model):
    """A branch or unit that a user works for, between two instants."""

    class Type(models.TextChoices):
        BRANCH = "BRANCH"
        UNIT = "UNIT"

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="scope_id")
    user = models.ForeignKey(User, models.PROTECT, related_name="scopes")
    scope_type = models.TextField(choices=Type.choices, default=Type.BRANCH)
    branch = models.ForeignKey(Branch, models.PROTECT, null=True, db_column="branch_code", related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, db_column="unit_code", related_name="+")
    active_from = models.DateTimeField(null=True)
    active_to = models.DateTimeField(null=True)
    assigned_at = models.DateTimeField(db_default=Now())
    assigned_by = models.ForeignKey(User, models.PROTECT, null=True, db_column="assigned_by", related_name="+")

    class Meta:
        db_table = "user_branch_scopes"
        indexes = [models.Index(fields=["user"], name="user_branch_scopes_user_idx")]
        constraints = [
            models.UniqueConstraint(fields=["user", "scope_type", "branch", "unit"], nulls_distinct=False, name="user_branch_scopes_once"),
            models.CheckConstraint(
                condition=models.Q(scope_type="BRANCH", branch__isnull=False, unit__isnull=True)
                | models.Q(scope_type="UNIT", branch__isnull=True, unit__isnull=False),
                name="user_branch_scopes_target",
            ),
            models.CheckConstraint(
                condition=models.Q(active_to__gt=models.F("active_from")) | models.Q(active_to__isnull=True) | models.Q(active_from__isnull=True),
                name="user_branch_scopes_order",
            ),
        ]


class CustomerReach(models.Model):
    """Where a customer belongs, for the row policies of every engine; written by the customers' own table.

    A trigger copies both from `crm.customers`, whose foreign keys were checked for the same row: no second check here.
    """

    customer_id = models.UUIDField(primary_key=True)
    branch = models.ForeignKey(Branch, models.PROTECT, db_column="branch_code", related_name="+", db_index=False, db_constraint=False)
    rm_user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", db_index=False, db_constraint=False)

    class Meta:
        db_table = "customer_reach"


class Elevation(models.Model):
    """Customers opened to one user beyond the grants, until an instant. What a break-glass request grants has the request's own id."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="elevation_id")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    tier = models.SmallIntegerField(default=1)
    reason_type = models.TextField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "elevations"
        indexes = [models.Index(fields=["user", "ends_at"], name="elevations_user_idx")]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="elevations_order"),
            models.CheckConstraint(condition=models.Q(tier__range=(1, 3)), name="elevations_tier_known"),
        ]


class ElevationCustomer(models.Model):
    """A customer that an elevation opens."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="elevation_customer_id")
    elevation = models.ForeignKey(Elevation, models.CASCADE, related_name="customers", db_index=False)
    customer_id = models.UUIDField()

    class Meta:
        db_table = "elevation_customers"
        constraints = [models.UniqueConstraint(fields=["elevation", "customer_id"], name="elevation_customers_once")]


class SettingValue(models.Model):
    """A setting that the organisation changed; one without a row has its default (`simpul.platform.configuration`)."""

    key = models.TextField(primary_key=True)
    value = models.JSONField(null=True)
    changed_at = models.DateTimeField(db_default=Now())
    changed_by = models.ForeignKey(User, models.PROTECT, db_column="changed_by", related_name="+")

    class Meta:
        db_table = "settings"


class UnitSetting(models.Model):
    """A setting in which a unit is stricter than the organisation."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="unit_setting_id")
    unit = models.ForeignKey(Unit, models.PROTECT, db_column="unit_code", related_name="+")
    key = models.TextField()
    value = models.JSONField(null=True)
    changed_at = models.DateTimeField(db_default=Now())
    changed_by = models.ForeignKey(User, models.PROTECT, db_column="changed_by", related_name="+")

    class Meta:
        db_table = "unit_settings"
        constraints = [models.UniqueConstraint(fields=["unit", "key"], name="unit_settings_once")]


class Revision(models.Model):
    """One saved change of the settings or of the grant table. Its number is the version that a further change must name."""

    class Kind(models.TextChoices):
        SETTINGS = "SETTINGS"
        GRANTS = "GRANTS"

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="revision_id")
    kind = models.TextField(choices=Kind.choices)
    number = models.IntegerField()
    changes = models.JSONField()
    reason = models.TextField()
    changed_at = models.DateTimeField(db_default=Now())
    changed_by = models.ForeignKey(User, models.PROTECT, db_column="changed_by", related_name="+")

    class Meta:
        db_table = "configuration_revisions"
        constraints = [
            models.UniqueConstraint(fields=["kind", "number"], name="configuration_revisions_once"),
            models.CheckConstraint(condition=models.Q(kind__in=["SETTINGS", "GRANTS"]), name="configuration_revisions_kind_known"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="configuration_revisions_number_positive"),
        ]


class SignInFailure(models.Model):
    """How often signing in failed lately for one user name or from one address, and until when it is closed.

    The subject is a keyed hash: a name that nobody has is counted like any other.
    """

    class Kind(models.TextChoices):
        NAME = "NAME"
        ADDRESS = "ADDRESS"

    subject = models.TextField(primary_key=True)
    kind = models.TextField(choices=Kind.choices)
    failures = models.IntegerField()
    last_at = models.DateTimeField()
    locked_until = models.DateTimeField(null=True)

    class Meta:
        db_table = "sign_in_failures"
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=["NAME", "ADDRESS"]), name="sign_in_failures_kind_known"),
            models.CheckConstraint(condition=models.Q(failures__gte=1), name="sign_in_failures_counted"),
        ]


class ExternalIdentity(models.Model):
    """A person at the organisation's identity provider, tied to a user here."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="identity_id")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    provider = models.TextField()
    subject = models.TextField()
    linked_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "external_identities"
        constraints = [
            models.UniqueConstraint(fields=["provider", "subject"], name="external_identities_once"),
            models.UniqueConstraint(fields=["provider", "user"], name="external_identities_one_each"),
        ]


class ServiceAccount(models.Model):
    """A program of the organisation that calls the API; its user holds the roles and scopes, its keys open the door."""

    user = models.OneToOneField(User, models.PROTECT, primary_key=True, related_name="+")
    purpose = models.TextField()
    created_at = models.DateTimeField(db_default=Now())
    created_by = models.ForeignKey(User, models.PROTECT, db_column="created_by", related_name="+")

    class Meta:
        db_table = "service_accounts"


class ServiceKey(models.Model):
    """A key of a service account: its prefix in clear, the rest as a keyed digest."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="key_id")
    account = models.ForeignKey(ServiceAccount, models.PROTECT, related_name="keys")
    name = models.TextField()
    prefix = models.TextField(unique=True)
    digest = models.BinaryField()
    operations = TextArray()
    per_minute = models.IntegerField()
    created_at = models.DateTimeField(db_default=Now())
    created_by = models.ForeignKey(User, models.PROTECT, db_column="created_by", related_name="+")
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    last_used_ip = models.GenericIPAddressField(null=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(User, models.PROTECT, null=True, db_column="revoked_by", related_name="+")

    class Meta:
        db_table = "service_keys"
        constraints = [
            models.CheckConstraint(condition=models.Q(expires_at__gt=models.F("created_at")), name="service_keys_order"),
            models.CheckConstraint(condition=models.Q(per_minute__range=(1, 6000)), name="service_keys_rate"),
        ]
