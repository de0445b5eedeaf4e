"""What the contract tests and the browser tests know of segments and campaigns."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from simpul.marketing.models import Segment
from simpul.marketing.services.segments import segment_create
from simpul.platform.db import scope
from tests.contract.declared import Contract
from tests.contract.matrix import Recipe, World, reach
from tests.support.people import actor

VIP = {"field": "is_vip", "op": "eq", "value": True}
READERS = ("SUPERVISOR", "MARKETING", "COMPLIANCE", "SYSTEM")


def segment(kind: str = "RULE", **given: Any) -> Segment:
    """A segment of VIP customers, or an empty list, made by marketing under a name of its own."""
    marketing = actor("marketing")
    values = {"name": f"Segmen {uuid4().hex[:8]}", "description": "", "kind": kind, "rule_json": VIP if kind == "RULE" else None, "refresh": "NONE", **given}
    with scope(marketing):
        return segment_create(actor=marketing, **values)


def _rule(world: World) -> dict[str, UUID]:
    return {"segment_id": segment().id}


def _list(world: World) -> dict[str, UUID]:
    return {"segment_id": segment("STATIC").id}


def _reads(role: str | None, subject: str) -> int:
    """A grant for reports, or for campaigns that gave leads, opens no segment."""
    return 200 if role in READERS else 403


def _selects(role: str | None, subject: str) -> int:
    """Nobody selects before an assessment is in force."""
    return 409 if role in READERS else 403


def _changes(status: int) -> Any:
    return lambda role, subject: status if reach(role, "campaign", "U") else 403


def _body(**given: Any) -> dict[str, Any]:
    return {"name": f"Segmen {uuid4().hex[:8]}", "description": "", "refresh": "NONE", **given}


RECIPES: dict[str, Recipe] = {
    "segments_list": Recipe(rule=_reads),
    "segments_create": Recipe(body=lambda world: _body(kind="RULE", rule_json=VIP)),
    "segment_fields_list": Recipe(rule=_reads),
    "segments_preview": Recipe(body=lambda world: {"rule_json": VIP}, rule=_selects),
    "segments_get": Recipe(path=_rule, rule=_reads),
    "segments_change": Recipe(path=_rule, body=lambda world: _body(version=1, rule_json=VIP)),
    "segments_archive": Recipe(path=_rule, body=lambda world: {"version": 1}),
    "segments_restore": Recipe(path=_rule, body=lambda world: {"version": 1}, rule=_changes(409)),
    "segments_versions": Recipe(path=_rule, rule=_reads),
    "segments_refresh": Recipe(path=_rule, rule=_changes(409)),
    "segments_refreshes": Recipe(path=_rule, rule=_reads),
    "segments_members": Recipe(path=_rule, rule=_reads),
    "segments_upload": Recipe(path=_list, body=lambda world: {"version": 1, "text": "CIF99999999"}, rule=_changes(422)),
    "segments_remove_members": Recipe(path=_list, body=lambda world: {"version": 1, "customer_ids": [str(uuid4())]}, rule=_changes(422)),
}
CONTRACT = Contract(recipes=RECIPES)
