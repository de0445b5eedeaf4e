"""Campaigns as a subject of workflows: what guards may ask, and how their moves are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from simpul.marketing.acts import MarketingAct
from simpul.marketing.models import Campaign
from simpul.marketing.policies import OWN_CAMPAIGN, can_approve, can_decide, visible_campaigns
from simpul.marketing.selectors.campaigns import campaign_rows, has_changed
from simpul.marketing.selectors.completing import campaign_problems
from simpul.marketing.services.following import campaigns_entered
from simpul.marketing.vocabulary import CAMPAIGN, CHANNELS, OBJECTIVE_NAMES, RESOURCE, WORKFLOW
from simpul.messaging.public import CHANNEL_NAMES
from simpul.platform.actor import ALLOW, Actor, Verdict, deny
from simpul.platform.redaction import redacted
from simpul.platform.text import Text
from simpul.workflow.public import (
    Check,
    Choice,
    Field,
    FieldSet,
    FieldType,
    MoveFacts,
    Needs,
    Parameter,
    Place,
    Shipped,
    Told,
    WorkflowSubject,
    definition_file,
)

FIELDS = FieldSet.of(
    Field(
        "objective",
        FieldType.CHOICE,
        Text(id="Tujuan", en="Objective"),
        choices=tuple(Choice(key, name) for key, name in OBJECTIVE_NAMES.items()),
        sql="c.objective_kind",
    ),
    Field("channel", FieldType.CHOICE, Text(id="Kanal", en="Channel"), choices=tuple(Choice(key, CHANNEL_NAMES[key]) for key in CHANNELS), sql="c.channel"),
    Field("budget", FieldType.MONEY, Text(id="Anggaran", en="Budget"), sql="c.budget"),
    Field("scheduled_at", FieldType.TIMESTAMP, Text(id="Jadwal", en="Schedule"), sql="c.scheduled_at"),
    Field("holdout_percent", FieldType.INTEGER, Text(id="Persen pembanding", en="Hold-out percentage"), sql="c.holdout_percent"),
)
INPUTS = (Parameter("note", "text", Text(id="Catatan", en="Note"), required=False, max_length=500),)
_ADOPT = """
SELECT c.campaign_id::text, NULL::uuid, NULL::text, ARRAY[c.created_by], c.status, c.created_at, c.created_by FROM crm.campaigns c
"""
_ACTS = {
    "submit": MarketingAct.SUBMIT_CAMPAIGN,
    "resubmit": MarketingAct.SUBMIT_CAMPAIGN,
    "approve": MarketingAct.APPROVE_CAMPAIGN,
    "reject": MarketingAct.REJECT_CAMPAIGN,
    "redraft": MarketingAct.REDRAFT_CAMPAIGN,
    "start": MarketingAct.EXECUTE_CAMPAIGN,
    "start_as_planned": MarketingAct.EXECUTE_CAMPAIGN,
    "pause": MarketingAct.PAUSE_CAMPAIGN,
    "resume": MarketingAct.RESUME_CAMPAIGN,
    "finish": MarketingAct.FINISH_CAMPAIGN,
    "cancel": MarketingAct.CANCEL_CAMPAIGN,
}
_INCOMPLETE = Text(id="Kampanye belum lengkap: {reason}", en="The campaign is not complete: {reason}")
_CHANGED = Text(id="Segmen atau templat berubah sesudah disetujui; ajukan lagi.", en="Segment or template changed after the approval; submit it again.")
_UNCHANGED = Text(id="Segmen dan templatnya masih yang disetujui.", en="Segment and template are still those that were approved.")


def workflow_entries() -> list[object]:
    """Campaigns, what is asked of their moves, and their shipped workflow for the engine."""
    return [
        WorkflowSubject(
            CAMPAIGN,
            Text(id="Kampanye", en="Campaign"),
            resource=RESOURCE,
            places=_places,
            load=_load,
            entered=campaigns_entered,
            fields=FIELDS,
            inputs=INPUTS,
            told=_move_in_trail,
        ),
        *(
            Check(key, name, holds=holds, subjects=(CAMPAIGN,))
            for key, name, holds in (
                ("marketing.is_complete", Text(id="Kampanye lengkap", en="The campaign is complete"), _is_complete),
                ("marketing.not_by_writer", Text(id="Bukan oleh penulis atau pengaju", en="Not by who wrote or submitted it"), _not_by_writer),
                ("marketing.compliance_gate", Text(id="Kepatuhan untuk tujuan tertentu", en="Compliance for some objectives"), _compliance_gate),
                ("marketing.as_approved", Text(id="Segmen dan templat masih yang disetujui", en="Segment and template as approved"), _as_approved),
                ("marketing.has_changed", Text(id="Segmen atau templat berubah", en="Segment or template changed"), _has_changed),
            )
        ),
        Shipped(
            definition_file(__file__, WORKFLOW),
            needs=Needs(
                states={
                    "DRAFT": "task", "SUBMITTED": "task", "APPROVED": "task", "REJECTED": "task", "RUNNING": "task", "PAUSED": "task", "DONE": "end", "CANCELLED": "end",
                },
                transitions=tuple(_ACTS),
                ends=True,
            ),
            adopt=_ADOPT,
        ),
    ]  # fmt: skip


def _places(actor: Actor, ids: Sequence[str]) -> Mapping[str, Place]:
    return {str(key): Place(owner_ids=(author,)) for key, author in visible_campaigns(actor).filter(pk__in=ids).values_list("pk", "created_by")}


def _load(ids: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
    return {
        str(row.id): {
            "objective": row.objective_kind, "channel": row.channel, "budget": row.budget, "scheduled_at": row.scheduled_at, "holdout_percent": row.holdout_percent,
        }
        for row in Campaign.objects.filter(pk__in=ids)
    }  # fmt: skip


def _campaign(move: MoveFacts) -> Campaign:
    return Campaign.objects.get(pk=move.subject_id)


def _is_complete(actor: Actor, move: MoveFacts) -> Verdict:
    wrong = campaign_problems(_campaign(move))
    return deny(_INCOMPLETE.format(reason=next(iter(wrong.values())))) if wrong else ALLOW


def _not_by_writer(actor: Actor, move: MoveFacts) -> Verdict:
    verdict = can_decide(actor, _campaign(move))
    return deny(OWN_CAMPAIGN) if verdict.reason is OWN_CAMPAIGN else verdict


def _compliance_gate(actor: Actor, move: MoveFacts) -> Verdict:
    return can_approve(actor, _campaign(move))


def _changed(actor: Actor, move: MoveFacts) -> bool:
    row = campaign_rows(actor, [_campaign(move)])[0]
    return has_changed(row["segment"], row["template"])


def _as_approved(actor: Actor, move: MoveFacts) -> Verdict:
    return deny(_CHANGED) if _changed(actor, move) else ALLOW


def _has_changed(actor: Actor, move: MoveFacts) -> Verdict:
    return ALLOW if _changed(actor, move) else deny(_UNCHANGED)


def _move_in_trail(actor: Actor, move: MoveFacts) -> Told | None:
    """Each step by its own name in the trail; a state that the organisation added is told as any step."""
    campaign = _campaign(move)
    if move.kind == "START":
        return Told(MarketingAct.CREATE_CAMPAIGN, CAMPAIGN, {"number": campaign.number})
    if move.transition not in _ACTS:
        return None
    meta: dict[str, object] = {"number": campaign.number, "status": move.to_state, "revision": campaign.revision}
    if said := move.given.get("note"):
        meta["note"] = redacted(str(said))
    return Told(_ACTS[move.transition], CAMPAIGN, meta)
