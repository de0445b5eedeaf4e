"""One-time links by which a person sets a password; no administrator ever chooses or learns one."""

from __future__ import annotations

import hashlib
import secrets
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models.functions import Now
from django.http import HttpRequest

from simpul.audit.public import record
from simpul.iam.actors import actor_for, client_ip
from simpul.iam.acts import IamAct
from simpul.iam.errors import LinkNotValid, UserIsSuspended
from simpul.iam.models import PasswordLink, User
from simpul.iam.policies import can_link_password
from simpul.iam.services.former_passwords import password_set
from simpul.iam.services.opening import end_sessions_of, opened
from simpul.platform import configuration, ports, ratelimit
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.crypto import keyed_hash
from simpul.platform.db import query, scope
from simpul.platform.errors import Invalid, RateLimited, RefusalFacts
from simpul.platform.text import Text, speaking

_TRIES, _TRIES_SECONDS = 10, 600
SETTLED_AFTER = timedelta(hours=72)
_LINK_TITLE = Text(id="Tautan untuk membuat kata sandi Simpul", en="A link for setting your password of Simpul")
_LINK_BODY = Text(
    id="{name}, dengan tautan ini Anda membuat kata sandi, satu kali, sampai {until}:\n\n{link}\n\nBila Anda tidak memintanya, jangan dipakai dan hubungi petugas kepatuhan.",
    en="{name}, with this link you set a password, once, until {until}:\n\n{link}\n\nIf you did not ask for it, leave it unused and tell compliance.",
)


@transaction.atomic
def link_create(*, actor: Actor, user_id: UUID) -> tuple[str, datetime]:
    """Make a link for a person and end the former one; gives its token, which is kept nowhere, and when it ends.

    Raises: UserNotFound, Forbidden, UserIsSuspended.
    """
    user = opened(actor, user_id, None, can_link_password, wrong_state=(User.Status.SUSPENDED, UserIsSuspended))
    moment = datetime.now(UTC)
    PasswordLink.objects.filter(user=user, ended_at__isnull=True).update(ended_at=moment)
    token = secrets.token_urlsafe(32)
    expires_at = moment + timedelta(hours=configuration.number("signin.link_hours"))
    PasswordLink.objects.create(user=user, digest=_digest(token), created_at=moment, created_by_id=actor.id, expires_at=expires_at)
    record(actor, IamAct.CHANGE_RBAC, object_type="USER", object_id=user.id, meta={"act": "PASSWORD_LINK", "expires_at": expires_at})
    return token, expires_at


@transaction.atomic
def link_send(*, actor: Actor, user_id: UUID) -> dict[str, str] | None:
    """Make a link and mail it to the person's own address; where none is known, or it was changed lately, give it to be handed over on paper.

    Raises: UserNotFound, Forbidden, UserIsSuspended.
    """
    token, expires_at = link_create(actor=actor, user_id=user_id)
    user = User.objects.get(pk=user_id)
    # Behind the number sign a token reaches no server's log.
    path = f"/set-password#{token}"
    if settings.PUBLIC_URL and _address_is_known(user):
        with speaking(user.language):
            body = str(_LINK_BODY.format(name=user.full_name, link=f"{settings.PUBLIC_URL}{path}", until=f"{expires_at:%Y-%m-%d %H:%M} UTC"))
            title = str(_LINK_TITLE)
        if ports.mail_staff(user_id=user.id, title=title, body=body, subject_type="USER", subject_id=str(user.id)):
            return None
    return {"token": token, "path": path, "expires_at": expires_at.isoformat()}


def _address_is_known(user: User) -> bool:
    """An address proves a person only when it has been theirs for a while."""
    changed = user.email_changed_at
    return bool(user.email) and (changed is None or changed <= now() - SETTLED_AFTER)


def link_check(*, actor: Actor, request: HttpRequest, token: str) -> tuple[User, datetime]:
    """Whose link this is and when it ends; a wrong one is counted against the caller's address.

    Raises: LinkNotValid, RateLimited.
    """
    _count(actor, request)
    rows = query("SELECT * FROM iam.password_link(%s)", (_digest(token),))
    if not rows:
        raise LinkNotValid().recorded_as(action=IamAct.CHANGE_PASSWORD, object_type="PASSWORD_LINK", object_id=_digest(token)[:16])
    return User.objects.get(pk=rows[0]["user_id"]), rows[0]["expires_at"]


@transaction.atomic
def link_redeem(*, actor: Actor, request: HttpRequest, token: str, new_password: str) -> None:
    """Set the password of the link's user: the link is used up, every session of theirs ends, and they sign in as always.

    Raises: LinkNotValid, Invalid for a weak password or one that was used before, RateLimited.
    """
    user, _ = link_check(actor=actor, request=request, token=token)
    person = actor_for(user.id, request)
    if person is None:
        raise LinkNotValid()
    # The token proves the person: what follows is theirs, by the policies of the database as well.
    with scope(person):
        if not PasswordLink.objects.filter(digest=_digest(token), ended_at__isnull=True).update(ended_at=Now()):
            raise LinkNotValid()
        locked = User.objects.select_for_update().get(pk=user.id)
        try:
            password_set(locked, new_password)
        except Invalid as weak:
            raise weak.recorded_as(action=IamAct.CHANGE_PASSWORD, object_type="USER", object_id=str(user.id)) from None
        ended = end_sessions_of(user.id)
        record(person, IamAct.CHANGE_PASSWORD, object_type="USER", object_id=user.id, meta={"by": "link", "sessions": ended})


def address_token(actor: Actor, request: HttpRequest) -> ratelimit.Bucket:
    """The token of one try from the caller's address; without one, nothing of the request is read."""
    refused = RefusalFacts(action=IamAct.CHANGE_PASSWORD, object_type="PASSWORD_LINK")
    return ratelimit.Bucket(f"password_link:{keyed_hash(client_ip(request) or '')}", _TRIES, _TRIES_SECONDS, refused)


def _count(actor: Actor, request: HttpRequest) -> None:
    bucket = address_token(actor, request)
    taken = ratelimit.take(bucket.key, capacity=bucket.capacity, seconds=bucket.seconds)
    if not taken.allowed:
        raise RateLimited(taken.retry_after).recorded_as(action=IamAct.CHANGE_PASSWORD, object_type="PASSWORD_LINK")


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
