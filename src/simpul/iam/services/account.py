"""What a person changes of the own account."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from simpul.audit.public import Action, record
from simpul.iam.models import User
from simpul.platform import ratelimit
from simpul.platform.actor import Actor
from simpul.platform.errors import Invalid, NotFound, RateLimited
from simpul.platform.text import Text

_WRONG_PASSWORD = Text(id="Kata sandi saat ini tidak cocok.", en="The current password does not match.")
WEAK_PASSWORD = Text(
    id="Terlalu mudah ditebak: pakai paling sedikit 10 karakter yang tidak umum dan tidak mirip nama Anda.",
    en="Too easy to guess: use at least 10 characters that are not common and not like your name.",
)


def preferences_update(*, actor: Actor, language: str | None, theme: str | None) -> None:
    """Remember the language and theme that the person chose."""
    user = User.objects.select_for_update().get(pk=actor.id)
    before = {"language": user.language, "theme": user.theme}
    user.language, user.theme = language or user.language, theme or user.theme
    after = {"language": user.language, "theme": user.theme}
    if after == before:
        return
    user.save(update_fields=["language", "theme"])
    record(actor, Action.CHANGE_PREFERENCES, object_type="USER", object_id=actor.id, meta={"before": before, "after": after})


def password_change(*, actor: Actor, request: HttpRequest, current_password: str, new_password: str) -> None:
    """Set a new password; every other session of the person ends.

    Raises: Invalid when the current one is wrong or the new one is weak, RateLimited.
    """
    taken = ratelimit.take(f"password:{actor.id}", capacity=5, seconds=300)
    if not taken.allowed:
        raise RateLimited(taken.retry_after).recorded_as(action=Action.CHANGE_PASSWORD, object_type="USER", object_id=str(actor.id))
    user = User.objects.select_for_update().get(pk=actor.id)
    if not user.check_password(current_password):
        raise Invalid({"current_password": _WRONG_PASSWORD}).recorded_as(action=Action.CHANGE_PASSWORD, object_type="USER", object_id=str(actor.id))
    try:
        validate_password(new_password, user)
    except ValidationError:
        raise Invalid({"new_password": WEAK_PASSWORD}).recorded_as(action=Action.CHANGE_PASSWORD, object_type="USER", object_id=str(actor.id)) from None
    user.set_password(new_password)
    user.save(update_fields=["password"])
    former = request.session.session_key
    request.session.cycle_key()
    request.session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    UserSession.objects.filter(user_id=actor.id, session_key=former).update(session_key=request.session.session_key)
    sessions_end_others(actor=actor, request=request)
    record(actor, Action.CHANGE_PASSWORD, object_type="USER", object_id=actor.id)


def session_end(*, actor: Actor, session_id: int) -> None:
    """End one of the person's own sessions.

    Raises: NotFound.
    """
    session = UserSession.objects.filter(pk=session_id, user_id=actor.id).first()
    if session is None:
        raise NotFound()
    Session.objects.filter(session_key=session.session_key).delete()
    session.delete()
    record(actor, Action.SESSION_ENDED, object_type="SESSION", object_id=session_id)


def sessions_end_others(*, actor: Actor, request: HttpRequest) -> int:
    """End all of the person's sessions but this one, and say how many."""
    others = UserSession.objects.filter(user_id=actor.id).exclude(session_key=request.session.session_key or "")
    keys = list(others.values_list("session_key", flat=True))
    if keys:
        Session.objects.filter(session_key__in=keys).delete()
        others.delete()
        record(actor, Action.SESSION_ENDED, object_type="SESSION", object_id="others", meta={"ended": len(keys)})
    return len(keys)
