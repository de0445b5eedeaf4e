"""Writing campaigns and taking them through their workflow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from simpul.audit.public import audited_change
from simpul.marketing.acts import MarketingAct
from simpul.marketing.errors import CampaignForbidsThis, CampaignNeedsApproval, OwnCampaign, SegmentNotFound
from simpul.marketing.models import Campaign
from simpul.marketing.policies import OWN_CAMPAIGN, can_approve, can_decide, can_plan, can_stop
from simpul.marketing.selectors.campaigns import campaign_get, has_changed, segments_of, templates_of
from simpul.marketing.selectors.campaigns import campaign_rows as _rows
from simpul.marketing.selectors.completing import campaign_problems, schedule_problem
from simpul.marketing.selectors.evaluating import audience_of
from simpul.marketing.selectors.membership import audience_counted, selecting_allowed
from simpul.marketing.selectors.segments import segment_get, version_get
from simpul.marketing.vocabulary import CAMPAIGN, CHANNELS, WORKFLOW, CampaignStatus
from simpul.messaging.public import offer_value_fault
from simpul.platform.actor import Act, Actor, Verdict
from simpul.platform.acts import AuditAct
from simpul.platform.clock import JAKARTA, now
from simpul.platform.db import query
from simpul.platform.errors import Forbidden, Invalid
from simpul.platform.ports import system_actor
from simpul.platform.text import Text
from simpul.workflow import public as workflow
from simpul.workflow.errors import TransitionNotPossible

_NO_SEGMENT = Text(id="Segmen ini tidak ada atau sudah diarsipkan.", en="There is no such segment, or it is archived.")
_NO_TEMPLATE = Text(id="Templat ini tidak ada.", en="There is no such template.")
_NOBODY = Text(id="Tidak seorang pun layak: periksa segmen dan kanalnya.", en="Nobody is eligible: look at the segment and the channel.")
_VALUE = Text(id="{token}: {fault}", en="{token}: {fault}")
_FIELDS = (
    "name", "objective_kind", "objective", "expected_result", "budget", "segment_id", "channel", "template_id", "message_values", "scheduled_at", "holdout_percent", "hand_off",
)  # fmt: skip


@transaction.atomic
def campaign_create(*, actor: Actor, values: Mapping[str, Any]) -> Campaign:
    """Begin a campaign as a draft; only its name must be known.

    Raises: Forbidden, Invalid.
    """
    with audited_change(actor, MarketingAct.CREATE_CAMPAIGN, CAMPAIGN) as change:
        change.require(can_plan(actor, Act.CREATE))
        _judge_values(actor, values)
        at = now()
        number = query("SELECT nextval('crm.campaign_numbers') AS n")[0]["n"]
        made = Campaign(number=f"CAMP-{at.astimezone(JAKARTA).year}-{number:04}", created_by=actor.id, created_at=at, updated_by=actor.id, updated_at=at)
        for name in _FIELDS:
            if name in values:
                setattr(made, name, values[name])
        made.save(force_insert=True)
        # Its workflow tells the trail of it.
        change.nothing_changed()
        workflow.start(actor=actor, definition=WORKFLOW, subject_id=made.id)
    return campaign_get(actor=actor, campaign_id=made.id)


@transaction.atomic
def campaign_change(*, actor: Actor, campaign_id: UUID, version: int, values: Mapping[str, Any]) -> Campaign:
    """Change some fields of a draft; what is not named stays.

    Raises: Forbidden, CampaignNotFound, CampaignForbidsThis, StaleVersion, Invalid.
    """
    campaign = campaign_get(actor=actor, campaign_id=campaign_id, lock=True)
    with audited_change(actor, MarketingAct.CHANGE_CAMPAIGN, CAMPAIGN, campaign.id) as change:
        change.require(can_plan(actor))
        if campaign.status != CampaignStatus.DRAFT:
            raise CampaignForbidsThis()
        change.require_version(version, campaign.version)
        _judge_values(actor, values)
        changed = sorted(name for name in _FIELDS if name in values and getattr(campaign, name) != values[name])
        if not changed:
            change.nothing_changed()
            return campaign
        for name in changed:
            setattr(campaign, name, values[name])
        campaign.version, campaign.updated_by, campaign.updated_at = campaign.version + 1, actor.id, now()
        campaign.save(update_fields=[*changed, "version", "updated_by", "updated_at"])
        change.describe(changed=changed)
    return campaign


def _judge_values(actor: Actor, values: Mapping[str, Any]) -> None:
    """Raises: Invalid naming the field. A draft may be incomplete, but holds nothing that could never be."""
    wrong: dict[str, Text] = {}
    if segment_id := values.get("segment_id"):
        try:
            segment = segment_get(actor=actor, segment_id=segment_id)
        except SegmentNotFound:
            wrong["segment_id"] = _NO_SEGMENT
        else:
            if segment.archived_at is not None:
                wrong["segment_id"] = _NO_SEGMENT
    if (template_id := values.get("template_id")) and not templates_of([Campaign(template_id=template_id)]):
        wrong["template_id"] = _NO_TEMPLATE
    for name, value in values.get("message_values", {}).items():
        if (fault := offer_value_fault(name, value)) is not None:
            wrong.setdefault("message_values", _VALUE.format(token=name, fault=fault))
    if values.get("scheduled_at") and (late := schedule_problem(values["scheduled_at"])):
        wrong["scheduled_at"] = late
    if wrong:
        raise Invalid(wrong)


@transaction.atomic
def campaign_submit(*, actor: Actor, campaign_id: UUID, version: int) -> Campaign:
    """Ask for approval of a draft as it stands: with this version of the segment and of the message.

    Raises: Forbidden, CampaignNotFound, CampaignForbidsThis, StaleVersion, SelectingIsNotAllowed, Invalid naming each field that is missing or wrong.
    """
    return _submitted(actor, campaign_id, version, "submit", CampaignStatus.DRAFT)


@transaction.atomic
def campaign_resubmit(*, actor: Actor, campaign_id: UUID, version: int) -> Campaign:
    """Ask again for approval, because segment or template changed since.

    Raises: as `campaign_submit`.
    """
    return _submitted(actor, campaign_id, version, "resubmit", CampaignStatus.APPROVED)


def _submitted(actor: Actor, campaign_id: UUID, version: int, transition: str, from_state: CampaignStatus) -> Campaign:
    act = MarketingAct.SUBMIT_CAMPAIGN
    campaign = _campaign_for_step(actor, campaign_id, version, act, (from_state,), can_plan(actor))
    if transition == "resubmit" and not has_changed(*_refs(actor, campaign)):
        raise _recorded(CampaignForbidsThis(), act, campaign)
    wrong = campaign_problems(campaign)
    if wrong:
        raise _recorded(Invalid(wrong), act, campaign)
    selecting_allowed()
    assert campaign.segment_id is not None
    audience = audience_of(version_get(segment_get(actor=actor, segment_id=campaign.segment_id)))
    if audience_counted(audience, channel=campaign.channel)["eligible"] == 0:
        raise _recorded(Invalid({"segment_id": _NOBODY}), act, campaign)
    return _moved(actor, campaign, transition, act)


@transaction.atomic
def campaign_approve(*, actor: Actor, campaign_id: UUID, version: int, note: str = "") -> Campaign:
    """Approve a campaign; never one's own. One with a schedule starts by itself.

    Raises: Forbidden, OwnCampaign, CampaignNotFound, CampaignForbidsThis, StaleVersion.
    """
    act = MarketingAct.APPROVE_CAMPAIGN
    found = campaign_get(actor=actor, campaign_id=campaign_id)
    campaign = _campaign_for_step(actor, campaign_id, version, act, (CampaignStatus.SUBMITTED,), can_approve(actor, found))
    return _moved(actor, campaign, "approve", act, note=note.strip())


@transaction.atomic
def campaign_reject(*, actor: Actor, campaign_id: UUID, version: int, note: str) -> Campaign:
    """Turn a campaign down and say why.

    Raises: Forbidden, OwnCampaign, CampaignNotFound, CampaignForbidsThis, StaleVersion, Invalid.
    """
    act = MarketingAct.REJECT_CAMPAIGN
    found = campaign_get(actor=actor, campaign_id=campaign_id)
    campaign = _campaign_for_step(actor, campaign_id, version, act, (CampaignStatus.SUBMITTED,), can_decide(actor, found))
    return _moved(actor, campaign, "reject", act, note=note.strip())


@transaction.atomic
def campaign_redraft(*, actor: Actor, campaign_id: UUID, version: int) -> Campaign:
    """Take a campaign that was turned down back to a draft, as its next revision.

    Raises: Forbidden, CampaignNotFound, CampaignForbidsThis, StaleVersion.
    """
    act = MarketingAct.REDRAFT_CAMPAIGN
    return _moved(actor, _campaign_for_step(actor, campaign_id, version, act, (CampaignStatus.REJECTED,), can_plan(actor)), "redraft", act)


@transaction.atomic
def campaign_start(*, actor: Actor, campaign_id: UUID, version: int | None = None) -> Campaign:
    """Start an approved campaign now: its customers are judged, and the first batches are written.

    Raises: Forbidden, CampaignNotFound, CampaignForbidsThis, CampaignNeedsApproval, StaleVersion, SelectingIsNotAllowed.
    """
    act = MarketingAct.EXECUTE_CAMPAIGN
    campaign = _campaign_for_step(actor, campaign_id, version, act, (CampaignStatus.APPROVED,), can_plan(actor))
    if has_changed(*_refs(actor, campaign)):
        raise _recorded(CampaignNeedsApproval(), act, campaign)
    selecting_allowed()
    return _moved(actor, campaign, "start_as_planned" if actor.id == system_actor().id else "start", act)


@transaction.atomic
def campaign_pause(*, actor: Actor, campaign_id: UUID, version: int) -> Campaign:
    """Stop a running campaign: what waits is not handed over until it goes on.

    Raises: Forbidden, CampaignNotFound, CampaignForbidsThis, StaleVersion.
    """
    act = MarketingAct.PAUSE_CAMPAIGN
    return _moved(actor, _campaign_for_step(actor, campaign_id, version, act, (CampaignStatus.RUNNING,), can_stop(actor)), "pause", act)


@transaction.atomic
def campaign_resume(*, actor: Actor, campaign_id: UUID, version: int) -> Campaign:
    """Let a paused campaign go on.

    Raises: Forbidden, CampaignNotFound, CampaignForbidsThis, StaleVersion.
    """
    act = MarketingAct.RESUME_CAMPAIGN
    return _moved(actor, _campaign_for_step(actor, campaign_id, version, act, (CampaignStatus.PAUSED,), can_plan(actor)), "resume", act)


@transaction.atomic
def campaign_cancel(*, actor: Actor, campaign_id: UUID, version: int, note: str) -> Campaign:
    """End a campaign for good: what waits is taken back.

    Raises: Forbidden, CampaignNotFound, CampaignForbidsThis, StaleVersion, Invalid.
    """
    act = MarketingAct.CANCEL_CAMPAIGN
    open_ones = tuple(status for status in CampaignStatus if status not in (CampaignStatus.DONE, CampaignStatus.CANCELLED))
    return _moved(actor, _campaign_for_step(actor, campaign_id, version, act, open_ones, can_stop(actor)), "cancel", act, note=note.strip())


def campaign_finish(*, actor: Actor, campaign_id: UUID) -> Campaign:
    """A campaign of which nothing is left to send is done. For SYSTEM.

    Raises: CampaignNotFound, CampaignForbidsThis.
    """
    return _moved(actor, campaign_get(actor=actor, campaign_id=campaign_id, lock=True), "finish", MarketingAct.FINISH_CAMPAIGN)


@transaction.atomic
def campaign_copy(*, actor: Actor, campaign_id: UUID) -> Campaign:
    """A new draft with the content of a campaign, without its schedule.

    Raises: Forbidden, CampaignNotFound.
    """
    found = campaign_get(actor=actor, campaign_id=campaign_id)
    values = {name: getattr(found, name) for name in _FIELDS} | {"scheduled_at": None, "name": f"{found.name[:110]} (2)"}
    if found.segment_id is not None and segments_of([found])[found.id]["is_archived"]:
        values["segment_id"] = None
    if found.channel not in CHANNELS:
        values["channel"] = None
    return campaign_create(actor=actor, values=values)


def _campaign_for_step(actor: Actor, campaign_id: UUID, version: int | None, act: AuditAct, states: tuple[CampaignStatus, ...], verdict: Verdict) -> Campaign:
    """The campaign, locked, when the actor may and its state allows it.

    Raises: CampaignNotFound, Forbidden, OwnCampaign, CampaignForbidsThis, StaleVersion.
    """
    campaign = campaign_get(actor=actor, campaign_id=campaign_id)
    with audited_change(actor, act, CAMPAIGN, campaign.id) as change:
        if not verdict:
            raise (OwnCampaign if verdict.reason is OWN_CAMPAIGN else Forbidden)(verdict.reason)
        # Who may not change it does not lock it either.
        campaign = campaign_get(actor=actor, campaign_id=campaign_id, lock=True)
        if campaign.status not in states:
            raise CampaignForbidsThis()
        if version is not None:
            change.require_version(version, campaign.version)
        change.nothing_changed()
    return campaign


def _moved(actor: Actor, campaign: Campaign, transition: str, act: AuditAct, **given: Any) -> Campaign:
    try:
        workflow.move(actor=actor, definition=WORKFLOW, subject_id=campaign.id, transition=transition, given=given)
    except TransitionNotPossible:
        raise _recorded(CampaignForbidsThis(), act, campaign) from None
    return campaign_get(actor=actor, campaign_id=campaign.id)


def _refs(actor: Actor, campaign: Campaign) -> tuple[Any, Any]:
    row = _rows(actor, [campaign])[0]
    return row["segment"], row["template"]


def _recorded(refusal: Any, act: AuditAct, campaign: Campaign) -> Any:
    """The refusal, to be recorded as this act on this campaign."""
    refusal.recorded_as(action=act, object_type=CAMPAIGN, object_id=str(campaign.id), customer_id=None, branch_code=None, meta={"number": campaign.number})
    return refusal
