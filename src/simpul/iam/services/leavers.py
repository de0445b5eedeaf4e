"""Ending access for good: people who leave, in one act, and accounts that nobody has used for long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Now

from simpul.audit.public import record
from simpul.iam.acts import IamAct
from simpul.iam.errors import UserHasLeft
from simpul.iam.events import UserLeft
from simpul.iam.models import Absence, Branch, ExternalIdentity, PasswordLink, RoleException, Scope, Unit, User, UserRole, UserSwitch
from simpul.iam.policies import can_change_access
from simpul.iam.selectors.directory import holders, watching_people
from simpul.iam.selectors.users import active_administrators, active_watchers
from simpul.iam.services.opening import end_sessions_of, keep_a_watcher, keep_an_administrator, moved, opened
from simpul.platform import configuration, events
from simpul.platform.actor import Actor
from simpul.platform.clock import now, today
from simpul.platform.db import query
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.redaction import redacted
from simpul.platform.text import Text

DORMANT_CLOSED = "iam.dormant_closed"
NOTICES = (
    NoticeKind(
        DORMANT_CLOSED,
        Text(id="Akun yang lama tidak dipakai ditutup", en="An account that was not used for long was closed"),
        Text(
            id="Akun ini tidak dipakai selama {days} hari dan dinonaktifkan. Bila orangnya masih memerlukannya, aktifkan kembali bersama orang kedua.",
            en="This account was not used for {days} days and is suspended. Where the person still needs it, activate it again together with a second person.",
        ),
    ),
)
# Whose last sign-in, first day or activation, whichever is the latest, lies before this many days; service accounts do not sign in.
_DORMANT = """
SELECT u.user_id FROM iam.users u
WHERE u.kind = 'USER' AND u.status = 'ACTIVE' AND greatest(u.created_at, u.last_login, u.activated_at) < now() - make_interval(days => %s)
ORDER BY u.user_id FOR UPDATE OF u
"""


@transaction.atomic
def user_leave(*, actor: Actor, user_id: UUID, version: int, reason: str) -> User:
    """End everything of somebody who leaves: sessions, roles, places, named grants, ways to sign in, heading a place, days away to come. It cannot be undone.

    Raises: UserNotFound, Forbidden, UserHasLeft, LastAdministrator, LastWatcher, StaleVersion.
    """
    user = opened(actor, user_id, version, can_change_access)
    if user.left_at is not None:
        raise UserHasLeft().recorded_as(action=IamAct.CHANGE_RBAC, object_type="USER", object_id=str(user.id))
    keep_an_administrator(actor, user)
    keep_a_watcher(user)
    before = user.status
    user.status, user.left_at = User.Status.SUSPENDED, now()
    moved(user, "status", "left_at")
    ended = {"sessions": end_sessions_of(user.id), **_end_rights(actor, user)}
    events.emit(UserLeft(user.id))
    meta = {"act": "LEAVE", "before": {"status": before}, "after": {"status": user.status, "ended": ended}, "reason": redacted(reason)}
    record(actor, IamAct.CHANGE_RBAC, object_type="USER", object_id=user.id, meta=meta)
    return user


def _end_rights(actor: Actor, user: User) -> Mapping[str, Any]:
    """Take away what the user held; says what it was."""
    roles = sorted(UserRole.objects.filter(user=user).values_list("role__key", flat=True))
    UserSwitch.objects.filter(user=user).delete()
    UserRole.objects.filter(user=user).delete()
    lasting = Scope.objects.filter(Q(active_to__isnull=True) | Q(active_to__gt=Now()), user=user)
    places = lasting.count()
    lasting.filter(active_from__gte=Now()).delete()
    lasting.update(active_to=Now())
    for place in (Branch, Unit):
        place.objects.filter(head_user=user).update(head_user=None, version=F("version") + 1)
    PasswordLink.objects.filter(user=user, ended_at__isnull=True).update(ended_at=Now())
    identities, _ = ExternalIdentity.objects.filter(user_id=user.id).delete()
    factors, _ = Authenticator.objects.filter(user_id=user.id).delete()
    exceptions = RoleException.objects.filter(user=user, ended_at__isnull=True, settled_at__isnull=True).update(ended_at=Now(), ended_by_id=actor.id)
    return {"roles": roles, "places": places, "identities": identities, "factors": factors, "exceptions": exceptions}


@transaction.atomic
def leaver_follow(*, actor: Actor, user_id: UUID) -> None:
    """What the system ends after somebody left: days away that have not come yet."""
    Absence.objects.filter(user_id=user_id, cancelled_at__isnull=True, last_day__gte=today()).update(cancelled_at=now(), cancelled_by=actor.id)


@transaction.atomic
def dormant_close(*, actor: Actor) -> Sequence[UUID]:
    """Suspend accounts that nobody used for as long as the setting says, and tell administrators and compliance; gives whose they were.

    The last administrator and the last person of compliance are left: closing them would lock the house.
    """
    days = configuration.number("signin.dormant_days")
    if not days:
        return []
    closed: list[UUID] = []
    for row in query(_DORMANT, (days,)):
        user = User.objects.get(pk=row["user_id"])
        if (user.id in active_administrators() and len(active_administrators()) == 1) or (user.id in active_watchers() and len(active_watchers()) == 1):
            continue
        user.status = User.Status.SUSPENDED
        moved(user, "status")
        meta = {"act": "DORMANT", "before": {"status": "ACTIVE"}, "after": {"status": "SUSPENDED"}, "days": days, "sessions": end_sessions_of(user.id)}
        record(actor, IamAct.CHANGE_RBAC, object_type="USER", object_id=user.id, meta=meta)
        told = {*watching_people(), *holders("configuration", "M")} - {user.id}
        notify(DORMANT_CLOSED, sorted(told), subject_type="USER", subject_id=user.id, days=str(days))
        closed.append(user.id)
    return closed
