"""What a campaign still needs before it can be submitted, and what its message asks for."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict
from zoneinfo import ZoneInfo

from simpul.iam.public import system_identity
from simpul.marketing.models import Campaign
from simpul.marketing.selectors.campaigns import segments_of, templates_of
from simpul.marketing.vocabulary import CampaignStatus
from simpul.messaging.public import OfferToken, Purpose, offer_tokens, window_opening
from simpul.platform.clock import now
from simpul.platform.db import scope
from simpul.platform.text import Text

ZONE = "Asia/Jakarta"
_OBJECTIVE = Text(id="Tulis tujuannya, paling sedikit 10 karakter.", en="Write what it is for, at least 10 characters.")
_SEGMENT = Text(id="Pilih segmennya.", en="Choose the segment.")
_ARCHIVED = Text(id="Segmen ini sudah diarsipkan; pilih yang lain.", en="The segment is archived; choose another one.")
_CHANNEL = Text(id="Pilih kanalnya.", en="Choose the channel.")
_TEMPLATE = Text(id="Pilih templat pesannya.", en="Choose the template of the message.")
_OTHER_CHANNEL = Text(id="Templat ini untuk kanal lain.", en="The template is for another channel.")
_NO_OFFER = Text(id="Templat ini bukan untuk penawaran.", en="The template is not for offers.")
_NOT_APPROVED = Text(id="Templat ini belum disetujui.", en="The template is not approved.")
_VALUES = Text(id="Isi yang disebut pesannya: {tokens}.", en="Fill in what the message names: {tokens}.")
_PAST = Text(id="Jadwalnya sudah lewat.", en="The schedule lies in the past.")
_CLOSED = Text(id="Di luar jam kontak penawaran; paling awal {opening}.", en="Outside the hours in which offers may be sent; {opening} at the earliest.")


class TokenRow(TypedDict):
    """What the message says of the offer itself, and only the campaign knows: a token of the template."""

    name: str
    label: str
    sample: str
    is_link: bool
    is_required: bool


def campaign_problems(campaign: Campaign) -> dict[str, Text]:
    """What keeps a campaign from being submitted, by field; whether anybody is eligible is counted when it is."""
    wrong: dict[str, Text] = {}
    if len(campaign.objective.strip()) < 10:
        wrong["objective"] = _OBJECTIVE
    segment = segments_of([campaign]).get(campaign.id)
    if segment is None:
        wrong["segment_id"] = _SEGMENT
    elif segment["is_archived"]:
        wrong["segment_id"] = _ARCHIVED
    if campaign.channel is None:
        wrong["channel"] = _CHANNEL
    if (problem := _template_problem(campaign)) is not None:
        wrong["template_id"] = problem
    elif lacking := [str(token.kind.label) for token in campaign_tokens(campaign) if token.is_required and not campaign.message_values.get(token.kind.name)]:
        wrong["message_values"] = _VALUES.format(tokens=", ".join(lacking))
    if (late := schedule_problem(campaign.scheduled_at)) is not None:
        wrong["scheduled_at"] = late
    return wrong


def campaign_tokens(campaign: Campaign) -> list[OfferToken]:
    """What the campaign itself has to say for its message: of the version it was submitted with, or of the one that may be sent now."""
    template = templates_of([campaign]).get(campaign.template_id) if campaign.template_id else None
    version = campaign.template_version_id if campaign.status != CampaignStatus.DRAFT else template.version_id if template else None
    if version is None:
        return []
    with scope(system_identity()):
        return offer_tokens(version)


def token_rows(campaign: Campaign) -> list[TokenRow]:
    """The same in the reader's language."""
    return [
        {"name": each.kind.name, "label": str(each.kind.label), "sample": str(each.kind.sample), "is_link": each.kind.is_link, "is_required": each.is_required}
        for each in campaign_tokens(campaign)
    ]


def values_sent(campaign: Campaign) -> dict[str, str]:
    """What goes with each message: the values that its template names. For SYSTEM."""
    assert campaign.template_version_id is not None  # written with the submission, and kept by a constraint
    return {each.kind.name: value for each in offer_tokens(campaign.template_version_id) if (value := campaign.message_values.get(each.kind.name))}


def _template_problem(campaign: Campaign) -> Text | None:
    template = templates_of([campaign]).get(campaign.template_id) if campaign.template_id else None
    if template is None:
        return _TEMPLATE
    if template.purpose != Purpose.MARKETING:
        return _NO_OFFER
    if template.channel != campaign.channel:
        return _OTHER_CHANNEL
    return _NOT_APPROVED if template.version_id is None else None


def schedule_problem(scheduled_at: datetime | None) -> Text | None:
    """Why a campaign cannot start at an instant; None where it can, and where somebody starts it by hand."""
    if scheduled_at is None:
        return None
    if scheduled_at < now():
        return _PAST
    opening = window_opening(Purpose.MARKETING, scheduled_at, ZONE)
    if opening > scheduled_at:
        return _CLOSED.format(opening=opening.astimezone(ZoneInfo(ZONE)).strftime("%d-%m-%Y %H.%M"))
    return None
