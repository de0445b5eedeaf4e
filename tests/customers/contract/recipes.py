"""How the operations on customers are called in the authorization matrix."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

from simpul.customers.models import RetiredIdentifier
from simpul.platform.clock import now
from simpul.platform.db import query
from tests.contract.matrix import Recipe, World, covers
from tests.support import customers as make
from tests.support import people
from tests.support.database import rows

_NOTE = {"note": "sudah dicocokkan dengan berkas"}


def _reveals_phone(role: str | None, subject: str) -> int:
    """Tier 2 within reach; finance sees identifiers only."""
    return 200 if covers(role, "tier2", "R", subject) and role != "FINANCE" else 403


_REASON = "sesuai surat tugas dari kepala cabang"


def _in_portfolio_reach(role: str | None, subject: str) -> bool:
    """Supervisors, agents and stewards read the branch's portfolios, an RM the own one, an administrator all."""
    if role == "RM":
        return subject == "portfolio"
    return covers(role, "portfolio", "R", subject) or covers(role, "portfolio", "M", subject)


def _move_portfolio(world: World) -> dict[str, Any]:
    return {"from_rm_user_id": str(people.user_id("rm_mdn")), "to_rm_user_id": str(people.user_id("rm_mdn_2")), "reason": _REASON}


_numbers = count(1)


def _edit(**more: object) -> Callable[[World], dict[str, Any]]:
    return lambda world: {"version": world.ids["version"], "reason": "sesuai dokumen nasabah", **more}


def _number(world: World) -> dict[str, Any]:
    return {"identifier_id": make.identifier(world.customer_id, "METER_NO", f"MTR{next(_numbers):06d}").id}


def _retired(world: World) -> dict[str, Any]:
    row = make.identifier(world.customer_id, "METER_NO", f"MTR{next(_numbers):06d}")
    kept = ("id", "customer_id", "id_type", "value", "hash", "hint", "is_primary", "verified_at", "created_at")
    values = {name: getattr(row, name) for name in kept}
    with rows():
        row.delete()
        made = RetiredIdentifier.objects.create(**values, retired_at=now(), retired_by=people.user_id("steward"), reason="meteran diganti")
    return {"identifier_id": made.id}


def _tie(world: World) -> dict[str, Any]:
    return {"relationship_id": make.relationship(world.customer_id, make.customer().id).id}


def _related(world: World) -> dict[str, Any]:
    return _edit(related_customer_id=str(make.customer().id), kind="FAMILY")(world)


def _elsewhere(world: World) -> dict[str, Any]:
    with rows():
        [there] = query(
            "SELECT b.branch_code FROM iam.branches b WHERE b.is_active AND b.branch_code <> (SELECT home_branch_code FROM crm.customers WHERE customer_id = %s) "
            "ORDER BY 1 LIMIT 1",
            (world.customer_id,),
        )
    return _edit(**there)(world)


_NAMED = {"names": {"id": "Nasabah emas", "en": "Gold"}, "position": 9}


def _sees_changes(role: str | None, subject: str) -> int:
    """Finance and field officers see a limited part of the profile."""
    return 403 if role in ("FINANCE", "FIELD_OFFICER") else 200


RECIPES: dict[str, Recipe] = {
    "portfolio_managers": Recipe(),
    "portfolio_customers": Recipe(),
    "portfolio_mine": Recipe(),
    "portfolio_history": Recipe(subject=True, seen=_in_portfolio_reach),
    "portfolio_assign": Recipe(body=lambda world: {"customer_ids": [str(world.customer_id)], "rm_user_id": str(people.user_id("rm_mdn")), "reason": _REASON}),
    # Moving is for many at once, which a supervisor is not shipped with.
    "portfolio_move": Recipe(body=_move_portfolio, rule=lambda role, subject: 200 if role == "ADMIN" else 403),
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
    "customers_search": Recipe(query="?q=rahmat"),
    "customers_search_submit": Recipe(body=lambda world: {"q": "rahmat"}),
    "customers_import_changes": Recipe(subject=True, rule=_sees_changes),
    "customer_codes_list": Recipe(),
    "customer_codes_create": Recipe(body=lambda world: {"list": "SEGMENT", "code": "GOLD", **_NAMED}),
    "customer_codes_update": Recipe(path=lambda world: {"list_key": "SEGMENT", "code": "MSME"}, body=lambda world: {"version": 1, **_NAMED}),
    "customers_move": Recipe(body=_elsewhere, subject=True),
    "relationships_add": Recipe(body=_related, subject=True),
    "relationships_end": Recipe(path=_tie, body=_edit(valid_to="2026-01-31"), subject=True),
    "relationships_remove": Recipe(path=_tie, body=_edit(), subject=True),
    "identifiers_retired": Recipe(subject=True),
    "identifiers_add": Recipe(body=lambda world: _edit(id_type="METER_NO", value=f"MTR{next(_numbers):06d}")(world), subject=True),
    "identifiers_verify": Recipe(path=_number, body=_edit(verified=True), subject=True),
    "identifiers_set_primary": Recipe(path=_number, body=_edit(), subject=True),
    "identifiers_retire": Recipe(path=_number, body=_edit(), subject=True),
    "identifiers_restore": Recipe(path=_retired, body=_edit(), subject=True),
}
