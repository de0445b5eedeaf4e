"""How the operations on categories, service levels and legal limits are called in the authorization matrix."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.contract.matrix import Recipe, World


def _calendar(key: str = "office-wib", **more: object) -> Callable[[World], dict[str, Any]]:
    return lambda world: {"key": key, **more}


def _category(world: World) -> dict[str, Any]:
    return {"names": {"id": "Lain-lain", "en": "Anything else"}}


def _service_level(world: World) -> dict[str, Any]:
    return {"content": {"calendar": "always", "pause_cap_hours": 0, "ladder": [], "rules": []}, "version": 1}


def _limits(world: World) -> dict[str, Any]:
    days = {"verbal_days": 5, "written_days": 10, "extension_days": 10}
    names = {"key": "peraturan-baru", "title": {"id": "Peraturan", "en": "Regulation"}, "calendar": "office-wib"}
    return {**names, **days, "number": 0, "effective_from": "2040-01-01"}


CONFIGURING: dict[str, Recipe] = {
    "case_categories_list": Recipe(),
    "case_categories_all": Recipe(),
    "case_categories_create": Recipe(body=lambda world: {"code": "QRIS", **_category(world)}),
    "case_categories_update": Recipe(path=lambda world: {"code": "OTHER"}, body=lambda world: {"version": 1, **_category(world)}),
    "case_packs_list": Recipe(),
    "case_packs_apply": Recipe(path=lambda world: {"key": "bank"}, body=lambda world: {}),
    "case_products_list": Recipe(),
    "case_products_create": Recipe(body=lambda world: {"code": "SAFE_BOX", **_category(world)}),
    "case_products_update": Recipe(path=lambda world: {"code": "SAVINGS"}, body=lambda world: {"version": 1, **_category(world)}),
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
}
