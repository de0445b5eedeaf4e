"""The changes of users, rights and settings that take a second person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from simpul.iam.limits import is_guarding
from simpul.iam.schemas.grants import GrantsSaveIn
from simpul.iam.schemas.organisation import SettingsSaveIn
from simpul.iam.schemas.users import UserActIn, UserCreateIn, UserReasonIn, UserRolesIn, UserUpdateIn
from simpul.iam.selectors.directory import is_powerful
from simpul.iam.services import authenticators, grants, password_links, rights, settings, users
from simpul.platform.actor import Actor
from simpul.platform.guarding import GuardedChange, concerns_user
from simpul.platform.text import Text


def entries() -> tuple[GuardedChange, ...]:
    """Each under the id of its operation."""
    return (
        GuardedChange("users_set_roles", Text(id="Ubah peran pengguna", en="Change a user's roles"), UserRolesIn, _set_roles, concerns=concerns_user),
        GuardedChange("users_create", Text(id="Tambah pengguna dengan peran", en="Add a user with roles"), UserCreateIn, _create_user, waits=_is_given_roles),
        GuardedChange("users_activate", Text(id="Aktifkan pengguna", en="Activate a user"), UserActIn, _activate_user, concerns=concerns_user),
        GuardedChange(
            "users_suspend", Text(id="Nonaktifkan pengguna", en="Suspend a user"), UserActIn, _suspend_user, waits=_is_of_powerful, concerns=concerns_user
        ),
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
    )


def _is_given_roles(actor: Actor, body: UserCreateIn) -> bool:
    """A person without roles can do nothing yet: giving them some takes two."""
    return bool(body.roles)


def _is_of_powerful(actor: Actor, body: UserActIn, user_id: UUID) -> bool:
    """Anybody else is suspended at once: what looks like a theft does not wait."""
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
