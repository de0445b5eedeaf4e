"""What an administrator, or the loader of a new installation, changes of the organisation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.contrib.auth.hashers import make_password

from simpul.audit.public import Action, record
from simpul.iam import passwords
from simpul.iam.acts import IamAct
from simpul.iam.facts import BranchFacts
from simpul.iam.limits import ORGANISATION
from simpul.iam.models import Branch, Revision, Role, Scope, Unit, UnitBranch, User, UserRole
from simpul.iam.policies import can_manage_organisation
from simpul.iam.selectors.grants import revision_number
from simpul.iam.services.role_conflicts import require_compatible
from simpul.iam.services.settings import settings_save
from simpul.iam.services.units import branch_update
from simpul.platform import configuration
from simpul.platform.actor import Actor, require


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
            added.append(Branch(code=facts.code, number=facts.number or last, name=facts.name, city=facts.city, phone=facts.phone))
        elif (branch.name, branch.city) != (facts.name, facts.city):
            branch.name, branch.city = facts.name, facts.city
            changed.append(branch)
    Branch.objects.bulk_create(added)
    Branch.objects.bulk_update(changed, ["name", "city"])
    if added or changed:
        meta = {"added": [branch.code for branch in added], "changed": [branch.code for branch in changed]}
        record(actor, Action.CHANGE_CONFIG, object_type="BRANCH", object_id="several", meta=meta)
    return len(added), len(changed)


def organisation_put(*, actor: Actor, name: str, heads: Mapping[str, UUID]) -> None:
    """Name the organisation and the heads of branches, by their codes; what stands already is left alone.

    Raises: Forbidden, Invalid.
    """
    require(can_manage_organisation(actor))
    if configuration.value(ORGANISATION) != name:
        version = revision_number(Revision.Kind.SETTINGS)
        settings_save(actor=actor, version=version, changes={ORGANISATION: name}, resets=[], reason="Pengisian awal saat pemasangan")
    for branch in Branch.objects.filter(code__in=heads):
        branch_update(actor=actor, code=branch.code, version=branch.version, changes={"head_user_id": heads[branch.code]})


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
    temporary: bool = False,
    email: str | None = None,
) -> UUID:
    """Add somebody who may sign in, with roles and scopes.

    `password_hash` spares hashing where many are added at once; a `temporary` password must be changed at the first sign-in.

    Raises: Forbidden, Invalid for a weak password or incompatible roles.
    """
    require(can_manage_organisation(actor))
    user = User(username=username, full_name=full_name, must_change_password=temporary, email=email)
    if password is not None and password_hash is None:
        passwords.check(password, user, field="password")
    user.password = password_hash or make_password(password)
    user.save(force_insert=True)
    require_compatible(user_id=user.id, wanted=roles, given=roles)
    for role in Role.objects.filter(key__in=roles):
        UserRole.objects.create(user=user, role=role, assigned_by_id=actor.id)
    Scope.objects.bulk_create(
        [
            *(Scope(user=user, scope_type=Scope.Type.BRANCH, branch_id=code, assigned_by_id=actor.id) for code in branches),
            *(Scope(user=user, scope_type=Scope.Type.UNIT, unit_id=code, assigned_by_id=actor.id) for code in units),
        ]
    )
    record(actor, IamAct.CHANGE_RBAC, object_type="USER", object_id=user.id, meta={"roles": list(roles), "branches": list(branches), "units": list(units)})
    return user.id
