"""How people and programs get in: failures, former passwords, known browsers, identities of other systems, service accounts and their keys."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now

from simpul.iam.models.users import User
from simpul.platform.db.fields import TextArray
from simpul.platform.ids import uuid7


class SignInFailure(models.Model):
    """How often signing in failed lately for one user name or from one address, and until when it is closed.

    The subject is a keyed hash: a name that nobody has is counted like any other. `judging` attempts are being looked at now.
    """

    class Kind(models.TextChoices):
        NAME = "NAME"
        ADDRESS = "ADDRESS"

    subject = models.TextField(primary_key=True)
    kind = models.TextField(choices=Kind.choices)
    failures = models.IntegerField()
    last_at = models.DateTimeField()
    locked_until = models.DateTimeField(null=True)
    judging = models.IntegerField(db_default=0)
    judging_since = models.DateTimeField(null=True)

    class Meta:
        db_table = "sign_in_failures"
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=["NAME", "ADDRESS"]), name="sign_in_failures_kind_known"),
            models.CheckConstraint(condition=models.Q(failures__gte=0, judging__gte=0), name="sign_in_failures_counted"),
        ]


class FormerPassword(models.Model):
    """The hash of a password that a person had before; the latest ones are kept so that they are not chosen again."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="former_password_id")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    password = models.TextField()
    kept_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "former_passwords"


class KnownBrowser(models.Model):
    """A browser that a person has signed in from: a keyed digest of its cookie, which differs for each person who uses it."""

    pk = models.CompositePrimaryKey("user_id", "digest")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    digest = models.TextField()
    first_seen_at = models.DateTimeField(db_default=Now())
    last_seen_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "known_browsers"
        constraints = [
            models.CheckConstraint(condition=models.Q(last_seen_at__gte=models.F("first_seen_at")), name="known_browsers_order"),
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
