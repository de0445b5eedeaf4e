"""Service accounts: programs that call the API in the organisation's name, and the keys that let them in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from simpul.audit.public import record
from simpul.iam.acts import IamAct
from simpul.iam.errors import KeyIsOver, UsernameTaken
from simpul.iam.models import Branch, Grant, Role, Scope, ServiceAccount, ServiceKey, User, UserRole
from simpul.iam.policies import can_manage_organisation
from simpul.iam.selectors.service_accounts import key_operations
from simpul.iam.services.role_conflicts import require_compatible
from simpul.iam.services.service_keys import key_make
from simpul.platform.actor import Actor, require
from simpul.platform.errors import Invalid, NotFound, StaleVersion
from simpul.platform.text import Text

LONGEST_DAYS = 366
_OF_PEOPLE = ("ADMIN", "COMPLIANCE")
_UNKNOWN = Text(id="Tidak dikenal: {unknown}.", en="Not known: {unknown}.")
_NOT_FOR_PROGRAMS = Text(id="Peran ini tidak untuk program: {unknown}.", en="This role is not for programs: {unknown}.")
_TOO_LONG = Text(id=f"Paling lama {LONGEST_DAYS} hari dari sekarang, dan setelah hari ini.", en=f"At most {LONGEST_DAYS} days from now, and after today.")


def account_create(*, actor: Actor, username: str, name: str, purpose: str, roles: Sequence[str], branches: Sequence[str]) -> UUID:
    """Add a service account with its roles and branches; nobody can sign in as it.

    Raises: Forbidden, Invalid, UsernameTaken.
    """
    require(can_manage_organisation(actor))
    _known(roles, branches)
    try:
        with transaction.atomic():
            user = User.objects.create(username=username, full_name=name, kind=User.Kind.SERVICE, password="!")
    except IntegrityError:
        raise UsernameTaken() from None
    ServiceAccount.objects.create(user=user, purpose=purpose, created_by_id=actor.id)
    _place(actor, user, roles, branches)
    after = {"name": name, "purpose": purpose, "roles": sorted(roles), "branches": sorted(branches)}
    record(actor, IamAct.CHANGE_SERVICE_ACCOUNT, object_type="SERVICE_ACCOUNT", object_id=user.id, meta={"before": None, "after": after})
    return user.id


def account_update(
    *,
    actor: Actor,
    account_id: UUID,
    version: int,
    name: str | None,
    purpose: str | None,
    active: bool | None,
    roles: Sequence[str] | None,
    branches: Sequence[str] | None,
) -> None:
    """Rename, suspend or re-open a service account, or give it other roles and branches; what is None stays.

    Raises: Forbidden, Invalid, NotFound, StaleVersion.
    """
    require(can_manage_organisation(actor))
    account = _account(account_id)
    user = account.user
    if user.version != version:
        raise StaleVersion(current={"version": user.version}).recorded_as(
            action=IamAct.CHANGE_SERVICE_ACCOUNT, object_type="SERVICE_ACCOUNT", object_id=str(account_id)
        )
    _known(roles or (), branches or ())
    before = _facts(account)
    user.full_name, account.purpose = name or user.full_name, purpose or account.purpose
    if active is not None:
        user.status = User.Status.ACTIVE if active else User.Status.SUSPENDED
    user.version += 1
    user.save(update_fields=["full_name", "status", "version"])
    account.save(update_fields=["purpose"])
    if roles is not None:
        UserRole.objects.filter(user=user).delete()
    if branches is not None:
        Scope.objects.filter(user=user).delete()
    _place(actor, user, roles or (), branches or ())
    after = _facts(account)
    if after != before:
        record(actor, IamAct.CHANGE_SERVICE_ACCOUNT, object_type="SERVICE_ACCOUNT", object_id=account_id, meta={"before": before, "after": after})


def key_create(*, actor: Actor, account_id: UUID, name: str, operations: Sequence[str], expires_at: datetime, per_minute: int) -> tuple[UUID, str]:
    """Make a key and hand it out: (its id, the key), which nobody can read again.

    Raises: Forbidden, Invalid, NotFound.
    """
    require(can_manage_organisation(actor))
    account = _account(account_id)
    if barred := roles_of_people(UserRole.objects.filter(user=account.user).values_list("role__key", flat=True)):
        raise Invalid({"operations": _NOT_FOR_PROGRAMS.format(unknown=", ".join(barred)[:200])})
    unknown = sorted(set(operations) - {one["operation_id"] for one in key_operations()})
    if unknown:
        raise Invalid({"operations": _UNKNOWN.format(unknown=", ".join(unknown)[:200])})
    now = datetime.now(UTC)
    if not now < expires_at <= now + timedelta(days=LONGEST_DAYS):
        raise Invalid({"expires_at": _TOO_LONG})
    key, prefix, digest = key_make()
    made = ServiceKey.objects.create(
        account=account,
        name=name,
        prefix=prefix,
        digest=digest,
        operations=sorted(set(operations)),
        expires_at=expires_at,
        per_minute=per_minute,
        created_by_id=actor.id,
    )
    meta = {"account": str(account_id), "change": "CREATED", "prefix": prefix, "operations": sorted(set(operations)), "expires_at": expires_at.isoformat()}
    record(actor, IamAct.CHANGE_SERVICE_ACCOUNT, object_type="SERVICE_KEY", object_id=made.id, meta=meta)
    return made.id, key


def key_revoke(*, actor: Actor, account_id: UUID, key_id: UUID) -> None:
    """End a key; its next request is refused.

    Raises: Forbidden, KeyIsOver, NotFound.
    """
    require(can_manage_organisation(actor))
    key = ServiceKey.objects.select_for_update().filter(pk=key_id, account_id=account_id).first()
    if key is None:
        raise NotFound()
    if key.revoked_at is not None:
        raise KeyIsOver()
    key.revoked_at, key.revoked_by_id = datetime.now(UTC), actor.id
    key.save(update_fields=["revoked_at", "revoked_by"])
    meta = {"account": str(account_id), "change": "REVOKED", "prefix": key.prefix}
    record(actor, IamAct.CHANGE_SERVICE_ACCOUNT, object_type="SERVICE_KEY", object_id=key_id, meta=meta)


def _account(account_id: UUID) -> ServiceAccount:
    account = ServiceAccount.objects.select_for_update(of=("self", "user")).select_related("user").filter(pk=account_id).first()
    if account is None:
        raise NotFound()
    return account


def roles_of_people(keys: Iterable[str]) -> list[str]:
    """Those of these roles that no program is given, whatever they are called.

    Nobody stands behind a program who could answer for what administrators and compliance decide: their roles, copies of them, and every
    role that changes the configuration, reads the trail or handles suspicion.
    """
    decides = Q(resource="configuration") | Q(resource="audit") | Q(resource="suspicion")
    given = Grant.objects.filter(decides, role__key__in=keys).values_list("role__key", flat=True)
    named = Role.objects.filter(Q(key__in=_OF_PEOPLE) | Q(based_on__in=_OF_PEOPLE), key__in=keys).values_list("key", flat=True)
    return sorted({*given, *named})


def _known(roles: Sequence[str], branches: Sequence[str]) -> None:
    """Raises: Invalid for a role or branch that there is not."""
    if missing := set(roles) - set(Role.objects.filter(key__in=roles, is_assignable=True).values_list("key", flat=True)):
        raise Invalid({"roles": _UNKNOWN.format(unknown=", ".join(sorted(missing))[:200])})
    if barred := roles_of_people(roles):
        raise Invalid({"roles": _NOT_FOR_PROGRAMS.format(unknown=", ".join(barred)[:200])})
    if missing := set(branches) - set(Branch.objects.filter(code__in=branches).values_list("code", flat=True)):
        raise Invalid({"branches": _UNKNOWN.format(unknown=", ".join(sorted(missing))[:200])})


def _place(actor: Actor, user: User, roles: Sequence[str], branches: Sequence[str]) -> None:
    require_compatible(user_id=user.id, wanted=roles, given=roles, object_type="SERVICE_ACCOUNT")
    UserRole.objects.bulk_create(UserRole(user=user, role=role, assigned_by_id=actor.id) for role in Role.objects.filter(key__in=roles))
    Scope.objects.bulk_create(Scope(user=user, scope_type=Scope.Type.BRANCH, branch_id=code, assigned_by_id=actor.id) for code in sorted(set(branches)))


def _facts(account: ServiceAccount) -> dict[str, object]:
    user = account.user
    return {
        "name": user.full_name,
        "purpose": account.purpose,
        "active": user.status == User.Status.ACTIVE,
        "roles": sorted(UserRole.objects.filter(user=user).values_list("role__key", flat=True)),
        "branches": sorted(code for code in Scope.objects.filter(user=user).values_list("branch_id", flat=True) if code),
    }
