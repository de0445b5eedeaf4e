"""How the operations on oversight are called in the authorization matrix."""

from __future__ import annotations

from typing import Any

from simpul.oversight.services.configuration import fingerprint
from simpul.platform.ids import uuid7
from tests.contract.matrix import Recipe, World, covers
from tests.support import suspicion, timers

_OPERATING = {"reason": "gangguan layanan sudah diatasi"}


def _configuration(world: World) -> dict[str, Any]:
    """A file without any section, whole in itself."""
    return {"document": {"format": "simpul-configuration", "version": 1, "sha256": fingerprint({}), "sections": {}}}


def _exports_audit(role: str | None) -> int:
    """A data set is guarded by EXPORT on its own resource."""
    return 200 if covers(role, "audit", "X", "other") else 403


_REASON = "sesuai surat tugas dari kepala cabang"


RECIPES: dict[str, Recipe] = {
    "audit_list": Recipe(),
    "audit_facets": Recipe(),
    # The record is the administrator's own act, which is as far as the administrator's reach on the trail goes.
    "audit_get": Recipe(),
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
    "audit_subject": Recipe(),
    # Whoever reads the own acts alone is refused: the report is about everybody.
    "customer_viewers_list": Recipe(query="?day=2026-01-05", rule=lambda role, subject: 200 if covers(role, "audit", "R", "other") else 403),
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
    "operations_dead_letter_discard": Recipe(path=lambda world: {"letter_id": f"timer:{timers.timer(status='FAILED')}"}, body=lambda world: _OPERATING),
}
