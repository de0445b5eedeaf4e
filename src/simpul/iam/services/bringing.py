"""The people and places of a new installation, brought from files: what is there already is never given back or taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from simpul.audit.public import Action, record
from simpul.iam.acts import IamAct
from simpul.iam.errors import UsernameTaken
from simpul.iam.models import Branch, Grant, Role, Scope, Unit, User, UserRole
from simpul.iam.selectors.users import ADMIN
from simpul.iam.services.units import branch_create, branch_update, unit_create, unit_set_branches, unit_update
from simpul.iam.services.users import user_create
from simpul.platform.actor import Actor
from simpul.platform.errors import Invalid
from simpul.platform.text import Text

_NO_ADMINISTRATORS = Text(
    id="Berkas tidak membuat administrator ({roles}); itu dilakukan dengan create_admin atau oleh administrator.",
    en="A file makes no administrators ({roles}); create_admin or an administrator does.",
)


@dataclass(frozen=True)
class Brought:
    """What became of one person; `differs` names what the file says otherwise, `waits` that no password was ever set."""

    user_id: UUID
    added: bool
    waits: bool
    differs: tuple[str, ...] = ()


@transaction.atomic
def user_bring(
    *, actor: Actor, username: str, full_name: str, email: str | None, language: str, roles: Sequence[str], branches: Sequence[str], units: Sequence[str]
) -> Brought:
    """Add a person who is not there yet; one who is stays as they are, so that a file gives nobody back what was taken away.

    Raises: Forbidden, UsernameTaken, Invalid for roles that administer.
    """
    if barred := _administering(roles):
        named = _NO_ADMINISTRATORS.format(roles=", ".join(barred))
        raise Invalid({"roles": named}).recorded_as(action=IamAct.CHANGE_RBAC, object_type="USER", meta={"act": "CREATE", "roles": barred})
    known = User.objects.filter(username=username).first()
    if known is not None and known.kind != User.Kind.USER:
        raise UsernameTaken().recorded_as(action=IamAct.CHANGE_RBAC, object_type="USER")
    if known is not None:
        return Brought(known.id, False, known.is_active and not known.has_usable_password(), _differences(known, full_name, email, roles, branches, units))
    scopes = [*(("BRANCH", code, None, None) for code in branches), *(("UNIT", code, None, None) for code in units)]
    user = user_create(actor=actor, username=username, full_name=full_name, email=email, language=language, roles=roles, scopes=scopes)
    return Brought(user.id, True, True)


@transaction.atomic
def branch_bring(*, actor: Actor, code: str, **values: Any) -> str:
    """Add a branch, or correct the given values of one that is there; says ADDED, CHANGED or UNCHANGED.

    Raises: Forbidden, Invalid.
    """
    known = Branch.objects.filter(code=code).first()
    if known is None:
        branch_create(actor=actor, code=code, **{"city": "", "time_zone": "Asia/Jakarta", **values})
        return "ADDED"
    return _outcome(known.version, branch_update(actor=actor, code=code, version=known.version, changes=values).version)


@transaction.atomic
def unit_bring(*, actor: Actor, code: str, name: str, branches: Sequence[str] | None) -> str:
    """Add a unit or rename it, and let it serve exactly these branches where they are given; says ADDED, CHANGED or UNCHANGED.

    Raises: Forbidden, Invalid.
    """
    added = not Unit.objects.filter(code=code).exists()
    if added:
        unit_create(actor=actor, code=code, name=name)
    before = Unit.objects.get(code=code)
    after = unit_update(actor=actor, code=code, version=before.version, changes={"name": name})
    if branches is not None:
        after = unit_set_branches(actor=actor, code=code, version=after.version, branches=branches)
    return "ADDED" if added else _outcome(before.version, after.version)


def file_brought(*, actor: Actor, what: str, sha256: str, counts: dict[str, int], refused: int) -> None:
    """Record that a file of branches, units or users was brought, or refused as a whole."""
    meta = {"what": what, "sha256": sha256, "counts": counts, "refused": refused}
    record(actor, Action.IMPORT_DATA, object_type="INSTALLATION", object_id=what, outcome="FAILED" if refused else "ALLOWED", meta=meta)


def _outcome(before: int, after: int) -> str:
    return "UNCHANGED" if before == after else "CHANGED"


def _administering(roles: Sequence[str]) -> list[str]:
    """Those of the roles that may change the configuration, or are made after the administrator's."""
    managing = Grant.objects.filter(resource="configuration", action="M").values("role")
    return sorted(Role.objects.filter(Q(key=ADMIN) | Q(based_on=ADMIN) | Q(pk__in=managing), key__in=roles).values_list("key", flat=True))


def _differences(user: User, full_name: str, email: str | None, roles: Sequence[str], branches: Sequence[str], units: Sequence[str]) -> tuple[str, ...]:
    now = Scope.objects.filter(user=user, active_to__isnull=True)
    held = {
        "full name": (user.full_name, full_name),
        "e-mail": ((user.email or "").lower(), (email or "").lower()),
        "roles": (set(UserRole.objects.filter(user=user).values_list("role__key", flat=True)), set(roles)),
        "branches": (set(now.exclude(branch=None).values_list("branch_id", flat=True)), set(branches)),
        "units": (set(now.exclude(unit=None).values_list("unit_id", flat=True)), set(units)),
    }
    return tuple(name for name, (before, wanted) in held.items() if before != wanted)
