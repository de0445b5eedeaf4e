"""How each operation is called in the authorization matrix, and what it decides beyond its grant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from simpul.iam.models import Role
from simpul.oversight.services.configuration import fingerprint
from simpul.platform import clock
from simpul.platform.ids import uuid7
from tests.contract.case_recipes import CASES
from tests.contract.customer_recipes import CUSTOMERS
from tests.contract.document_recipes import DOCUMENTS
from tests.contract.matrix import Recipe, World, covers
from tests.support import access, people, service_accounts, suspicion, timers
from tests.support.database import rows

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


def _configuration(world: World) -> dict[str, Any]:
    """A file without any section, whole in itself."""
    return {"document": {"format": "simpul-configuration", "version": 1, "sha256": fingerprint({}), "sections": {}}}


def _exports_audit(role: str | None) -> int:
    """A data set is guarded by EXPORT on its own resource."""
    return 200 if covers(role, "audit", "X", "other") else 403


def _workflow(world: World) -> dict[str, Any]:
    return {"key": "customer_change", "number": 1}


def _category(world: World) -> dict[str, Any]:
    return {"names": {"id": "Lain-lain", "en": "Anything else"}}


def _service_level(world: World) -> dict[str, Any]:
    return {"content": {"calendar": "always", "pause_cap_hours": 0, "ladder": [], "rules": []}, "version": 1}


def _limits(world: World) -> dict[str, Any]:
    days = {"verbal_days": 5, "written_days": 10, "extension_days": 10}
    names = {"key": "peraturan-baru", "title": {"id": "Peraturan", "en": "Regulation"}, "calendar": "office-wib"}
    return {**names, **days, "number": 0, "effective_from": "2040-01-01"}


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


def _in_portfolio_reach(role: str | None, subject: str) -> bool:
    """Supervisors, agents and stewards read the branch's portfolios, an RM the own one, an administrator all."""
    if role == "RM":
        return subject == "portfolio"
    return covers(role, "portfolio", "R", subject) or covers(role, "portfolio", "M", subject)


def _move_portfolio(world: World) -> dict[str, Any]:
    return {"from_rm_user_id": str(people.user_id("rm_mdn")), "to_rm_user_id": str(people.user_id("rm_mdn_2")), "reason": _REASON}


_CHANGES = {"version": 0, "changes": [{"role": "AGENT", "resource": "case", "action": "X", "reach": "OWN"}]}


def _decides(role: str | None, subject: str) -> bool:
    """A request of somebody else shows to compliance, and to supervisors of the customer's branch."""
    return covers(role, "break_glass", "A", subject)


def _compliance(role: str | None, subject: str) -> int:
    """What is for compliance only."""
    return 200 if role == "COMPLIANCE" else 403


def _compliance_sees(role: str | None, subject: str) -> bool:
    return role == "COMPLIANCE"


def _waiting(world: World) -> dict[str, Any]:
    return {"request_id": access.requested(world.customer_id).id}


def _open(world: World) -> dict[str, Any]:
    return {"request_id": access.opened(world.customer_id).id}


def _asked(world: World) -> dict[str, Any]:
    return {"customer_id": str(world.customer_id), **access.ASKED, "reason_code": "INCIDENT"}


def _sampled(world: World) -> dict[str, Any]:
    access.viewed(world.customer_id)
    sample = access.drawn(size=1)
    with rows():
        return {"sample_id": sample.id, "item_id": sample.items.get().id}


def _draws(world: World) -> dict[str, Any]:
    access.viewed(world.customer_id)
    present = clock.now()
    return {"since": (present - timedelta(hours=1)).isoformat(), "until": present.isoformat(), "size": 1}


RECIPES: dict[str, Recipe] = {
    "demo_get": Recipe(rule=lambda role, subject: 404),
    "me_get": Recipe(),
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
    "ways_in_list": Recipe(),
    "service_accounts_list": Recipe(),
    "service_accounts_operations": Recipe(),
    "service_accounts_create": Recipe(body=_program),
    "service_accounts_get": Recipe(path=lambda world: {"account_id": service_accounts.account()}),
    "service_accounts_update": Recipe(path=lambda world: {"account_id": service_accounts.account()}, body=lambda world: {"active": False, "version": 1}),
    "service_account_keys_create": Recipe(path=lambda world: {"account_id": service_accounts.account()}, body=_key),
    "service_account_keys_revoke": Recipe(path=lambda world: service_accounts.key()),
    "users_lookup": Recipe(query="?q=agent"),
    "portfolio_managers": Recipe(),
    "portfolio_customers": Recipe(),
    "portfolio_history": Recipe(subject=True, seen=_in_portfolio_reach),
    "portfolio_assign": Recipe(body=lambda world: {"customer_ids": [str(world.customer_id)], "rm_user_id": str(people.user_id("rm_mdn")), "reason": _REASON}),
    # Moving is for many at once, which a supervisor is not shipped with.
    "portfolio_move": Recipe(body=_move_portfolio, rule=lambda role, subject: 200 if role == "ADMIN" else 403),
    "users_list": Recipe(),
    "users_create": Recipe(body=lambda world: {"username": "sari.lubis", "full_name": "Sari Lubis"}),
    "users_get": Recipe(path=_user()),
    "users_update": Recipe(path=_user("rm_mdn"), body=lambda world: {"version": 1, "full_name": "Sari Lubis"}),
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
    "users_reset_factors": Recipe(path=_user("rm_mdn_2")),
    "users_password_link": Recipe(path=_user("agent_mdn")),
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
    "services_list": Recipe(subject=True, rule=_sees_business),
    "timeline_list": Recipe(subject=True, rule=_sees_business),
    "alerts_acknowledge": Recipe(subject=True, rule=_sees_alerts),
    "alerts_restore": Recipe(subject=True, rule=_sees_alerts),
    "customers_search": Recipe(query="?q=rahmat"),
    "customers_search_submit": Recipe(body=lambda world: {"q": "rahmat"}),
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
    "case_categories_list": Recipe(),
    "case_categories_all": Recipe(),
    "case_categories_create": Recipe(body=lambda world: {"code": "QRIS", **_category(world)}),
    "case_categories_update": Recipe(path=lambda world: {"code": "OTHER"}, body=lambda world: {"version": 1, **_category(world)}),
    "case_packs_list": Recipe(),
    "case_packs_apply": Recipe(path=lambda world: {"key": "bank"}, body=lambda world: {}),
    "case_resolutions_list": Recipe(),
    "case_resolutions_all": Recipe(),
    "case_resolutions_create": Recipe(body=lambda world: {"code": "EXPLAINED", **_category(world)}),
    "case_resolutions_update": Recipe(path=lambda world: {"code": "SOLVED"}, body=lambda world: {"version": 1, **_category(world)}),
    "sla_policies_list": Recipe(),
    "sla_policies_create": Recipe(body=lambda world: {"key": "khusus", "title": {"id": "Khusus", "en": "Special"}}),
    "sla_policies_get": Recipe(path=_calendar("bank-standard")),
    "sla_policies_version": Recipe(path=_calendar("bank-standard", number=1)),
    # A version that was never seen is stale.
    "sla_policies_rename": Recipe(
        path=_calendar("bank-standard"), body=lambda world: {"version": 1, "title": {"id": "Bank", "en": "Bank"}}, rule=lambda role, subject: 409
    ),
    "sla_policies_save_draft": Recipe(path=_calendar("bank-standard"), body=_service_level, rule=lambda role, subject: 409),
    "sla_policies_discard_draft": Recipe(path=_calendar("bank-standard"), query="?version=1", rule=lambda role, subject: 409),
    "sla_policies_restore": Recipe(path=_calendar("bank-standard"), body=lambda world: {"number": 1, "version": 1}, rule=lambda role, subject: 409),
    "sla_policies_publish": Recipe(
        path=_calendar("bank-standard"), body=lambda world: {"version": 1, "effective_from": "2040-01-01"}, rule=lambda role, subject: 409
    ),
    "legal_rules_list": Recipe(),
    "legal_rules_publish": Recipe(body=_limits),
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
    "configuration_export": Recipe(),
    "configuration_preview": Recipe(body=_configuration),
    "configuration_import": Recipe(body=lambda world: {**_configuration(world), "stands": "0" * 64, "reason": _REASON}, rule=lambda role, subject: 409),
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
    "audit_subject": Recipe(),
    "audit_filters_list": Recipe(),
    "audit_filters_create": Recipe(body=lambda world: {"name": f"Filter {uuid7()}", "filters": {"outcome": "DENIED"}}),
    # The filters are somebody else's own.
    "audit_filters_update": Recipe(
        path=lambda world: {"filter_id": uuid7()}, body=lambda world: {"name": "Lain", "filters": {}, "version": 1}, rule=lambda role, subject: 404
    ),
    "audit_filters_remove": Recipe(path=lambda world: {"filter_id": uuid7()}, rule=lambda role, subject: 404),
    "exports_list": Recipe(),
    "exports_preview": Recipe(body=lambda world: {"data_set": "audit"}, rule=lambda role, subject: _exports_audit(role)),
    "exports_run": Recipe(body=lambda world: {"data_set": "audit", "format": "csv"}, rule=lambda role, subject: _exports_audit(role)),
    "suspicion_summary": Recipe(),
    "suspicion_rules_list": Recipe(),
    "suspicion_rules_update": Recipe(
        path=lambda world: {"key": "BULK_REVEAL"}, body=lambda world: {"enabled": True, "thresholds": {"minimum": 12}, "version": 1}
    ),
    "suspicion_alerts_list": Recipe(),
    "suspicion_alerts_get": Recipe(path=lambda world: {"alert_id": suspicion.alert()}),
    "suspicion_alerts_review": Recipe(path=lambda world: {"alert_id": suspicion.alert()}, body=lambda world: {"state": "IN_REVIEW", "version": 1}),
    "inbox_list": Recipe(),
    "inbox_summary": Recipe(),
    "inbox_mark": Recipe(body=lambda world: {"mark": "READ"}),
    "inbox_stream": Recipe(),
    "operations_dead_letter_discard": Recipe(path=lambda world: {"letter_id": f"timer:{timers.timer(status='FAILED')}"}, body=lambda world: _OPERATING),
    **CASES,
    **CUSTOMERS,
    **DOCUMENTS,
    "break_glass_options": Recipe(),
    "break_glass_lookup": Recipe(body=lambda world: {"identifier": world.ids["cif"]}),
    "break_glass_list": Recipe(),
    "break_glass_request": Recipe(body=_asked),
    "break_glass_active": Recipe(),
    "break_glass_figures": Recipe(),
    "break_glass_get": Recipe(path=_waiting, subject=True, seen=_decides),
    "break_glass_approve": Recipe(path=_waiting, body=lambda world: _NOTE, subject=True, seen=_decides),
    "break_glass_reject": Recipe(path=_waiting, body=lambda world: _NOTE, subject=True, seen=_decides),
    # The request and the grant are somebody else's: only who asked opens alone, withdraws and ends.
    "break_glass_self_approve": Recipe(path=_waiting, body=lambda world: _NOTE, subject=True, seen=_decides, rule=lambda role, subject: 403),
    "break_glass_withdraw": Recipe(path=_waiting, subject=True, seen=_decides, rule=lambda role, subject: 403),
    "break_glass_end": Recipe(path=_open, subject=True, seen=_decides, rule=lambda role, subject: 403),
    # Another compliance officer approved: a supervisor revokes what the same supervisor approved.
    "break_glass_revoke": Recipe(path=_open, body=lambda world: _NOTE, subject=True, seen=_decides, rule=_compliance),
    "break_glass_acts": Recipe(path=_open, subject=True, seen=_decides, rule=_compliance),
    "break_glass_review": Recipe(path=_open, body=lambda world: {"verdict": "FINE", **_NOTE}, subject=True, seen=_decides, rule=_compliance),
    "break_glass_samples": Recipe(),
    "break_glass_sample_draw": Recipe(body=_draws, rule=_compliance),
    "break_glass_sample_get": Recipe(path=_sampled, subject=True, seen=_compliance_sees),
    # Somebody else drew the sample.
    "break_glass_finding": Recipe(path=_sampled, body=lambda world: {"finding": "FINE"}, subject=True, seen=_compliance_sees, rule=lambda role, subject: 403),
}
