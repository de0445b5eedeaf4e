"""Which roles one person must not hold together: added and removed by two people, and asked wherever roles are given."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import IntegrityError, transaction

from simpul.audit.public import audited_change, record
from simpul.iam.acts import IamAct
from simpul.iam.catalogue import INCOMPATIBLE
from simpul.iam.errors import RoleConflictExists
from simpul.iam.models import Role, RoleConflict, RoleException, User
from simpul.iam.policies import can_manage_organisation
from simpul.iam.selectors.directory import role_names
from simpul.iam.selectors.role_conflicts import conflict_get, conflict_rows, incompatible_pairs
from simpul.platform.actor import Actor
from simpul.platform.clock import now
from simpul.platform.errors import Invalid
from simpul.platform.redaction import redacted
from simpul.platform.text import Text

OBJECT = "ROLE_CONFLICT"
_INCOMPATIBLE = Text(
    id="{first} dan {second} tidak boleh dipegang satu orang. {reason} Pilih salah satu, atau ajukan pengecualian bertanggal di Peran yang bertentangan.",
    en="{first} and {second} must not be held by one person. {reason} Choose one of them, or propose a dated exception under Incompatible roles.",
)
_NO_ROLE = Text(id="Peran ini tidak ada atau sudah dipensiunkan.", en="There is no such role, or it is retired.")
_SAME = Text(id="Pilih dua peran yang berbeda.", en="Choose two different roles.")
_RELATED = Text(id="Salah satu peran ini dibuat dari yang lain.", en="One of these roles is made after the other.")


def require_compatible(*, user_id: UUID, wanted: Iterable[str], given: Iterable[str], object_type: str = "USER") -> None:
    """Refuse to give roles that are incompatible with what somebody would hold, unless an exception stands for the person.

    Raises: Invalid naming both roles and what to do.
    """
    found = incompatible_pairs(user_id=user_id, wanted=wanted, given=given)
    if not found:
        return
    names, pair = role_names(), found[0]
    first, second = (names.get(key, Text(id=key, en=key)) for key in (pair.first_key, pair.second_key))
    said = Text(
        id=_INCOMPATIBLE.id.format(first=first.id, second=second.id, reason=pair.reason.id),
        en=_INCOMPATIBLE.en.format(first=first.en, second=second.en, reason=pair.reason.en),
    )
    raise Invalid({"roles": said}).recorded_as(
        action=IamAct.CHANGE_RBAC, object_type=object_type, object_id=str(user_id), meta={"incompatible": [pair.first_key, pair.second_key]}
    )


@transaction.atomic
def conflict_create(*, actor: Actor, first: str, second: str, reason: str) -> RoleConflict:
    """Say that one person must not hold two roles; whoever holds both already keeps them and is listed.

    Raises: Forbidden, RoleConflictExists, Invalid for roles that are not there or not two.
    """
    first, second = sorted((first, second))
    meta = {"act": "CREATE"}
    with audited_change(actor, IamAct.CHANGE_RBAC, OBJECT, f"{first}+{second}", meta=meta) as change:
        change.require(can_manage_organisation(actor))
        roles = {role.key: role for role in Role.objects.filter(key__in=(first, second), is_assignable=True, retired_at__isnull=True)}
        if missing := [name for name, key in (("first", first), ("second", second)) if key not in roles]:
            raise Invalid(dict.fromkeys(missing, _NO_ROLE))
        if first == second:
            raise Invalid({"second": _SAME})
        # A role made after another counts as it: such a pair would be incompatible with itself.
        if first == roles[second].based_on or second == roles[first].based_on:
            raise Invalid({"second": _RELATED})
        try:
            with transaction.atomic():
                conflict = RoleConflict.objects.create(first_role=roles[first], second_role=roles[second], reason=redacted(reason), created_by_id=actor.id)
        except IntegrityError:
            raise RoleConflictExists() from None
        row = next(row for row in conflict_rows(actor) if row["id"] == conflict.id)
        after = {"roles": [first, second], "held_by": row["violating"]}
        change.describe(before=None, after=after, reason=conflict.reason)
    conflict.refresh_from_db()
    return conflict


@transaction.atomic
def conflict_remove(*, actor: Actor, conflict_id: UUID, reason: str) -> None:
    """Let one person hold two roles again; exceptions to the pair end with it.

    Raises: Forbidden, RoleConflictNotFound.
    """
    conflict = conflict_get(actor=actor, conflict_id=conflict_id, lock=True)
    pair = [conflict.first_role_id, conflict.second_role_id]
    with audited_change(actor, IamAct.CHANGE_RBAC, OBJECT, "+".join(pair), meta={"act": "REMOVE"}) as change:
        change.require(can_manage_organisation(actor))
        at = now()
        ended = RoleException.objects.filter(conflict=conflict, ended_at__isnull=True, settled_at__isnull=True).update(ended_at=at, ended_by_id=actor.id)
        conflict.removed_at, conflict.removed_by_id = at, actor.id
        conflict.save(update_fields=["removed_at", "removed_by"])
        change.describe(before={"roles": pair}, after=None, reason=redacted(reason), exceptions_ended=ended)


def conflicts_bring(*, actor: Actor) -> None:
    """Write the shipped pairs that this installation has never had; one that the organisation removed stays removed."""
    known = {(str(first), str(second)) for first, second in RoleConflict.objects.values_list("first_role_id", "second_role_id")}
    new = {pair: reason for pair, reason in INCOMPATIBLE.items() if pair not in known}
    if not new:
        return
    RoleConflict.objects.bulk_create(
        RoleConflict(first_role_id=first, second_role_id=second, reason=reason.id, is_shipped=True, created_by_id=actor.id)
        for (first, second), reason in new.items()
    )
    # Of a new installation, where nobody works yet, these are the beginning and no change.
    if User.objects.filter(kind=User.Kind.USER).exists():
        after = {"roles": ["+".join(pair) for pair in new]}
        record(actor, IamAct.CHANGE_RBAC, object_type=OBJECT, object_id="release", meta={"act": "CREATE", "before": None, "after": after})
