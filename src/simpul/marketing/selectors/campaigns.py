"""Reading campaigns, always from what the actor may see, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypedDict
from uuid import UUID

from simpul.iam.public import names, system_identity
from simpul.marketing.errors import CampaignNotFound
from simpul.marketing.models import Campaign, Segment, SegmentVersion
from simpul.marketing.policies import can_approve, can_decide, can_plan, can_read_campaigns, can_see_audience, can_stop, visible_campaigns
from simpul.marketing.selectors.segments import PersonRow
from simpul.marketing.vocabulary import CAMPAIGN_STATUS_NAMES, ENDED, OBJECTIVE_NAMES, CampaignStatus
from simpul.messaging.public import CHANNEL_NAMES, OfferTemplate, offer_templates
from simpul.platform.actor import Act, Actor, require
from simpul.platform.db import query, scope
from simpul.platform.paging import Keyset, Page


class CampaignSort(StrEnum):
    """In which order: the newest first, by schedule, or by name."""

    CREATED = "-created"
    SCHEDULED = "scheduled"
    NAME = "name"


_ORDERS = {
    CampaignSort.CREATED: Keyset(("-created_at", datetime), ("-id", UUID)),
    CampaignSort.SCHEDULED: Keyset(("scheduled_at", datetime | None), ("id", UUID)),
    CampaignSort.NAME: Keyset(("name", str), ("id", UUID)),
}


@dataclass(frozen=True)
class CampaignFilter:
    """Which campaigns; every part that is given must hold."""

    q: str | None = None
    status: str | None = None
    channel: str | None = None
    segment_id: UUID | None = None
    mine: bool = False
    sort: CampaignSort = CampaignSort.CREATED


class SegmentRef(TypedDict):
    """The segment of a campaign, with the version that was chosen and the one in force."""

    segment_id: UUID
    name: str
    kind: str
    number: int
    current_number: int
    is_archived: bool


class TemplateRef(TypedDict):
    """The template of a campaign, with the version that was chosen and the one that may be sent now."""

    template_id: UUID
    name: str
    version_id: UUID | None
    is_current: bool


class ProgressRow(TypedDict):
    """How far a running campaign has come, in customers."""

    evaluated: int
    eligible: int
    holdout: int
    written: int
    dropped: int
    left: int


class CampaignRow(TypedDict):
    """A campaign as lists and pages show it."""

    campaign_id: UUID
    number: str
    name: str
    objective_kind: str
    objective_name: str
    objective: str
    expected_result: str
    budget: Any
    segment: SegmentRef | None
    channel: str | None
    channel_name: str | None
    template: TemplateRef | None
    message_values: dict[str, str]
    scheduled_at: datetime | None
    holdout_percent: int
    hand_off: bool
    status: str
    status_name: str
    revision: int
    version: int
    created_by: PersonRow | None
    created_at: datetime
    updated_at: datetime
    submitted_by: PersonRow | None
    submitted_at: datetime | None
    approved_by: PersonRow | None
    approved_at: datetime | None
    decision_note: str
    started_at: datetime | None
    frozen_at: datetime | None
    ended_at: datetime | None
    can: dict[str, bool]


_PROGRESS = """
SELECT count(*)::integer AS evaluated, count(*) FILTER (WHERE is_eligible)::integer AS eligible, count(*) FILTER (WHERE is_holdout)::integer AS holdout,
       count(message_id)::integer AS written, count(dropped_reason)::integer AS dropped,
       count(*) FILTER (WHERE is_eligible AND NOT is_holdout AND message_id IS NULL AND dropped_reason IS NULL)::integer AS left
FROM crm.campaign_eligibility WHERE campaign_id = %s
"""


def campaign_get(*, actor: Actor, campaign_id: UUID, lock: bool = False) -> Campaign:
    """One campaign; locked, as its last change left it.

    Raises: CampaignNotFound, also for who reads none.
    """
    rows = visible_campaigns(actor)
    found = (rows.select_for_update() if lock else rows).filter(pk=campaign_id).first()
    if found is None:
        raise CampaignNotFound()
    return found


def campaign_page(*, actor: Actor, wanted: CampaignFilter, cursor: str | None, limit: int) -> Page:
    """One page of campaigns in the wanted order.

    Raises: Forbidden; Invalid for a cursor that is not this list's.
    """
    require(can_read_campaigns(actor))
    rows = visible_campaigns(actor)
    if wanted.q:
        rows = rows.filter(name__icontains=wanted.q) | rows.filter(number__icontains=wanted.q)
    if wanted.status:
        rows = rows.filter(status=wanted.status)
    if wanted.channel:
        rows = rows.filter(channel=wanted.channel)
    if wanted.segment_id:
        rows = rows.filter(segment_id=wanted.segment_id)
    if wanted.mine:
        rows = rows.filter(created_by=actor.id)
    return _ORDERS[wanted.sort].page(rows, cursor, limit, lambda page: campaign_rows(actor, page))


def campaign_rows(actor: Actor, campaigns: Sequence[Campaign]) -> list[CampaignRow]:
    """Campaigns as lists and pages show them, with what the actor may do."""
    people = names(people={user for row in campaigns for user in (row.created_by, row.submitted_by, row.approved_by) if user}).people
    segments, templates = segments_of(campaigns), templates_of(campaigns)

    def person_row(user: UUID | None) -> PersonRow | None:
        return {"id": user, "full_name": people[user]} if user is not None and user in people else None

    return [
        {
            "campaign_id": row.id,
            "number": row.number,
            "name": row.name,
            "objective_kind": row.objective_kind,
            "objective_name": str(OBJECTIVE_NAMES[row.objective_kind]),
            "objective": row.objective,
            "expected_result": row.expected_result,
            "budget": row.budget,
            "segment": segments.get(row.id),
            "channel": row.channel,
            "channel_name": str(CHANNEL_NAMES[row.channel]) if row.channel else None,
            "template": _template_ref(row, templates),
            "message_values": row.message_values,
            "scheduled_at": row.scheduled_at,
            "holdout_percent": row.holdout_percent,
            "hand_off": row.hand_off,
            "status": row.status,
            "status_name": str(CAMPAIGN_STATUS_NAMES[row.status]),
            "revision": row.revision,
            "version": row.version,
            "created_by": person_row(row.created_by),
            "created_at": row.created_at,
            "updated_at": row.updated_at,
            "submitted_by": person_row(row.submitted_by),
            "submitted_at": row.submitted_at,
            "approved_by": person_row(row.approved_by),
            "approved_at": row.approved_at,
            "decision_note": row.decision_note,
            "started_at": row.started_at,
            "frozen_at": row.frozen_at,
            "ended_at": row.ended_at,
            "can": allowed_steps(actor, row, segments.get(row.id), _template_ref(row, templates)),
        }
        for row in campaigns
    ]


def allowed_steps(actor: Actor, campaign: Campaign, segment: SegmentRef | None, template: TemplateRef | None) -> dict[str, bool]:
    """What the actor may do with a campaign as it stands."""
    plans, stops, status = bool(can_plan(actor)), bool(can_stop(actor)), campaign.status
    changed = has_changed(segment, template)
    return {
        "change": plans and status == CampaignStatus.DRAFT,
        "submit": plans and status == CampaignStatus.DRAFT,
        "approve": status == CampaignStatus.SUBMITTED and bool(can_approve(actor, campaign)),
        "reject": status == CampaignStatus.SUBMITTED and bool(can_decide(actor, campaign)),
        "redraft": plans and status == CampaignStatus.REJECTED,
        "resubmit": plans and status == CampaignStatus.APPROVED and changed,
        "start": plans and status == CampaignStatus.APPROVED and not changed,
        "pause": stops and status == CampaignStatus.RUNNING,
        "resume": plans and status == CampaignStatus.PAUSED,
        "cancel": stops and status not in ENDED,
        "copy": bool(can_plan(actor, Act.CREATE)),
        "see_customers": bool(can_see_audience(actor)),
    }


def has_changed(segment: SegmentRef | None, template: TemplateRef | None) -> bool:
    """Whether segment or template is not what the campaign chose any more."""
    return bool(segment and (segment["number"] != segment["current_number"] or segment["is_archived"])) or bool(template and not template["is_current"])


def segments_of(campaigns: Sequence[Campaign]) -> dict[UUID, SegmentRef]:
    """The segment of each campaign, by the campaign; in the scope of SYSTEM, since who reads reports reads no segments."""
    wanted = [row for row in campaigns if row.segment_id]
    if not wanted:
        return {}
    with scope(system_identity()):
        known = {row.id: row for row in Segment.objects.filter(pk__in={row.segment_id for row in wanted})}
        numbers = dict(SegmentVersion.objects.filter(pk__in={row.segment_version_id for row in wanted}).values_list("pk", "number"))
    return {
        row.id: {
            "segment_id": segment.id,
            "name": segment.name,
            "kind": segment.kind,
            "number": numbers.get(row.segment_version_id, segment.current_version) if row.segment_version_id else segment.current_version,
            "current_number": segment.current_version,
            "is_archived": segment.archived_at is not None,
        }
        for row in wanted
        if row.segment_id and (segment := known[row.segment_id])
    }


def approved_version(campaign: Campaign) -> SegmentVersion:
    """The version of the segment that a submitted campaign was submitted with. For SYSTEM."""
    assert campaign.segment_version_id is not None  # written with the submission, and kept by a constraint
    return SegmentVersion.objects.get(pk=campaign.segment_version_id)


def templates_of(campaigns: Sequence[Campaign]) -> dict[UUID, OfferTemplate]:
    """The templates of campaigns, by their ids."""
    wanted = {row.template_id for row in campaigns if row.template_id}
    if not wanted:
        return {}
    with scope(system_identity()):
        return offer_templates(wanted)


def _template_ref(campaign: Campaign, templates: dict[UUID, OfferTemplate]) -> TemplateRef | None:
    if campaign.template_id is None or (found := templates.get(campaign.template_id)) is None:
        return None
    chosen = campaign.template_version_id
    return {
        "template_id": found.id,
        "name": found.name,
        "version_id": chosen,
        "is_current": chosen == found.version_id if chosen else found.version_id is not None,
    }


def campaign_progress(campaign: Campaign) -> ProgressRow | None:
    """How far a campaign has come; None before it was frozen. The caller reads campaigns."""
    if campaign.frozen_at is None:
        return None
    with scope(system_identity()):
        found: ProgressRow = query(_PROGRESS, (campaign.id,))[0]  # type: ignore[assignment]
    return found


def campaign_labels(actor: Actor, ids: list[str]) -> dict[str, str]:
    """What campaigns are called, for those who read them."""
    known = []
    for each in ids:
        with suppress(ValueError):
            known.append(UUID(each))
    return (
        {str(key): f"{number} {name}" for key, number, name in visible_campaigns(actor).filter(pk__in=known).values_list("pk", "number", "name")}
        if known
        else {}
    )


def campaign_holds(source_id: str, customer_id: UUID) -> bool:
    """Whether a campaign writes to a customer: of one who is left out, nobody makes a lead by it."""
    try:
        campaign_id = UUID(source_id)
    except ValueError:
        return False
    with scope(system_identity()):
        found = query(
            "SELECT 1 FROM crm.campaign_eligibility WHERE campaign_id = %s AND customer_id = %s AND is_eligible AND NOT is_holdout",
            (campaign_id, customer_id),
        )
    return bool(found)
