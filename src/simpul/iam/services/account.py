"""What a person changes of the own account."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.http import HttpRequest

from simpul.audit.public import record
from simpul.iam import passwords
from simpul.iam.acts import IamAct
from simpul.iam.models import User
from simpul.iam.services.former_passwords import password_set
from simpul.platform import ratelimit
from simpul.platform.actor import Actor
from simpul.platform.errors import Invalid, NotFound, RateLimited
from simpul.platform.text import Text

_WRONG_PASSWORD = Text(id="Kata sandi saat ini tidak cocok.", en="The current password does not match.")


def preferences_update(*, actor: Actor, language: str | None, theme: str | None) -> None:
    """Remember the language and theme that the person chose."""
    user = User.objects.select_for_update().get(pk=actor.id)
    before = {"language": user.language, "theme": user.theme}
    user.language, user.theme = language or user.language, theme or user.theme
    after = {"language": user.language, "theme": user.theme}
    if after == before:
        return
    user.save(update_fields=["language", "theme"])
    record(actor, IamAct.CHANGE_PREFERENCES, object_type="USER", object_id=actor.id, meta={"before": before, "after": after})


def password_change(*, actor: Actor, request: HttpRequest, current_password: str, new_password: str) -> None:
    """Set a new password; every other session of the person ends, and a temporary password is one no more.

    Raises: Invalid when the current one is wrong or the new one is weak or was used before, RateLimited.
    """
    refusal = {"action": IamAct.CHANGE_PASSWORD, "object_type": "USER", "object_id": str(actor.id)}
    taken = ratelimit.take(f"password:{actor.id}", capacity=5, seconds=300)
    if not taken.allowed:
        raise RateLimited(taken.retry_after).recorded_as(**refusal)
    user = User.objects.select_for_update().get(pk=actor.id)
    if not user.check_password(current_password):
        raise Invalid({"current_password": _WRONG_PASSWORD}).recorded_as(**refusal)
    if new_password == current_password:
        raise Invalid({"new_password": passwords.REASONS["password_unchanged"]}).recorded_as(**refusal)
    try:
        password_set(user, new_password)
    except Invalid as weak:
        raise weak.recorded_as(**refusal) from None
    former = request.session.session_key
    request.session.cycle_key()
    request.session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    UserSession.objects.filter(user_id=actor.id, session_key=former).update(session_key=request.session.session_key)
    sessions_end_others(actor=actor, request=request)
    record(actor, IamAct.CHANGE_PASSWORD, object_type="USER", object_id=actor.id)


def password_token(actor: Actor, request: HttpRequest) -> ratelimit.Bucket:
    """The token of one try at the own password: it counts although a wrong one undoes everything else."""
    return ratelimit.Bucket(f"password:{actor.id}", 5, 300)


def session_end(*, actor: Actor, session_id: int) -> None:
    """End one of the person's own sessions.

    Raises: NotFound.
    """
    session = UserSession.objects.filter(pk=session_id, user_id=actor.id).first()
    if session is None:
        raise NotFound()
    Session.objects.filter(session_key=session.session_key).delete()
    session.delete()
    record(actor, IamAct.SESSION_ENDED, object_type="SESSION", object_id=session_id)


def sessions_end_others(*, actor: Actor, request: HttpRequest) -> int:
    """End all of the person's sessions but this one, and say how many."""
    keys = _ended(UserSession.objects.filter(user_id=actor.id).exclude(session_key=request.session.session_key or ""))
    if keys:
        record(actor, IamAct.SESSION_ENDED, object_type="SESSION", object_id="others", meta={"ended": len(keys)})
    return len(keys)


def sessions_end_all(*, user_id: UUID) -> int:
    """End every session of a user, for a change of which the caller writes the audit row; says how many."""
    return len(_ended(UserSession.objects.filter(user_id=user_id)))


def _ended(sessions: QuerySet[Any]) -> list[str]:
    keys = list(sessions.values_list("session_key", flat=True))
    if keys:
        Session.objects.filter(session_key__in=keys).delete()
        sessions.delete()
    return keys
