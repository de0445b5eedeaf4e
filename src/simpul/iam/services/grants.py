"""Editing the grant table: many cells in one act, under one version."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from simpul.audit.public import audited_change
from simpul.iam.acts import IamAct
from simpul.iam.errors import NothingChanges
from simpul.iam.matrix import Cell, Change, Place, diff, impossible, shipped, written
from simpul.iam.models import Grant, Revision, Role
from simpul.iam.policies import can_manage_organisation
from simpul.iam.selectors.grants import grants_current, refusals, revision_number
from simpul.platform.actor import Actor, Reach
from simpul.platform.db import execute
from simpul.platform.errors import Forbidden, Invalid
from simpul.platform.redaction import redacted
from simpul.platform.text import Text

_NO_ROLE = Text(id="Peran ini tidak ada atau sudah dipensiunkan.", en="There is no such role, or it is retired.")
_TWICE = Text(id="Sel ini disebut dua kali.", en="This cell is named twice.")


def changes_of(given: Sequence[dict[str, Any]]) -> list[Change]:
    """What the given cells would change of the table in force.

    Raises: Invalid, with the field of the cell that cannot be.
    """
    known = set(Role.objects.filter(is_assignable=True, retired_at__isnull=True).values_list("key", flat=True))
    wanted: dict[Place, Cell | None] = {}
    current, default = grants_current(), shipped()
    wrong: dict[str, Text] = {}
    for number, cell in enumerate(given):
        place = (cell["role"], cell["resource"], cell["action"])
        reach = Reach[cell["reach"]]
        if cell["role"] not in known:
            wrong[f"changes.{number}.role"] = _NO_ROLE
        elif found := impossible(cell["resource"], cell["action"], reach):
            wrong[f"changes.{number}.{found[0]}"] = found[1]
        elif place in wanted:
            wrong[f"changes.{number}"] = _TWICE
        ordinary = current.get(place) or default.get(place)
        wanted[place] = Cell(reach, cell["per_user"], ordinary.limit if ordinary else "") if reach is not Reach.NONE else None
    if wrong:
        raise Invalid(wrong).recorded_as(action=IamAct.CHANGE_RBAC, object_type="GRANTS", object_id="0")
    return diff(current, wanted)


@transaction.atomic
def grants_save(*, actor: Actor, version: int, given: Sequence[dict[str, Any]], reason: str) -> None:
    """Change cells of the grant table; it holds for the next request of every open session.

    Raises: Forbidden, also for a cell that no administrator may change, StaleVersion, NothingChanges, Invalid.
    """
    with audited_change(actor, IamAct.CHANGE_RBAC, "GRANTS", version) as audited:
        audited.require(can_manage_organisation(actor))
        execute("SELECT pg_advisory_xact_lock(hashtextextended('iam.grants', 0))")
        standing = revision_number(Revision.Kind.GRANTS)
        audited.require_version(version, standing)
        changes = changes_of(given)
        if not changes:
            raise NothingChanges()
        if refused := refusals(actor, changes):
            place, why = next(iter(refused.items()))
            raise audited.refused(Forbidden(why), cell=written(place, None).partition("=")[0])
        _write(changes)
        _forget_switches()
        Revision.objects.create(
            kind=Revision.Kind.GRANTS, number=standing + 1, changes=[kept(change) for change in changes], reason=redacted(reason, 500), changed_by_id=actor.id
        )
        audited.object_id = standing + 1
        audited.describe(
            reason=redacted(reason),
            before=[written(change.place, change.before) for change in changes],
            after=[written(change.place, change.after) for change in changes],
        )


def kept(change: Change) -> dict[str, Any]:
    """A change as its revision keeps it."""
    role, resource, action = change.place
    before, after = ({"reach": cell.reach.name, "per_user": cell.per_user} if cell else None for cell in (change.before, change.after))
    return {"role": role, "resource": resource, "action": action, "before": before, "after": after}


def _write(changes: Sequence[Change]) -> None:
    roles = {role.key: role for role in Role.objects.filter(key__in={change.place[0] for change in changes})}
    for change in changes:
        role, resource, action = change.place
        if change.after is None:
            Grant.objects.filter(role=roles[role], resource=resource, action=action).delete()
        else:
            values = {"reach": int(change.after.reach), "per_user": change.after.per_user, "limit": change.after.limit}
            Grant.objects.update_or_create(role=roles[role], resource=resource, action=action, defaults=values)


def _forget_switches() -> None:
    """What no role of a user offers by name any more is not left switched on for a later day."""
    execute(
        """DELETE FROM iam.user_switches s WHERE NOT EXISTS (
               SELECT FROM iam.user_roles ur JOIN iam.grants g USING (role_id)
                WHERE ur.user_id = s.user_id AND g.resource = s.resource AND g.action = s.action AND g.per_user)"""
    )
