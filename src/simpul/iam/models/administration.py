"""What administrators change beside users: one-time links, settings, the revisions of what was saved, and what two people applied."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Now

from simpul.iam.models.users import Unit, User
from simpul.platform.ids import uuid7


class PasswordLink(models.Model):
    """A one-time link by which a user sets a password; only the digest of its token is kept."""

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="password_link_id")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    digest = models.TextField(unique=True)
    created_at = models.DateTimeField(db_default=Now())
    created_by = models.ForeignKey(User, models.PROTECT, db_column="created_by", related_name="+")
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "password_links"
        constraints = [
            models.UniqueConstraint(fields=["user"], condition=models.Q(ended_at__isnull=True), name="password_links_one_open"),
            models.CheckConstraint(condition=models.Q(expires_at__gt=models.F("created_at")), name="password_links_order"),
        ]


class BroughtResource(models.Model):
    """A resource whose shipped grants came into this installation once; what became of them since is the organisation's."""

    resource = models.TextField(primary_key=True)
    brought_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "brought_resources"


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


class AppliedChange(models.Model):
    """A guarded change that was applied: who proposed it and who else agreed, in the transaction that made it.

    The database adds the number of that transaction (`xid`), by which its guards find the row.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, db_column="change_id")
    kind = models.TextField()
    proposal_id = models.UUIDField(null=True)
    proposed_by = models.UUIDField()
    decided_by = models.UUIDField(null=True)
    by_codes = models.BooleanField(db_default=False)
    at = models.DateTimeField(db_default=Now())
    told_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "applied_changes"
        indexes = [models.Index(fields=["at"], name="applied_changes_untold_idx", condition=models.Q(told_at__isnull=True))]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(by_codes=True, decided_by__isnull=True)
                | (models.Q(by_codes=False, decided_by__isnull=False) & ~models.Q(decided_by=models.F("proposed_by"))),
                name="applied_changes_two_people",
            ),
        ]
