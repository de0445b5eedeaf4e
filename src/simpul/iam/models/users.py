"""Users, roles, grants, and the branches and units that scopes name."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Now

from simpul.platform.db.fields import CaseInsensitiveText
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
    phone = models.TextField(blank=True, db_default="")
    time_zone = models.TextField(default="Asia/Jakarta")
    head_user = models.ForeignKey("User", models.PROTECT, null=True, related_name="+")
    is_active = models.BooleanField(default=True)
    version = models.IntegerField(db_default=1)

    class Meta:
        db_table = "branches"


class Unit(models.Model):
    """A team that serves several branches (call centre, card unit, IT, legal)."""

    code = models.TextField(primary_key=True, db_column="unit_code")
    name = models.TextField()
    head_user = models.ForeignKey("User", models.PROTECT, null=True, related_name="+")
    version = models.IntegerField(db_default=1)

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
    email_changed_at = models.DateTimeField(null=True)  # written by the database
    kind = models.TextField(choices=Kind.choices, default=Kind.USER)
    status = models.TextField(choices=Status.choices, default=Status.ACTIVE)
    activated_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)  # who has left stays suspended
    language = models.TextField(default="id")
    theme = models.TextField(default="system")
    must_change_password = models.BooleanField(default=False, db_default=False)
    created_at = models.DateTimeField(db_default=Now())
    version = models.IntegerField(db_default=1)

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
    """A named set of grants. One of the organisation's own is `based_on` a shipped role and shows the same parts of a customer."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="role_id")
    key = models.TextField(unique=True, db_column="role_key")
    name = models.TextField(db_column="role_name")
    name_en = models.TextField()
    home = models.TextField(default="/welcome")
    rank = models.SmallIntegerField(default=100)
    is_assignable = models.BooleanField(default=True)
    is_shipped = models.BooleanField(db_default=False)
    based_on = models.TextField(null=True)
    retired_at = models.DateTimeField(null=True)
    version = models.IntegerField(db_default=1)

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
            # A place may be left and come back to; two of its scopes never run without an end at once.
            models.UniqueConstraint(
                fields=["user", "scope_type", "branch", "unit"],
                condition=models.Q(active_to__isnull=True),
                nulls_distinct=False,
                name="user_branch_scopes_one_open",
            ),
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
