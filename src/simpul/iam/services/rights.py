"""What a person may do: roles, dated scopes, and grants switched on by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from simpul.audit.public import record
from simpul.iam.acts import IamAct
from simpul.iam.errors import ScopeHasEnded, ScopeOverlaps
from simpul.iam.models import Branch, Grant, Role, Scope, Unit, User, UserRole, UserSwitch
from simpul.iam.policies import can_change_access
from simpul.iam.selectors.users import ADMIN, COMPLIANCE
from simpul.iam.services.opening import keep_a_watcher, keep_an_administrator, last_one, moved, opened
from simpul.iam.services.role_conflicts import require_compatible
from simpul.platform.actor import Actor
from simpul.platform.db import query
from simpul.platform.errors import Invalid, NotFound
from simpul.platform.redaction import redacted
from simpul.platform.text import Text

_NO_ROLE = Text(id="Peran ini tidak ada atau sudah dipensiunkan.", en="There is no such role, or it is retired.")
_NO_PLACE = Text(id="Tempat ini tidak ada atau tidak aktif.", en="There is no such place, or it is not active.")
_ORDER = Text(id="Akhir penugasan harus sesudah awalnya.", en="An assignment ends after it begins.")
_PAST = Text(id="Penugasan tidak berakhir di masa lalu.", en="An assignment does not end in the past.")
_NOT_OFFERED = Text(id="Tidak ada peran pengguna ini yang membuka hak ini per orang.", en="None of the user's roles offers this by name.")


@transaction.atomic
def user_set_roles(*, actor: Actor, user_id: UUID, version: int, roles: Sequence[str], reason: str) -> User:
    """Give a person exactly these roles.

    Raises: UserNotFound, Forbidden, StaleVersion, LastAdministrator, LastWatcher, Invalid.
    """
    user = opened(actor, user_id, version, can_change_access)
    before, after = roles_write(actor, user, roles)
    if before != after:
        moved(user)
        meta = {"act": "ROLES", "before": {"roles": before}, "after": {"roles": after}, "reason": redacted(reason)}
        record(actor, IamAct.CHANGE_RBAC, object_type="USER", object_id=user.id, meta=meta)
    return user


def roles_write(actor: Actor, user: User, keys: Sequence[str]) -> tuple[list[str], list[str]]:
    """Make a user's roles these, in the caller's transaction; gives the keys before and after, sorted.

    Raises: Invalid, LastAdministrator, LastWatcher.
    """
    wanted = {role.key: role for role in Role.objects.filter(key__in=keys, is_assignable=True, retired_at__isnull=True)}
    if set(keys) - set(wanted):
        raise Invalid({"roles": _NO_ROLE}).recorded_as(action=IamAct.CHANGE_RBAC, object_type="USER", object_id=str(user.id))
    held = {row.role.key: row for row in UserRole.objects.filter(user=user).select_related("role")}
    require_compatible(user_id=user.id, wanted=wanted, given=set(wanted) - set(held))
    for key in sorted(set(wanted) - set(held)):
        UserRole.objects.create(user=user, role=wanted[key], assigned_by_id=actor.id)
    lost = sorted(set(held) - set(wanted))
    if ADMIN in lost:
        keep_an_administrator(actor, user)
    if COMPLIANCE in lost:
        keep_a_watcher(user)
    try:
        with transaction.atomic():
            UserRole.objects.filter(pk__in=[held[key].pk for key in lost]).delete()
    except IntegrityError as error:
        raise last_one(error, user) or error from None
    if lost:
        withdraw_switches(user)
    return sorted(held), sorted(wanted)


@transaction.atomic
def user_add_scope(*, actor: Actor, user_id: UUID, version: int, scope_type: str, code: str, active_from: datetime | None, active_to: datetime | None) -> User:
    """Let a person work for a branch or a unit between two instants; no end means until further notice.

    Raises: UserNotFound, Forbidden, StaleVersion, ScopeOverlaps, Invalid.
    """
    user = opened(actor, user_id, version, can_change_access)
    scope_write(actor, user, scope_type=scope_type, code=code, active_from=active_from, active_to=active_to)
    moved(user)
    after = {"scope": f"{scope_type}:{code}", "active_from": active_from, "active_to": active_to}
    record(actor, IamAct.CHANGE_RBAC, object_type="USER", object_id=user.id, meta={"act": "ADD_SCOPE", "before": None, "after": after})
    return user


def scope_write(actor: Actor, user: User, *, scope_type: str, code: str, active_from: datetime | None, active_to: datetime | None) -> Scope:
    """Add a scope in the caller's transaction, under the lock of its user.

    Raises: ScopeOverlaps, Invalid.
    """
    facts = {"action": IamAct.CHANGE_RBAC, "object_type": "USER", "object_id": str(user.id)}
    known = Branch.objects.filter(code=code, is_active=True) if scope_type == Scope.Type.BRANCH else Unit.objects.filter(code=code)
    if not known.exists():
        raise Invalid({"code": _NO_PLACE}).recorded_as(**facts)
    moment = _moment()
    if active_to is not None and active_to <= (active_from or moment):
        raise Invalid({"active_to": _ORDER}).recorded_as(**facts)
    place: dict[str, Any] = {"branch_id": code} if scope_type == Scope.Type.BRANCH else {"unit_id": code}
    begins = active_from or moment
    overlapping = Scope.objects.filter(Q(active_to__isnull=True) | Q(active_to__gt=begins), user=user, scope_type=scope_type, **place)
    if active_to is not None:
        overlapping = overlapping.filter(Q(active_from__isnull=True) | Q(active_from__lt=active_to))
    if overlapping.exists():
        raise ScopeOverlaps().recorded_as(**facts)
    return Scope.objects.create(user=user, scope_type=scope_type, active_from=begins, active_to=active_to, assigned_by_id=actor.id, **place)


@transaction.atomic
def user_end_scope(*, actor: Actor, user_id: UUID, scope_id: UUID, version: int, at: datetime | None) -> User:
    """End a scope now or at an instant to come; one that has not begun is given up.

    Raises: UserNotFound, NotFound, Forbidden, StaleVersion, ScopeHasEnded, Invalid.
    """
    user = opened(actor, user_id, version, can_change_access)
    scope = Scope.objects.select_for_update().filter(pk=scope_id, user=user).first()
    if scope is None:
        raise NotFound()
    facts = {"action": IamAct.CHANGE_RBAC, "object_type": "USER", "object_id": str(user.id)}
    moment = _moment()
    if scope.active_to is not None and scope.active_to <= moment:
        raise ScopeHasEnded().recorded_as(**facts)
    if at is not None and at < moment:
        raise Invalid({"at": _PAST}).recorded_as(**facts)
    ends = at or moment
    before = {"scope": _place(scope), "active_from": scope.active_from, "active_to": scope.active_to}
    if scope.active_from is not None and scope.active_from >= ends:
        scope.delete()
        after = None
    else:
        scope.active_to = ends
        scope.save(update_fields=["active_to"])
        after = {**before, "active_to": ends}
    moved(user)
    record(actor, IamAct.CHANGE_RBAC, object_type="USER", object_id=user.id, meta={"act": "END_SCOPE", "before": before, "after": after})
    return user


@transaction.atomic
def user_set_switches(*, actor: Actor, user_id: UUID, version: int, switches: Iterable[tuple[str, str]]) -> User:
    """Switch on exactly these grants (resource, action) that the user's roles offer by name.

    Raises: UserNotFound, Forbidden, StaleVersion, Invalid.
    """
    user = opened(actor, user_id, version, can_change_access)
    wanted = set(switches)
    if wanted - offered(user):
        raise Invalid({"switches": _NOT_OFFERED}).recorded_as(action=IamAct.CHANGE_RBAC, object_type="USER", object_id=str(user.id))
    held = {(row.resource, row.action): row for row in UserSwitch.objects.filter(user=user)}
    if wanted == set(held):
        return user
    UserSwitch.objects.filter(pk__in=[row.pk for key, row in held.items() if key not in wanted]).delete()
    UserSwitch.objects.bulk_create(
        UserSwitch(user=user, resource=resource, action=action, switched_by_id=actor.id) for resource, action in sorted(wanted - set(held))
    )
    moved(user)
    before, after = (sorted(f"{resource}:{action}" for resource, action in pairs) for pairs in (held, wanted))
    record(
        actor, IamAct.CHANGE_RBAC, object_type="USER", object_id=user.id, meta={"act": "SWITCHES", "before": {"switches": before}, "after": {"switches": after}}
    )
    return user


def switched_on(user_id: UUID) -> set[tuple[str, str]]:
    """The grants (resource, action) that are switched on for a user by name."""
    return set(UserSwitch.objects.filter(user_id=user_id).values_list("resource", "action"))


def offered(user: User) -> set[tuple[str, str]]:
    """The grants (resource, action) that the user's roles offer by name."""
    return set(Grant.objects.filter(role__in=UserRole.objects.filter(user=user).values("role"), per_user=True).values_list("resource", "action"))


def _moment() -> datetime:
    """The database's own time: its functions decide by it whether a scope holds."""
    moment: datetime = query("SELECT statement_timestamp() AS moment")[0]["moment"]
    return moment


def withdraw_switches(user: User) -> None:
    """What no role offers any more is not left switched on for a later role."""
    kept = offered(user)
    gone = [row.pk for row in UserSwitch.objects.filter(user=user) if (row.resource, row.action) not in kept]
    UserSwitch.objects.filter(pk__in=gone).delete()


def _place(scope: Scope) -> str:
    return f"{scope.scope_type}:{scope.branch_id or scope.unit_id}"
