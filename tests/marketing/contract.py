"""What the contract tests and the browser tests know of segments and campaigns."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from simpul.iam.public import system_actor
from simpul.marketing.models import Campaign, Segment, SegmentVersion
from simpul.marketing.services.segments import segment_create
from simpul.marketing.vocabulary import WORKFLOW
from simpul.messaging.models import MessageTemplateVersion
from simpul.platform.clock import now
from simpul.platform.db import scope
from simpul.workflow.public import adopt
from tests.contract.declared import Contract
from tests.contract.matrix import Recipe, World, covers, reach
from tests.marketing.campaigns import sms_template
from tests.marketing.looks import LINKS, PAGES, RECORDS, TABS
from tests.support.database import rows
from tests.support.people import actor, user_id

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


def campaign_of(status: str = "DRAFT") -> Campaign:
    """A campaign that somebody else wrote, as far as it has come."""
    chosen, at, user = segment(), now(), user_id("agent_bnj")
    template = sms_template()
    with rows():
        words = MessageTemplateVersion.objects.get(template=template)
        began = {} if status == "DRAFT" else {"submitted_by": user, "submitted_at": at}
        approved = {} if status in ("DRAFT", "SUBMITTED", "REJECTED") else {"approved_by": user_id("compliance"), "approved_at": at}
        made = Campaign.objects.create(
            number=f"CAMP-2026-{uuid4().int % 10**9:09}", name="KUR Berkah", objective="Menawarkan KUR kepada nasabah.", segment_id=chosen.id,
            segment_version_id=SegmentVersion.objects.get(segment=chosen).id, channel="SMS", template_id=template.id, template_version_id=words.id, status=status,
            started_at=at if status in ("RUNNING", "PAUSED") else None, created_by=user, updated_by=user, **began, **approved,
        )  # fmt: skip
        adopt(actor=system_actor(), definition=WORKFLOW)
    return made


def _at(status: str) -> Any:
    return lambda world: {"campaign_id": campaign_of(status).id}


def _about(world: World) -> dict[str, Any]:
    return {"campaign_id": campaign_of("RUNNING").id, "customer_id": world.customer_id}


def _opens(role: str | None, subject: str) -> int:
    """Whoever reads reports opens any campaign; a relationship manager one that gave them leads, which this did not."""
    return 200 if role in (*READERS, "DIRECTOR") else 404 if reach(role, "campaign", "R") else 403


def _lists(role: str | None, subject: str) -> int:
    return 200 if reach(role, "campaign", "R") else 403


def _audience(role: str | None, subject: str) -> int:
    return 403 if role == "DIRECTOR" else _opens(role, subject)


def _unknown(role: str | None, subject: str) -> int:
    """Nobody has this CIF."""
    return 404 if role in READERS else _audience(role, subject)


def _stops(role: str | None, subject: str) -> int:
    return 403 if role == "DIRECTOR" else _opens(role, subject)


def _explained(role: str | None, subject: str) -> bool:
    """To whoever reads audiences, and to whoever reaches the customer."""
    return role in READERS or covers(role, "customer", "R", subject)


def _step(world: World) -> dict[str, Any]:
    return {"version": 1}


def _why(world: World) -> dict[str, Any]:
    return {"version": 1, "note": "Produknya ditarik dari pasar."}


RECIPES |= {
    "campaigns_list": Recipe(rule=_lists),
    "campaigns_calendar": Recipe(query="?since=2026-11-01T00:00:00Z&until=2026-12-01T00:00:00Z", rule=_lists),
    "campaigns_create": Recipe(body=lambda world: {"name": "KUR Berkah"}),
    "campaigns_get": Recipe(path=_at("DRAFT"), rule=_opens),
    "campaigns_change": Recipe(path=_at("DRAFT"), body=lambda world: {"version": 1, "name": "KUR Berkah Desember"}),
    "campaigns_submit": Recipe(path=_at("DRAFT"), body=_step, rule=_changes(409)),
    "campaigns_resubmit": Recipe(path=_at("APPROVED"), body=_step, rule=_changes(409)),
    "campaigns_approve": Recipe(path=_at("SUBMITTED"), body=_step),
    "campaigns_reject": Recipe(path=_at("SUBMITTED"), body=_why),
    "campaigns_redraft": Recipe(path=_at("REJECTED"), body=_step),
    "campaigns_start": Recipe(path=_at("APPROVED"), body=_step, rule=_changes(409)),
    "campaigns_pause": Recipe(path=_at("RUNNING"), body=_step, rule=_stops),
    "campaigns_resume": Recipe(path=_at("PAUSED"), body=_step),
    "campaigns_cancel": Recipe(path=_at("RUNNING"), body=_why, rule=_stops),
    "campaigns_copy": Recipe(path=_at("DRAFT")),
    "campaigns_report": Recipe(path=_at("RUNNING"), rule=_opens),
    "campaigns_customers": Recipe(path=_at("RUNNING"), rule=_audience),
    "campaigns_lookup": Recipe(path=_at("RUNNING"), body=lambda world: {"cif": "CIF99999999"}, rule=_unknown),
    "eligibility_get": Recipe(path=_about, subject=True, seen=_explained),
    "customers_campaigns": Recipe(path=lambda world: {"customer_id": world.customer_id}, subject=True),
}
BORROWED_RIGHTS: dict[str, tuple[str, str]] = {
    "crm.campaign_is_as_approved(asked_segment_version uuid, asked_template_version uuid)": (
        "simpul_search",
        "says whether two versions are those in force, and nothing of what is in them",
    ),
}
CONTRACT = Contract(recipes=RECIPES, borrowed_rights=BORROWED_RIGHTS, pages=PAGES, records=RECORDS, links=LINKS, tabs=TABS)
