"""Roles of the organisation's own: made as a copy of another, renamed, retired and brought back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.db.models.functions import Now

from simpul.audit.public import AuditedChange, audited_change
from simpul.iam.acts import IamAct
from simpul.iam.errors import RoleExists, RoleIsHeld, RoleIsRetired, RoleIsShipped
from simpul.iam.models import Grant, Role, UserRole
from simpul.iam.policies import can_manage_organisation
from simpul.iam.selectors.grants import role_get
from simpul.platform.actor import Actor
from simpul.platform.redaction import redacted


@transaction.atomic
def role_create(*, actor: Actor, key: str, names: Mapping[str, str], copy_of: str) -> Role:
    """Make a role that begins with another's grants and shows what the shipped role behind that one shows.

    Raises: Forbidden, RoleNotFound, RoleIsRetired, RoleExists.
    """
    with _changing(actor, key) as change:
        source = role_get(copy_of)
        if source.retired_at is not None:
            raise RoleIsRetired()
        rank = (Role.objects.aggregate(last=Max("rank"))["last"] or 0) + 1
        try:
            with transaction.atomic():
                role = Role.objects.create(
                    key=key, name=names["id"], name_en=names["en"], home=source.home, rank=rank, is_shipped=False, based_on=source.based_on or source.key
                )
        except IntegrityError:
            raise RoleExists() from None
        grants = list(Grant.objects.filter(role=source))
        Grant.objects.bulk_create(Grant(role=role, resource=g.resource, action=g.action, reach=g.reach, limit=g.limit, per_user=g.per_user) for g in grants)
        change.describe(act="CREATE", after={"names": dict(names), "copy_of": copy_of, "grants": len(grants)})
    return role


@transaction.atomic
def role_update(*, actor: Actor, key: str, version: int, names: Mapping[str, str]) -> Role:
    """Rename a role of the organisation's own.

    Raises: Forbidden, RoleNotFound, RoleIsShipped, StaleVersion.
    """
    with _changing(actor, key) as change:
        role = _opened(change, key, version)
        before = {"id": role.name, "en": role.name_en}
        if before == dict(names):
            change.nothing_changed()
            return role
        role.name, role.name_en = names["id"], names["en"]
        _save(role, "name", "name_en")
        change.describe(act="RENAME", before={"names": before}, after={"names": dict(names)})
    return role


@transaction.atomic
def role_retire(*, actor: Actor, key: str, version: int, reason: str) -> Role:
    """Take a role that nobody holds out of use; its grants stay with it.

    Raises: Forbidden, RoleNotFound, RoleIsShipped, RoleIsRetired, RoleIsHeld, StaleVersion.
    """
    with _changing(actor, key) as change:
        role = _opened(change, key, version)
        if role.retired_at is not None:
            raise RoleIsRetired()
        if held := UserRole.objects.filter(role=role).count():
            raise RoleIsHeld(users=held)
        role.retired_at = Now()
        _save(role, "retired_at")
        change.describe(act="RETIRE", reason=redacted(reason))
    return role_get(key)


@transaction.atomic
def role_restore(*, actor: Actor, key: str, version: int) -> Role:
    """Bring a retired role back; one in use stays as it is.

    Raises: Forbidden, RoleNotFound, RoleIsShipped, StaleVersion.
    """
    with _changing(actor, key) as change:
        role = _opened(change, key, version)
        if role.retired_at is None:
            change.nothing_changed()
            return role
        role.retired_at = None
        _save(role, "retired_at")
        change.describe(act="RESTORE")
    return role


@contextmanager
def _changing(actor: Actor, key: str) -> Iterator[AuditedChange]:
    with audited_change(actor, IamAct.CHANGE_RBAC, "ROLE", key) as change:
        change.require(can_manage_organisation(actor))
        yield change


def _opened(change: AuditedChange, key: str, version: int) -> Role:
    role = role_get(key, lock=True)
    if role.is_shipped:
        raise RoleIsShipped()
    change.require_version(version, role.version, lambda: {"names": {"id": role.name, "en": role.name_en}})
    return role


def _save(role: Role, *fields: str) -> None:
    role.version += 1
    role.save(update_fields=[*fields, "version"])
