"""The operations on campaigns."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Query

from simpul.marketing.errors import CampaignForbidsThis, CampaignNeedsApproval, CampaignNotFound, OwnCampaign, SelectingIsNotAllowed
from simpul.marketing.models import Campaign
from simpul.marketing.schemas.campaigns import (
    CampaignApproveIn,
    CampaignCalendarOut,
    CampaignChangeIn,
    CampaignChannelName,
    CampaignIn,
    CampaignPageOut,
    CampaignReasonIn,
    CampaignStatusName,
    CampaignStepIn,
    CampaignWholeOut,
)
from simpul.marketing.selectors import campaigns as reading
from simpul.marketing.selectors import completing
from simpul.marketing.selectors.calendar import campaign_calendar
from simpul.marketing.services import campaigns as changing
from simpul.marketing.vocabulary import RESOURCE, CampaignStatus
from simpul.platform.actor import Act
from simpul.platform.errors import Forbidden, Invalid, RateLimited, StaleVersion
from simpul.platform.http import ActorRequest, Router, needs, problems
from simpul.platform.paging import Limit, Page
from simpul.platform.schemas import Moment
from simpul.platform.text import Text

router = Router()
_READ, _CREATE, _UPDATE, _DECIDE = (needs(RESOURCE, act) for act in (Act.READ, Act.CREATE, Act.UPDATE, Act.ASSIGN))
_LONGEST = timedelta(days=400)
_SPAN = Text(id="Pilih rentang paling lama 400 hari.", en="Choose a period of at most 400 days.")
_MOVES = problems(CampaignNotFound, Forbidden, CampaignForbidsThis, StaleVersion)


@router.get(
    "/campaigns",
    permission=_READ,
    counts_rows=True,
    lists="CAMPAIGN",
    response={200: CampaignPageOut, **problems(Forbidden, RateLimited)},
    operation_id="campaigns_list",
)
def list_campaigns(
    request: ActorRequest,
    q: Annotated[str | None, Query(max_length=120)] = None,
    status: CampaignStatusName | None = None,
    channel: CampaignChannelName | None = None,
    segment_id: UUID | None = None,
    mine: bool = False,
    sort: Literal["-created", "scheduled", "name"] = "-created",
    cursor: str | None = None,
    limit: Limit = 50,
) -> Page:
    """Campaigns, in the wanted order."""
    wanted = reading.CampaignFilter(q, status, channel, segment_id, mine, reading.CampaignSort(sort))
    return reading.campaign_page(actor=request.auth, wanted=wanted, cursor=cursor, limit=limit)


@router.get("/campaigns/calendar", permission=_READ, response={200: CampaignCalendarOut, **problems(Forbidden)}, operation_id="campaigns_calendar")
def show_calendar(request: ActorRequest, since: Moment, until: Moment) -> Mapping[str, Any]:
    """What is planned, runs or ran in a period, and what lies close together."""
    if not timedelta(0) < until - since <= _LONGEST:
        raise Invalid({"until": _SPAN})
    return campaign_calendar(actor=request.auth, since=since, until=until)


@router.post("/campaigns", permission=_CREATE, response={201: CampaignWholeOut, **problems(Forbidden)}, operation_id="campaigns_create")
def create_campaign(request: ActorRequest, body: CampaignIn) -> dict[str, object]:
    """Begin a campaign as a draft."""
    return _whole(request, changing.campaign_create(actor=request.auth, values=body.dict()))


@router.get("/campaigns/{uuid:campaign_id}", permission=_READ, response={200: CampaignWholeOut, **problems(CampaignNotFound)}, operation_id="campaigns_get")
def get_campaign(request: ActorRequest, campaign_id: UUID) -> dict[str, object]:
    """One campaign in full."""
    return _whole(request, reading.campaign_get(actor=request.auth, campaign_id=campaign_id))


@router.patch(
    "/campaigns/{uuid:campaign_id}",
    permission=_UPDATE,
    response={200: CampaignWholeOut, **_MOVES},
    operation_id="campaigns_change",
)
def change_campaign(request: ActorRequest, campaign_id: UUID, body: CampaignChangeIn) -> dict[str, object]:
    """Change some fields of a draft; a field given as null is emptied where it may be."""
    given = body.dict(exclude_unset=True, exclude={"version"})
    kept = {name: value for name, value in given.items() if value is not None or name in ("budget", "segment_id", "channel", "template_id", "scheduled_at")}
    return _whole(request, changing.campaign_change(actor=request.auth, campaign_id=campaign_id, version=body.version, values=kept))


@router.post(
    "/campaigns/{uuid:campaign_id}/submit",
    permission=_UPDATE,
    response={200: CampaignWholeOut, **_MOVES, **problems(SelectingIsNotAllowed)},
    operation_id="campaigns_submit",
)
def submit_campaign(request: ActorRequest, campaign_id: UUID, body: CampaignStepIn) -> dict[str, object]:
    """Ask for approval of a draft as it stands."""
    return _whole(request, changing.campaign_submit(actor=request.auth, campaign_id=campaign_id, version=body.version))


@router.post(
    "/campaigns/{uuid:campaign_id}/resubmit",
    permission=_UPDATE,
    response={200: CampaignWholeOut, **_MOVES, **problems(SelectingIsNotAllowed)},
    operation_id="campaigns_resubmit",
)
def resubmit_campaign(request: ActorRequest, campaign_id: UUID, body: CampaignStepIn) -> dict[str, object]:
    """Ask again for approval, because segment or template changed since."""
    return _whole(request, changing.campaign_resubmit(actor=request.auth, campaign_id=campaign_id, version=body.version))


@router.post(
    "/campaigns/{uuid:campaign_id}/approve",
    permission=_DECIDE,
    response={200: CampaignWholeOut, **_MOVES, **problems(OwnCampaign)},
    operation_id="campaigns_approve",
)
def approve_campaign(request: ActorRequest, campaign_id: UUID, body: CampaignApproveIn) -> dict[str, object]:
    """Approve a campaign of somebody else."""
    return _whole(request, changing.campaign_approve(actor=request.auth, campaign_id=campaign_id, version=body.version, note=body.note))


@router.post(
    "/campaigns/{uuid:campaign_id}/reject",
    permission=_DECIDE,
    response={200: CampaignWholeOut, **_MOVES, **problems(OwnCampaign)},
    operation_id="campaigns_reject",
)
def reject_campaign(request: ActorRequest, campaign_id: UUID, body: CampaignReasonIn) -> dict[str, object]:
    """Turn a campaign of somebody else down."""
    return _whole(request, changing.campaign_reject(actor=request.auth, campaign_id=campaign_id, version=body.version, note=body.note))


@router.post("/campaigns/{uuid:campaign_id}/redraft", permission=_UPDATE, response={200: CampaignWholeOut, **_MOVES}, operation_id="campaigns_redraft")
def redraft_campaign(request: ActorRequest, campaign_id: UUID, body: CampaignStepIn) -> dict[str, object]:
    """Take a campaign that was turned down back to a draft."""
    return _whole(request, changing.campaign_redraft(actor=request.auth, campaign_id=campaign_id, version=body.version))


@router.post(
    "/campaigns/{uuid:campaign_id}/start",
    permission=_UPDATE,
    response={200: CampaignWholeOut, **_MOVES, **problems(CampaignNeedsApproval, SelectingIsNotAllowed)},
    operation_id="campaigns_start",
)
def start_campaign(request: ActorRequest, campaign_id: UUID, body: CampaignStepIn) -> dict[str, object]:
    """Start an approved campaign now."""
    return _whole(request, changing.campaign_start(actor=request.auth, campaign_id=campaign_id, version=body.version))


@router.post("/campaigns/{uuid:campaign_id}/pause", permission=_READ, response={200: CampaignWholeOut, **_MOVES}, operation_id="campaigns_pause")
def pause_campaign(request: ActorRequest, campaign_id: UUID, body: CampaignStepIn) -> dict[str, object]:
    """Stop a running campaign until it goes on."""
    return _whole(request, changing.campaign_pause(actor=request.auth, campaign_id=campaign_id, version=body.version))


@router.post("/campaigns/{uuid:campaign_id}/resume", permission=_UPDATE, response={200: CampaignWholeOut, **_MOVES}, operation_id="campaigns_resume")
def resume_campaign(request: ActorRequest, campaign_id: UUID, body: CampaignStepIn) -> dict[str, object]:
    """Let a paused campaign go on."""
    return _whole(request, changing.campaign_resume(actor=request.auth, campaign_id=campaign_id, version=body.version))


@router.post("/campaigns/{uuid:campaign_id}/cancel", permission=_READ, response={200: CampaignWholeOut, **_MOVES}, operation_id="campaigns_cancel")
def cancel_campaign(request: ActorRequest, campaign_id: UUID, body: CampaignReasonIn) -> dict[str, object]:
    """End a campaign for good: what waits is taken back, what was sent stays sent."""
    return _whole(request, changing.campaign_cancel(actor=request.auth, campaign_id=campaign_id, version=body.version, note=body.note))


@router.post(
    "/campaigns/{uuid:campaign_id}/copy",
    permission=_CREATE,
    response={201: CampaignWholeOut, **problems(CampaignNotFound, Forbidden)},
    operation_id="campaigns_copy",
)
def copy_campaign(request: ActorRequest, campaign_id: UUID) -> dict[str, object]:
    """A new draft with the content of a campaign."""
    return _whole(request, changing.campaign_copy(actor=request.auth, campaign_id=campaign_id))


def _whole(request: ActorRequest, campaign: Campaign) -> dict[str, object]:
    wrong = completing.campaign_problems(campaign) if campaign.status == CampaignStatus.DRAFT else {}
    return {
        **reading.campaign_rows(request.auth, [campaign])[0],
        "problems": [{"field": field, "message": str(message)} for field, message in wrong.items()],
        "tokens": completing.token_rows(campaign),
        "progress": reading.campaign_progress(campaign),
    }
