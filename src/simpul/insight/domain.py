"""What dashboards state about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.insight.acts import InsightAct
from simpul.platform.domain import Domain, Parts, Resource
from simpul.platform.text import Text

if TYPE_CHECKING:
    from ninja import Router

RESOURCES = {
    "dashboard": Resource(
        Text(id="Dasbor", en="Dashboards"),
        "control",
        "RX",
        grants={
            "DIRECTOR": "RX ALL",
            "SUPERVISOR": "R BRANCH",
            "AGENT": "R OWN",
            "RM": "R OWN",
            "MARKETING": "R ALL (marketing)",
            "COMPLIANCE": "R ALL",
            "ADMIN": "R ALL (operations)",
            "DATA_STEWARD": "R ALL (quality)",
            "FIELD_OFFICER": "R OWN",
            "FINANCE": "R BRANCH (receivables)",
        },
    ),
}


def _parts() -> Parts:
    from simpul.insight import settings

    return Parts(entries=[settings.GROUP, *settings.SETTINGS])


def _routers() -> list[tuple[str, Router]]:
    return []


DOMAIN = Domain("insight", resources=RESOURCES, acts=InsightAct, parts=_parts, routers=_routers)
