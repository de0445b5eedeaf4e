"""Units with their heads, the branches they serve and where they are stricter; branches with their heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo, available_timezones

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.db.models.functions import Now

from simpul.audit.public import Action, AuditedChange, audited_change
from simpul.iam.acts import IamAct
from simpul.iam.errors import BranchExists, UnitExists
from simpul.iam.models import Branch, Scope, Unit, UnitBranch, UnitSetting, User
from simpul.iam.policies import can_manage_organisation
from simpul.iam.selectors.units import branch_get, unit_get
from simpul.iam.services.settings import problems_of
from simpul.platform import configuration
from simpul.platform.actor import Actor
from simpul.platform.errors import Forbidden, Invalid
from simpul.platform.text import Text

_NO_HEAD = Text(id="Pimpinan harus pengguna yang aktif.", en="The head is an active user.")
_NO_BRANCH = Text(id="Cabang ini tidak ada atau tidak aktif.", en="There is no such branch, or it is not active.")
_NO_ZONE = Text(id="Zona waktu ini tidak dikenal.", en="This time zone is not known.")
_NOT_PER_UNIT = Text(id="Pengaturan ini hanya untuk seluruh organisasi.", en="This setting is for the whole organisation only.")
_WIDER = Text(id="Unit hanya boleh lebih ketat daripada organisasi.", en="A unit may only be stricter than the organisation.")
_OWN_UNIT = Text(
    id="Anda bertugas di unit ini, jadi tidak dapat menambah cabangnya; minta administrator lain.",
    en="You work for this unit, so you cannot add branches to it; ask another administrator.",
)
_OWN_HEAD = Text(
    id="Anda tidak dapat menjadikan diri sendiri pimpinan; minta administrator lain.", en="You cannot make yourself the head; ask another administrator."
)
_STILL_SERVED = Text(id="Masih ada pengguna yang bertugas di cabang ini.", en="Somebody still works for this branch.")


@transaction.atomic
def unit_create(*, actor: Actor, code: str, name: str) -> Unit:
    """Add a unit without branches or members.

    Raises: Forbidden, UnitExists.
    """
    with _changing(actor, "UNIT", code) as change:
        try:
            with transaction.atomic():
                unit = Unit.objects.create(code=code, name=name)
        except IntegrityError:
            raise UnitExists() from None
        change.describe(act="CREATE", before=None, after={"name": name})
    return unit


@transaction.atomic
def unit_update(*, actor: Actor, code: str, version: int, changes: Mapping[str, Any]) -> Unit:
    """Rename a unit or name its head.

    Raises: UnitNotFound, Forbidden, StaleVersion, Invalid.
    """
    with _changing(actor, "UNIT", code) as change:
        unit = _unit(actor, change, code, version)
        _change(actor, change, unit, changes)
    return unit


@transaction.atomic
def unit_set_branches(*, actor: Actor, code: str, version: int, branches: Sequence[str]) -> Unit:
    """Let a unit serve exactly these branches: what its members reach changes in their next request.

    Raises: UnitNotFound, Forbidden, StaleVersion, Invalid.
    """
    with _changing(actor, "UNIT", code) as change:
        unit = _unit(actor, change, code, version)
        held = set(UnitBranch.objects.filter(unit=unit).values_list("branch_id", flat=True))
        wanted = set(branches)
        known = set(Branch.objects.filter(code__in=wanted - held, is_active=True).values_list("code", flat=True))
        if wanted - held - known:
            raise Invalid({"branches": _NO_BRANCH})
        if wanted - held and _works_for(actor, unit):
            raise Forbidden(_OWN_UNIT)
        if wanted == held:
            change.nothing_changed()
            return unit
        UnitBranch.objects.filter(unit=unit, branch_id__in=held - wanted).delete()
        UnitBranch.objects.bulk_create(UnitBranch(unit=unit, branch_id=branch) for branch in sorted(wanted - held))
        _moved(unit)
        # What its members may see changes with the branches.
        change.action = IamAct.CHANGE_RBAC
        change.describe(act="BRANCHES", before={"branches": sorted(held)}, after={"branches": sorted(wanted)})
    return unit


@transaction.atomic
def unit_set_policies(*, actor: Actor, code: str, version: int, policies: Mapping[str, Any]) -> Unit:
    """Make a unit stricter than the organisation in exactly these settings.

    Raises: UnitNotFound, Forbidden, StaleVersion, Invalid for a value that is wider.
    """
    with _changing(actor, "UNIT", code) as change:
        unit = _unit(actor, change, code, version)
        if wrong := _not_stricter(policies):
            raise Invalid(wrong)
        held = {row.key: row.value for row in UnitSetting.objects.filter(unit=unit)}
        if held == dict(policies):
            change.nothing_changed()
            return unit
        UnitSetting.objects.filter(unit=unit).exclude(key__in=policies).delete()
        for key, value in policies.items():
            if key not in held or held[key] != value:
                UnitSetting.objects.update_or_create(unit=unit, key=key, defaults={"value": value, "changed_at": Now(), "changed_by_id": actor.id})
        _moved(unit)
        change.describe(act="POLICIES", before=held, after=dict(policies))
    return unit


@transaction.atomic
def branch_create(*, actor: Actor, code: str, name: str, city: str, time_zone: str, phone: str = "") -> Branch:
    """Add a branch under the next free number.

    Raises: Forbidden, BranchExists, Invalid.
    """
    with _changing(actor, "BRANCH", code) as change:
        _check_zone(time_zone)
        number = (Branch.objects.aggregate(last=Max("number"))["last"] or 0) + 1
        try:
            with transaction.atomic():
                branch = Branch.objects.create(code=code, number=number, name=name, city=city, phone=phone, time_zone=time_zone)
        except IntegrityError:
            raise BranchExists() from None
        change.describe(act="CREATE", before=None, after={"name": name, "city": city, "phone": phone, "time_zone": time_zone})
    return branch


@transaction.atomic
def branch_update(*, actor: Actor, code: str, version: int, changes: Mapping[str, Any]) -> Branch:
    """Rename a branch, name its head, or open and close it; one where somebody works stays open.

    Raises: BranchNotFound, Forbidden, StaleVersion, Invalid.
    """
    with _changing(actor, "BRANCH", code) as change:
        branch = branch_get(actor, code, lock=True)
        change.require_version(version, branch.version, lambda: {name: getattr(branch, name) for name in ("name", "city", "phone", "time_zone", "is_active")})
        if "time_zone" in changes:
            _check_zone(changes["time_zone"])
        if changes.get("is_active") is False and branch.is_active and _worked_for(branch):
            raise Invalid({"is_active": _STILL_SERVED})
        _change(actor, change, branch, changes)
    return branch


@contextmanager
def _changing(actor: Actor, object_type: str, code: str) -> Iterator[AuditedChange]:
    with audited_change(actor, Action.CHANGE_CONFIG, object_type, code) as change:
        change.require(can_manage_organisation(actor))
        yield change


def _not_stricter(policies: Mapping[str, Any]) -> dict[str, Text]:
    wrong = problems_of(policies, "policies")
    for key, value in policies.items():
        if f"policies.{key}" in wrong:
            continue
        setting = configuration.find(key)
        if setting.stricter is None:
            wrong[f"policies.{key}"] = _NOT_PER_UNIT
        elif not configuration.is_stricter(setting, value, configuration.value(key)):
            wrong[f"policies.{key}"] = _WIDER
    return wrong


def _works_for(actor: Actor, unit: Unit) -> bool:
    return Scope.objects.filter(user_id=actor.id, unit=unit).exclude(active_to__lte=Now()).exists()


def _worked_for(branch: Branch) -> bool:
    return Scope.objects.filter(branch=branch).exclude(active_to__lte=Now()).exists()


def _unit(actor: Actor, change: AuditedChange, code: str, version: int) -> Unit:
    unit = unit_get(actor, code, lock=True)
    change.require_version(version, unit.version, lambda: {"name": unit.name})
    return unit


def _change(actor: Actor, change: AuditedChange, place: Unit | Branch, changes: Mapping[str, Any]) -> None:
    head = changes.get("head_user_id")
    if head is not None and not User.objects.filter(pk=head, status=User.Status.ACTIVE, kind=User.Kind.USER).exists():
        raise Invalid({"head_user_id": _NO_HEAD})
    changed = {name: value for name, value in changes.items() if getattr(place, name) != value}
    if not changed:
        change.nothing_changed()
        return
    if changed.get("head_user_id") == actor.id:
        raise Forbidden(_OWN_HEAD)
    before = {name: _plain(getattr(place, name)) for name in changed}
    for name, value in changed.items():
        setattr(place, name, value)
    _moved(place, *(name.removesuffix("_id") for name in changed))
    change.describe(act="UPDATE", before=before, after={name: _plain(value) for name, value in changed.items()})


def _moved(place: Unit | Branch, *fields: str) -> None:
    place.version += 1
    place.save(update_fields=[*fields, "version"])


def _check_zone(time_zone: str) -> None:
    if time_zone not in available_timezones() or ZoneInfo(time_zone).key != time_zone:
        raise Invalid({"time_zone": _NO_ZONE})


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value
