"""What every act on a user begins and ends with: the row under lock, the version, the guards."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction

from simpul.iam.acts import IamAct
from simpul.iam.errors import LastAdministrator, LastWatcher
from simpul.iam.models import User
from simpul.iam.policies import can_change_access
from simpul.iam.selectors.users import ADMIN, COMPLIANCE, active_administrators, active_watchers, user_get
from simpul.platform.actor import Actor, Verdict
from simpul.platform.acts import AuditAct
from simpul.platform.errors import Conflict, Forbidden, StaleVersion

_LAST, _LAST_WATCHER = "users_last_administrator", "users_last_watcher"


def end_sessions_of(user_id: UUID) -> int:
    """Delete every session of a user; the next request of each answers 401."""
    sessions = UserSession.objects.filter(user_id=user_id)
    keys = list(sessions.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    sessions.delete()
    return len(keys)


def opened(
    actor: Actor,
    user_id: UUID,
    version: int | None,
    may: Callable[[Actor, User], Verdict],
    *,
    action: AuditAct = IamAct.CHANGE_RBAC,
    wrong_state: tuple[str, type[Conflict]] | None = None,
) -> User:
    """The user under lock, when the actor may and the version is the one that was read.

    Raises: UserNotFound, Forbidden, StaleVersion, or the error of the wrong state.
    """
    user = user_get(actor=actor, user_id=user_id, lock=True)
    facts = {"action": action, "object_type": "USER", "object_id": str(user.id)}
    verdict = may(actor, user)
    if not verdict:
        if wrong_state and user.status == wrong_state[0] and can_change_access(actor, user):
            raise wrong_state[1]().recorded_as(**facts)
        raise Forbidden(verdict.reason).recorded_as(**facts)
    if version is not None and user.version != version:
        raise StaleVersion(current={"version": user.version}).recorded_as(**facts)
    return user


def keep_an_administrator(actor: Actor, user: User) -> None:
    """Refuse to lose the last active administrator; the database's own guard holds the same between two at once.

    Raises: LastAdministrator.
    """
    if active_administrators() == [user.id]:
        raise LastAdministrator().recorded_as(action=IamAct.CHANGE_RBAC, object_type="USER", object_id=str(user.id), meta={"role": ADMIN})


def keep_a_watcher(user: User) -> None:
    """Refuse to lose the last active person of compliance; the database's own guard holds the same between two at once.

    Raises: LastWatcher.
    """
    if active_watchers() == [user.id]:
        raise last_watcher(user)


def last_watcher(user: User) -> LastWatcher:
    """The refusal to lose who watches."""
    return LastWatcher().recorded_as(action=IamAct.CHANGE_RBAC, object_type="USER", object_id=str(user.id), meta={"role": COMPLIANCE})


def last_one(error: IntegrityError, user: User) -> Conflict | None:
    """The refusal that a guard of the database means, where it is one about the last of a role."""
    guard = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    if guard == _LAST_WATCHER:
        return last_watcher(user)
    return LastAdministrator().recorded_as(action=IamAct.CHANGE_RBAC, object_type="USER", object_id=str(user.id)) if guard == _LAST else None


def moved(user: User, *fields: str) -> None:
    """Save what changed, under the next version.

    Raises: LastAdministrator or LastWatcher when the database's guard says so.
    """
    user.version += 1
    try:
        with transaction.atomic():
            user.save(update_fields=[*fields, "version"])
    except IntegrityError as error:
        if (refusal := last_one(error, user)) is not None:
            raise refusal from None
        raise
