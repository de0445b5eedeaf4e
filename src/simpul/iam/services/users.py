"""Administering users: adding, correcting, suspending and activating them, ending their sessions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from simpul.audit.public import Action, record
from simpul.iam.acts import IamAct
from simpul.iam.errors import UserIsActive, UserIsSuspended, UsernameTaken
from simpul.iam.models import User
from simpul.iam.policies import can_activate, can_change_access, can_manage_organisation, can_suspend, can_update_user
from simpul.iam.selectors.users import user_get
from simpul.iam.services.opening import end_sessions_of, keep_a_watcher, keep_an_administrator, moved, opened
from simpul.iam.services.rights import roles_write, scope_write
from simpul.platform import ports
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import Forbidden
from simpul.platform.redaction import redacted
from simpul.platform.text import Text, speaking

_ADDRESS_CHANGED = Text(id="Alamat email Anda di Simpul diganti", en="Your e-mail address in Simpul was changed")
_ADDRESS_CHANGED_BODY = Text(
    id="Simpul tidak lagi mengirim surat untuk {name} ke alamat ini. Bila Anda tidak memintanya, hubungi petugas kepatuhan.",
    en="Simpul no longer writes to {name} at this address. If you did not ask for this, tell compliance.",
)


@transaction.atomic
def user_create(
    *,
    actor: Actor,
    username: str,
    full_name: str,
    email: str | None,
    language: str,
    roles: Sequence[str],
    scopes: Sequence[tuple[str, str, datetime | None, datetime | None]],
) -> User:
    """Add a person, with roles and scopes (type, code, from, to), who signs in once a password was set by link.

    Raises: Forbidden, UsernameTaken, Invalid.
    """
    verdict = can_manage_organisation(actor)
    if not verdict:
        raise Forbidden(verdict.reason).recorded_as(action=IamAct.CHANGE_RBAC, object_type="USER")
    user = User(username=username, full_name=full_name, email=email, language=language)
    user.set_unusable_password()
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError:
        raise UsernameTaken().recorded_as(action=IamAct.CHANGE_RBAC, object_type="USER") from None
    roles_write(actor, user, roles)
    for scope_type, code, active_from, active_to in scopes:
        scope_write(actor, user, scope_type=scope_type, code=code, active_from=active_from, active_to=active_to)
    meta = {"act": "CREATE", "roles": sorted(roles), "scopes": [f"{kind}:{code}" for kind, code, _, _ in scopes]}
    record(actor, IamAct.CHANGE_RBAC, object_type="USER", object_id=user.id, meta=meta)
    return user_get(actor=actor, user_id=user.id)


@transaction.atomic
def user_update(*, actor: Actor, user_id: UUID, version: int, changes: dict[str, Any]) -> User:
    """Correct a person's name, e-mail address or language; the trail names the fields and keeps no address.

    Raises: UserNotFound, Forbidden, StaleVersion.
    """
    user = opened(actor, user_id, version, can_update_user)
    changed = {name: value for name, value in changes.items() if getattr(user, name) != value}
    if changed:
        before = {name: _kept(name, getattr(user, name)) for name in changed}
        former = user.email
        for name, value in changed.items():
            setattr(user, name, value)
        moved(user, *changed)
        after = {name: _kept(name, value) for name, value in changed.items()}
        record(actor, Action.CHANGE_CONFIG, object_type="USER", object_id=user.id, meta={"act": "UPDATE", "before": before, "after": after})
        if former and "email" in changed:
            _tell_former(user, former)
    return user


def email_of(user_id: UUID) -> str | None:
    """The address at which a user is written to."""
    return User.objects.filter(pk=user_id).values_list("email", flat=True).first()


def _tell_former(user: User, address: str) -> None:
    """Who is written to no more hears it once, at the address of before: the change may not be theirs."""
    with speaking(user.language):
        title, body = str(_ADDRESS_CHANGED), str(_ADDRESS_CHANGED_BODY.format(name=user.full_name))
    ports.mail_staff(user_id=user.id, title=title, body=body, subject_type="USER", subject_id=str(user.id), address=address)


@transaction.atomic
def user_suspend(*, actor: Actor, user_id: UUID, version: int, reason: str) -> User:
    """Take a person's access away at once: the account is suspended and every session ends.

    Raises: UserNotFound, Forbidden, UserIsSuspended, LastAdministrator, LastWatcher, StaleVersion.
    """
    user = opened(actor, user_id, version, can_suspend, wrong_state=(User.Status.SUSPENDED, UserIsSuspended))
    keep_an_administrator(actor, user)
    keep_a_watcher(user)
    user.status = User.Status.SUSPENDED
    moved(user, "status")
    ended = end_sessions_of(user.id)
    meta = {"act": "SUSPEND", "before": {"status": "ACTIVE"}, "after": {"status": "SUSPENDED"}, "reason": redacted(reason), "sessions": ended}
    record(actor, IamAct.CHANGE_RBAC, object_type="USER", object_id=user.id, meta=meta)
    return user


@transaction.atomic
def user_activate(*, actor: Actor, user_id: UUID, version: int, reason: str) -> User:
    """Give a suspended person their access back, with the roles and scopes they had.

    Raises: UserNotFound, Forbidden, UserIsActive, StaleVersion.
    """
    user = opened(actor, user_id, version, can_activate, wrong_state=(User.Status.ACTIVE, UserIsActive))
    user.status, user.activated_at = User.Status.ACTIVE, now()
    moved(user, "status", "activated_at")
    meta = {"act": "ACTIVATE", "before": {"status": "SUSPENDED"}, "after": {"status": "ACTIVE"}, "reason": redacted(reason)}
    record(actor, IamAct.CHANGE_RBAC, object_type="USER", object_id=user.id, meta=meta)
    return user


@transaction.atomic
def user_end_sessions(*, actor: Actor, user_id: UUID) -> int:
    """End every session of a person, and say how many there were.

    Raises: UserNotFound, Forbidden.
    """
    user = opened(actor, user_id, None, can_change_access)
    ended = end_sessions_of(user.id)
    record(actor, IamAct.SESSION_ENDED, object_type="USER", object_id=user.id, meta={"ended": ended})
    return ended


def _kept(name: str, value: Any) -> Any:
    if name != "email" or not value:
        return value
    local, _, domain = str(value).partition("@")
    return f"{local[:1]}***@{domain}"
