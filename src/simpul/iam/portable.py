"""What of the organisation travels to another installation: settings, branches, units, roles of its own, and the grant table; no people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints, TypeAdapter

from simpul.iam.models import Branch, Revision, Role, RoleConflict, Unit, UnitBranch, UnitSetting
from simpul.iam.schemas.organisation import OfficePhone
from simpul.iam.selectors import grants as table
from simpul.iam.selectors.directory import role_names
from simpul.iam.services.grants import changes_of, grants_save
from simpul.iam.services.role_conflicts import conflict_create, conflict_remove
from simpul.iam.services.roles import role_create, role_restore, role_update
from simpul.iam.services.settings import settings_save
from simpul.iam.services.units import branch_create, branch_update, unit_create, unit_set_branches, unit_set_policies, unit_update
from simpul.platform import configuration
from simpul.platform.actor import Actor
from simpul.platform.portable import Report, Section
from simpul.platform.text import Text

REASON = "Impor konfigurasi"

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=80, pattern=r"^[^\x00-\x1f<>]+$")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9][A-Z0-9_-]{1,19}$")]
RolePair = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,29}\+[A-Z][A-Z0-9_]{1,29}$")]
RoleKey = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,29}$")]
SettingKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_.]{1,79}$")]
ResourceKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]

_BECOMES = Text(id="{name}: {before} menjadi {after}.", en="{name}: {before} becomes {after}.")
_BRANCH = Text(id="Cabang {name} ({code}) ditambahkan.", en="The branch {name} ({code}) is added.")
_UNIT = Text(id="Unit {name} ({code}) ditambahkan.", en="The unit {name} ({code}) is added.")
_ROLE = Text(id="Peran {name} ditambahkan.", en="The role {name} is added.")
_RESTORED = Text(id="Peran {name} dipakai lagi.", en="The role {name} is in use again.")
_INCOMPATIBLE = Text(id="{first} dan {second} tidak boleh lagi dipegang satu orang.", en="{first} and {second} must no longer be held by one person.")
_COMPATIBLE = Text(id="{first} dan {second} boleh dipegang satu orang.", en="{first} and {second} may be held by one person.")
_SERVES = Text(id="Unit {name} melayani cabang {codes}.", en="The unit {name} serves the branches {codes}.")
_POLICIES = Text(id="Aturan unit {name} yang lebih ketat diubah.", en="Where the unit {name} is stricter changes.")
_UNKNOWN_SETTING = Text(id="Rilis ini tidak mengenal pengaturan ini.", en="This release knows no such setting.")


class Part(BaseModel):
    """A part of the file; what it does not know is refused."""

    model_config = ConfigDict(extra="forbid")


class BranchPart(Part):
    name: Name
    city: Annotated[str, StringConstraints(strip_whitespace=True, max_length=80)]
    phone: OfficePhone | None = None  # a file from before branches had one leaves it as it is
    time_zone: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_+/-]{1,60}$")]
    is_active: bool


class UnitPart(Part):
    name: Name
    branches: list[Code]
    policies: dict[SettingKey, Any]


class NamesPart(Part):
    id: Name
    en: Name


class RolePart(Part):
    names: NamesPart
    based_on: RoleKey


class CellPart(Part):
    reach: Literal["OWN", "PORTFOLIO", "BRANCH", "ALL"]
    per_user: bool = False


class RoleConflictPart(Part):
    """Why the two roles of the key are incompatible; of a pair that stands already the reason stays as it is."""

    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=10, max_length=500)]


Kind = Literal["added", "changed", "removed"]
Cells = dict[ResourceKey, dict[Annotated[str, StringConstraints(pattern=r"^[A-Z]$")], CellPart]]


def sections() -> tuple[Section, ...]:
    """What the organisation configures."""
    return (
        Section("settings", 10, Text(id="Pengaturan", en="Settings"), TypeAdapter(dict[SettingKey, Any]), _settings, _bring_settings),
        Section("branches", 20, Text(id="Cabang", en="Branches"), TypeAdapter(dict[Code, BranchPart]), _branches, _bring_branches),
        Section("units", 30, Text(id="Unit kerja", en="Units"), TypeAdapter(dict[Code, UnitPart]), _units, _bring_units),
        Section("roles", 40, Text(id="Peran buatan sendiri", en="Roles of our own"), TypeAdapter(dict[RoleKey, RolePart]), _roles, _bring_roles),
        Section("grants", 50, Text(id="Hak akses", en="Grants"), TypeAdapter(dict[RoleKey, Cells]), _grants, _bring_grants),
        Section(
            "role_conflicts",
            55,
            Text(id="Peran yang bertentangan", en="Incompatible roles"),
            TypeAdapter(dict[RolePair, RoleConflictPart]),
            _conflicts,
            _bring_conflicts,
        ),
    )


def _settings() -> dict[str, Any]:
    return {key: configuration.value(key) for key in configuration.settings}


def _bring_settings(actor: Actor, content: dict[str, Any], report: Report) -> None:
    known = configuration.settings
    for key in sorted(set(content) - set(known)):
        report.refused(f"/{key}", _UNKNOWN_SETTING)
    changes = {key: value for key, value in content.items() if key in known and configuration.value(key) != value}
    for key, value in changes.items():
        before = configuration.value(key)
        # A value that cannot be is refused below, in its own words.
        lowers = configuration.problem(known[key], value) is None and configuration.lowers_protection(known[key], before, value)
        report.changed(f"/{key}", _BECOMES.format(name=known[key].label, before=_worded(known[key], before), after=_worded(known[key], value)), lowers=lowers)
    if changes:
        with report.attempt("", lambda name: f"/{name.removeprefix('changes.')}"):
            settings_save(actor=actor, version=table.revision_number(Revision.Kind.SETTINGS), changes=changes, resets=[], reason=REASON)


def _worded(setting: configuration.Setting, value: Any) -> Text:
    """A setting's value as people say it; what cannot be a value stands as it was written."""
    if isinstance(value, bool):
        return Text(id="ya", en="yes") if value else Text(id="tidak", en="no")
    names = setting.choice_names()
    if isinstance(value, str) and value in names:
        return names[value]
    if isinstance(value, int) and setting.unit is not None:
        return Text(id=f"{value} {setting.unit.id}", en=f"{value} {setting.unit.en}")
    if isinstance(value, list):
        known = [names.get(str(each), Text(id=str(each), en=str(each))) for each in value]
        return Text(id=", ".join(each.id for each in known) or "–", en=", ".join(each.en for each in known) or "–")
    shown = _shown(value)
    return Text(id=shown, en=shown)


def _branches() -> dict[str, Any]:
    rows = Branch.objects.order_by("code")
    return {row.code: {"name": row.name, "city": row.city, "phone": row.phone, "time_zone": row.time_zone, "is_active": row.is_active} for row in rows}


def _bring_branches(actor: Actor, content: dict[str, BranchPart], report: Report) -> None:
    for code, part in content.items():
        row = Branch.objects.filter(code=code).first()
        with report.attempt(f"/{code}"):
            if row is None:
                report.changed(f"/{code}", _BRANCH.format(name=part.name, code=code), "added")
                row = branch_create(actor=actor, code=code, name=part.name, city=part.city, phone=part.phone or "", time_zone=part.time_zone)
            changes = {name: value for name, value in part.model_dump(exclude_none=True).items() if getattr(row, name) != value}
            for name, value in changes.items():
                report.changed(f"/{code}/{name}", _BECOMES.format(name=f"{part.name}, {name}", before=_shown(getattr(row, name)), after=_shown(value)))
            if changes:
                branch_update(actor=actor, code=code, version=row.version, changes=changes)


def _units() -> dict[str, Any]:
    served: dict[str, list[str]] = {}
    for unit, branch in UnitBranch.objects.order_by("branch_id").values_list("unit_id", "branch_id"):
        served.setdefault(unit, []).append(branch)
    policies: dict[str, dict[str, Any]] = {}
    for policy in UnitSetting.objects.order_by("key"):
        policies.setdefault(policy.unit_id, {})[policy.key] = policy.value
    rows = Unit.objects.order_by("code")
    return {row.code: {"name": row.name, "branches": served.get(row.code, []), "policies": policies.get(row.code, {})} for row in rows}


def _bring_units(actor: Actor, content: dict[str, UnitPart], report: Report) -> None:
    for code, part in content.items():
        with report.attempt(f"/{code}", lambda name: f"/{name.replace('.', '/', 1)}"):
            if not Unit.objects.filter(code=code).exists():
                report.changed(f"/{code}", _UNIT.format(name=part.name, code=code), "added")
                unit_create(actor=actor, code=code, name=part.name)
            row, held = Unit.objects.get(code=code), _units()[code]
            if row.name != part.name:
                report.changed(f"/{code}/name", _BECOMES.format(name=code, before=row.name, after=part.name))
                row = unit_update(actor=actor, code=code, version=row.version, changes={"name": part.name})
            if set(held["branches"]) != set(part.branches):
                report.changed(f"/{code}/branches", _SERVES.format(name=part.name, codes=", ".join(sorted(part.branches)) or "–"))
                row = unit_set_branches(actor=actor, code=code, version=row.version, branches=part.branches)
            if held["policies"] != part.policies:
                report.changed(f"/{code}/policies", _POLICIES.format(name=part.name), lowers=_lowers(held["policies"], part.policies))
                unit_set_policies(actor=actor, code=code, version=row.version, policies=part.policies)


def _lowers(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether a unit gives up a stricter value, or has a looser one than before."""
    known = configuration.settings
    return any(
        key not in after
        or (key in known and configuration.problem(known[key], after[key]) is None and configuration.lowers_protection(known[key], value, after[key]))
        for key, value in before.items()
    )


def _roles() -> dict[str, Any]:
    """Roles in use: a retired one has nothing that another installation needs."""
    rows = Role.objects.filter(is_shipped=False, is_assignable=True, retired_at__isnull=True).order_by("key")
    return {row.key: {"names": {"id": row.name, "en": row.name_en}, "based_on": row.based_on} for row in rows}


def _bring_roles(actor: Actor, content: dict[str, RolePart], report: Report) -> None:
    for key, part in content.items():
        row, names = Role.objects.filter(key=key).first(), part.names.model_dump()
        with report.attempt(f"/{key}"):
            if row is None:
                report.changed(f"/{key}", Text(id=_ROLE.id.format(name=names["id"]), en=_ROLE.en.format(name=names["en"])), "added")
                role_create(actor=actor, key=key, names=names, copy_of=part.based_on)
                continue
            if {"id": row.name, "en": row.name_en} != names:
                report.changed(f"/{key}/names", _BECOMES.format(name=key, before=row.name, after=names["id"]))
                row = role_update(actor=actor, key=key, version=row.version, names=names)
            if row.retired_at is not None:
                report.changed(f"/{key}", _RESTORED.format(name=row.name))
                role_restore(actor=actor, key=key, version=row.version)


def _grants() -> dict[str, Any]:
    """Every role in use, one without grants as well: where it is brought in, it shall have none."""
    roles = Role.objects.filter(is_assignable=True, retired_at__isnull=True).order_by("key").values_list("key", flat=True)
    found: dict[str, dict[str, dict[str, Any]]] = {role: {} for role in roles}
    for (role, resource, action), cell in sorted(table.grants_current().items()):
        if role not in found:
            continue
        found[role].setdefault(resource, {})[action] = {"reach": cell.reach.name, "per_user": cell.per_user}
    return found


def _bring_grants(actor: Actor, content: dict[str, Cells], report: Report) -> None:
    """Each role that the file names gets exactly the file's grants; the rules that no administrator may lift hold."""
    wanted = {(role, resource, action): cell for role, cells in content.items() for resource, acts in cells.items() for action, cell in acts.items()}
    given = [_cell(place, cell.reach, cell.per_user) for place, cell in wanted.items()]
    given += [_cell(place, "NONE", False) for place in table.grants_current() if place[0] in content and place not in wanted]
    with report.attempt("", lambda name: _cell_path(given[int(name.split(".")[1])])):
        changes = changes_of(given)
        if not changes:
            return
        for item in table.preview(actor, changes)["items"]:
            path = _cell_path(item)
            kind: Kind = "removed" if item["after"] is None else "added" if item["before"] is None else "changed"
            report.changed(path, item["sentence"], kind, lowers=bool(item["widens"]))
            if item["refused"]:
                report.refused(path, item["refused"])
        if not any(trouble.section == "grants" for trouble in report.troubles):
            grants_save(actor=actor, version=table.revision_number(Revision.Kind.GRANTS), given=given, reason=REASON)


def _conflicts() -> dict[str, dict[str, str]]:
    """Pairs in force; exceptions are about people and stay."""
    rows = RoleConflict.objects.filter(removed_at__isnull=True).order_by("first_role_id", "second_role_id")
    return {f"{row.first_role_id}+{row.second_role_id}": {"reason": row.reason} for row in rows}


def _bring_conflicts(actor: Actor, content: dict[str, RoleConflictPart], report: Report) -> None:
    """The pairs become exactly the file's."""
    held = {f"{row.first_role_id}+{row.second_role_id}": row.id for row in RoleConflict.objects.filter(removed_at__isnull=True)}
    named = role_names()

    def pair_sentence(sentence: Text, pair: str) -> Text:
        first, second = (named.get(key, Text(id=key, en=key)) for key in pair.split("+"))
        return Text(id=sentence.id.format(first=first.id, second=second.id), en=sentence.en.format(first=first.en, second=second.en))

    wanted = {"+".join(sorted(pair.split("+"))): (pair, part) for pair, part in content.items()}
    for pair, (written, part) in wanted.items():
        if pair not in held:
            with report.attempt(f"/{written}", lambda name: ""):
                report.changed(f"/{written}", pair_sentence(_INCOMPATIBLE, pair), "added")
                first, second = pair.split("+")
                conflict_create(actor=actor, first=first, second=second, reason=part.reason)
    for pair in sorted(held.keys() - wanted.keys()):
        with report.attempt(f"/{pair}"):
            report.changed(f"/{pair}", pair_sentence(_COMPATIBLE, pair), "removed", lowers=True)
            conflict_remove(actor=actor, conflict_id=held[pair], reason=REASON)


def _cell(place: tuple[str, str, str], reach: str, per_user: bool) -> dict[str, Any]:
    return {"role": place[0], "resource": place[1], "action": place[2], "reach": reach, "per_user": per_user}


def _cell_path(cell: Mapping[str, Any]) -> str:
    return f"/{cell['role']}/{cell['resource']}/{cell['action']}"


def _shown(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
