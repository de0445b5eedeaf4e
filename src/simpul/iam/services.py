"""What a person changes of the own account, and what an administrator changes of the organisation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from simpul.audit.public import Action, record
from simpul.iam.facts import BranchFacts
from simpul.iam.models import Branch, Role, Scope, Unit, UnitBranch, User, UserRole
from simpul.iam.policies import can_manage_organisation
from simpul.platform import ratelimit
from simpul.platform.actor import Actor, require
from simpul.platform.errors import Invalid, NotFound, RateLimited
from simpul.platform.text import Text

_WRONG_PASSWORD = Text(id="Kata sandi saat ini tidak cocok.", en="The current password does not match.")
_WEAK_PASSWORD = Text(
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
        raise Invalid({"new_password": _WEAK_PASSWORD}).recorded_as(action=Action.CHANGE_PASSWORD, object_type="USER", object_id=str(actor.id)) from None
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


def branches_put(*, actor: Actor, branches: Iterable[BranchFacts]) -> tuple[int, int]:
    """Add or rename branches by their code, and say how many were added and changed.

    A branch keeps its number for ever; a number of 0 asks for the next free one.

    Raises: Forbidden.
    """
    require(can_manage_organisation(actor))
    known = {branch.code: branch for branch in Branch.objects.select_for_update()}
    last = max((branch.number for branch in known.values()), default=0)
    added: list[Branch] = []
    changed: list[Branch] = []
    for facts in {each.code: each for each in branches}.values():
        branch = known.get(facts.code)
        if branch is None:
            last = max(last + 1, facts.number)
            added.append(Branch(code=facts.code, number=facts.number or last, name=facts.name, city=facts.city))
        elif (branch.name, branch.city) != (facts.name, facts.city):
            branch.name, branch.city = facts.name, facts.city
            changed.append(branch)
    Branch.objects.bulk_create(added)
    Branch.objects.bulk_update(changed, ["name", "city"])
    if added or changed:
        meta = {"added": [branch.code for branch in added], "changed": [branch.code for branch in changed]}
        record(actor, Action.CHANGE_CONFIG, object_type="BRANCH", object_id="several", meta=meta)
    return len(added), len(changed)


def unit_put(*, actor: Actor, code: str, name: str, branches: Iterable[str]) -> None:
    """Add or rename a unit and add the branches it serves.

    Raises: Forbidden.
    """
    require(can_manage_organisation(actor))
    unit, _ = Unit.objects.update_or_create(code=code, defaults={"name": name})
    for branch in branches:
        UnitBranch.objects.get_or_create(unit=unit, branch_id=branch)
    record(actor, Action.CHANGE_CONFIG, object_type="UNIT", object_id=code, meta={"branches": sorted(branches)})


def user_add(
    *,
    actor: Actor,
    username: str,
    full_name: str,
    password: str | None,
    roles: Sequence[str] = (),
    branches: Sequence[str] = (),
    units: Sequence[str] = (),
    password_hash: str | None = None,
) -> UUID:
    """Add somebody who may sign in, with roles and scopes.

    `password_hash` spares hashing where many are added at once.

    Raises: Forbidden, Invalid for a weak password.
    """
    require(can_manage_organisation(actor))
    user = User(username=username, full_name=full_name)
    if password is not None and password_hash is None:
        try:
            validate_password(password, user)
        except ValidationError:
            raise Invalid({"password": _WEAK_PASSWORD}) from None
    user.password = password_hash or make_password(password)
    user.save(force_insert=True)
    for role in Role.objects.filter(key__in=roles):
        UserRole.objects.create(user=user, role=role, assigned_by_id=actor.id)
    Scope.objects.bulk_create(
        [
            *(Scope(user=user, scope_type=Scope.Type.BRANCH, branch_id=code, assigned_by_id=actor.id) for code in branches),
            *(Scope(user=user, scope_type=Scope.Type.UNIT, unit_id=code, assigned_by_id=actor.id) for code in units),
        ]
    )
    record(actor, Action.CHANGE_RBAC, object_type="USER", object_id=user.id, meta={"roles": list(roles), "branches": list(branches), "units": list(units)})
    return user.id
