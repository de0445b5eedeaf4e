"""How the operations on users, roles and the organisation are called in the authorization matrix."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from simpul.iam.models import Role, RoleConflict, RoleException
from simpul.platform import clock
from simpul.platform.ids import uuid7
from tests.contract.matrix import Recipe, World, covers
from tests.support import people, service_accounts
from tests.support.database import rows


def _program(world: World) -> dict[str, Any]:
    return {"username": f"program-{uuid7().hex[-12:]}", "name": "Saluran web", "purpose": "Meneruskan aduan dari situs.", "roles": ["AGENT"]}


def _key(world: World) -> dict[str, Any]:
    return {"name": "Kunci utama", "operations": ["customers_search"], "expires_at": (datetime.now(UTC) + timedelta(days=1)).isoformat()}


_REASON = "sesuai surat tugas dari kepala cabang"


def _user(username: str = "agent_bnj") -> Callable[[World], dict[str, Any]]:
    return lambda world: {"user_id": people.user_id(username)}


def _ended_scope(world: World) -> dict[str, Any]:
    """A scope of another user than the one named is none of theirs."""
    return {"user_id": people.user_id("agent_bnj"), "scope_id": world.customer_id}


def _own_role(world: World) -> dict[str, Any]:
    """A role of the organisation's own, made past the service."""
    with rows():
        role, _ = Role.objects.get_or_create(key="LOKET", defaults={"name": "Loket", "name_en": "Counter", "based_on": "AGENT", "rank": 90})
        Role.objects.filter(pk=role.pk).update(version=1, retired_at=None)
    return {"key": "LOKET"}


_VIEW: dict[str, Any] = {"name": "Prospek baru", "filters": {"status": "NEW"}}


def _reads_leads(status: int) -> Callable[[str, str], int]:
    return lambda role, subject: status if role in ("SUPERVISOR", "RM") else 403


def _nobodys_view(world: World) -> dict[str, Any]:
    return {"view_id": uuid7()}


def _conflict(world: World) -> dict[str, Any]:
    """A pair that is shipped."""
    with rows():
        return {"conflict_id": RoleConflict.objects.values_list("id", flat=True).get(first_role="FINANCE", second_role="RM", removed_at=None)}


def _excepted(world: World) -> dict[str, Any]:
    conflict_id = str(_conflict(world)["conflict_id"])
    return {"user_id": str(people.user_id("agent_bnj")), "conflict_id": conflict_id, "until_on": clock.today().isoformat(), "reason": _REASON}


def _exception(world: World) -> dict[str, Any]:
    """An exception that is open."""
    with rows():
        made = RoleException.objects.create(**{**_excepted(world), "user_id": people.user_id("rm_mdn")}, created_by_id=people.user_id("admin"))
    return {"exception_id": made.id}


_CHANGES = {"version": 0, "changes": [{"role": "AGENT", "resource": "case", "action": "X", "reach": "OWN"}]}


RECIPES: dict[str, Recipe] = {
    "me_get": Recipe(),
    "me_draft_key": Recipe(),
    "me_preferences_update": Recipe(body=lambda world: {"theme": "dark"}),
    "me_password_change": Recipe(body=lambda world: {"current_password": "bukan-ini-lho", "new_password": "x"}, rule=lambda role, subject: 422),
    "sessions_list": Recipe(),
    "sessions_end": Recipe(path=lambda world: {"session_id": 1_000_000_000}, rule=lambda role, subject: 404),
    "sessions_end_others": Recipe(),
    "branches_list": Recipe(),
    "absences_list": Recipe(),
    "absences_colleagues": Recipe(),
    "absences_create": Recipe(body=lambda world: {"kind": "LEAVE", "first_day": clock.today().isoformat(), "last_day": clock.today().isoformat()}),
    "absences_cancel": Recipe(path=lambda world: {"absence_id": uuid7()}, rule=lambda role, subject: 404),
    "list_views_list": Recipe(query="?list_key=leads", rule=_reads_leads(200)),
    "list_views_create": Recipe(body=lambda world: {"list_key": "leads", **_VIEW}, rule=_reads_leads(201)),
    # A view is its owner's and of those it is shared with.
    "list_views_update": Recipe(path=_nobodys_view, body=lambda world: {**_VIEW, "version": 1}, rule=lambda role, subject: 404),
    "list_views_mark": Recipe(path=_nobodys_view, body=lambda world: {"pinned": True}, rule=lambda role, subject: 404),
    "list_views_delete": Recipe(path=_nobodys_view, rule=lambda role, subject: 404),
    "ways_in_list": Recipe(),
    "service_accounts_list": Recipe(),
    "service_accounts_operations": Recipe(),
    "service_accounts_create": Recipe(body=_program),
    "service_accounts_get": Recipe(path=lambda world: {"account_id": service_accounts.account()}),
    "service_accounts_update": Recipe(path=lambda world: {"account_id": service_accounts.account()}, body=lambda world: {"active": False, "version": 1}),
    "service_account_keys_create": Recipe(path=lambda world: {"account_id": service_accounts.account()}, body=_key),
    "service_account_keys_revoke": Recipe(path=lambda world: service_accounts.key()),
    "users_lookup": Recipe(query="?q=agent"),
    "users_list": Recipe(),
    "users_create": Recipe(body=lambda world: {"username": "sari.lubis", "full_name": "Sari Lubis"}),
    "users_get": Recipe(path=_user()),
    "users_update": Recipe(path=_user("rm_mdn"), body=lambda world: {"version": 1, "full_name": "Sari Lubis"}),
    "users_leave": Recipe(path=_user(), body=lambda world: {"version": 1, "reason": _REASON}),
    "users_suspend": Recipe(path=_user(), body=lambda world: {"version": 1, "reason": _REASON}),
    # The user is active already: who may activate is told so.
    "users_activate": Recipe(path=_user("agent_mdn"), body=lambda world: {"version": 1, "reason": _REASON}, rule=lambda role, subject: 409),
    "users_set_roles": Recipe(path=_user("nobody"), body=lambda world: {"version": 1, "roles": ["AGENT"]}),
    "users_add_scope": Recipe(path=_user("director"), body=lambda world: {"version": 1, "scope_type": "BRANCH", "code": "MDN"}),
    "users_end_scope": Recipe(path=_ended_scope, body=lambda world: {"version": 1}, rule=lambda role, subject: 404),
    "users_set_switches": Recipe(path=_user("supervisor_bnj"), body=lambda world: {"version": 1, "switches": [{"resource": "case", "action": "X"}]}),
    "users_sessions": Recipe(path=_user()),
    "users_end_sessions": Recipe(path=_user("rm_mdn_2")),
    "users_unlock": Recipe(path=_user("agent_mdn")),
    "users_reset_factors": Recipe(path=_user("rm_mdn_2"), body=lambda world: {}),
    "users_password_link": Recipe(path=_user("agent_mdn"), body=lambda world: {}),
    "users_identities": Recipe(path=_user()),
    "users_tie_identity": Recipe(
        path=_user(),
        body=lambda world: {"provider": "kantor", "subject": "dewi"},
        rule=lambda role, subject: 422 if covers(role, "configuration", "M", "other") else 403,  # no provider is configured
    ),
    "users_untie_identity": Recipe(
        path=lambda world: {**_user()(world), "identity_id": world.customer_id},
        rule=lambda role, subject: 404 if covers(role, "configuration", "M", "other") else 403,
    ),
    "sign_in_unlock_address": Recipe(body=lambda world: {"address": "10.20.1.15"}),
    "password_links_check": Recipe(body=lambda world: {"token": "x" * 43}, rule=lambda role, subject: 404),
    "password_links_redeem": Recipe(body=lambda world: {"token": "x" * 43, "new_password": "perahu-biru-di-danau"}, rule=lambda role, subject: 404),
    "roles_list": Recipe(),
    "roles_create": Recipe(body=lambda world: {"key": "LOKET", "names": {"id": "Loket", "en": "Counter"}, "copy_of": "AGENT"}),
    "roles_update": Recipe(path=_own_role, body=lambda world: {"version": 1, "names": {"id": "Loket 2", "en": "Counter 2"}}),
    "roles_retire": Recipe(path=_own_role, body=lambda world: {"version": 1, "reason": _REASON}),
    "roles_restore": Recipe(path=_own_role, body=lambda world: {"version": 1}),
    "grants_get": Recipe(),
    "grants_preview": Recipe(body=lambda world: _CHANGES),
    # The version was never seen: who may save is told that it is stale, and the table stays what the matrix reads.
    "grants_save": Recipe(body=lambda world: {**_CHANGES, "version": 9, "reason": _REASON}, rule=lambda role, subject: 409),
    "grants_shipped": Recipe(),
    "grants_revisions": Recipe(),
    "role_conflicts_list": Recipe(),
    "role_conflicts_holders": Recipe(),
    "role_conflicts_create": Recipe(body=lambda world: {"first": "RM", "second": "AGENT", "reason": _REASON}),
    "role_conflicts_remove": Recipe(path=_conflict, body=lambda world: {"reason": _REASON}),
    "role_exceptions_list": Recipe(),
    "role_exceptions_create": Recipe(body=_excepted),
    "role_exceptions_end": Recipe(path=_exception, body=lambda world: {"reason": _REASON}),
    "units_list": Recipe(),
    "units_create": Recipe(body=lambda world: {"code": "KARTU", "name": "Unit Kartu"}),
    "units_get": Recipe(path=lambda world: {"code": "CALL"}),
    "units_update": Recipe(path=lambda world: {"code": "CALL"}, body=lambda world: {"version": 9}, rule=lambda role, subject: 409),
    "units_set_branches": Recipe(path=lambda world: {"code": "CALL"}, body=lambda world: {"version": 9, "branches": []}, rule=lambda role, subject: 409),
    "units_set_policies": Recipe(path=lambda world: {"code": "CALL"}, body=lambda world: {"version": 9, "policies": {}}, rule=lambda role, subject: 409),
    "organisation_branches": Recipe(),
    "organisation_branches_create": Recipe(body=lambda world: {"code": "TBT", "name": "Tebing Tinggi"}),
    "organisation_branches_update": Recipe(path=lambda world: {"code": "MDN"}, body=lambda world: {"version": 9}, rule=lambda role, subject: 409),
    "settings_list": Recipe(),
    "settings_save": Recipe(body=lambda world: {"version": 9, "changes": {"search.per_minute": 20}, "reason": _REASON}, rule=lambda role, subject: 409),
    "settings_revisions": Recipe(),
}
