"""Who comes back from an identity provider: a user known here, one made now, or nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from simpul.audit.public import record
from simpul.iam.acts import IamAct
from simpul.iam.limits import UNKNOWN_SSO
from simpul.iam.models import Branch, ExternalIdentity, Role, Scope, User, UserRole
from simpul.iam.selectors.directory import holders, role_names, watching_people
from simpul.iam.selectors.role_conflicts import incompatible_pairs
from simpul.platform import configuration
from simpul.platform.actor import Actor
from simpul.platform.crypto import keyed_hash
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.text import Text

LEFT_OUT = "iam.mapped_roles_left_out"
LEFT_OUT_NOTICE = NoticeKind(
    LEFT_OUT,
    Text(id="Penyedia identitas memberi peran yang bertentangan", en="The identity provider gives incompatible roles"),
    Text(
        id="Tidak diberikan kepada orang ini: {roles}. Perbaiki kelompoknya di penyedia, atau ajukan pengecualian bertanggal.",
        en="Not given to this person: {roles}. Correct their groups at the provider, or propose a dated exception.",
    ),
)
_NOT_IN_NAMES = re.compile(r"[^a-z0-9._-]+")


def identity_user(
    *, actor: Actor, provider: str, subject: str, username: str, full_name: str, roles: Sequence[str], branches: Sequence[str], maps: bool
) -> User | None:
    """The user of a proven identity; None when nobody here is meant.

    A tie made earlier decides. Without one, a user is made if the mapping gives a role or the organisation lets unknown
    people in; an existing user name is never taken over by a claim. Where the provider maps roles, the
    user's roles and branches follow it at each sign-in.
    """
    tie = ExternalIdentity.objects.select_related("user").filter(provider=provider, subject=subject).first()
    user = tie.user if tie else None
    if user is None:
        if not roles and configuration.value(UNKNOWN_SSO) != "CREATE":
            return None
        user = _made(actor, provider, subject, username, full_name)
        if user is None:
            return None
    if maps:
        _follow(actor, user, provider, roles, branches)
    return user


def identity_tie(*, actor: Actor, provider: str, subject: str, user_id: UUID) -> None:
    """Tie a person at the provider to an existing user, as an administrator decides."""
    ExternalIdentity.objects.create(user_id=user_id, provider=provider, subject=subject)
    record(
        actor, IamAct.CHANGE_RBAC, object_type="USER", object_id=user_id, meta={"tied_to": provider, "subject_hash": keyed_hash(f"sso:{provider}:{subject}")}
    )


def _made(actor: Actor, provider: str, subject: str, username: str, full_name: str) -> User | None:
    name = _NOT_IN_NAMES.sub("-", username.strip().lower()).strip("-.")[:60]
    if len(name) < 3:
        return None
    try:
        with transaction.atomic():
            user = User.objects.create(username=name, full_name=full_name[:120] or name, password="!")
    except IntegrityError:
        return None  # somebody has this name: an administrator has to tie the two
    identity_tie(actor=actor, provider=provider, subject=subject, user_id=user.id)
    return user


def _follow(actor: Actor, user: User, provider: str, roles: Sequence[str], branches: Sequence[str]) -> None:
    """Bring roles and branches to what the mapping gives; what it names and is not here is left out, and so are roles that one person must not hold together.

    Of incompatible roles the one that the person holds already stays; of two that come at once neither is given. Whoever administers and whoever
    watches are told.
    """
    User.objects.select_for_update().get(pk=user.pk)
    known = {role.key: role for role in Role.objects.filter(key__in=roles, is_assignable=True)}
    codes = set(Branch.objects.filter(code__in=branches).values_list("code", flat=True))
    before: dict[str, Any] = {
        "roles": sorted(UserRole.objects.filter(user=user).values_list("role__key", flat=True)),
        "branches": sorted(code for code in Scope.objects.filter(user=user, scope_type=Scope.Type.BRANCH).values_list("branch_id", flat=True) if code),
    }
    barred = _incompatible(user, known, before["roles"])
    known = {key: role for key, role in known.items() if key not in barred}
    after = {"roles": sorted(known), "branches": sorted(codes)}
    if after == before:
        return
    UserRole.objects.filter(user=user).exclude(role__key__in=known).delete()
    for key in sorted(set(known) - set(before["roles"])):
        UserRole.objects.create(user=user, role=known[key], assigned_by_id=actor.id)
    Scope.objects.filter(user=user, scope_type=Scope.Type.BRANCH).exclude(branch_id__in=codes).delete()
    for code in sorted(codes - set(before["branches"])):
        Scope.objects.create(user=user, scope_type=Scope.Type.BRANCH, branch_id=code, assigned_by_id=actor.id)
    record(
        actor,
        IamAct.CHANGE_RBAC,
        object_type="USER",
        object_id=user.id,
        meta={"from": provider, "before": before, "after": after, **({"incompatible": barred} if barred else {})},
    )
    if barred:
        names = role_names()
        told = sorted({*watching_people(), *holders("configuration", "M")} - {user.id})
        notify(LEFT_OUT, told, subject_type="USER", subject_id=user.id, roles=", ".join(str(names.get(key, key)) for key in barred))


def _incompatible(user: User, mapped: Iterable[str], held: Sequence[str]) -> list[str]:
    """Those of the mapped roles that are not given because of another one."""
    given = set(mapped) - set(held)
    return sorted({key for pair in incompatible_pairs(user_id=user.id, wanted=mapped, given=given) for key in (pair.first_key, pair.second_key)} & given)
