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
    from simpul.marketing.demonstration.segments import DEMONSTRATION
    from simpul.marketing.selectors.segments import segment_labels
    from simpul.marketing.vocabulary import SEGMENT
    from simpul.platform.subjects import SubjectType

    return Parts(
        entries=[
            SubjectType(SEGMENT, Text(id="Segmen", en="Segment"), segment_labels, "/segments/{id}"),
            DEMONSTRATION,
        ],
    )


def _routers() -> list[tuple[str, Router]]:
    from simpul.marketing.api import segments

    return [("segments", segments.router)]


DOMAIN = Domain("marketing", resources=RESOURCES, acts=MarketingAct, parts=_parts, routers=_routers)
