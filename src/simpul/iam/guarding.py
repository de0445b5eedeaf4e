"""The changes of users, rights and settings that take a second person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from simpul.iam.limits import is_guarding
from simpul.iam.schemas.grants import GrantsSaveIn
from simpul.iam.schemas.identities import IdentityIn
from simpul.iam.schemas.organisation import SettingsSaveIn, UnitBranchesIn
from simpul.iam.schemas.role_conflicts import RoleConflictIn, RoleConflictRemoveIn, RoleExceptionIn
from simpul.iam.schemas.service_accounts import ServiceAccountIn, ServiceAccountUpdateIn, ServiceKeyIn
from simpul.iam.schemas.users import UserActIn, UserCreateIn, UserReasonIn, UserRolesIn, UserScopeAddIn, UserScopeEndIn, UserSwitchesIn, UserUpdateIn
from simpul.iam.selectors.directory import is_powerful, powerful_members
from simpul.iam.selectors.service_accounts import account_standing
from simpul.iam.services import (
    authenticators,
    grants,
    identities,
    leavers,
    password_links,
    rights,
    role_conflicts,
    role_exceptions,
    service_accounts,
    settings,
    units,
    users,
)
from simpul.platform.actor import Actor
from simpul.platform.guarding import GuardedChange, concerns_user
from simpul.platform.text import Text


def guarded_changes() -> tuple[GuardedChange, ...]:
    """Each under the id of its operation."""
    return (
        GuardedChange("users_set_roles", Text(id="Ubah peran pengguna", en="Change a user's roles"), UserRolesIn, _set_roles, concerns=concerns_user),
        GuardedChange("users_create", Text(id="Tambah pengguna dengan peran", en="Add a user with roles"), UserCreateIn, _create_user, waits=_is_given_roles),
        GuardedChange("users_activate", Text(id="Aktifkan pengguna", en="Activate a user"), UserActIn, _activate_user, concerns=concerns_user),
        GuardedChange(
            "users_suspend", Text(id="Nonaktifkan pengguna", en="Suspend a user"), UserActIn, _suspend_user, waits=_is_of_powerful, concerns=concerns_user
        ),
        GuardedChange("users_leave", Text(id="Pengguna keluar", en="A user leaves"), UserActIn, _end_user, waits=_is_of_powerful, concerns=concerns_user),
        GuardedChange(
            "users_update",
            Text(id="Ubah alamat email pengguna", en="Change a user's e-mail address"),
            UserUpdateIn,
            _update_user,
            waits=_changes_email,
            concerns=concerns_user,
        ),
        GuardedChange("grants_save", Text(id="Ubah tabel hak", en="Change the grant table"), GrantsSaveIn, _save_grants),
        GuardedChange(
            "settings_save", Text(id="Ubah pengaturan keamanan", en="Change security settings"), SettingsSaveIn, _save_settings, waits=_is_guarding_access
        ),
        GuardedChange(
            "users_password_link",
            Text(id="Kirim tautan kata sandi", en="Send a password link"),
            UserReasonIn,
            _send_link,
            concerns=concerns_user,
            result="APPROVER",
        ),
        GuardedChange(
            "users_reset_factors", Text(id="Hapus verifikasi dua langkah", en="Reset second factors"), UserReasonIn, _reset_factors, concerns=concerns_user
        ),
        *_places(),
        *_programs(),
        *_incompatible_roles(),
    )


def _places() -> tuple[GuardedChange, ...]:
    """Where powerful people work, and what works for somebody by name."""
    return (
        GuardedChange(
            "users_add_scope",
            Text(id="Tambah penugasan pengguna berwenang", en="Add an assignment of a powerful user"),
            UserScopeAddIn,
            _add_scope,
            waits=_is_of_powerful,
            concerns=concerns_user,
        ),
        GuardedChange(
            "users_end_scope",
            Text(id="Akhiri penugasan pengguna berwenang", en="End an assignment of a powerful user"),
            UserScopeEndIn,
            _end_scope,
            waits=_is_of_powerful,
            concerns=concerns_user,
        ),
        GuardedChange(
            "users_set_switches",
            Text(id="Buka hak per orang", en="Switch grants on by name"),
            UserSwitchesIn,
            _set_switches,
            waits=_switches_on,
            concerns=concerns_user,
        ),
        GuardedChange("users_tie_identity", Text(id="Ikat identitas luar", en="Tie an outside identity"), IdentityIn, _tie_identity, concerns=concerns_user),
        GuardedChange(
            "units_set_branches",
            Text(id="Ubah cabang unit yang memuat pengguna berwenang", en="Change the branches of a unit with powerful members"),
            UnitBranchesIn,
            _set_branches,
            waits=_has_powerful,
        ),
    )


def _programs() -> tuple[GuardedChange, ...]:
    """Programs that call the API, and their keys."""
    return (
        GuardedChange("service_accounts_create", Text(id="Tambah akun layanan", en="Add a service account"), ServiceAccountIn, _create_account),
        GuardedChange(
            "service_accounts_update",
            Text(id="Ubah hak akun layanan", en="Change a service account's rights"),
            ServiceAccountUpdateIn,
            _update_account,
            waits=_gives_rights,
        ),
        GuardedChange("service_account_keys_create", Text(id="Buat kunci layanan", en="Make a service key"), ServiceKeyIn, _create_key, result="PROPOSER"),
    )


def _incompatible_roles() -> tuple[GuardedChange, ...]:
    """Which roles one person must not hold together, and who is excepted until when."""
    return (
        GuardedChange("role_conflicts_create", Text(id="Tambah peran yang bertentangan", en="Add incompatible roles"), RoleConflictIn, _create_conflict),
        GuardedChange(
            "role_conflicts_remove", Text(id="Hapus peran yang bertentangan", en="Remove incompatible roles"), RoleConflictRemoveIn, _remove_conflict
        ),
        GuardedChange(
            "role_exceptions_create",
            Text(id="Beri pengecualian peran", en="Give an exception from incompatible roles"),
            RoleExceptionIn,
            _create_exception,
            concerns=lambda actor, body, **path: body.user_id,
        ),
    )


def _create_conflict(actor: Actor, body: RoleConflictIn) -> None:
    role_conflicts.conflict_create(actor=actor, first=body.first, second=body.second, reason=body.reason)


def _remove_conflict(actor: Actor, body: RoleConflictRemoveIn, conflict_id: UUID) -> None:
    role_conflicts.conflict_remove(actor=actor, conflict_id=conflict_id, reason=body.reason)


def _create_exception(actor: Actor, body: RoleExceptionIn) -> None:
    role_exceptions.exception_create(actor=actor, **body.dict())


def _switches_on(actor: Actor, body: UserSwitchesIn, user_id: UUID) -> bool:
    """Switching off is at once."""
    return bool({(one.resource, one.action) for one in body.switches} - rights.switched_on(user_id))


def _has_powerful(actor: Actor, body: UnitBranchesIn, code: str) -> bool:
    return bool(powerful_members(code))


def _gives_rights(actor: Actor, body: ServiceAccountUpdateIn, account_id: UUID) -> bool:
    """Other roles or branches, and letting it in again; renaming and suspending are at once."""
    standing = account_standing(account_id)
    if standing is None:
        return False
    active, roles, branches = standing
    return (
        (body.active is True and not active)
        or (body.roles is not None and set(body.roles) != roles)
        or (body.branches is not None and set(body.branches) != branches)
    )


def _add_scope(actor: Actor, body: UserScopeAddIn, user_id: UUID) -> Any:
    return rights.user_add_scope(actor=actor, user_id=user_id, **body.dict())


def _end_scope(actor: Actor, body: UserScopeEndIn, user_id: UUID, scope_id: UUID) -> Any:
    return rights.user_end_scope(actor=actor, user_id=user_id, scope_id=scope_id, version=body.version, at=body.at)


def _set_switches(actor: Actor, body: UserSwitchesIn, user_id: UUID) -> Any:
    switches = [(one.resource, one.action) for one in body.switches]
    return rights.user_set_switches(actor=actor, user_id=user_id, version=body.version, switches=switches)


def _tie_identity(actor: Actor, body: IdentityIn, user_id: UUID) -> None:
    identities.user_tie_identity(actor=actor, user_id=user_id, provider=body.provider, subject=body.subject)


def _set_branches(actor: Actor, body: UnitBranchesIn, code: str) -> None:
    units.unit_set_branches(actor=actor, code=code, version=body.version, branches=body.branches)


def _create_account(actor: Actor, body: ServiceAccountIn) -> Any:
    return service_accounts.account_create(actor=actor, **body.dict())


def _update_account(actor: Actor, body: ServiceAccountUpdateIn, account_id: UUID) -> None:
    service_accounts.account_update(actor=actor, account_id=account_id, **body.dict())


def _create_key(actor: Actor, body: ServiceKeyIn, account_id: UUID) -> dict[str, str]:
    key_id, key = service_accounts.key_create(actor=actor, account_id=account_id, **body.dict())
    return {"id": str(key_id), "key": key}


def _is_given_roles(actor: Actor, body: UserCreateIn) -> bool:
    """A person without roles can do nothing yet: giving them some takes two."""
    return bool(body.roles)


def _is_of_powerful(actor: Actor, body: Any, user_id: UUID, **more: Any) -> bool:
    """Of anybody else it is done at once: what looks like a theft does not wait."""
    return is_powerful(user_id)


def _changes_email(actor: Actor, body: UserUpdateIn, user_id: UUID) -> bool:
    return "email" in body.model_fields_set and users.email_of(user_id) != body.email


def _is_guarding_access(actor: Actor, body: SettingsSaveIn) -> bool:
    return any(is_guarding(key) for key in (*body.changes, *body.resets))


def _set_roles(actor: Actor, body: UserRolesIn, user_id: UUID) -> Any:
    return rights.user_set_roles(actor=actor, user_id=user_id, version=body.version, roles=body.roles, reason=body.reason)


def _create_user(actor: Actor, body: UserCreateIn) -> Any:
    return users.user_create(
        actor=actor,
        username=body.username,
        full_name=body.full_name,
        email=body.email,
        language=body.language,
        roles=body.roles,
        scopes=[(scope.scope_type, scope.code, scope.active_from, scope.active_to) for scope in body.scopes],
    )


def _activate_user(actor: Actor, body: UserActIn, user_id: UUID) -> Any:
    return users.user_activate(actor=actor, user_id=user_id, version=body.version, reason=body.reason)


def _suspend_user(actor: Actor, body: UserActIn, user_id: UUID) -> Any:
    return users.user_suspend(actor=actor, user_id=user_id, version=body.version, reason=body.reason)


def _end_user(actor: Actor, body: UserActIn, user_id: UUID) -> Any:
    return leavers.user_leave(actor=actor, user_id=user_id, version=body.version, reason=body.reason)


def _update_user(actor: Actor, body: UserUpdateIn, user_id: UUID) -> Any:
    changes = body.dict(exclude_unset=True, exclude={"version"})
    changes = {name: value for name, value in changes.items() if value is not None or name == "email"}
    return users.user_update(actor=actor, user_id=user_id, version=body.version, changes=changes)


def _save_grants(actor: Actor, body: GrantsSaveIn) -> None:
    grants.grants_save(actor=actor, version=body.version, given=[change.dict() for change in body.changes], reason=body.reason)


def _save_settings(actor: Actor, body: SettingsSaveIn) -> None:
    settings.settings_save(actor=actor, version=body.version, changes=body.changes, resets=body.resets, reason=body.reason)


def _send_link(actor: Actor, body: UserReasonIn | None, user_id: UUID) -> dict[str, str] | None:
    return password_links.link_send(actor=actor, user_id=user_id)


def _reset_factors(actor: Actor, body: UserReasonIn | None, user_id: UUID) -> int:
    return authenticators.authenticators_reset(actor=actor, user_id=user_id)
