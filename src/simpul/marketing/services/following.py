"""What a move of a campaign does: its own row, the messages on their way, its schedule, and who is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import F

from simpul.iam.public import holders
from simpul.marketing.errors import CampaignForbidsThis, CampaignNeedsApproval, SelectingIsNotAllowed
from simpul.marketing.models import Campaign, SegmentVersion
from simpul.marketing.selectors.campaigns import templates_of
from simpul.marketing.vocabulary import CAMPAIGN, RESOURCE, CampaignStatus
from simpul.messaging.public import messages_hold, messages_release, messages_withdraw
from simpul.platform.actor import Act, Actor
from simpul.platform.jobs import defer
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.ports import system_actor
from simpul.platform.text import Text
from simpul.workflow.public import MoveFacts, NewTimer, Timer, TimerKind, cancel, schedule_many

RUN_JOB = "marketing.run_campaign"
START = "marketing.start_campaign"
NOTICES = (
    NoticeKind(
        "marketing.waits",
        title=Text(id="Kampanye menunggu keputusan", en="A campaign waits for a decision"),
        body=Text(
            id="Periksa sasaran, pesan, dan jadwalnya, lalu setujui atau tolak.", en="Look at its audience, message and schedule, then approve or reject it."
        ),
    ),
    NoticeKind(
        "marketing.decided",
        title=Text(id="Kampanye Anda sudah diputuskan", en="Your campaign has been decided"),
        body=Text(id="Buka kampanyenya untuk melihat keputusannya.", en="Open the campaign to see the decision."),
    ),
    NoticeKind(
        "marketing.done",
        title=Text(id="Kampanye Anda selesai dikirim", en="Your campaign has been sent"),
        body=Text(id="Laporannya dapat dibaca; hasilnya masih bertambah.", en="Its report can be read; outcomes still come in."),
    ),
    NoticeKind(
        "marketing.not_started",
        title=Text(id="Kampanye tidak dapat dijalankan sesuai jadwal", en="A campaign could not start as scheduled"),
        body=Text(
            id="Segmen atau templat berubah sesudah disetujui, atau penilaian dampak tidak berlaku lagi.",
            en="Segment or template changed after the approval, or no impact assessment is in force any more.",
        ),
    ),
)


def campaigns_entered(actor: Actor, moves: Sequence[MoveFacts]) -> None:
    """Write in the campaigns themselves what their workflow decided; an added state changes no status."""
    for move in moves:
        if move.kind == "START" or move.to_state not in CampaignStatus.values:
            continue
        campaign = Campaign.objects.get(pk=move.subject_id)
        Campaign.objects.filter(pk=campaign.pk).update(**_written(actor, campaign, move), version=F("version") + 1)
        _act(campaign, move)
        _tell(actor, campaign, move)


def _written(actor: Actor, campaign: Campaign, move: MoveFacts) -> Mapping[str, Any]:
    values: dict[str, object] = {"status": move.to_state}
    match move.to_state:
        case CampaignStatus.SUBMITTED:
            assert campaign.segment_id is not None  # its problems were asked first
            version = SegmentVersion.objects.get(segment_id=campaign.segment_id, number=F("segment__current_version"))
            template = templates_of([campaign])[campaign.template_id]  # type: ignore[index]
            values |= {
                "segment_version_id": version.id, "template_version_id": template.version_id, "submitted_by": actor.id, "submitted_at": move.at,
                "approved_by": None, "approved_at": None, "decision_note": "",
            }  # fmt: skip
        case CampaignStatus.APPROVED:
            values |= {"approved_by": actor.id, "approved_at": move.at, "decision_note": str(move.given.get("note") or "")}
        case CampaignStatus.REJECTED:
            values["decision_note"] = str(move.given.get("note") or "")
        case CampaignStatus.DRAFT:
            values["revision"] = campaign.revision + 1
        case CampaignStatus.RUNNING if move.from_state == CampaignStatus.APPROVED:
            values["started_at"] = move.at
        case CampaignStatus.DONE:
            values["ended_at"] = move.at
        case CampaignStatus.CANCELLED:
            values |= {"ended_at": move.at, "decision_note": str(move.given.get("note") or "")}
    return values


def _act(campaign: Campaign, move: MoveFacts) -> None:
    subject = (CAMPAIGN, str(campaign.id))
    cancel([_key(campaign.id)])
    match move.to_state:
        case CampaignStatus.APPROVED if campaign.scheduled_at is not None:
            schedule_many([NewTimer(_key(campaign.id), START, due_at=campaign.scheduled_at, subject_type=CAMPAIGN, subject_id=str(campaign.id))])
        case CampaignStatus.RUNNING:
            if move.from_state == CampaignStatus.PAUSED:
                messages_release(*subject)
            defer(RUN_JOB, campaign_id=str(campaign.id))
        case CampaignStatus.PAUSED:
            messages_hold(*subject)
        case CampaignStatus.CANCELLED if campaign.started_at is not None:
            messages_withdraw(*subject)


def _tell(actor: Actor, campaign: Campaign, move: MoveFacts) -> None:
    writers = {campaign.created_by, campaign.submitted_by or campaign.created_by}
    kind, told = "", set[UUID]()
    match move.to_state:
        case CampaignStatus.SUBMITTED:
            kind, told = "waits", set(holders(RESOURCE, Act.ASSIGN)) - writers - {campaign.updated_by}
        case CampaignStatus.APPROVED | CampaignStatus.REJECTED:
            kind, told = "decided", writers
        case CampaignStatus.DONE:
            kind, told = "done", writers
    if kind and (others := sorted(told - {actor.id})):
        notify(f"marketing.{kind}", others, subject_type=CAMPAIGN, subject_id=campaign.id)


def campaigns_due(timers: Sequence[Timer]) -> None:
    """Start campaigns whose moment has come; what cannot start is told to who planned and approved it."""
    from simpul.marketing.services.campaigns import campaign_start

    for timer in timers:
        campaign = Campaign.objects.filter(pk=timer.subject_id, status=CampaignStatus.APPROVED).first()
        if campaign is None:
            continue
        try:
            campaign_start(actor=system_actor(), campaign_id=campaign.id)
        except (CampaignNeedsApproval, CampaignForbidsThis, SelectingIsNotAllowed):
            told = sorted({campaign.created_by, campaign.approved_by or campaign.created_by})
            notify("marketing.not_started", told, subject_type=CAMPAIGN, subject_id=campaign.id)


TIMERS = (TimerKind(START, campaigns_due, Text(id="Mulai kampanye", en="Start of a campaign")),)


def _key(campaign_id: UUID) -> str:
    return f"campaign:{campaign_id}:start"
