"""Users as administrators and compliance see them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import UnionType
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from simpul.iam.catalogue import action_name, resource_name
from simpul.iam.errors import UserNotFound
from simpul.iam.facts import PersonFacts
from simpul.iam.models import Scope, User
from simpul.iam.policies import can_activate, can_change_access, can_leave, can_link_password, can_suspend, can_update_user, visible_users
from simpul.iam.selectors.directory import initials, people
from simpul.platform.actor import Actor, Verdict
from simpul.platform.db import query
from simpul.platform.paging import Keyset, Page
from simpul.platform.text import Text

ADMIN, COMPLIANCE = "ADMIN", "COMPLIANCE"
_COLUMNS: dict[str, tuple[str, type | UnionType]] = {
    "full_name": ("full_name", str),
    "username": ("username", str),
    "last_login": ("last_login", datetime | None),
    "created": ("created_at", datetime),
}
ORDERS = {f"{sign}{name}": Keyset((f"{sign}{column}", kind), ("id", UUID)) for name, (column, kind) in _COLUMNS.items() for sign in ("", "-")}


@dataclass(frozen=True)
class UserFilters:
    """What a list of users is narrowed by."""

    q: str = ""
    role: str | None = None
    status: str | None = None
    branch: str | None = None
    unit: str | None = None
    kind: str = "USER"


def user_get(*, actor: Actor, user_id: UUID, lock: bool = False) -> User:
    """One user.

    Raises: UserNotFound, also for who may not read the organisation.
    """
    visible = visible_users(actor)
    user: User | None = (visible.select_for_update() if lock else visible).filter(pk=user_id).first()
    if user is None:
        raise UserNotFound()
    return user


def user_page(*, actor: Actor, filters: UserFilters, sort: str, cursor: str | None, limit: int) -> Page:
    """One page of users that fit, in the asked order; users who never signed in come last either way.

    Raises: Invalid for a cursor that we did not write for this order.
    """
    found = _narrowed(visible_users(actor), filters)
    return ORDERS[sort].page(found, cursor, limit, lambda page: user_rows(actor, page))


def _narrowed(found: QuerySet[User], filters: UserFilters) -> QuerySet[User]:
    found = found.filter(kind=filters.kind)
    if text := filters.q.strip():
        found = found.filter(Q(full_name__icontains=text) | Q(username__icontains=text) | Q(email__icontains=text))
    if filters.status:
        found = found.filter(status=filters.status)
    if filters.role:
        found = found.filter(user_roles__role__key=filters.role)
    for name, code in (("branch_id", filters.branch), ("unit_id", filters.unit)):
        if code:
            found = found.filter(pk__in=_current(Scope.objects.filter(**{name: code})).values("user"))
    return found


def _current(scopes: QuerySet[Scope]) -> QuerySet[Scope]:
    return scopes.filter(Q(active_to__isnull=True) | Q(active_to__gt=Now()))


def user_rows(actor: Actor, users: Sequence[User]) -> list[dict[str, Any]]:
    """The rows of a list: two queries, whatever their number."""
    ids = [user.id for user in users]
    roles = query(
        """SELECT ur.user_id, r.role_key, r.role_name, r.name_en FROM iam.user_roles ur JOIN iam.roles r USING (role_id)
           WHERE ur.user_id = ANY(%s) ORDER BY r.rank, r.role_key""",
        (ids,),
    )
    scopes = scope_rows(ids, ended=False)
    return [
        {
            "id": user.id,
            "username": user.username,
            "full_name": user.full_name,
            "initials": initials(user.full_name),
            "email": user.email,
            "kind": user.kind,
            "status": user.status,
            "roles": [_named_role(row) for row in roles if row["user_id"] == user.id],
            "scopes": [scope for scope in scopes if scope["user_id"] == user.id],
            "last_login": user.last_login,
            "left_at": user.left_at,
            "created_at": user.created_at,
            "has_password": user.has_usable_password() and user.password != "!",
            "version": user.version,
            "can": {name: bool(verdict) for name, verdict in verdicts(actor, user).items()},
        }
        for user in users
    ]


def verdicts(actor: Actor, user: User) -> dict[str, Verdict]:
    """What the actor may do with a user, with the reason where not."""
    access = can_change_access(actor, user)
    return {
        "update": can_update_user(actor, user),
        "suspend": can_suspend(actor, user),
        "activate": can_activate(actor, user),
        "leave": can_leave(actor, user),
        "roles": access,
        "scopes": access,
        "switches": access,
        "end_sessions": access,
        "password_link": can_link_password(actor, user),
        "unlock": can_update_user(actor, user),
        "reset_factors": access,
    }


def user_detail(actor: Actor, user: User) -> dict[str, Any]:
    """One user in full."""
    scopes = scope_rows([user.id], ended=True)
    switches = _switches(user)
    known = people([row["assigned_by"] for row in scopes if row["assigned_by"]] + [row["switched_by"] for row in switches if row["switched_by"]])
    return {
        **user_rows(actor, [user])[0],
        "language": user.language,
        "theme": user.theme,
        "all_scopes": [{**row, "assigned_by": _person(known, row["assigned_by"])} for row in scopes],
        "switches": [{**row, "switched_by": _person(known, row["switched_by"])} for row in switches],
        "sessions": len(session_rows(user)),
        "second_factors": Authenticator.objects.filter(user_id=user.id).exclude(type=Authenticator.Type.RECOVERY_CODES).count(),
        "reasons": {name: str(verdict.reason) for name, verdict in verdicts(actor, user).items() if not verdict and verdict.reason},
    }


def scope_rows(ids: Iterable[UUID], *, ended: bool) -> list[dict[str, Any]]:
    """Where users work, or worked, with the state of each assignment."""
    rows = query(
        """SELECT s.scope_id AS id, s.user_id, coalesce(s.branch_code, s.unit_code) AS code, coalesce(b.name, u.name) AS name, s.scope_type,
                  s.active_from, s.active_to, s.assigned_at, s.assigned_by,
                  CASE WHEN s.active_to <= statement_timestamp() THEN 'ENDED' WHEN s.active_from > statement_timestamp() THEN 'FUTURE' ELSE 'ACTIVE' END AS state
           FROM iam.user_branch_scopes s LEFT JOIN iam.branches b USING (branch_code) LEFT JOIN iam.units u USING (unit_code)
           WHERE s.user_id = ANY(%s) ORDER BY s.scope_type, 3, s.active_from NULLS FIRST""",
        (list(ids),),
    )
    return [row for row in rows if ended or row["state"] != "ENDED"]


def _switches(user: User) -> list[dict[str, Any]]:
    """The grants that the user's roles offer by name, with who switched them on."""
    rows = query(
        """SELECT g.resource, g.action, array_agg(r.role_key ORDER BY r.rank) AS keys, array_agg(r.role_name ORDER BY r.rank) AS names,
                  array_agg(r.name_en ORDER BY r.rank) AS names_en, s.switched_at, s.switched_by
           FROM iam.user_roles ur JOIN iam.roles r USING (role_id) JOIN iam.grants g USING (role_id)
           LEFT JOIN iam.user_switches s ON s.user_id = ur.user_id AND s.resource = g.resource AND s.action = g.action
           WHERE ur.user_id = %s AND g.per_user GROUP BY g.resource, g.action, s.switched_at, s.switched_by ORDER BY 1, 2""",
        (user.id,),
    )
    return [
        {
            "resource": row["resource"],
            "resource_name": resource_name(row["resource"]),
            "action": row["action"],
            "action_name": action_name(row["action"]),
            "on": row["switched_at"] is not None,
            "offered_by": [
                _named_role({"role_key": key, "role_name": name, "name_en": name_en})["name"]
                for key, name, name_en in zip(row["keys"], row["names"], row["names_en"], strict=True)
            ],
            "switched_at": row["switched_at"],
            "switched_by": row["switched_by"],
        }
        for row in rows
    ]


def session_rows(user: User) -> list[dict[str, Any]]:
    """Where a user is signed in now, newest first."""
    sessions = list(UserSession.objects.filter(user_id=user.id).order_by("-created_at"))
    alive = set(Session.objects.filter(expire_date__gt=Now(), session_key__in=[row.session_key for row in sessions]).values_list("session_key", flat=True))
    return [
        {"id": row.pk, "ip": row.ip, "user_agent": row.user_agent, "created_at": row.created_at, "last_seen_at": row.last_seen_at}
        for row in sessions
        if row.session_key in alive
    ]


def active_administrators() -> list[UUID]:
    """Who can administer now."""
    return _active_holders(ADMIN)


def active_watchers() -> list[UUID]:
    """Who watches for compliance now."""
    return _active_holders(COMPLIANCE)


def _active_holders(role: str) -> list[UUID]:
    rows = query(
        """SELECT u.user_id FROM iam.users u JOIN iam.user_roles ur USING (user_id) JOIN iam.roles r USING (role_id)
           WHERE r.role_key = %s AND u.status = 'ACTIVE' AND u.kind = 'USER'""",
        (role,),
    )
    return [row["user_id"] for row in rows]


def _named_role(row: dict[str, Any]) -> dict[str, str]:
    return {"key": row["role_key"], "name": str(Text(id=row["role_name"], en=row["name_en"]))}


def _person(known: dict[UUID, PersonFacts], user_id: UUID | None) -> PersonFacts | None:
    return known.get(user_id) if user_id else None
