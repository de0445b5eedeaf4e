"""What segments and campaigns state about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.marketing.acts import MarketingAct
from simpul.platform.domain import Domain, Parts, Resource
from simpul.platform.text import Text

if TYPE_CHECKING:
    from ninja import Router

RESOURCES = {
    "campaign": Resource(
        Text(id="Segmen dan kampanye", en="Segments and campaigns"),
        "sales",
        "RCUA",
        grants={
            "DIRECTOR": "R ALL (report)",
            "SUPERVISOR": "RA ALL",
            "RM": "R OWN (campaigns that gave me leads)",
            "MARKETING": "RCU ALL",
            "COMPLIANCE": "RA ALL",
            "SYSTEM": "RCU ALL",
        },
    ),
}


def _parts() -> Parts:
    from simpul.customers.public import Part, Tab
    from simpul.marketing import settings, subscribers
    from simpul.marketing.demonstration import DEMONSTRATIONS
    from simpul.marketing.events import SegmentRefreshed
    from simpul.marketing.selectors.campaigns import campaign_holds, campaign_labels
    from simpul.marketing.selectors.segments import segment_labels
    from simpul.marketing.services import following
    from simpul.marketing.vocabulary import CAMPAIGN, SEGMENT
    from simpul.platform.events import Subscription
    from simpul.platform.subjects import SubjectType
    from simpul.sales.public import LeadOrigin

    return Parts(
        entries=[
            SubjectType(SEGMENT, Text(id="Segmen", en="Segment"), segment_labels, "/segments/{id}"),
            *DEMONSTRATIONS,
            SubjectType(CAMPAIGN, Text(id="Kampanye", en="Campaign"), campaign_labels, "/campaigns/{id}"),
            settings.GROUP,
            *settings.SETTINGS,
            *subscribers.workflow_entries(),
            *following.NOTICES,
            *following.TIMERS,
            Tab("marketing", Part.BUSINESS, 36),
            LeadOrigin(CAMPAIGN, campaign_holds),
            Subscription(SegmentRefreshed, "marketing.follow_programme"),
        ],
    )


def _routers() -> list[tuple[str, Router]]:
    from simpul.marketing.api import campaigns, eligibility, segments

    return [("segments", segments.router), ("campaigns", campaigns.router), ("campaigns", eligibility.router)]


DOMAIN = Domain("marketing", resources=RESOURCES, acts=MarketingAct, parts=_parts, routers=_routers)
