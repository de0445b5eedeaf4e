"""How each operation is called in the authorization matrix, and what it decides beyond its grant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from simpul.platform.ids import uuid7
from tests.contract.matrix import Recipe, World, covers
from tests.support import service_accounts, timers

_OPERATING = {"reason": "gangguan layanan sudah diatasi"}
_NOTE = {"note": "sudah dicocokkan dengan berkas"}


def _reveals_phone(role: str | None, subject: str) -> int:
    """Tier 2 within reach; finance sees identifiers only."""
    return 200 if covers(role, "tier2", "R", subject) and role != "FINANCE" else 403


def _sees_business(role: str | None, subject: str) -> int:
    """Finance and field officers see a limited part of the profile."""
    return 403 if role in ("FINANCE", "FIELD_OFFICER") else 200


def _sees_alerts(role: str | None, subject: str) -> int:
    """An alert that is not shown does not exist."""
    return 404 if role in ("FINANCE", "FIELD_OFFICER") else 200


def _calendar(key: str = "office-wib", **more: object) -> Callable[[World], dict[str, Any]]:
    return lambda world: {"key": key, **more}


def _content(world: World) -> dict[str, Any]:
    week = [[{"opens": "08:00", "closes": "15:00"}]] * 5 + [[], []]
    return {"content": {"title": {"id": "Jam kantor WIB"}, "zone": "Asia/Jakarta", "weekly": week}, "version": 1}


def _follows_item(role: str | None, subject: str) -> bool:
    """A request's item shows as far as requests may be read, and to readers of the configuration."""
    return covers(role, "change_request", "R", subject) or role in ("ADMIN", "COMPLIANCE")


def _steward_only(role: str | None, subject: str) -> int:
    """The shipped workflow lets data stewards approve."""
    return 200 if role == "DATA_STEWARD" else 403


def _rolls_nothing_back(role: str | None) -> int:
    """Nothing was done yet that could be taken back; who does not see the subject is not told even that."""
    return 403 if role in ("ADMIN", "COMPLIANCE") else 409


def _workflow(world: World) -> dict[str, Any]:
    return {"key": "customer_change", "number": 1}


def _program(world: World) -> dict[str, Any]:
    return {"username": f"program-{uuid7().hex[-12:]}", "name": "Saluran web", "purpose": "Meneruskan aduan dari situs.", "roles": ["AGENT"]}


def _key(world: World) -> dict[str, Any]:
    return {"name": "Kunci utama", "operations": ["customers_search"], "expires_at": (datetime.now(UTC) + timedelta(days=1)).isoformat()}


RECIPES: dict[str, Recipe] = {
    "demo_get": Recipe(rule=lambda role, subject: 404),
    "me_get": Recipe(),
    "me_preferences_update": Recipe(body=lambda world: {"theme": "dark"}),
    "me_password_change": Recipe(body=lambda world: {"current_password": "bukan-ini-lho", "new_password": "x"}, rule=lambda role, subject: 422),
    "sessions_list": Recipe(),
    "sessions_end": Recipe(path=lambda world: {"session_id": 1_000_000_000}, rule=lambda role, subject: 404),
    "sessions_end_others": Recipe(),
    "branches_list": Recipe(),
    "service_accounts_list": Recipe(),
    "service_accounts_operations": Recipe(),
    "service_accounts_create": Recipe(body=_program),
    "service_accounts_get": Recipe(path=lambda world: {"account_id": service_accounts.account()}),
    "service_accounts_update": Recipe(path=lambda world: {"account_id": service_accounts.account()}, body=lambda world: {"active": False}),
    "service_account_keys_create": Recipe(path=lambda world: {"account_id": service_accounts.account()}, body=_key),
    "service_account_keys_revoke": Recipe(path=lambda world: service_accounts.key()),
    "users_lookup": Recipe(query="?q=agent"),
    "audit_list": Recipe(),
    "audit_facets": Recipe(),
    # The record is the administrator's own act, which is as far as the administrator's reach on the trail goes.
    "audit_get": Recipe(),
    "customers_recent": Recipe(),
    "customers_update": Recipe(
        body=lambda world: {"version": world.ids["version"], "reason": "koreksi data nasabah", "changes": {"email": "baru@example.co.id"}}, subject=True
    ),
    "customers_reveal": Recipe(body=lambda world: {"field": "phone_e164", "reason": "verifikasi identitas nasabah"}, subject=True, rule=_reveals_phone),
    "change_requests_create": Recipe(body=lambda world: {"changes": {"email": "baru@example.co.id"}, "note": "disampaikan nasabah"}, subject=True),
    "change_requests_list": Recipe(),
    "change_requests_approve": Recipe(body=lambda world: _NOTE, subject=True),
    "change_requests_reject": Recipe(body=lambda world: _NOTE, subject=True),
    # The request is somebody else's, and only who asked may take it back.
    "change_requests_withdraw": Recipe(subject=True, rule=lambda role, subject: 403),
    "customer360_get": Recipe(subject=True),
    "timeline_list": Recipe(subject=True, rule=_sees_business),
    "alerts_acknowledge": Recipe(subject=True, rule=_sees_alerts),
    "alerts_restore": Recipe(subject=True, rule=_sees_alerts),
    "customers_search": Recipe(query="?q=rahmat"),
    "calendars_list": Recipe(),
    "calendars_create": Recipe(body=lambda world: {"key": "loket", "title": {"id": "Loket"}, "copy_of": "office-wib"}),
    "calendars_get": Recipe(path=_calendar()),
    "calendars_save_draft": Recipe(path=_calendar(), body=_content),
    "calendars_discard_draft": Recipe(path=_calendar("office-wita"), query="?version=1"),
    # Nothing was drafted: who may approve is told so.
    "calendars_approve": Recipe(path=_calendar("office-wita"), body=lambda world: {"version": 1}, rule=lambda role, subject: 409),
    "calendars_restore": Recipe(path=_calendar("office-wita"), body=lambda world: {"number": 1, "version": 1}),
    "calendars_archive": Recipe(path=_calendar("office-wit")),
    "calendars_unarchive": Recipe(path=_calendar("office-wita")),
    "calendars_versions": Recipe(path=_calendar()),
    "calendars_version": Recipe(path=_calendar(number=1)),
    "calendars_diff": Recipe(path=_calendar(), query="?before=1&after=published"),
    "calendars_check": Recipe(path=_calendar(), body=lambda world: {"start": "2026-07-31T03:00:00Z", "working_seconds": 3600}),
    # A draft that says what is in force is not published; a version that was never seen is stale.
    "workflows_list": Recipe(),
    "workflows_get": Recipe(path=_workflow),
    "workflows_save_draft": Recipe(path=_workflow, body=lambda world: {"content": {}, "version": 0}, rule=lambda role, subject: 409),
    "workflows_discard_draft": Recipe(path=_workflow, query="?version=0", rule=lambda role, subject: 409),
    "workflows_check": Recipe(path=_workflow, body=lambda world: {"content": {}}),
    "workflows_publish": Recipe(path=_workflow, body=lambda world: {"version": 1}, rule=lambda role, subject: 409),
    "workflows_versions": Recipe(path=_workflow),
    "workflows_version": Recipe(path=_workflow),
    "workflows_diff": Recipe(path=_workflow, query="?before=1&after=draft"),
    "workflows_restore": Recipe(path=_workflow, body=lambda world: {"number": 1, "version": 0}, rule=lambda role, subject: 409),
    "operations_summary": Recipe(),
    "operations_timers": Recipe(),
    "operations_timer_fire": Recipe(path=lambda world: {"timer_id": timers.timer()}, body=lambda world: _OPERATING),
    "operations_timer_cancel": Recipe(path=lambda world: {"timer_id": timers.timer()}, body=lambda world: _OPERATING),
    "operations_jobs": Recipe(),
    "operations_dead_letters": Recipe(),
    "operations_dead_letter_rerun": Recipe(path=lambda world: {"letter_id": f"timer:{timers.timer(status='FAILED')}"}, body=lambda world: _OPERATING),
    "workflows_items": Recipe(path=_workflow),
    "workflows_migrate": Recipe(path=_workflow, body=lambda world: {"from": 1, "to": 2, "mapping": {}}, rule=lambda role, subject: 404),
    "workflow_migrations_get": Recipe(rule=lambda role, subject: 404),
    # Items show to who reads the configuration as well; they move only for who sees their subject.
    "workflow_items_get": Recipe(subject=True, seen=_follows_item),
    "workflow_items_move": Recipe(body=lambda world: {"transition": "approve", "version": 1}, subject=True, seen=_follows_item, rule=_steward_only),
    "workflow_items_rollback": Recipe(
        body=lambda world: {"version": 1, "reason": "salah memilih langkah"},
        subject=True,
        seen=_follows_item,
        rule=lambda role, subject: _rolls_nothing_back(role),
    ),
    "inbox_list": Recipe(),
    "inbox_summary": Recipe(),
    "inbox_mark": Recipe(body=lambda world: {"mark": "READ"}),
    "inbox_stream": Recipe(),
    "operations_dead_letter_discard": Recipe(path=lambda world: {"letter_id": f"timer:{timers.timer(status='FAILED')}"}, body=lambda world: _OPERATING),
}
